"""The number of an article (第18条第3号), and an article as a consultation's file names it, with its law."""

import re
from dataclasses import dataclass
from typing import Self

_NUMBER = r"第([1-9][0-9]*)条(?:の([1-9][0-9]*))?(?:第([1-9][0-9]*)項)?(?:第([1-9][0-9]*)号)?"
_WRITTEN = re.compile(_NUMBER)
_OF_A_LAW = re.compile(rf"(\S*?)({_NUMBER})")


@dataclass(frozen=True)
class ArticleNumber:
    """Article (条), its branch (条の2), paragraph (項) and item (号); 0 where the citation names none.

    第18条第3号 and 第18条第3項 are different places, and so are 第18条の2 and 第18条第2号.
    """

    article: int
    branch: int = 0
    paragraph: int = 0
    item: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read 第16条第1項第4号, in half-width digits. Raises ValueError for anything else."""
        match = _WRITTEN.fullmatch(text)
        if match is None:
            message = f"not an article: {text}"
            raise ValueError(message)
        return cls(*(int(number or 0) for number in match.groups()))

    @property
    def slug(self) -> str:
        """The part of an address that names the article: 18-3, 16-1-4, 18-p3 for 第18条第3項."""
        article = f"{self.article}no{self.branch}" if self.branch else f"{self.article}"
        if self.paragraph and not self.item:
            return f"{article}-p{self.paragraph}"
        return "-".join([article, *(str(number) for number in (self.paragraph, self.item) if number)])

    @property
    def sort_key(self) -> tuple[int, int, int, int]:
        """The order of the law."""
        return self.article, self.branch, self.paragraph, self.item

    @property
    def article_name(self) -> str:
        """The article alone: 第18条."""
        return f"第{self.article}条" + (f"の{self.branch}" if self.branch else "")

    @property
    def paragraph_name(self) -> str:
        """The paragraph alone: 第1項, or nothing."""
        return f"第{self.paragraph}項" if self.paragraph else ""

    @property
    def item_name(self) -> str:
        """The item alone: 第4号, or nothing."""
        return f"第{self.item}号" if self.item else ""

    def __str__(self) -> str:
        """Return the citation in half-width digits."""
        return self.article_name + self.paragraph_name + self.item_name


@dataclass(frozen=True)
class LawArticle:
    """An article as a consultation's file names it: 世田谷区個人情報保護条例第18条第3号.

    ``law`` is the title of the law or one of its short names; it is empty where the file writes the number alone.
    """

    number: ArticleNumber
    law: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read 個人情報保護法第69条第2項第4号, or 第12条 alone. Raises ValueError for anything else."""
        match = _OF_A_LAW.fullmatch(text)
        if match is None:
            message = f"not an article: {text}"
            raise ValueError(message)
        return cls(ArticleNumber.parse(match.group(2)), match.group(1))

    def __str__(self) -> str:
        """Return the citation as a file writes it."""
        return f"{self.law}{self.number}"
