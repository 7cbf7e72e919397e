"""Undoes the breaks of lines: which lines of a page are one paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from generator.importer.document.latin_breaks import join_texts, latin_words
from generator.importer.document.printed_labels import is_annex, is_framed, is_labelled, label_of, style_of_number
from generator.importer.files.notes import ReaderNote
from generator.importer.files.reading import Block, Grid, Line
from generator.importer.files.text_file import width_of
from generator.model.outline import Label, LabelKind

# So much shorter than a full line, in ems, a line that goes on may be: a sign that may not begin a line has taken the
# one before it along. Where only the text is known, the indent of the whole paragraph is unknown, too.
_SLACK: Final = 1.5
_SLACK_OF_LABELLED_TEXT: Final = 3.0
_SLACK_OF_TEXT: Final = 4.5
_INDENT: Final = 0.8
# No document is set in shorter lines than these, in ems; one without running text does not show how long its lines are.
_SHORTEST_MEASURE: Final = 29.0
_STICKS_OUT: Final = 6.0

_SENTENCE_END: Final = re.compile(r"[。．！？][）」』]*$")
# A definition in parentheses ends no sentence: （以下「センター」という。）
_DEFINITION_END: Final = re.compile(r"という。[）)]$")
# What follows one of these at the end of a full line is no label: the sentence is not at its end.
_MID_SENTENCE: Final = re.compile(r"(?:[はがをにでとへもや、，・]|(?<!も)の|から|より|及び|並びに|又は|若しくは)$")
# What may also end a statement: there the next number of a list is a label.
_MAY_END: Final = re.compile("(?:まで|から|より)$")
# A label is not followed by what can only go on a sentence: （１）のとおり, ２４時間.
_GOING_ON: Final = re.compile(r"(?:の|に|を|は|が|と|も|で|へ|及び|又は|並びに|若しくは|から|まで|より|、|。|，|）)")
_STARTERS: Final = re.compile(
    r"また|なお|しかし|そこで|そのため|このため|このこと|こうした|これ|以上|現在|本件|ただし|さらに|ついては|よって|一方|特に|具体的|上記|"
    r"加えて|併せて|今回|今後|近年|従って|したがって|まず|次に"
)
# A page that was set by the rules begins no line with these; an extraction may.
_CANNOT_BEGIN: Final = re.compile("[、。，．）」』】を]")
_BARE_ANNEX: Final = re.compile(r"[（(【]?別紙\s?[0-9０-９]*[）)】]?")
_STATEMENT: Final = re.compile(r"(?:なし|あり|有|無|未定|同上)[。]?")
_GOES_ON: Final = re.compile(r"[、，・（「『]$|(?:上記|下記|前記|別紙)[0-9０-９]*$")
# After a first whole sentence, what ends like this is the beginning of another.
_IN_PROSE: Final = re.compile("[ぁ-ん]$")
_OPENING, _CLOSING = "（「『《【", "）」』》】"
# So many letters at its end decide whether a text goes on.
_TAIL: Final = 40

BREAK_AFTER_SENTENCE: Final = "この段落は、元の文書では行の終わりで文が終わっており、段落の切れ目かどうか分かりません。"


@dataclass(frozen=True)
class Paragraph:
    """Lines joined; ``doubts`` says in Japanese what joining them could not settle."""

    text: str
    label: Label
    lines: tuple[Line, ...]
    doubts: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[ReaderNote, ...]:
        """What the readers noticed in its lines."""
        return tuple(note for line in self.lines for note in line.notes)


Part = Paragraph | Grid


def join_lines(blocks: tuple[Block, ...]) -> Iterator[Part]:
    """Yield the paragraphs and tables of ``blocks``. Joined and without white space, they are the text of the lines."""
    joiner = _Joiner(tuple(block for block in blocks if isinstance(block, Line)))
    paragraph: _OpenParagraph | None = None
    for block in blocks:
        if paragraph is not None and (isinstance(block, Grid) or joiner.begins(paragraph, block)):
            yield joiner.join(paragraph.lines)
            paragraph = None
        if isinstance(block, Grid):
            yield block
        elif paragraph is None:
            paragraph = joiner.open(block)
        else:
            paragraph.add(block)
    if paragraph is not None:
        yield joiner.join(paragraph.lines)


@dataclass
class _OpenParagraph:
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


class _Joiner:
    """Knows how long the lines of one document are, its Latin words and the last number of each of its lists."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self._measure = _usual_measure(lines)
        self._latin_words = latin_words(line.text for line in lines)
        self._numbers: dict[str, int] = {}

    def open(self, line: Line) -> _OpenParagraph:
        """Return the paragraph that ``line`` begins."""
        label = label_of(line.text)
        if label.kind is LabelKind.NUMBER:
            self._numbers[style_of_number(label.printed)] = label.number
        return _OpenParagraph(line)

    def begins(self, before: _OpenParagraph, line: Line) -> bool:
        """Tell whether ``line`` begins a paragraph and does not go on with the one ``before`` it."""
        previous = before.last
        if previous.ends_paragraph or _CANNOT_BEGIN.match(line.text):
            return previous.ends_paragraph
        if _stand_apart(before, line):
            return True
        full = self._is_full(previous, line, labelled=before.has_one_line and is_labelled(previous.text))
        ended = _ends_sentence(previous.text)
        open_line = (full or before.must_go_on(line)) and not ended
        if is_labelled(line.text):
            return not (open_line and self._goes_on_a_sentence(previous.text, line.text))
        if _STATEMENT.fullmatch(line.text):
            return True
        if full and ended:
            return not _goes_on_after_sentence(before, line)
        return not open_line

    def join(self, lines: list[Line]) -> Paragraph:
        """Return ``lines`` as one paragraph."""
        text, doubts = join_texts((line.text for line in lines), self._latin_words)
        if any(_ends_sentence(before.text) and not _surely_goes_on(lines, line) for before, line in pairwise(lines)):
            doubts = (*doubts, BREAK_AFTER_SENTENCE)
        return Paragraph(text, label_of(text), tuple(lines), tuple(dict.fromkeys(doubts)))

    def _is_full(self, line: Line, following: Line, *, labelled: bool) -> bool:
        """Tell whether ``line`` ends because what follows had no more room in it."""
        if line.measure:
            return line.reach + _first_unit(following.text) > line.measure - _SLACK + 1
        slack = _SLACK_OF_LABELLED_TEXT if labelled else _SLACK_OF_TEXT
        unit = max(0.0, _first_unit(following.text) - 1)
        return line.reach + unit >= self._measure - slack

    def _goes_on_a_sentence(self, before: str, labelled: str) -> bool:
        """Tell whether what looks like a label goes on the sentence ``before`` it."""
        if _cannot_be_label(labelled):
            return True
        label = label_of(labelled)
        is_next = self._numbers.get(style_of_number(label.printed), 0) + 1 == label.number > 1
        return _MID_SENTENCE.search(before) is not None and not (is_next and _MAY_END.search(before))


def _goes_on_after_sentence(before: _OpenParagraph, line: Line) -> bool:
    first, body = before.first.indent, before.last.indent
    if line.measure and not before.has_one_line and abs(first - body) > _INDENT:
        # The paragraph's first line is set off, and so would be that of the next one.
        return abs(line.indent - body) < _INDENT
    if line.measure and before.has_one_line and line.indent < first - _INDENT:
        return True
    if line.after_gap and not before.last.after_gap and not before.has_one_line:
        return False
    if _has_indent_of_its_own(before, line) or _STARTERS.match(line.text):
        return False
    return before.reaches_end()


def _has_indent_of_its_own(before: _OpenParagraph, line: Line) -> bool:
    body = before.first.indent - 1 if before.has_one_line else before.last.indent
    return line.indent > body + _INDENT


def _surely_goes_on(lines: list[Line], line: Line) -> bool:
    # With known positions a first line that is set off tells paragraphs apart.
    return bool(line.measure) and abs(lines[0].indent - line.indent) > _INDENT


def _stand_apart(before: _OpenParagraph, line: Line) -> bool:
    """Tell whether a heading without a number stands before ``line``, or is one."""
    previous = before.last.text
    if is_framed(previous) or is_framed(line.text) or (before.has_one_line and _BARE_ANNEX.fullmatch(previous)):
        return True
    return is_annex(line.text) and not _MID_SENTENCE.search(previous)


def _ends_sentence(text: str) -> bool:
    return _SENTENCE_END.search(text) is not None and _DEFINITION_END.search(text) is None


def _cannot_be_label(text: str) -> bool:
    label = label_of(text)
    return not label.words or _GOING_ON.match(label.words) is not None


def _first_unit(text: str) -> float:
    """Return the width of what cannot be broken at the beginning of ``text``: a letter or a half-width word."""
    match = re.match(r"[!-~]+|.", text)
    return width_of(match.group()) if match else 0


def _usual_measure(lines: tuple[Line, ...]) -> float:
    """Return how long the longest lines are, but for a single one that sticks out, such as a row of a table."""
    reaches = sorted((line.reach for line in lines), reverse=True)
    sticks_out = len(reaches) > 1 and reaches[0] - reaches[1] > _STICKS_OUT
    return max([*reaches[sticks_out : sticks_out + 1], _SHORTEST_MEASURE])
