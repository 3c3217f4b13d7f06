"""Files that a configuration names: texts are read into it; pictures, certificates and secrets are checked and stay files.

Paths are relative to the file that names them.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from config.certificates import CertificateRefusedError, check_certificates
from config.files import UnreadableFileError, read_bytes, read_text
from config.layers import Path_, Table, dotted, leaves
from config.problems import Problem
from config.secrets import SecretRefusedError, check_secret

T = TypeVar("T")
Origin = Callable[[Path_], Path]

_PNG = b"\x89PNG\r\n\x1a\n"
_CERTIFICATES = (
    ("calendar", "certificate"),
    ("calendar", "authority"),
    ("eid_service", "certificate"),
    ("eid_service", "authority"),
)
_UNREAD_STATEMENT = "# -\n-"


def attach(tables: Table, origin: Origin) -> list[Problem]:
    """Put texts in place of their files' names and absolute paths in place of relative ones.

    What cannot be read is reported once, and replaced by something that the schema accepts.
    """
    problems: list[Problem] = []
    for key, value in list(leaves(tables)):
        if isinstance(value, str) and (attached := _kind(key)):
            file = origin(key)
            try:
                _put(tables, key, attached(file.parent / value))
            except (UnreadableFileError, CertificateRefusedError, SecretRefusedError) as refusal:
                problems.append(Problem(str(file), dotted(key), str(refusal)))
                _put(tables, key, _UNREAD_STATEMENT if key[0] == "legal" else "")
    return problems


def _kind(key: Path_) -> Callable[[Path], str] | None:
    if len(key) == 3 and key[0] == "legal":
        return _text
    if len(key) == 3 and key[:2] == ("texts", "overrides"):
        return _wording
    if key == ("town", "arms"):
        return _picture
    if key == ("catalogue", "own"):
        return _folder
    if key in _CERTIFICATES:
        return _certificates
    if str(key[-1]).endswith("_file"):
        return _secret
    return None


def _folder(path: Path) -> str:
    try:
        there = path.is_dir()
    except OSError:
        raise UnreadableFileError("this folder cannot be reached by the user that runs the kiosk") from None
    if not there:
        raise UnreadableFileError(f"{path} is not a folder")
    return str(path.absolute())


def _text(path: Path) -> str:
    return _named(path, read_text)


def _wording(path: Path) -> str:
    # Imported here: most towns keep the shipped wording, and the check is not free.
    from config.fluent_files import check_fluent

    text = _named(path, read_text)
    check_fluent(path, text)
    return text


def _picture(path: Path) -> str:
    if not _named(path, read_bytes).startswith(_PNG):
        raise UnreadableFileError(f"the file {path} is not a PNG picture")
    return str(path.absolute())


def _certificates(path: Path) -> str:
    check_certificates(path)
    return str(path.absolute())


def _secret(path: Path) -> str:
    check_secret(path)
    return str(path.absolute())


def _named(path: Path, read: Callable[[Path], T]) -> T:
    try:
        return read(path)
    except UnreadableFileError as error:
        raise UnreadableFileError(f"the file {path} {error}") from None


def _put(tables: Table, key: Path_, value: str) -> None:
    around: Any = tables
    for name in key[:-1]:
        around = around[name]
    around[key[-1]] = value
