"""The status of a kiosk for staff to read."""

from collections.abc import Iterator, Mapping
from typing import Any


def all_well(status: Mapping[str, Any]) -> bool:
    """Whether every part is well."""
    return all(part["well"] for part in status["parts"])


def readable(status: Mapping[str, Any]) -> str:
    """`status` for people."""
    return "\n".join(_lines(status))


def _lines(status: Mapping[str, Any]) -> Iterator[str]:
    order, simulated = status["order"], ", simulated" if status["simulated"] else ""
    yield f"Bürger-Terminal {status['version']}, running since {status['since']}{simulated}"
    if order["state"] == "out-of-order":
        told = "acknowledged" if order["alert_acknowledged"] else "not acknowledged"
        yield f"OUT OF ORDER since {order['since']}, code {order['code']}; alert {told}"
    yield f"front: {_process(status['front'])}"
    yield f"spare: {_process(status['spare'])}"
    if status["closing"]:
        yield f"closing: {status['closing']}"
    yield from _configuration(status["configuration"])
    yield "parts:"
    yield from (f"  {part['part']}: {'well' if part['well'] else part['why']}" for part in status["parts"])
    yield "counts since the start:"
    yield from (f"  {name.replace('_', ' ')}: {count}" for name, count in status["counts"].items())


def _process(process: Mapping[str, Any] | None) -> str:
    if process is None:
        return "none"
    return f"{process['state'] if process['stage'] == 'shown' else process['stage']} since {process['since']}"


def _configuration(configuration: Mapping[str, Any]) -> Iterator[str]:
    sources = {
        "files": "from the files",
        "last-good": "THE LAST GOOD ONE, not the files",
        "shipped": "the shipped one, because there is none that holds",
        None: "none yet",
    }
    yield f"configuration: {configuration['digest'] or '-'}, {sources[configuration['source']]}"
    yield from (f"  {file}" for file in configuration["files"])
    if configuration["problems"]:
        yield "problems of the files:"
        yield from (f"  {problem}" for problem in configuration["problems"])
