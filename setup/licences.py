"""The licence gate: every pinned package has a licence that this project accepts, or the build stops.

What runs inside the kiosk must be permissive or weakly copyleft per file (MPL-2.0), so that the whole stays under
EUPL-1.2; the tools of the tests may also be LGPL. A few named programs that only ever run as processes of their own may
be GPL, and nothing of ours may import them. Licences are read from the installed packages' own metadata; what
that leaves open is decided by hand below, together with the metadata seen then, so that a change is noticed.

    .venv/bin/python setup/licences.py
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

REQUIREMENTS = Path(__file__).parent.parent / "requirements"

IN_THE_KIOSK = frozenset(
    {
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "CC0-1.0",
        "ISC",
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "MPL-2.0",
        "PSF-2.0",
        "Zlib",
    }
)
IN_TESTS = IN_THE_KIOSK | {"LGPL-2.0-or-later", "LGPL-2.1-or-later"}
ACCEPTED = {"run": IN_THE_KIOSK, "calendar": IN_THE_KIOSK | {"ZPL-2.1"}, "test": IN_TESTS}

GPL = frozenset({"GPL-3.0-only", "GPL-3.0-or-later"})
OF_THEIR_OWN = {"calendar": frozenset({"radicale"}), "test": frozenset({"xandikos"})}
"""Programs that are started and spoken to, never imported (tests/ground/test_licences.py)."""

CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.0-or-later",
    "GNU General Public License v3 or later (GPLv3+)": "GPL-3.0-or-later",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Zope Public License": "ZPL-2.1",
}


@dataclass(frozen=True)
class Claim:
    """What a package's metadata says of its licence, unjudged."""

    expression: str = ""
    text: str = ""
    classifiers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Decision:
    """A licence read by hand, for the metadata `seen` then."""

    licence: str
    seen: Claim
    why: str


DECISIONS = {
    "defusedxml": Decision(
        "PSF-2.0", Claim(text="PSFL", classifiers=("Python Software Foundation License",)), "its LICENSE"
    ),
    "docutils": Decision(
        "BSD-2-Clause AND BSD-3-Clause AND 0BSD",
        Claim(classifiers=("Public Domain", "BSD License", "GNU General Public License (GPL)")),
        "its COPYING names one GPL file, the Emacs mode tools/editors/emacs/rst.el, which the wheel does not contain",
    ),
    "grimp": Decision("BSD-2-Clause", Claim(text="BSD 2-Clause License", classifiers=("BSD License",)), "its LICENSE"),
    "import-linter": Decision(
        "BSD-2-Clause", Claim(text="BSD 2-Clause License", classifiers=("BSD License",)), "its LICENSE"
    ),
    "jinja2": Decision("BSD-3-Clause", Claim(classifiers=("BSD License",)), "its LICENSE"),
    "libpass": Decision("BSD-3-Clause", Claim(text="BSD", classifiers=("BSD License",)), "its LICENSE"),
    "python-dateutil": Decision(
        "Apache-2.0 OR BSD-3-Clause",
        Claim(text="Dual License", classifiers=("BSD License", "Apache Software License")),
        "its LICENSE: Apache for new parts, the older parts under both or BSD",
    ),
    "qrcode": Decision(
        "BSD-3-Clause AND MIT",
        Claim(text="BSD", classifiers=("BSD License", "Other/Proprietary License")),
        "its LICENSE: BSD, and MIT for what it took from an older library; 'Other' is that second part",
    ),
    "radicale": Decision(
        "GPL-3.0-or-later",
        Claim(text="GNU GPL v3", classifiers=("GNU General Public License (GPL)",)),
        "its file headers: version 3 or any later one",
    ),
    "resvg-py": Decision(
        "MIT", Claim(), "its LICENSE is MIT; the parts compiled in (its SBOM) are MIT, Apache, BSD, Zlib or Unicode"
    ),
}


def pins(requirements: str) -> Iterator[tuple[str, str]]:
    """Names and versions pinned in the text of a requirement file."""
    for found in re.finditer(r"^([A-Za-z0-9._-]+)==([^\s\\;]+)", requirements, re.MULTILINE):
        yield found[1], found[2]


def claim_of(name: str) -> Claim:
    """The claim of an installed package. Raises PackageNotFoundError when it is not installed."""
    said = metadata.metadata(name)
    classifiers = said.get_all("Classifier") or []
    return Claim(
        expression=said.get("License-Expression") or "",
        text=said.get("License") or "",
        classifiers=tuple(line.split(" :: ")[-1] for line in classifiers if line.startswith("License ::")),
    )


def licence_of(name: str, claim: Claim) -> str | None:
    """The SPDX expression of a claim; None when the claim is unclear and nobody decided."""
    if decision := DECISIONS.get(name):
        return decision.licence if decision.seen == claim else None
    if claim.expression:
        return claim.expression
    if claim.classifiers:
        known = [CLASSIFIERS.get(classifier) for classifier in claim.classifiers]
        if None not in known:
            return " AND ".join(filter(None, known))
    if claim.text in IN_TESTS and not any("GPL" in classifier for classifier in claim.classifiers):
        return claim.text
    return None


def accepts(expression: str, accepted: frozenset[str]) -> bool:
    """Whether an SPDX expression can be met with accepted licences alone (OR: one side, AND: both).

    Grammar: SPDX specification 2.3, annex D; WITH binds to its licence and is only accepted when listed so.
    """
    words = re.findall(r"[()]|[^\s()]+", expression)

    def either() -> bool:
        result = both()
        while words and words[0] == "OR":
            words.pop(0)
            result = both() or result
        return result

    def both() -> bool:
        result = one()
        while words and words[0] == "AND":
            words.pop(0)
            result = one() and result
        return result

    def one() -> bool:
        word = words.pop(0)
        if word == "(":
            result = either()
            return bool(words) and words.pop(0) == ")" and result
        if words[:1] == ["WITH"]:
            word = " ".join([word, words.pop(0), *words[:1]])
            del words[:1]
        return word in accepted

    try:
        return either() and not words
    except IndexError:  # broken off in the middle
        return False


def objections(tree: str, requirements: str) -> Iterator[str]:
    """One line for each package of a tree ("run" or "test") that may not stay."""
    for name, version in pins(requirements):
        try:
            installed, claim = metadata.version(name), claim_of(name)
        except metadata.PackageNotFoundError:
            yield f"{tree}: {name}=={version} is pinned but not installed"
            continue
        if installed != version:
            yield f"{tree}: {name} is pinned at {version}, installed is {installed}"
        licence = licence_of(name, claim)
        if licence is None:
            yield f"{tree}: {name} {installed}: unclear licence, decide by hand in setup/licences.py: {claim}"
        elif not accepts(licence, ACCEPTED[tree] | (GPL if name in OF_THEIR_OWN.get(tree, ()) else frozenset())):
            yield f"{tree}: {name} {installed}: {licence} is not accepted here"


def main(arguments: Sequence[str]) -> int:
    """Prints what may not stay; the exit code is 1 when there is any, or when nothing was looked at."""
    trees = {tree: (REQUIREMENTS / f"{tree}.txt").read_text() for tree in ACCEPTED}
    found = [line for tree, text in trees.items() for line in objections(tree, text)]
    count = sum(len(list(pins(text))) for text in trees.values())
    print("\n".join(found) or f"{count} pinned packages, every licence accepted")
    return 1 if found or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
