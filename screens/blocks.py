"""Blocks of a page as parts."""

from collections.abc import Sequence

from screens.context import Context
from screens.look import Look
from screens.parts.beside_code import BesideCode
from screens.parts.code import CodePart
from screens.parts.facts import FactPart, ScheduleRow
from screens.parts.notice import NoticePart
from screens.parts.part import Part, Row, Stack
from screens.parts.text import heading, paragraph
from screens.typography import width
from terminal.steps import Block, Fact, Heading, Notice, Paragraph, QrCode, Schedule


def parts_of(context: Context, blocks: Sequence[Block]) -> list[Part]:
    """The parts of `blocks`, each with an id by its place."""
    parts: list[Part] = []
    for i, block in enumerate(blocks):
        parts += _parts(context, f"block:{i}", block)
    look = context.look
    return _side_by_side(parts, look) if look.landscape and not look.large else parts


def _side_by_side(parts: list[Part], look: Look) -> list[Part]:
    """Facts in pairs, where the zone is wide enough for two, and a code beside the fact before it."""
    half = (look.do_width - look.px(32)) // 2
    paired: list[Part] = []
    for part in parts:
        last = paired[-1] if paired else None
        if isinstance(part, FactPart) and isinstance(last, FactPart) and part.fits(half) and last.fits(half):
            paired[-1] = Row((last, part), 2, look.px(32), look.direction == "rtl")
        elif isinstance(part, CodePart) and isinstance(last, FactPart):
            paired[-1] = BesideCode(Stack((last,)), part, look)
        else:
            paired.append(part)
    return paired


def _parts(context: Context, id: str, block: Block) -> list[Part]:
    look, say = context.look, context.say
    if isinstance(block, Heading):
        return [heading(look, id, say(block.text))]
    if isinstance(block, Paragraph):
        return [paragraph(look, id, say(block.text), muted=block.muted)]
    if isinstance(block, Fact):
        return [FactPart(id, say(block.label), say(block.value), look)]
    if isinstance(block, Notice):
        return [NoticePart(id, say(block.text), look, block.kind, block.icon)]
    if isinstance(block, QrCode):
        return [CodePart(id, block.data, say(block.title) if block.title else None, say(block.caption), look)]
    return _schedule(context, id, block)


def _schedule(context: Context, id: str, schedule: Schedule) -> list[Part]:
    look = context.look
    days = [context.say(day.day) for day in schedule.days]
    column = max((width(day.text, look.face("small", bold=True)) for day in days), default=0)
    rows: list[Part] = [
        ScheduleRow(f"{id}:{i}", words, context.say(day.hours), look, day.today, column + look.px(16), (i, len(days)))
        for i, (day, words) in enumerate(zip(schedule.days, days, strict=True), start=1)
    ]
    return [Stack(rows)]
