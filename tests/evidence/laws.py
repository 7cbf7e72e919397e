"""The laws of the tests: an ordinance, and an act with a short name."""

import datetime as dt
from typing import Final

from generator.evidence.finding import Cited
from generator.evidence.law_names import LawNames, read_law_names
from generator.japanese.fold import fold
from generator.kinds.registered_law import LawVersion, RegisteredArticle, RegisteredLaw
from generator.model.article_number import ArticleNumber
from generator.model.vocabulary import LawKind

TITLE: Final = "世田谷区個人情報保護条例"


def law(
    name: str, kind: LawKind, *articles: str, since: str = "1992-10-01", short_names: tuple[str, ...] = ()
) -> RegisteredLaw:
    """A law with one version that holds ``articles``."""
    numbers = [ArticleNumber.parse(article) for article in articles]
    version = LawVersion(
        name=f"{since}からの版",
        reading="ばん",
        slug=since[:4],
        since=dt.date.fromisoformat(since),
        articles=tuple(RegisteredArticle(name=number, reading="だい", slug=number.slug) for number in numbers),
    )
    slug = f"law{len(name)}"
    return RegisteredLaw(name=name, reading="ほう", slug=slug, kind=kind, short_names=short_names, versions=(version,))


ORDINANCE: Final = law(TITLE, LawKind.ORDINANCE, "第12条", "第18条第3号", short_names=("条例",))
ACT: Final = law("個人情報の保護に関する法律", LawKind.ACT, "第69条第2項第4号", short_names=("個人情報保護法",))
LAWS: Final = (ORDINANCE, ACT)


def names_in(text: str) -> LawNames:
    """What ``text`` calls laws where the two are registered."""
    return read_law_names(text, LAWS)


def article(written: str, text: str) -> Cited:
    """The article ``written`` with its law (the ordinance where none is written), as ``text`` cites it."""
    number = written[written.index("第") :]
    return Cited(ArticleNumber.parse(number), fold(written.removesuffix(number) or TITLE), names_in(text))
