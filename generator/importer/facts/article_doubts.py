"""What is not sure about the articles by which a document asks: for which measure, and whether they are registered."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from generator.importer.facts.found import DraftDoubt, NewName
from generator.importer.facts.precedents import Precedents
from generator.kinds.names import Names
from generator.kinds.registered_law import ARTICLES, RegisteredLaw
from generator.model.article_number import LawArticle
from generator.model.consultation import Consultation, Measure

WHICH_OF_THEM: Final = (
    "{articles}がどの措置の根拠か、文書からは分かりません。{known}"
    "分かれば、measures のその措置の articles に移してください。"
)
ALL_UNKNOWN: Final = "どれも、この開催日の条例・法律の条項として登録されていません。"
KNOWN: Final = "これまでの諮問の根拠は、{pairs}です。"
WHICH_MEASURE: Final = "{article}が「{measure}」の根拠かどうか、分かりません。"
UNKNOWN: Final = "{article}は、この開催日の条例・法律の条項として登録されていません。"
NEAR_LAW: Final = (
    "{article}は登録されていません。「{law}」のことなら、"
    "articles.yml のその登録の short_names に「{name}」を書き足してください。"
)

_OF_THE_WARD: Final = re.compile("^[本当同]?[区市町村都道府県]の?")


def doubt_unpaired(consultation: Consultation, names: Names, precedents: Precedents) -> Iterator[DraftDoubt]:
    """Yield the doubt about all articles of ``consultation`` whose measure is not said.

    Where nobody registered any, it is about that, too, and the doubts that hold the others back have no words.
    """
    articles = consultation.articles
    which = WHICH_OF_THEM.format(articles=_phrase_articles(articles), known=_phrase_known(consultation, precedents))
    unknown = list(doubt_unknown(articles, consultation, names))
    if len(unknown) == len(articles) and all(doubt.new for doubt in unknown):
        for place, doubt in enumerate(unknown):
            yield replace(doubt, message="" if place else which + ALL_UNKNOWN).under(("articles",))
    else:
        yield from (doubt.under(("articles",)) for doubt in unknown)
        yield DraftDoubt(("articles",), which)


def _phrase_known(consultation: Consultation, precedents: Precedents) -> str:
    """Return by which of its articles the ward has asked before for the measures of ``consultation``."""
    kinds = [measure.type for measure in consultation.measures]
    pairs = ((kind, [each for each in precedents.articles_of(kind) if each in consultation.articles]) for kind in kinds)
    said = "、".join(f"「{kind}」が{'と'.join(map(str, known))}" for kind, known in pairs if known)
    return KNOWN.format(pairs=said) if said else ""


def _phrase_articles(articles: tuple[LawArticle, ...]) -> str:
    """Return ``articles`` in a row, with the name of a law before the first of its articles only."""
    pairs = zip(("", *(each.law for each in articles)), articles, strict=False)
    return "、".join(str(each.number) if each.law == before else str(each) for before, each in pairs)


def doubt_articles(
    measure: Measure, sure: tuple[LawArticle, ...], consultation: Consultation, names: Names
) -> Iterator[DraftDoubt]:
    """Yield a doubt about each article of ``measure`` that is not registered, or not ``sure`` to be for it."""
    yield from (doubt.under(("articles",)) for doubt in doubt_unknown(measure.articles, consultation, names))
    for place, article in enumerate(measure.articles):
        if article not in sure:
            message = WHICH_MEASURE.format(article=article, measure=measure.type)
            yield DraftDoubt(("articles", place), message, held=True)


def doubt_unknown(articles: tuple[LawArticle, ...], consultation: Consultation, names: Names) -> Iterator[DraftDoubt]:
    """Yield a doubt about each of ``articles`` that is not registered, at its place."""
    for place, article in enumerate(articles):
        if names.cited(article, consultation.meeting) is not None:
            continue
        near = _find_near(article.law, names.laws_at(consultation.meeting))
        if near is not None:
            message = NEAR_LAW.format(article=article, law=near.name, name=article.law)
            yield DraftDoubt((place,), message, held=True)
        else:
            new = NewName(ARTICLES, str(article))
            yield DraftDoubt((place,), UNKNOWN.format(article=article), held=True, new=new)


def _find_near(name: str, laws: tuple[RegisteredLaw, ...]) -> RegisteredLaw | None:
    """Return the only one of ``laws`` whose title ends as ``name`` does after 区, 本区の or 当区, not called so yet."""
    bare = _OF_THE_WARD.sub("", name)
    near = [law for law in laws if law.name.endswith(bare) and not law.is_called(name)]
    return near[0] if len(near) == 1 else None
