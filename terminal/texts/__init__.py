"""Texts in the languages of the visit: what a step says, rendered as it reads and as it sounds.

Staff and translators edit the .ftl files here and in terminal/journeys/<id>/; the head of de.ftl says how.
"""

from terminal.texts.rendering import MissingTextError, Rendered, Texts
from terminal.texts.shipped import frame_sources, sources_in

__all__ = ["MissingTextError", "Rendered", "Texts", "frame_sources", "sources_in"]
