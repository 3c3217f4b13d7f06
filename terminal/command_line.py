"""The command line. `./kiosk` sets up what it needs and passes everything on to here.

Exit status: 0 done, or all well; 1 refused, or something is not well; 2 wrong usage; 3 no kiosk is running.
"""

from __future__ import annotations

import os
import re
import signal
import sys
from argparse import REMAINDER, SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from terminal.supervisor.forked import Forked

NO_KIOSK = 3
_LEAST_PX, _MOST_PX = 320, 8192


def main(arguments: list[str] | None = None, first: Forked | None = None) -> int:
    """Run one command; returns the exit status. `first` is the first visit of a kiosk that `run` is to start."""
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        given = _parser(arguments[:1]).parse_args(arguments, Namespace(first=first))
    except SystemExit:
        if first:
            first.end()
        raise
    command: Callable[[Namespace], int] = given.command
    return command(given)


def _parser(named: list[str]) -> ArgumentParser:
    """What a command takes that imports much for it is only known when it is the one that is `named`: the kiosk starts sooner."""
    parser = ArgumentParser(prog="kiosk", description="The Bürger-Terminal: a self-service kiosk for a town hall.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="start the kiosk", description="Start the kiosk; Ctrl-C stops it.")
    run.add_argument(
        "--config", type=Path, metavar="PATH", help="the town's folder or file; without: the shipped example"
    )
    run.add_argument("--simulate", action="store_true", help="simulated devices and clock, and a dock to drive it")
    run.add_argument(
        "--size", type=_size, metavar="WxH", help="size of the picture in pixels; without: the whole display"
    )
    run.set_defaults(command=_run)

    check = commands.add_parser("check-config", help="name all mistakes in a configuration")
    check.add_argument("path", type=Path, nargs="?", metavar="PATH", help="the town's folder or file")
    check.set_defaults(command=_check_config)

    status = commands.add_parser("status", help="show what runs and whether it is well")
    status.add_argument("--json", action="store_true", help="for programs")
    status.set_defaults(command=_status)

    commands.add_parser("reload", help="read the configuration again").set_defaults(command=_reload)

    dock = commands.add_parser("dock", help="drive a simulated kiosk")
    dock.add_argument("--json", action="store_true", help="print the reply as JSON")
    if named == ["dock"]:
        _add_dock_commands(dock)
    dock.set_defaults(command=_dock)

    search = commands.add_parser("search", help="find services in one's own words")
    services = commands.add_parser("catalogue", help="import, check and show the catalogue of services")
    if named in (["search"], ["catalogue"]):
        _add_catalogue_commands(search, services)

    pictures = commands.add_parser("screenshots", help="write a picture of every screen")
    pictures.add_argument("outdir", type=Path, metavar="OUTDIR")
    pictures.set_defaults(command=_screenshots)

    visit = commands.add_parser("_visit", help=SUPPRESS)
    visit.add_argument("--channel", type=int, required=True)
    visit.set_defaults(command=_visit)

    zygote = commands.add_parser("_zygote", help=SUPPRESS)
    zygote.add_argument("--channel", type=int, required=True)
    zygote.set_defaults(command=_zygote)

    tied = commands.add_parser("_tied", help=SUPPRESS)
    tied.add_argument("--to", type=int, required=True)
    tied.add_argument("argv", nargs=REMAINDER)
    tied.set_defaults(command=_tied)

    commands.add_parser("_prepare", help=SUPPRESS).set_defaults(command=_prepare)
    commands.add_parser("_tend", help=SUPPRESS).set_defaults(command=_tend)

    configuration = commands.add_parser("_configuration", help=SUPPRESS)
    configuration.add_argument("action", choices=("read", "keep"))
    configuration.add_argument("--config", type=Path)
    configuration.add_argument("--state", type=Path, required=True)
    configuration.set_defaults(command=_configuration)
    return parser


def _add_dock_commands(parser: ArgumentParser) -> None:
    from terminal.desk.dock import add_commands

    add_commands(parser)


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([1-9]\d{1,4})x([1-9]\d{1,4})", text)
    if not found:
        raise ArgumentTypeError("must be like 1080x1920")
    width, height = int(found[1]), int(found[2])
    if not (min(width, height) >= _LEAST_PX and max(width, height) <= _MOST_PX):
        raise ArgumentTypeError(f"must be between {_LEAST_PX} and {_MOST_PX} pixels on each side")
    return width, height


def _run(given: Namespace) -> int:
    from terminal.assembly.supervisor import run

    return run(given.config, simulate=given.simulate, size=given.size, first=given.first)


def _add_catalogue_commands(search: ArgumentParser, services: ArgumentParser) -> None:
    from terminal.assembly import catalogue

    catalogue.add_search(search)
    catalogue.add_catalogue(services)
    search.set_defaults(command=catalogue.search)
    services.set_defaults(command=catalogue.catalogue)


def _check_config(given: Namespace) -> int:
    from config.loader import Broken, load

    found = load(given.path)
    if isinstance(found, Broken):
        print("\n".join(map(str, found.problems)))
        return 1
    print("ok")
    return 0


def _status(given: Namespace) -> int:
    import json

    from terminal.desk.status import all_well, readable

    reply = _ask("control.sock", {"ask": "status"})
    if reply is None:
        return NO_KIOSK
    print(json.dumps(reply["status"], ensure_ascii=False, indent=2) if given.json else readable(reply["status"]))
    return 0 if all_well(reply["status"]) else 1


def _reload(given: Namespace) -> int:
    reply = _ask("control.sock", {"ask": "reload"})
    if reply is None:
        return NO_KIOSK
    if reply["ok"]:
        print("in force from the next visit")
        return 0
    print("\n".join(reply["problems"]))
    return 1


def _dock(given: Namespace) -> int:
    import json

    from terminal.desk.dock import readable, request_of

    reply = _ask("dock.sock", request_of(given))
    if reply is None:
        return NO_KIOSK
    print(json.dumps(reply, ensure_ascii=False) if given.json or given.json_after else readable(reply))
    return 0 if reply.get("ok") else 1


def _screenshots(given: Namespace) -> int:
    from terminal.assembly.gallery import write_screenshots

    return write_screenshots(given.outdir)


def _visit(given: Namespace) -> int:
    from terminal.assembly.visit_from_nothing import be_visit

    return be_visit(given.channel)


def _zygote(given: Namespace) -> int:
    _join("zygote")
    from terminal.assembly.visit import make_ready, run_visit
    from terminal.zygote import wait_to_be_a_visit

    make_ready()
    channel = wait_to_be_a_visit(given.channel)
    _join("visit")
    return run_visit(channel)


def _tied(given: Namespace) -> int:
    from terminal.lifeline import tie

    tie()
    if os.getppid() == given.to:
        argv = given.argv[1:] if given.argv[:1] == ["--"] else given.argv
        os.execvp(argv[0], argv)  # noqa: S606  (PDEATHSIG outlives an exec)
    return 1  # whom to die with has died before


def _tend(given: Namespace) -> int:
    _join("caretaker")
    from terminal.assembly.caretaker import main as main_

    return main_()


def _prepare(given: Namespace) -> int:
    _join("preparer")
    from terminal.assembly.preparer import main as main_

    return main_()


def _configuration(given: Namespace) -> int:
    _join("configuration")
    from terminal.assembly.configuration import main as main_

    return main_(given.action, given.config, given.state)


def _join(name: str) -> None:
    from terminal.membership import join_kiosk

    join_kiosk(name)


def _ask(door: str, request: Mapping[str, Any]) -> Mapping[str, Any] | None:
    from terminal.desk.call import NoKioskError, ask
    from terminal.directories import doors

    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # "| head" ends us without a word, as it does others
    try:
        return ask(doors() / door, request)
    except NoKioskError as reason:
        print(reason, file=sys.stderr)
        return None
