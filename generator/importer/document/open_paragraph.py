"""The paragraph that is being put together, and what its text so far says about the next line."""

import re
from dataclasses import dataclass, field
from typing import Final

from generator.importer.files.reading import Line

_GOES_ON: Final = re.compile(r"[、，・（「『]$|(?:上記|下記|前記|別紙)[0-9０-９]*$")
# After a first whole sentence, what ends like this is the beginning of another.
_IN_PROSE: Final = re.compile("[ぁ-ん]$")
_OPENING, _CLOSING = "（「『《【", "）」』》】"
# So many letters at its end decide whether a text goes on.
_TAIL: Final = 40


@dataclass
class OpenParagraph:
    """The lines of a paragraph; each is looked at once, however many there are."""

    first: Line
    lines: list[Line] = field(default_factory=list)
    longest: float = 0
    _tail: str = ""
    _unclosed: int = 0
    _has_stop: bool = False

    def __post_init__(self) -> None:
        """Begin with the first line."""
        self.add(self.first)

    @property
    def last(self) -> Line:
        """The line that was added last."""
        return self.lines[-1]

    @property
    def has_one_line(self) -> bool:
        """Whether there is no line but the first."""
        return len(self.lines) == 1

    def add(self, line: Line) -> None:
        """Go on with ``line``."""
        self.lines.append(line)
        self.longest = max(self.longest, line.measure or line.reach)
        self._tail = (self._tail + line.text)[-_TAIL:]
        self._unclosed += sum(map(line.text.count, _OPENING)) - sum(map(line.text.count, _CLOSING))
        self._has_stop = self._has_stop or "。" in line.text

    def must_go_on(self, line: Line) -> bool:
        """Tell whether the text so far is no whole one: after a comma, within a sentence or in parentheses."""
        if _GOES_ON.search(self._tail) or (self._has_stop and _IN_PROSE.search(self._tail)):
            return True
        return self._unclosed > 0 and any(sign in line.text for sign in _CLOSING)

    def reaches_end(self) -> bool:
        """Tell whether the last line is as long as the longest: there was no room for a letter."""
        return not self.has_one_line and self.last.reach > self.longest - 1
