"""The articles a consultation cites, as its words cite them, and the section that does."""

from collections.abc import Iterable, Iterator

from generator.archive.record import Record
from generator.evidence.finding import Cited, says, words_of
from generator.evidence.law_names import LawNames, read_law_names
from generator.japanese.fold import fold
from generator.kinds.names import Names
from generator.model.article_number import LawArticle
from generator.model.consultation import Measure
from generator.model.outline import Place
from generator.model.vocabulary import LawKind


def law_names_of(record: Record, names: Names) -> LawNames:
    """Return what the words of ``record`` call the laws they name."""
    return read_law_names(record.text, names.laws_at(record.consultation.meeting))


def cited_as(article: LawArticle, record: Record, names: Names) -> Cited:
    """Return ``article`` as the words of ``record`` say it; one without a law as that of the only ordinance."""
    called = law_names_of(record, names)
    citation = names.cited(article, record.consultation.meeting)
    law = (
        fold(citation.law.name if citation else names.title_of(article, record.consultation.meeting))
        or called.law_meant_by(LawKind.ORDINANCE)
        or ""
    )
    return Cited(article.number, law, called)


def citing_place(articles: Iterable[LawArticle], measure: Measure | None, record: Record, names: Names) -> Place | None:
    """Return the section that cites one of ``articles``: in the part of ``measure``, or else in the whole document."""
    facts = [cited_as(article, record, names) for article in articles]
    places: Iterator[Place] = (
        place
        for place in (*record.scope(measure), *record.places)
        if any(says(fact, words_of(place.section)) for fact in facts)
    )
    return next(places, None)
