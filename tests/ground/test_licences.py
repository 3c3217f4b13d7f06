import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def gate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("licences", ROOT / "setup" / "licences.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["licences"] = module
    spec.loader.exec_module(module)
    return module


def test_every_pinned_package_passes(gate: ModuleType) -> None:
    assert gate.main([]) == 0


@pytest.mark.parametrize(
    ("expression", "passes"),
    [
        ("MIT", True),
        ("GPL-3.0-or-later", False),
        ("GPL-2.0-only OR MIT", True),
        ("MIT AND GPL-2.0-only", False),
        ("MIT AND (Apache-2.0 OR GPL-2.0-only)", True),
        ("(MIT OR Apache-2.0) AND GPL-2.0-only", False),
        ("Apache-2.0 WITH LLVM-exception", False),
        ("MIT OR", False),
        ("MIT MIT", False),
        ("", False),
    ],
)
def test_an_expression_passes_only_if_accepted_licences_meet_it(
    gate: ModuleType, expression: str, passes: bool
) -> None:
    assert gate.accepts(expression, gate.IN_THE_KIOSK) is passes


def test_lgpl_may_serve_tests_but_not_run_in_the_kiosk(gate: ModuleType) -> None:
    assert list(gate.objections("test", "python-xlib==0.33")) == []
    assert "LGPL-2.0-or-later is not accepted here" in next(gate.objections("run", "python-xlib==0.33"))


def test_a_program_may_be_gpl_only_where_it_is_named_as_one(gate: ModuleType) -> None:
    assert list(gate.objections("calendar", "radicale==3.9.0")) == []
    assert "GPL-3.0-or-later is not accepted here" in next(gate.objections("run", "radicale==3.9.0"))


@pytest.mark.parametrize("folder", ["terminal", "hardware", "config", "screens", "tests", "setup"])
def test_nothing_of_ours_imports_a_program_that_runs_on_its_own(gate: ModuleType, folder: str) -> None:
    programs = set().union(*gate.OF_THEIR_OWN.values())
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / folder).rglob("*.py")]
    lines = [line for text in texts for line in re.findall(r"^\s*(?:import|from)\s+(\w+)", text, re.MULTILINE)]
    assert len(programs) == 2
    assert [name for name in lines if name in programs] == []


def test_an_unclear_licence_stops_the_build(gate: ModuleType) -> None:
    assert gate.licence_of("unheard-of", gate.Claim(text="see website")) is None
    assert gate.licence_of("unheard-of", gate.Claim(text="MIT", classifiers=("BSD License",))) == "MIT"
    assert (
        gate.licence_of("unheard-of", gate.Claim(text="MIT", classifiers=("GNU General Public License (GPL)",))) is None
    )


def test_a_decision_no_longer_holds_when_the_metadata_changed(gate: ModuleType) -> None:
    assert gate.licence_of("docutils", gate.DECISIONS["docutils"].seen) is not None
    assert gate.licence_of("docutils", gate.Claim(text="GPL-3.0-only")) is None


def test_a_package_that_is_not_installed_is_an_objection(gate: ModuleType) -> None:
    assert list(gate.objections("run", "not-there==1.0")) == ["run: not-there==1.0 is pinned but not installed"]


def test_the_licence_is_the_whole_english_eupl() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert all(f"\n{article}." in text for article in range(1, 16))
    assert "Appendix" in text
    assert text.endswith(
        "All other changes or additions to this Appendix require the production of a new EUPL version.\n"
    )
