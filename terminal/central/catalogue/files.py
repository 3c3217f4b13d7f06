"""A catalogue from a file or folder, whichever of the known forms it has."""

import json
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from terminal.central.catalogue.dldb import is_dldb, read_dldb
from terminal.central.catalogue.leika import is_leika, read_leika
from terminal.central.catalogue.model import Catalogue, Import
from terminal.central.catalogue.service_files import read_service_files

LARGEST = 512 * 1024 * 1024


class NotReadError(Exception):
    """Why nothing could be read, for staff."""


def read_catalogue(path: Path, today: date) -> Import:
    """A folder of service files, a dldb export, a list of LeiKa keys, or a catalogue that was imported before.

    Raises `NotReadError`. Records that do not hold are left out and named.
    """
    try:
        found = read_service_files(path, today) if path.is_dir() else _of_text(_text(path), today, path.name)
    except OSError as error:
        raise NotReadError(f"{path}: {error.strerror}") from None
    except ValueError as error:
        raise NotReadError(f"{path}: {error}") from None
    if not found.catalogue.services:
        raise NotReadError(f"{path}: there is no service in it that holds")
    return found


def _text(path: Path) -> str:
    if path.stat().st_size > LARGEST:
        raise ValueError(f"is larger than {LARGEST // 1024 // 1024} MB")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("is not in UTF-8") from None


def _of_text(text: str, today: date, origin: str) -> Import:
    if text.lstrip()[:1] in ("{", "["):
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            raise ValueError("is not sound JSON") from None
        if isinstance(data, dict) and {"origin", "read", "services"} <= data.keys():
            return _imported(text)
        if is_dldb(data):
            return read_dldb(data, today, origin)
        raise ValueError("is JSON, but not a list of services")
    if is_leika(text[:10_000]):
        return read_leika(text, today, origin)
    raise ValueError("is neither a services export (JSON) nor a list of LeiKa keys (CSV)")


def _imported(text: str) -> Import:
    try:
        return Import(catalogue=Catalogue.model_validate_json(text))
    except ValidationError as error:
        raise ValueError(f"was imported by another version: {error.error_count()} differences") from None
