"""What of a document ranks before what."""

import pytest

from generator.site.search.documents import areas_of
from tests.site.search.making import SUBTITLE, TITLE, document


def test_title_and_subtitle_come_first_then_the_names_then_the_rest() -> None:
    headline, names, rest = areas_of(document(975, "約９，０００件", "ＬＩＮＥアカウント", names=("ＬＩＮＥ",)))
    assert headline == ("「広聴業務」における外部の電子計算機との回線結合について", "(lineを活用した広聴業務の実施)")
    assert names == ("line",)
    assert rest == ("約9000件", "lineアカウント")


@pytest.mark.parametrize("subtitle", [SUBTITLE, None])
def test_no_block_is_lost_and_none_stands_twice(subtitle: str | None) -> None:
    headline = (TITLE, subtitle) if subtitle else (TITLE,)
    first, _, rest = areas_of(document(975, "甲", "乙", "甲", " ", "", headline=headline))
    assert (len(first), len(rest)) == ((2, 3) if subtitle else (1, 4))
    assert rest[-3:] == ("甲", "乙", "甲")
