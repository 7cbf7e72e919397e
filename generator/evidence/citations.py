"""The articles of laws that a document's words cite."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from generator.evidence.law_names import LawNames
from generator.evidence.paragraph_ends import PARAGRAPH_END
from generator.japanese.conjunctions import AND_OR
from generator.japanese.numerals import LAW_DIGIT, law_number_value
from generator.model.article_number import ArticleNumber

_NUMBER: Final = "([1-9][0-9]{0,4}+|[一二三四五六七八九十百]{1,6}+)"
# No branch of an article: 第12条の一部, 第12条第三者提供, 第12条第1回.
_NO_NUMBER: Final = "(?![部般つ以方分定個件回者種])"
_PARENTHESIS: Final = r"(?:\([^()]*\))?"
_ARTICLE: Final = re.compile(f"第{LAW_DIGIT}+条")
# A citation, or its last parts where it goes on from the one before: 第16条第1項第4号 and then 第5号, 同条第2項.
_CITED: Final = re.compile(
    f"(?=第{LAW_DIGIT}+[条項号]|同条(?!例)|同項)(?:(?:第{_NUMBER}条(?:の{_NUMBER}{_NO_NUMBER})?|同条)?(?:第{_NUMBER}項|同項)?(?:第{_NUMBER}号)?)((?:の|第){LAW_DIGIT}++{_NO_NUMBER})*+"
)
_AND: Final = re.compile(
    f"{_PARENTHESIS}(?:まで)?{PARAGRAPH_END}?(?:、|,|・|~|{AND_OR}|から|ないし)+{PARAGRAPH_END}?同?(?=第{LAW_DIGIT}|同条(?!例)|同項)"
)


class CitedPlace(NamedTuple):
    """An article, and where in a text it is cited, without its law's name, which begins at ``begin``.

    ``law`` is the folded title of the law, or None where more than one could be meant.
    """

    law: str | None
    number: ArticleNumber
    begin: int
    start: int
    end: int


def citations_in(folded: str, names: LawNames) -> Iterator[CitedPlace]:
    """Yield the articles of laws that ``folded`` text, whose paragraphs are marked, cites, in its order.

    The first stands after a law's name, perhaps with a parenthesis between; each goes on where the one before it
    leaves off: 条例第16条第1項第4号及び第5号 cites 第16条第1項第5号 too, at its last three characters. 第18条第3号の2
    is another place than 第18条第3号, and none that the archive knows. An article without a law's name is no citation.
    """
    reached = 0
    for article in _ARTICLE.finditer(folded):
        if article.start() < reached:
            continue
        name = names.name_before(folded, article.start())
        if name is None:
            continue
        begin = name.start
        for number, known, start, end in _listed(folded, article.start()):
            if known:
                yield CitedPlace(name.law, number, begin, start, end)
            reached = begin = end


def _listed(text: str, position: int) -> Iterator[tuple[ArticleNumber, bool, int, int]]:
    before: ArticleNumber | None = None
    while (cited := _CITED.match(text, position)) is not None:
        before = _continued(cited, before)
        yield before, cited.group(5) is None, *cited.span()
        more = _AND.match(text, cited.end())
        if more is None:
            return
        position = more.end()


def _continued(cited: re.Match[str], before: ArticleNumber | None) -> ArticleNumber:
    article, branch, paragraph, item = (law_number_value(number) for number in cited.group(1, 2, 3, 4))
    if article or before is None:
        return ArticleNumber(article, branch, paragraph, item)
    if paragraph or cited.group().startswith("同条"):
        return ArticleNumber(before.article, before.branch, paragraph, item)
    return ArticleNumber(before.article, before.branch, before.paragraph, item)
