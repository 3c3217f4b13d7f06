"""Records of foreign catalogues, written by hand."""

import json
from typing import Any

DOG: dict[str, Any] = {
    "id": "100",
    "name": "Hund anmelden",
    "description": "<p>Wer einen Hund hält, meldet ihn an.</p><ul><li>Marke abholen</li></ul>",
    "fees": "<p>kostenlos</p>",
    "leika": "99110009104000",
    "public": True,
    "meta": {"locale": "de", "lastupdate": "2026-06-08T07:41:01"},
    "locations": [{"location": "7", "appointment": {"allowed": True}}],
    "forms": [{"name": "Formular", "link": "https://example.org/hund.pdf"}],
    "links": [{"name": "Formular noch einmal", "link": "https://example.org/hund.pdf"}],
}
CAT: dict[str, Any] = {"id": 101, "name": "Katze melden", "leika": None, "locations": [], "forms": None}
OFFICE: dict[str, Any] = {
    "id": "7",
    "displayName": "Steueramt",
    "address": {"street": "Markt", "house_number": "1", "postal_code": "04821", "city": "Brandis"},
    "contact": {"phone": "030 23125 100", "email": "steuer@example.org"},
}

LEIKA = """leika_key,name,type,legal_basis,ozg_leistung,ozg_key,lebenslage,themenfeld
99110009104000,Hundesteuer Anmeldung,2/3,§ 7 SächsKAG,Hundesteuer,10000,Tiere,Steuern
99008001012000,"Personalausweis, Ausstellung",2/3,,,,,
"""


def export(*services: Any) -> str:
    """A services export as a file holds it."""
    return json.dumps({"data": list(services), "locations": [OFFICE]})
