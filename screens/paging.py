"""Putting parts on pages: as many as fit, texts torn between lines, stacks only where they must be, headings never last."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from screens.parts.part import Part, Stack
from screens.parts.text import Prose
from screens.tree import Role


@runtime_checkable
class Tearable(Protocol):
    """A part that can go on on the next page."""

    def split(self, width: int, height: int) -> tuple[Part, Part] | None:
        """Two parts, the first at most `height` px high; None where no sensible two would come of it."""


def pages(parts: Sequence[Part], width: int, height: int, gap: int) -> list[list[Part]]:
    """The parts by pages of `height` px. A part that is higher than a page gets one of its own."""
    result: list[list[Part]] = [[]]
    left = height
    queue = list(parts)
    while queue:
        part = queue.pop(0)
        page = result[-1]
        need = part.height(width) + (gap if page else 0)
        if need <= left:
            page.append(part)
            left -= need
        elif torn := _tear(part, width, left - (gap if page else 0), height):
            page.append(torn[0])
            queue.insert(0, torn[1])
            left = 0
        elif isinstance(part, Stack) and (not page or _is_only_heading(page)):
            queue[:0] = part.parts
        elif not page:
            page.append(part)
            left = 0
        else:
            carried = [page.pop()] if len(page) > 1 and _is_heading(page[-1]) else []
            result.append([])
            queue[:0] = [*carried, part]
            left = height
    return result


def _tear(part: Part, width: int, left: int, page: int) -> tuple[Part, Part] | None:
    """Running text is torn at any page's end; anything else only where not even a whole page would hold it."""
    running = isinstance(part, Prose) and part.role is Role.TEXT
    if isinstance(part, Tearable) and (running or part.height(width) > page):
        return part.split(width, left)
    return None


def _is_only_heading(page: Sequence[Part]) -> bool:
    return len(page) == 1 and _is_heading(page[0])


def _is_heading(part: Part) -> bool:
    return isinstance(part, Prose) and part.role is Role.HEADING
