"""Slips of an input method: signs of YAML in full width, a wide space as indent, a space forgotten.

YAML takes such a line for text and complains, if at all, further down. So the lines that should be a key or an entry of
a list are looked at one by one, each slip is told where it is, and the text is read again as if it were mended.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Final

from generator.problems import Problem

# The white space that Unicode has beside that of the keyboard (general category Zs).
WIDE_SPACES: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACE: Final = f"[ \t{WIDE_SPACES}]"
_COLONS: Final = {
    "：": "全角のコロン",
    "﹕": "小さいコロン",
    "︰": "縦書きの記号",
    "∶": "比の記号",
    "꞉": "コロンに似た文字",
    "；": "全角のセミコロン",
    ";": "セミコロン",
    "＝": "全角の等号",
}
_DASHES: Final = {
    "－": "全角のハイフン",
    "ー": "長音の記号",
    "ｰ": "半角の長音の記号",
    "‐": "ハイフン",
    "‑": "ハイフン",
    **dict.fromkeys("‒–—―", "ダッシュ"),
    "−": "マイナス",
    "─": "罫線",
    "━": "罫線",
    "・": "中黒",
    "･": "半角の中黒",
    "•": "黒丸",
    "‣": "三角",
    "●": "黒丸",
    "○": "丸",
    "◦": "丸",
    "■": "四角",
}
_BLOCKS: Final = {"｜": "|", "│": "|", "＞": ">"}
_KEY: Final = "[A-Za-zＡ-Ｚａ-ｚ_＿]+"
_ANY_COLON: Final = f"[:{''.join(_COLONS)}]"
# What may be a slip anywhere: nothing else is looked at where a file has no problem.
_SUSPICIOUS: Final = re.compile(
    rf"^ *[{WIDE_SPACES}]|^ *(?:[＃{''.join(_DASHES)}]|-[^ \n-])"
    rf"|^ *(?:- +)*{_KEY}{_SPACE}*(?:[{''.join(_COLONS)}]|:[^ \n]|: *[{''.join(_BLOCKS)}])"
    rf"|^ *(?:- +)*{_KEY}[{WIDE_SPACES}]|^ *(?:- +)*[a-z_]*[A-ZＡ-Ｚａ-ｚ＿]{_KEY}? *:(?: |$)",
    re.MULTILINE,
)
_ENTRY: Final = re.compile(
    rf"(?P<key>{_KEY})(?P<before>{_SPACE}*)(?P<colon>{_ANY_COLON}?)(?P<gap>{_SPACE}*)(?P<value>.*)"
)
_WIDE: Final = re.compile(f"[{WIDE_SPACES}]")
_BLOCK: Final = re.compile(r"[|>][-+0-9]*(?:\s+#.*)?\s*")
# A value of these keys is text, whatever its lines begin with.
_OF_TEXT: Final = frozenset({"text", "words", "heading", "title", "subtitle"})
_MOST_SHOWN: Final = 12
_MOST_LINES: Final = 8


@dataclass(frozen=True)
class Slips:
    """The slips of a text, and the text as it would be without them, line for line.

    ``lines`` are those with a slip. ``moved`` tells whether an indent had to be guessed, so that what is said of the
    mended text below it may be wrong.
    """

    problems: tuple[Problem, ...]
    mended: str
    lines: frozenset[int] = frozenset()
    moved: bool = False


def find_slips(file: str, text: str, known: Collection[str], *, broken: bool) -> Slips:
    """Return the slips in the YAML ``text`` of a file whose keys are ``known``.

    In a text that is ``broken``, which YAML cannot read at all, a key without a colon is one, too.
    """
    if not broken and not _SUSPICIOUS.search(text):
        return Slips((), text)
    reader = _Lines(file, frozenset(known), broken=broken)
    mended = [reader.read(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    lines = frozenset(problem.line for problem in reader.problems)
    return Slips(tuple(_once_each(reader.problems)), "\n".join(mended), lines, reader.moved)


def _once_each(problems: list[Problem]) -> Iterator[Problem]:
    """Yield each problem that is told in the same words once, with the other lines it stands in."""
    alike: dict[str, list[Problem]] = {}
    for problem in problems:
        alike.setdefault(problem.message, []).append(problem)
    for first, *others in alike.values():
        lines = "、".join(str(problem.line) for problem in others[:_MOST_LINES])
        more = "など" if len(others) > _MOST_LINES else ""
        message = (
            f"{first.message}ほかに{lines}行目{more}（{len(others)}か所）も同じです。" if others else first.message
        )
        yield replace(first, message=message)


class _Lines:
    """Reads line after line; knows whether it stands within a block of text or a value that goes on."""

    def __init__(self, file: str, known: frozenset[str], *, broken: bool) -> None:
        self.problems: list[Problem] = []
        self.moved = False
        self._file = file
        self._known = known
        self._broken = broken
        self._block: int | None = None  # the column that a block's lines lie to the right of
        self._value: int | None = None  # that of a value that may go on

    def read(self, number: int, line: str) -> str:
        """Return ``line`` without its slips."""
        written = line.lstrip()
        if not written or written.startswith("#") or line.startswith(("---", "...")):
            return line
        indent = line[: len(line) - len(written)]
        width = sum(2 if letter == "\u3000" else 1 for letter in indent)
        inside = self._value if self._block is None else self._block
        if inside is not None and width > inside and self._stays_inside(indent, inside):
            return line
        if _WIDE.search(indent):
            self._tell_indent(number, indent)
        if inside is not None and width > inside:
            return " " * width + written
        self._block = self._value = None
        return " " * width + self._read_entry(number, written, len(indent), width)

    def _stays_inside(self, indent: str, inside: int) -> bool:
        """Tell whether YAML, too, takes a line of ``indent`` for part of what stands to the right of ``inside``."""
        return len(indent) - len(indent.lstrip(" ")) > inside or not _WIDE.search(indent)

    def _read_entry(self, number: int, written: str, place: int, width: int) -> str:
        """Return the line ``written``, which begins at ``place`` in the file and at ``width`` as it is mended."""
        if written[0] == "＃":
            self._tell(
                number, place, "「＃」（U+FF03、全角）では、コメントになりません。", "半角の「#」に直してください。"
            )
            return f"#{written[1:]}"
        mended = ""
        while written and (dash := self._dash(number, written, place, first=not mended)) is not None:
            mended += f"- {dash[1]}"
            written, place = written[dash[0] :], place + dash[0]
        column = width + len(mended)
        entry = _ENTRY.fullmatch(written)
        key = unicodedata.normalize("NFKC", entry["key"]).lower() if entry else ""
        if entry is None or key not in self._known or not (entry["colon"] or self._forgets_colon(entry, mended)):
            self._value = column - 1 if mended and ": " not in written else None
            return mended + written
        value = self._read_value(number, key, entry, place)
        if _BLOCK.fullmatch(value):
            self._block = column
        elif value or key in _OF_TEXT:
            self._value = column
        return (
            f"{mended}{key}: {value}".rstrip() if value != entry["value"] or self._slipped(number) else mended + written
        )

    def _slipped(self, number: int) -> bool:
        return bool(self.problems) and self.problems[-1].line == number

    def _forgets_colon(self, entry: re.Match[str], dash: str) -> bool:
        # A word alone may well be an entry of a list.
        return self._broken and bool(entry["before"] if entry["value"] else not dash)

    def _dash(self, number: int, written: str, place: int, *, first: bool) -> tuple[int, str] | None:
        """Return how many characters a dash takes with the space after it, and what of this space is to be kept."""
        dash, rest = written[0], written[1:]
        after = rest[: len(rest) - len(rest.lstrip())]
        if dash == "-" and (after.startswith(" ") or not rest):
            return (1 + len(after), after[1:].replace("\u3000", "  ")) if rest.strip() else None
        if not first or (dash != "-" and dash not in _DASHES) or rest.startswith("-"):
            return None
        if dash != "-":
            message = f"「{dash}」（U+{ord(dash):04X}、{_DASHES[dash]}）では、一覧になりません。"
            self._tell(
                number, place, message, f"半角の「-」と半角の空白に直してください（「- {_shown(rest.strip())}」）。"
            )
        elif after:
            self._tell_space(number, place + 1, after[0], f"- {_shown(rest.strip())}")
        else:
            remedy = f"「-」の後に半角の空白を入れてください（「- {_shown(rest)}」）。"
            self._tell(number, place, "一覧の「-」の後に空白がありません。", remedy)
        return 1 + len(after), ""

    def _read_value(self, number: int, key: str, entry: re.Match[str], place: int) -> str:
        """Return the value of ``entry`` whose key is ``key``, after all that is wrong up to it has been told."""
        value, colon, mended = entry["value"], entry["colon"], f"{key}: {_shown(entry['value'])}".rstrip()
        if entry["key"] != key:
            kind = "全角の文字" if not entry["key"].isascii() else "大文字"
            message = f"キー「{entry['key']}」に{kind}があります。"
            self._tell(number, place, message, f"半角の小文字で「{key}」と書いてください。")
        wide = _WIDE.search(entry["before"])
        if wide:
            self._tell_space(number, place + entry.start("before"), wide[0], mended)
        if not colon:
            message = f"「{entry['key']}」の後に「:」がありません。"
            self._tell(number, place, message, f"半角の「:」と半角の空白を入れてください（「{mended}」）。")
        elif colon != ":":
            message = f"「{colon}」（U+{ord(colon):04X}、{_COLONS[colon]}）では、キーと値が分かれません。"
            remedy = f"半角の「:」と半角の空白に直してください（「{mended}」）。"
            self._tell(number, place + entry.start("colon"), message, remedy)
        elif entry["gap"] and entry["gap"][0] not in " \t":
            self._tell_space(number, place + entry.start("gap"), entry["gap"][0], mended)
        elif value and not entry["gap"]:
            message = f"「{key}:」の後に空白がありません。"
            remedy = f"「:」の後に半角の空白を入れてください（「{mended}」）。"
            self._tell(number, place + entry.start("value"), message, remedy)
        if value.strip() in _BLOCKS and key in _OF_TEXT:
            sign = _BLOCKS[value.strip()]
            message = f"「{value.strip()}」（U+{ord(value[0]):04X}、全角）では、下の行が本文になりません。"
            self._tell(number, place + entry.start("value"), message, f"半角の「{sign}」に直してください。")
            return sign
        return value

    def _tell_indent(self, number: int, indent: str) -> None:
        self.moved = True
        wide = _WIDE.search(indent)
        if wide:
            remedy = (
                "字下げを、半角の空白だけにし、上の行とそろえてください（全角の空白1つは、半角の空白2つ分の幅です）。"
            )
            self._tell(number, wide.start(), f"字下げに{_name_space(wide[0])}が使われています。", remedy)

    def _tell_space(self, number: int, place: int, space: str, mended: str) -> None:
        message = f"ここの空白が、{_name_space(space)}です。"
        self._tell(number, place, message, f"半角の空白に直してください（「{mended}」）。")

    def _tell(self, number: int, place: int, message: str, remedy: str) -> None:
        self.problems.append(Problem(self._file, number, place + 1, message, remedy))


def _name_space(space: str) -> str:
    names = {"\u3000": "全角の空白", "\u00a0": "改行しない空白"}
    return f"{names.get(space, '特別な空白')}（U+{ord(space):04X}）"


def _shown(value: str) -> str:
    return value if len(value) <= _MOST_SHOWN else f"{value[:_MOST_SHOWN]}…"
