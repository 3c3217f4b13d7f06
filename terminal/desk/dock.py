"""The dock's requests and replies.

A request is {"ask": name, ...}, a reply {"ok": true, ...} or {"ok": false, "error": code}:

    tree                          "tree": the accessible tree, a node: {"id", "role", "name", ..., "children": [node]};
                                  "focused" and "ring": name and id of the node that has the focus, or null
    press       "name"            presses the node of that id, or else of that name
    focus       "to": next|prev   "focused": name of the node that has the focus now, or null
    type        "text"            types it, as from a keyboard
    scan        "text"            as a scanner types it: all at once, with Enter at its end
    key         "name"            presses one key, such as "tab", "enter", "down"
    screenshot  "file"            writes a PNG to that absolute path
    printer     "condition"       ok, paper-low, paper-out, cover-open, offline, or dies: in the middle of the next slip
    card        "card"            that card lies on the simulated reader; null: none
    reader      "condition"       plug or unplug: the simulated card reader
    eid-service "condition"       ok, down, slow (it takes seconds), denies, or lies (its answers are changed on the way)
    sounds                        "rung": how often the signal was to be heard in this visit
    receipts    "directory"       "files": copies of all slips printed since the start, as PNG, at that absolute path
    calendar    "condition"       up, slow (it answers after seconds), or down: the calendar that comes with the kiosk
    end                           ends the visit, as the button does
    hang                          answers, and then blocks the main loop for good
    kill        "which"           "pid": front or spare has got SIGKILL
    clock       "minutes"         "offset_s": how far ahead the simulated clock is now

Everything but `calendar`, `kill` and `clock` is answered by the front. Errors of the supervisor: unknown-request, no-front,
no-spare, no-calendar, front-lost, no-answer; of the front: no-such-node, no-such-key, not-enabled, not-written,
no-reader, no-such-card.
"""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

Request = Mapping[str, Any]

CARDS = (
    *("citizen", "transport-pin", "wrong-once", "suspended", "blocked", "puk-used-up"),
    *("deactivated", "health", "unknown"),
)
"""What can be put onto the simulated reader."""

DockCommand = Callable[[Request], Mapping[str, Any]]
"""What a simulated device answers to a request."""


def add_commands(parser: ArgumentParser) -> None:
    """Declare the dock's commands."""
    commands = parser.add_subparsers(dest="ask", required=True, metavar="COMMAND")
    _add(commands, "tree", "show the accessible tree")
    _add(commands, "press", "press a node").add_argument("name", metavar="NAME", help="its id or name")
    _add(commands, "focus", "move the focus").add_argument("to", choices=("next", "prev"))
    _add(commands, "type", "type a text").add_argument("text", metavar="TEXT")
    _add(commands, "scan", "scan a code").add_argument("text", metavar="TEXT")
    _add(commands, "key", "press a key").add_argument("name", metavar="NAME")
    _add(commands, "screenshot", "write a PNG").add_argument("file", metavar="FILE", type=_absolute)
    conditions = ("ok", "paper-low", "paper-out", "cover-open", "offline", "dies")
    _add(commands, "printer", "set the receipt printer's condition").add_argument("condition", choices=conditions)
    card = _add(commands, "card", "put a card onto the simulated reader, or take it away")
    card.add_argument("act", choices=("insert", "remove"))
    card.add_argument("card", nargs="?", choices=CARDS, help="which")
    _add(commands, "reader", "unplug or plug the simulated card reader").add_argument(
        "condition", choices=("plug", "unplug")
    )
    _add(commands, "sounds", "tell how often the signal was to be heard in this visit")
    _add(commands, "eid-service", "hinder the town's eID service").add_argument(
        "condition", choices=("ok", "down", "slow", "denies", "lies")
    )
    _add(commands, "receipts", "copy the printed slips").add_argument("directory", metavar="DIR", type=_absolute)
    _add(commands, "calendar", "hinder the calendar server").add_argument("condition", choices=("up", "slow", "down"))
    _add(commands, "clock", "move the simulated clock").add_argument("minutes", metavar="+MIN", type=_minutes)
    _add(commands, "end", "end the visit")
    _add(commands, "kill", "kill a process").add_argument("which", choices=("front", "spare"))
    _add(commands, "hang", "freeze a process").add_argument("which", choices=("front",))


def request_of(arguments: Namespace) -> Request:
    """The request that the command line asks for."""
    names = ("card", "ask", "name", "to", "text", "file", "minutes", "which", "condition", "directory")
    return {name: getattr(arguments, name) for name in names if hasattr(arguments, name)}


def readable(reply: Mapping[str, Any]) -> str:
    """`reply` for people."""
    if not reply.get("ok"):
        return f"refused: {reply.get('error', 'no reason given')}"
    if isinstance(reply.get("tree"), dict):
        return "\n".join(_lines(reply["tree"], 0))
    rest = [f"{name}: {value}" for name, value in reply.items() if name != "ok"]
    return "\n".join(rest) or "ok"


def _add(commands: Any, name: str, meaning: str) -> ArgumentParser:
    parser: ArgumentParser = commands.add_parser(name, help=meaning, description=meaning)
    # Also after the command, where one thinks of it.
    parser.add_argument("--json", action="store_true", default=False, dest="json_after", help="print the reply as JSON")
    return parser


def _absolute(path: str) -> str:
    return str(Path(path).absolute())


def _minutes(text: str) -> int:
    if not text.removeprefix("+").isdecimal():
        raise ArgumentTypeError("must be a number of minutes such as +5")
    return int(text)


def _lines(node: Mapping[str, Any], depth: int) -> Iterator[str]:
    told = ("id", "role", "name", "children")
    rest = " ".join(
        f"{key}={value}" for key, value in node.items() if key not in told and value not in (None, "", False)
    )
    yield "  " * depth + f'{node.get("role", "?")} "{node.get("name", "")}" #{node.get("id", "?")} {rest}'.rstrip()
    for child in node.get("children", ()):
        yield from _lines(child, depth + 1)
