"""Makes up what the search is given."""

import datetime as dt
from typing import Any

from generator.site.search.documents import SearchDocument, SearchSection

TITLE = "「広聴業務」における外部の電子計算機との回線結合について"
SUBTITLE = "（ＬＩＮＥを活用した広聴業務の実施）"


def document(number: int, *blocks: str, **others: Any) -> SearchDocument:  # noqa: ANN401 - any field of a document
    """A document whose first section is its title block; the other fields say little unless they are given."""
    fields: dict[str, Any] = {
        "title": TITLE,
        "subtitle": "ＬＩＮＥを活用した広聴業務の実施",
        "date": dt.date(2022, 6, 17),
        "date_text": "2022年6月17日（令和4年）",
        "headline": (TITLE, SUBTITLE),
    }
    sections = (
        SearchSection("document", "題名の部分", (TITLE, SUBTITLE)),
        SearchSection("s1", "１ 回線結合する理由", blocks),
    )
    return SearchDocument(
        address=f"consultations/{number}/", number=number, **({"sections": sections} | fields | others)
    )
