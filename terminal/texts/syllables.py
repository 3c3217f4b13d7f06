"""Where long words may break, in texts that nobody has prepared for large letters.

First beside the parts that the words of public offices are made of, then between syllables as the Amtliche Rechtschreibung has it
(§§ 107 to 112): a single consonant goes to the next line, of several the last one; ch, ck, sch, ph, qu, rh, sh and th stay together.
"""

import re
from itertools import pairwise

SOFT_HYPHEN = "\u00ad"

SHORTEST_WORD = 11
"""In letters. What is shorter fits wherever a word does."""

_LEAST = 3
"""So many letters stay on either side."""

_LONGEST_PART = 9
"""A part that is longer breaks between its syllables as well."""

_PARTS = tuple(
    """
    abfall abgabe abmeldung akten altenpflege anerkennung angehörig anlage anmeldung antrag anzeige arbeit
    arbeitnehmer aufenthalt aufsicht ausbildung auskunft ausländer ausstellung ausweis bau beglaubigung
    behinderten behörde beihilfe beitrag berechtigung beruf bescheid bescheinigung bestätigung betreuung
    betrieb bewilligung bezirk bürger daten dienst ehe eigentum einbürgerung einrichtung erklärung erlaubnis
    erteilung fahrzeug familie feststellung förderung führer geburt gebühr geld gemeinde genehmigung gericht
    gesetz gesundheit gewerbe grundlage grundstück handwerk haushalt hilfe kennzeichen kinder kosten
    kraftfahrzeug kranken landwirtschaft leistung melde nachweis nummer ordnung personal personen pflege
    pflicht prüfung recht register reise rente schein schutz schwer sicherheit sozial sprengstoff staat stelle
    steuer titel unterhalt unterlagen unternehmen unterstützung urkunde verfahren verkehr verlust
    verpflichtung versicherung versorgung vertrag verwaltung vorschuss waffen wasser wirtschaft wohnsitz
    wohnung zeugnis zulassung zuschuss zuständigkeit
    """.split()
)
_PREFIXES = tuple(
    """
    über unter durch nach auf aus bei ein ent ver vor zer mit ab an be er ge um un zu
    """.split()
)
_VOWELS = "aeiouyäöüáéíóúàèìòùâêîôûåæøœıąęó" + "аеєиіїоуюяыэё"
_UNITS = re.compile(r"sch|ch|ck|ph|qu|rh|sh|th|[^\W\d_][йьъ]?", re.IGNORECASE)
_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST_WORD},}}")
_PART_OF_A_WORD = re.compile(r"[^\W\d_]{8,}")
"""What stands before or after a sign inside a long word, as in "Antragsteller*innen"."""

_ALTERNATIVES = re.compile(r"(?<=[^\W\d_]{6})/(?=[^\W\d_]{4})")
_PART = re.compile("|".join(sorted(_PARTS, key=len, reverse=True)), re.IGNORECASE)


def breakable(text: str) -> str:
    """`text` with soft hyphens in its long words, and blanks around a stroke between two of them. Addresses, and words that have soft hyphens already, stay as they are."""
    return " ".join(_whole(word) for word in _ALTERNATIVES.sub(" / ", text).split(" "))


def _whole(word: str) -> str:
    if SOFT_HYPHEN in word or "@" in word or "www." in word or "://" in word:
        return word
    long = _WORD if word.isalpha() or len(word) < SHORTEST_WORD else _PART_OF_A_WORD
    return long.sub(lambda found: _broken(found.group()), word)


def _broken(word: str) -> str:
    places = {place for place in _joints(word) if _LEAST <= place <= len(word) - _LEAST}
    cuts = [0, *sorted(places), len(word)]
    pieces = [word[begin:end] for begin, end in pairwise(cuts)]
    return SOFT_HYPHEN.join(_syllables(piece) if len(piece) > _LONGEST_PART else piece for piece in pieces)


def _joints(word: str) -> set[int]:
    """Before and after each known part; a linking sound goes with the part before it."""
    places: set[int] = set()
    for found in _PART.finditer(word):
        link = re.match(r"(en|es|n|s)(?=[^\W\d_]{3})", word[found.end() :])
        end = found.end() + (len(link.group()) if link else 0)
        rest = word[end:]
        places.add(found.start())
        if not rest or _begins_a_syllable(rest):
            places.add(end)
    return places


def _begins_a_syllable(rest: str) -> bool:
    """ "Ausweis|es" is no joint, "Ausweis|nummer" is one."""
    return len(rest) > _LEAST and any(_is_vowel(letter) for letter in rest[1:])


def _syllables(piece: str) -> str:
    """A prefix stays whole. Else a consonant begins a syllable when a vowel follows it and one stands before it."""
    prefix = next((one for one in _PREFIXES if piece.lower().startswith(one) and len(piece) - len(one) > 4), "")
    if prefix and (len(prefix) >= _LEAST) and not _is_vowel(piece[len(prefix)]):
        return SOFT_HYPHEN.join((piece[: len(prefix)], _syllables(piece[len(prefix) :])))
    units = _UNITS.findall(piece)
    found: list[str] = [""]
    sung = False
    for number, unit in enumerate(units):
        follows = units[number + 1] if number + 1 < len(units) else ""
        rest = "".join(units[number:])
        begins = sung and not _is_vowel(unit) and _is_vowel(follows)
        if begins and len("".join(found)) >= _LEAST and len(rest) >= _LEAST:
            found.append("")
        found[-1] += unit
        sung = sung or _is_vowel(unit)
    return SOFT_HYPHEN.join(found)


def _is_vowel(unit: str) -> bool:
    return unit[:1].lower() in _VOWELS and unit.lower() != "qu"
