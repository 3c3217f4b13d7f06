"""The on-screen keyboards as data: rows of keys. QWERTZ after DIN 2137, reduced to what names and addresses need."""

from screens.actions import Action, ChangeAlphabet, Erase, Shift, TypeText
from terminal.steps import DIGITS, InputKind
from terminal.values import valueclass
from terminal.wording import Text, Words, message


@valueclass(frozen=True)
class Key:
    """`label` on the cap, `icon` instead of it where there is one, `width` in key widths."""

    id: str
    label: Text
    action: Action
    width: float = 1.0
    icon: str | None = None
    small: bool = False


Rows = tuple[tuple[Key, ...], ...]

_ROWS = ("1234567890-", "qwertzuiopü", "asdfghjklöä", "yxcvbnmß")


def rows(kind: InputKind, *, shifted: bool, digits: str = DIGITS) -> Rows:
    """The keyboard for this kind of input, with capitals on the caps when `shifted`; `digits` in the order of the keys."""
    numeric = kind in (InputKind.DIGITS, InputKind.CODE, InputKind.SECRET)
    return _digits(digits) if numeric else _letters(kind, shifted)


_CYRILLIC = ("1234567890-", "йцукенгшщзхї", "фівапролджє", "ячсмитьбю")
"""The Ukrainian layout; Russian letters that it lacks stand in the last row."""

_RUSSIAN = "ыэъё"


def search_rows(*, shifted: bool, cyrillic: bool) -> Rows:
    """The keyboard of a search field, on which one may ask in one's own alphabet."""
    if not cyrillic:
        latin = _letters(InputKind.TEXT, shifted)
        return (*latin[:-1], (*latin[-1][:-2], _alphabet("АБВ"), latin[-1][-1]))
    first, second, third, fourth = (tuple(_character(c, shifted) for c in row) for row in _CYRILLIC)
    shift, backspace = _shift(), _backspace(1.5)
    space = Key("key:space", message("key-space"), TypeText(" "), width=4.4, small=True)
    last = (*(_character(c, shifted) for c in _RUSSIAN), space, _character("ґ", shifted), _alphabet("ABC"))
    return (first, second, third, (shift, *fourth, backspace), last)


def _alphabet(shown: str) -> Key:
    return Key(
        "key:alphabet", message("key-alphabet", letters=Words.same(shown)), ChangeAlphabet(), width=1.5, small=True
    )


def _shift() -> Key:
    return Key("key:shift", message("key-shift"), Shift(), width=1.5, icon="arrow-big-up")


def _letters(kind: InputKind, shifted: bool) -> Rows:
    first, second, third, fourth = (tuple(_character(c, shifted) for c in row) for row in _ROWS)
    return (first, second, third, (_shift(), *fourth, _backspace(1.5)), _last(kind))


def _last(kind: InputKind) -> tuple[Key, ...]:
    space = Key("key:space", message("key-space"), TypeText(" "), width=4.4, small=True)
    if kind is InputKind.EMAIL:
        endings = tuple(_piece(text, 2.1) for text in (".de", ".com"))
        return (_character("@"), _character("."), _character("_"), space, *endings)
    return (_character("."), _character(","), _character("'"), space, _character("é"), _character("&"))


def _digits(order: str) -> Rows:
    lines = tuple(tuple(_character(c) for c in order[i : i + 3]) for i in (0, 3, 6))
    clear = Key("key:clear", message("key-clear"), Erase(everything=True), small=True)
    return (*lines, (clear, _character(order[9]), _backspace(1.0)))


def _character(character: str, shifted: bool = False) -> Key:
    shown = _capital(character) if shifted else character
    name = _SPOKEN.get(character, Words.same(shown))
    return Key(f"key:{character}", name, TypeText(shown))


def _piece(text: str, width: float) -> Key:
    return Key(f"key:{text}", Words.same(text), TypeText(text), width=width, small=True)


def _backspace(width: float) -> Key:
    return Key("key:backspace", message("key-backspace"), Erase(), width=width, icon="backspace")


def _capital(character: str) -> str:
    """The capital sharp s is a letter of its own since 2017 (Amtliche Rechtschreibung, § 25 E3)."""
    return "ẞ" if character == "ß" else character.upper()


_SPOKEN: dict[str, Text] = {
    "@": message("key-at"),
    ".": message("key-dot"),
    "_": message("key-underscore"),
    ",": message("key-comma"),
    "-": message("key-hyphen"),
    "'": message("key-apostrophe"),
    "&": message("key-and"),
}
"""Characters whose sign alone does not speak; the message shows the sign and says its name."""
