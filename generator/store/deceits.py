"""Characters that are not what they seem, told to a clerk: where each stands first, what it is, and how to mend it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.japanese.deceiving import LOST, Deceit, Deceiver, find_deceivers
from generator.japanese.unseen import name_unseen
from generator.problems import Problem, Severity
from generator.store.nodes import Entries, MappingNode, Mark, Node, Scalar
from generator.store.source_text import RETYPE

_ERRORS: Final = frozenset({Deceit.UNSEEN, Deceit.LOST, Deceit.STRAY_SELECTOR, Deceit.STRAY_JOINER, Deceit.STRAY_MARK})
# A source says what a program read in the ward's document; what only looks alike is mended in the consultation's file.
_TOLD_OF_A_SOURCE: Final = (Deceit.LOST, Deceit.PRIVATE, Deceit.UNASSIGNED)
_IN_BOTH: Final = (
    "原本を見て、正しい字（なければ 〓）に書き換えてください。諮問のファイルにもあれば、同じ字に直してください。"
)

# What writes a character in double quotes by its number or its name (YAML 1.1, 5.7).
_ESCAPE: Final = re.compile(r"\\[xuUNLP_]")

_SAID: Final = {
    Deceit.UNSEEN: ("目に見えない文字 {code}が入っています。", RETYPE),
    Deceit.LOST: (
        "{code}（{trace}）が入っています。元の文字は失われています。",
        "原本を見て、元の文字に書き換えてください。",
    ),
    Deceit.PRIVATE: (
        "{code}（外字。文字コードだけでは形の分からない文字）が入っています。ほかの人の画面では別の形か空白に見えます。",
        "文書を見て、同じ字の普通の文字に書き換えてください。",
    ),
    Deceit.UNASSIGNED: (
        "{code}（まだ文字の割り当てられていない符号）が入っています。",
        "原本を見て、正しい文字に書き換えてください。",
    ),
    Deceit.LOOK_ALIKE: (
        "「{letters}」（{code}）は、「{seen}」に見える別の文字です。",
        "「{seen}」に書き換えてください（ファイル全体で置き換えると確実です）。",
    ),
    Deceit.DECOMPOSED: (
        "「{seen}」が、2つの文字（{code}）に分かれて入っています。",
        "1つの文字の「{seen}」に打ち直してください。",
    ),
    Deceit.STRAY_MARK: ("{code}（前の文字に付く印）が、付く文字のない所に入っています。", RETYPE),
    Deceit.STRAY_SELECTOR: (
        "目に見えない文字 {code}（字形を選ぶ符号）が、字形を選べない文字の後に入っています。",
        RETYPE,
    ),
    Deceit.STRAY_JOINER: ("目に見えない文字 {code}（前後の文字をつなぐ符号）が入っています。", RETYPE),
}


@dataclass(frozen=True)
class _Found:
    mark: Mark
    deceiver: Deceiver


def tell_deceits_in_values(file: str, text: str, root: Node) -> tuple[Problem, ...]:
    """Return a problem for each character that deceives in the keys and values of ``root``, read from ``text``.

    Each is told once, where it stands first, with how often it does; all that are decomposed are told as one.
    """
    # An escape in quotes may hide one, too. As a rule there is none, and looking at each value takes long.
    if _ESCAPE.search(text) is None and next(find_deceivers(text), None) is None:
        return ()
    lines = text.split("\n")
    found = (
        _Found(_place(lines, scalar, deceiver), deceiver)
        for scalar in _scalars(root)
        for deceiver in find_deceivers(scalar.text)
    )
    return tuple(_tell(file, found))


def tell_deceits_in_source(file: str, text: str) -> tuple[Problem, ...]:
    """Return a problem for each character that was lost, or means nothing, in the source ``text``."""
    return tuple(
        Problem(each.file, each.line, each.column, each.message, _IN_BOTH, Severity.WARNING)
        for each in _tell(file, (one for one in _in_lines(text) if one.deceiver.deceit in _TOLD_OF_A_SOURCE))
    )


def tell_deceits_in_text(file: str, text: str) -> tuple[Problem, ...]:
    """Return a problem for each character that deceives in ``text``, of a page that is written by hand."""
    return tuple(_tell(file, _in_lines(text)))


def _in_lines(text: str) -> Iterator[_Found]:
    # Looking through all lines one by one takes long, and as a rule there is nothing to be found.
    if next(find_deceivers(text), None) is not None:
        for number, line in enumerate(text.split("\n"), start=1):
            yield from (_Found(Mark(number, each.place + 1), each) for each in find_deceivers(line))


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Entries):
        for entry in node.nodes:
            yield from _scalars(entry)
    elif isinstance(node, MappingNode):
        for key, (mark, child) in node.nodes.items():
            yield Scalar(mark, key, plain=True)
            yield from _scalars(child)


def _place(lines: list[str], scalar: Scalar, deceiver: Deceiver) -> Mark:
    """Return where ``deceiver`` stands; where it is written as an escape, where its value begins."""
    begin = scalar.mark.column - 1
    for number in range(scalar.mark.line, min(scalar.mark.line + scalar.text.count("\n") + 2, len(lines) + 1)):
        place = lines[number - 1].find(deceiver.letters, begin)
        if place >= 0:
            return Mark(number, place + 1)
        begin = 0
    return scalar.mark


def _tell(file: str, found: Iterable[_Found]) -> Iterator[Problem]:
    alike: dict[tuple[Deceit, str], list[Mark]] = {}
    firsts: dict[tuple[Deceit, str], Deceiver] = {}
    for each in found:
        # Whoever types が in two pieces does so everywhere.
        letters = "" if each.deceiver.deceit is Deceit.DECOMPOSED else each.deceiver.letters
        key = each.deceiver.deceit, letters
        alike.setdefault(key, []).append(each.mark)
        firsts.setdefault(key, each.deceiver)
    for key, marks in alike.items():
        message, remedy = explain_deceiver(firsts[key])
        often = f"（このファイルに{len(marks)}か所）" if len(marks) > 1 else ""
        severity = Severity.ERROR if firsts[key].deceit in _ERRORS else Severity.WARNING
        yield Problem(file, marks[0].line, marks[0].column, f"{message}{often}", remedy, severity)


def explain_deceiver(deceiver: Deceiver) -> tuple[str, str]:
    """Return, in Japanese, what ``deceiver`` is and how to mend it."""
    letters, seen = deceiver.letters, deceiver.seen
    code = "と".join(f"U+{ord(letter):04X}" for letter in letters)
    if deceiver.deceit is Deceit.UNSEEN:
        code = name_unseen(letters)
    message, remedy = _SAID[deceiver.deceit]
    words = {"letters": letters, "code": code, "seen": seen, "trace": LOST.get(letters, "")}
    return message.format_map(words), remedy.format_map(words)
