"""What a card holds that anybody may read."""

from hardware.simulated.eid_card.tlv import integer, oid, sequence, tlv

EID = bytes.fromhex("E80704007F00070302")
"""The eID application (TR-03110-4, 2.2.1)."""
HEALTH = bytes.fromhex("D27600000102")
"""The health card's application for the insured person's data (gematik, gemSpec_eGK_ObjSys)."""
PACE = "04007F00070202040202"
"""id-PACE-ECDH-GM-AES-CBC-CMAC-128."""

ATR = bytes.fromhex("3B8A80018031B8738401E082900006")

_DOMAIN = sequence((oid("04007F00070102"), integer(13)))
_KEY = 0x29

EF_CARD_ACCESS = tlv(
    0x31,
    sequence((oid(PACE), integer(2), integer(13)))
    + sequence((oid("04007F0007020202"), integer(2)))
    + sequence((oid("04007F00070202030202"), integer(2), integer(_KEY)))
    + sequence((oid("04007F000702020302"), _DOMAIN, integer(_KEY))),
)
"""PACE, terminal authentication 2, chip authentication 2 (TR-03110-3, A.1)."""


def directory_of(application: bytes) -> bytes:
    """An EF.DIR that names one application."""
    return tlv(0x61, tlv(0x4F, application))
