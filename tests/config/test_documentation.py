"""docs/configuration.md is the schema's, and true."""

import re
import tomllib
from pathlib import Path

from pydantic import BaseModel

from config.documentation import DOCUMENT, document
from config.loader import SHIPPED
from config.plain_words import model_in
from config.schema import Configuration


def every_key(model: type[BaseModel], path: str = "") -> list[str]:
    keys = []
    for name, field in model.model_fields.items():
        keys.append(f"{path}{name}")
        if inner := model_in(field.annotation):
            keys += every_key(inner, f"{path}{name}.")
    return keys


def test_the_committed_document_is_what_the_schema_says() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document()


def test_every_key_is_explained() -> None:
    sections = re.split(r"^## `\[+([a-z0-9_.]+)\]+`$", document(), flags=re.MULTILINE)
    explained = {
        f"{name}.{key}"
        for name, text in zip(sections[1::2], sections[2::2], strict=True)
        for key in re.findall(r"^\| `(\w+)` \|[^|]+\|[^|]+\|[^|]*\| [^|\s]", text, flags=re.MULTILINE)
    }
    assert {key for key in every_key(Configuration) if "." in key} == explained


def test_every_example_is_toml() -> None:
    examples = re.findall(r"^\| `(\w+)` \|.*\| `([^`]+)` \|$", document(), flags=re.MULTILINE)
    assert len(examples) > 30
    for key, example in examples:
        tomllib.loads(f"{key} = {example}")


def test_the_shipped_file_shows_every_key_of_every_section() -> None:
    shipped = Path(SHIPPED).read_text(encoding="utf-8")
    for name, field in Configuration.model_fields.items():
        section = model_in(field.annotation)
        if section is not None and name not in ("offices", "counters", "concerns"):
            text = shipped.split(f"\n[{name}", 1)[1].split("\n\n[", 1)[0] if name != "help115" else shipped
            for key in section.model_fields:
                assert re.search(rf"^(# )?{key} =|^\[{name}\.{key}\]", text, flags=re.MULTILINE), f"{name}.{key}"
