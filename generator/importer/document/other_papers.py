"""Tells the papers of a meeting that are no consultations, such as 答申, 次第 and 会議録, by how they begin."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from generator.archive.sources import consultation_number, document_number
from generator.importer.files.notes import ReaderNote
from generator.importer.files.reading import FiledBlock, Line
from generator.japanese.fold import fold, without_space
from generator.model.outline import LabelKind, read_label

NOT_ONE: Final = (
    "{{}}行目に「{words}」とあるので、これは{kind}のようです。諮問ではないので、どの諮問のファイルにも入れていません。"
    "諮問の文書なら、この行のないテキストにして取り込むか、手引きの「手で書くとき」のとおりに作ってください。"
)
DECISION: Final = "答申の言葉は、もとの諮問のファイルの decision に、原文のまま書けます。"
PERHAPS: Final = "「{words}」とあるので、ここからは{kind}かもしれません。そうなら、ファイルを分けて取り込んでください。"
NO_CONSULTATION: Final = "（諮問ではない資料）"
LEFT_OUT: Final = "{kind}" + NO_CONSULTATION

_DRAFT: Final = r"案?(?:\([^()]{1,20}\))?"
_MEETING: Final = "(?:会|会議|部会)"
# How a line looks that is the title of a paper and of nothing else, wherever it stands.
_CERTAIN_TITLES: Final = (
    ("答申", r"答申第[0-9-]+号"),
    ("次第", rf"(?:.{{0,40}}{_MEETING})?(?:(?:会議|議事)?次第|議事日程(?:第[0-9]+号)?){_DRAFT}"),
    ("会議録", rf".{{2,40}}{_MEETING}の?(?:会議録|議事録|議事要旨|会議要旨|議事概要|会議概要|議事要録){_DRAFT}"),
    ("委員名簿", rf".{{2,30}}{_MEETING}の?(?:委員|出席者|構成員)名簿{_DRAFT}"),
    ("座席表", rf".{{2,30}}{_MEETING}の?(?:座席表|座席図|席次表|配席図){_DRAFT}"),
)
# One that may also stand somewhere within a consultation, but not where a page begins.
_TITLES_OF_PAGES: Final = (
    *_CERTAIN_TITLES,
    ("答申", rf"答申書?{_DRAFT}|.{{2,40}}に(?:対する|係る|ついての|関する)答申書?(?:について)?{_DRAFT}"),
    ("次第", rf"(?:.{{0,40}}会)?(?:議題一覧|議案一覧|案件一覧|会議日程){_DRAFT}"),
    (
        "会議録",
        rf".{{0,40}}(?:会議録|議事録|議事要旨|会議要旨|議事概要|会議概要|議事要録|会議(?:の|結果)?(?:概要|記録|結果)){_DRAFT}",
    ),
    ("報告", rf"報告(?:資料)?(?:第|no\.?)?[0-9]+号?{_DRAFT}"),
    ("委員名簿", rf".{{0,30}}(?:委員|出席者|構成員)等?名簿{_DRAFT}"),
    ("座席表", rf".{{0,30}}(?:座席表|座席図|席次表|配席図){_DRAFT}"),
    ("資料一覧", r"(?:.{0,30}会の?)?(?:配[付布]|会議|審議|当日)?資料(?:の?一覧|目録)表?|目次"),
    ("通知", r"事務連絡|.{0,40}開催(?:通知書?|について\((?:お知らせ|通知)\)|のお知らせ)"),
)
# One that may also be a part of a longer title, but not where a file begins.
_TITLES_OF_FILES: Final = (
    *_TITLES_OF_PAGES,
    ("報告", rf".{{2,40}}(?:報告書|(?:結果|状況|実績)?の?報告(?:について)?){_DRAFT}"),
    ("審議結果", r".{0,40}(?:審議|審査)結果(?:について|一覧表?)?"),
)
# One that makes a reader ask, in the middle of a consultation and where no page begins.
_TITLES_TO_ASK_ABOUT: Final = (
    *_CERTAIN_TITLES,
    ("報告", r"報告(?:資料)?(?:第|no\.?)[0-9]+号?"),
    ("報告", r".{2,80}について\(報告\)"),
    ("答申", r".{2,80}について\(答申\)"),
)
# What stands at the end of a title says what the paper is: …について（答申）.
_KIND_AT_THE_END: Final = re.compile(
    r"\((答申|報告|通知|次第|会議録|議事録|意見書|お知らせ|(?:諮問の)?(?:取下げ|撤回))(?:第[0-9]+号)?(?:案|\(案\))?\)$"
)
# Only the council that answers says this.
_ANSWERS: Final = re.compile(r"(?:次|下記|以下)のとおり答申(?:する|します|いたします)")
_HEADS_AN_ANSWER: Final = re.compile("(?:審議会|審査会)の(?:結論|判断|答申)")
_QUOTED: Final = re.compile("「[^」]*」")
_ON_AN_AGENDA: Final = re.compile(
    "(?:開会|閉会|散会|議事|議題|審議事項|諮問事項|報告事項|協議事項|連絡事項|その他|次回.{0,12}|.{0,8}(?:挨拶|あいさつ)|資料(?:説明|確認)|質疑.{0,4})"
)
_IN_A_CONSULTATION: Final = re.compile("理由|趣旨|目的|概要|相手方|委託先|項目|件数|対象|方法|時期|期間|根拠")
_SURELY_ON_AN_AGENDA: Final = re.compile("開会|閉会|散会|審議事項|報告事項")
_OF_ANOTHER: Final = re.compile("別紙|別添|別表|参考|様式|添付|(?:審議)?資料(?:[0-9０-９]|[NＮ])|【|《")
_HEADS: Final = (LabelKind.PART, LabelKind.NUMBER)
_LINES_OF_A_HEAD: Final = 12
_FEWEST_HEADINGS: Final = 2


@dataclass(frozen=True)
class OtherPaper:
    """A paper that is no consultation: its kind, its blocks from ``begin`` up to ``end``, and the one that tells."""

    kind: str
    begin: int
    end: int
    teller: int


def find_other_papers(filed: Sequence[FiledBlock], starts: Collection[int]) -> tuple[OtherPaper, ...]:
    """Return the papers among the blocks in ``filed`` that are no consultations; ``starts`` may begin one.

    A paper goes on to the next start or title. What an agenda or an answer lists as consultations is a part of it.
    """
    titles = {index for index in range(len(filed)) if _begins_another(filed, index)}
    found: list[OtherPaper] = []
    for begin, end in pairwise((*sorted({0, *starts, *titles}), len(filed))):
        last = found[-1] if found and found[-1].end == begin and filed[begin - 1][0] == filed[begin][0] else None
        if last is not None and begin in starts and _only_lists(filed[begin:end]):
            found[-1] = replace(last, end=end)
        elif (told := _tell(filed, begin, end, starts=starts)) is not None:
            found.append(OtherPaper(told[0], begin, end, told[1]))
    return tuple(found)


def describe_paper(paper: OtherPaper, filed: Sequence[FiledBlock]) -> ReaderNote:
    """Return what is told of ``paper``: where it says what it is, and what to do if it is not."""
    file, block = filed[paper.teller]
    place = f"{block.page}ページ" if block.page > 1 else ""
    message = NOT_ONE.format(words=block.texts[0], kind=paper.kind) + (DECISION if paper.kind == "答申" else "")
    return ReaderNote(message, block.page, block.number, f"{place}{block.number}", file=file)


def find_perhaps_others(
    filed: Sequence[FiledBlock], starts: Collection[int], papers: Sequence[OtherPaper]
) -> Iterator[tuple[int, ReaderNote]]:
    """Yield the index of each line within a consultation that may be another paper's title, with a note on it."""
    within = False
    for index, (file, block) in enumerate(filed):
        within = (within or _heads_a_section(filed[index].text)) and index not in starts
        if within and isinstance(block, Line) and not any(paper.begin <= index < paper.end for paper in papers):
            kind = _kind_of_title(block.text, _TITLES_TO_ASK_ABOUT)
            if kind is not None:
                message = PERHAPS.format(words=block.text, kind=kind)
                yield index, ReaderNote(message, block.page, block.number, file=file)


def _heads_a_section(text: str) -> bool:
    return text.startswith("《") or read_label(text).kind in _HEADS


def _begins_another(filed: Sequence[FiledBlock], index: int) -> bool:
    file, block = filed[index]
    before = filed[index - 1] if index else None
    if before is None or before[0] != file:
        return _tell_head(filed, index, _end_of_file(filed, index)) is not None
    if not isinstance(block, Line) or _OF_ANOTHER.match(before[1].texts[-1]):
        return False
    if before[1].page != block.page:
        return _kind_of_title(block.text, _TITLES_OF_PAGES) is not None
    return block.after_gap and _kind_of_title(block.text, _CERTAIN_TITLES) is not None


def _end_of_file(filed: Sequence[FiledBlock], index: int) -> int:
    return next((end for end in range(index, len(filed)) if filed[end][0] != filed[index][0]), len(filed))


def _tell(filed: Sequence[FiledBlock], begin: int, end: int, *, starts: Collection[int]) -> tuple[str, int] | None:
    """Return what the paper from ``begin`` to ``end`` is, if it is no consultation, and the index that tells so."""
    if begin not in starts:
        return _tell_head(filed, begin, end) or _tell_agenda(filed, begin, end)
    if all(consultation_number(text) is None for _, text in _lines(filed, begin, min(end, begin + _LINES_OF_A_HEAD))):
        # Without the number of a consultation the number of its paper does not make it one.
        return _tell_head(filed, begin + 1, end)
    return _tell_answer(filed, begin, end) or (
        _tell_agenda(filed, begin, end) if _only_lists(filed[begin:end]) else None
    )


def _tell_head(filed: Sequence[FiledBlock], begin: int, end: int) -> tuple[str, int] | None:
    """Return what the lines before the first heading say that the paper is."""
    for index, text in _head(filed, begin, end):
        kind = _kind_of_title(text, _TITLES_OF_FILES) or _kind_at_the_end(text)
        # The number of a consultation may be printed in ways that nothing else here knows.
        is_numbered = text.startswith("諮問第") and kind != "答申"
        if is_numbered or _OF_ANOTHER.match(without_space(text)):
            return None
        if kind is not None:
            return kind, index
    return None


def _tell_answer(filed: Sequence[FiledBlock], begin: int, end: int) -> tuple[str, int] | None:
    """Return what a paper is that begins like a consultation, and where its head or the council's words say so."""
    for index, text in _head(filed, begin, end):
        kind = _kind_at_the_end(text) or _kind_of_title(text, _CERTAIN_TITLES)
        if kind is not None:
            return kind, index
    for index, text in _lines(filed, begin, end):
        heads = read_label(text).kind in _HEADS and _HEADS_AN_ANSWER.fullmatch(fold(read_label(text).words))
        if heads or _ANSWERS.search(fold(_drop_quotations(text))):
            return "答申", index
    return None


def _drop_quotations(text: str) -> str:
    # Behind the last 」 no quotation ends, and looking for an end behind each of many 「 takes the square of them.
    closed = text.rfind("」") + 1
    return _QUOTED.sub("", text[:closed]) + text[closed:]


def _tell_agenda(filed: Sequence[FiledBlock], begin: int, end: int) -> tuple[str, int] | None:
    on_it = [index for index, text in _lines(filed, begin, end) if _SURELY_ON_AN_AGENDA.fullmatch(_words(text))]
    return ("次第", on_it[0]) if len(on_it) >= (1 if _only_lists(filed[begin:end]) else _FEWEST_HEADINGS) else None


def _only_lists(filed: Sequence[FiledBlock]) -> bool:
    """Tell whether a piece that begins like a consultation has no sections of its own: an agenda lists its title."""
    lines = [block.text for _, block in filed if isinstance(block, Line)]
    if not lines or document_number(lines[0]) is not None:
        return False
    heads = list(filter(_heads_a_section, lines))
    own = [text for text in map(_words, heads) if _ON_AN_AGENDA.fullmatch(text) is None]
    return len(own) < _FEWEST_HEADINGS and not any(map(_IN_A_CONSULTATION.search, own))


def _words(text: str) -> str:
    return without_space(fold(read_label(text).words))


def _lines(filed: Sequence[FiledBlock], begin: int, end: int) -> Iterator[tuple[int, str]]:
    for index in range(begin, end):
        block = filed[index][1]
        if isinstance(block, Line):
            yield index, block.text


def _head(filed: Sequence[FiledBlock], begin: int, end: int) -> Iterator[tuple[int, str]]:
    for index, text in _lines(filed, begin, min(end, begin + _LINES_OF_A_HEAD)):
        if _heads_a_section(text) or read_label(text).kind is LabelKind.ANNEX:
            return
        yield index, text


def _kind_of_title(text: str, titles: Sequence[tuple[str, str]]) -> str | None:
    said = fold(without_space(text))
    if _OF_ANOTHER.match(said) or read_label(text).kind is not LabelKind.NONE:
        return None
    return next((kind for kind, pattern in titles if re.fullmatch(pattern, said)), None)


def _kind_at_the_end(text: str) -> str | None:
    match = _KIND_AT_THE_END.search(fold(without_space(text)))
    return match.group(1) if match else None
