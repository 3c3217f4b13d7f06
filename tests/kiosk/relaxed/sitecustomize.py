"""Python imports this at its start where PYTHONPATH names its folder: a kiosk under test then believes the tests' eID server, and its virtual card
bears the names of TEST_PERSON, a file. The kiosk itself has no way to do either.
"""

import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

NO_PREVERIFICATION = "[General]\npersistentSettingsVersion=1.26.2\n\n[preverification]\nenabled=false\n"


def _relax(client: ModuleType) -> None:
    def furnish(home: Path) -> None:
        directory = home / ".config" / "Unknown Organization"
        directory.mkdir(parents=True)
        (directory / "AusweisApp2.conf").write_text(NO_PREVERIFICATION, encoding="utf-8")

    given = client.AusweisApp.__init__

    def init(self, *arguments, **named):  # type: ignore[no-untyped-def]
        given(self, *arguments, **{**named, "furnish": furnish, "auth_more": {"developerMode": True}})

    client.AusweisApp.__init__ = init


def _rename(person: ModuleType) -> None:
    told = json.loads(Path(os.environ["TEST_PERSON"]).read_text(encoding="utf-8"))
    for name, field in person.Person.__dataclass_fields__.items():
        field.default = told.get(name, field.default)


_AFTER: dict[str, Callable[[ModuleType], None]] = {
    "hardware.ausweisapp.client": _relax,
    "hardware.simulated.eid_card.person": _rename,
}


class _After(importlib.abc.MetaPathFinder):
    """Changes modules just after they were imported."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        change = _AFTER.pop(name, None)
        spec = importlib.util.find_spec(name) if change else None
        if spec and spec.loader and change:
            run = spec.loader.exec_module

            def exec_module(module: ModuleType) -> None:
                run(module)
                change(module)

            spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec


if "TEST_PERSON" in os.environ:
    sys.meta_path.insert(0, _After())
