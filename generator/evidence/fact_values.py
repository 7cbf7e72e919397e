"""What a document's words may say, each kind of fact a value: the model's own where it has one."""

from dataclasses import dataclass

from generator.model.article_number import ArticleNumber
from generator.model.consultation import Volume
from generator.model.partial_date import PartialDate


@dataclass(frozen=True)
class Name:
    """A name, said where one of its ``spellings`` stands: that under which it is registered, and its aliases."""

    spellings: tuple[str, ...]


@dataclass(frozen=True)
class Quoted:
    """Words that stand between 「 and 」."""

    words: str


@dataclass(frozen=True)
class FiscalYear:
    """A fiscal year (年度), with 以降 after it exactly where it goes ``onward``."""

    year: int
    onward: bool = False


# A string is a phrase, found as it is. Of a volume it is the count that is found.
FactValue = Name | Quoted | str | ArticleNumber | Volume | FiscalYear | PartialDate
