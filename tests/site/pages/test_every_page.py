"""What holds for every page of the real archive."""

import re
from itertools import pairwise
from typing import Final

import yaml

from tests.golden.reading import NUMBERS
from tests.publishing import ROOT, Site
from tests.site.pages.reading import Element, body_of, html_files, page

# U+00AD, U+180E, U+200B to U+200F, U+2028 to U+202E, U+2060 to U+2064, U+FEFF: seen by nobody, found by every search.
INVISIBLE: Final = re.compile("[\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")


def pages(site: Site) -> dict[str, Element]:
    """Every page by the name of its file."""
    names = [file.relative_to(site.folder).as_posix() for file in html_files(site.folder)]
    return {name: page(site.folder, name) for name in names}


def test_dates_are_machine_readable(at_root: Site) -> None:
    dates = {}
    for root in pages(at_root).values():
        dates.update({date.text: date.attributes["datetime"] for date in root.all("time")})
    assert dates["2022年6月17日（令和4年）"] == "2022-06-17"
    assert dates["令和４年６月１７日"] == "2022-06-17"
    assert dates["2022年7月（令和4年）"] == "2022-07"
    assert [iso for iso in dates.values() if not re.fullmatch(r"20[0-9]{2}-[01][0-9](-[0-3][0-9])?", iso)] == []


def test_every_page_is_well_formed_and_says_who_publishes_it(at_root: Site) -> None:
    plugins = yaml.safe_load((ROOT / "site_config.yml").read_text(encoding="utf-8"))["plugins"]
    settings = plugins[0]["deliberation-archive"]
    for name, root in pages(at_root).items():
        assert len(root.all("h1")) == 1, name
        assert len(root.all("main")) == 1, name
        ids = [element.attributes["id"] for element in root if "id" in element.attributes]
        assert len(ids) == len(set(ids)), name
        assert root.one("html").attributes["lang"] == "ja"
        assert root.one("title").text.endswith("世田谷区 審議アーカイブ（非公式）"), name
        assert "これは世田谷区の公式サイトではありません。" in root.one("aside", class_="md-banner").text, name
        footer = root.one("footer").text
        for words in (settings["publisher"], settings["contact"], settings["content_licence"]):
            assert words in footer, name
        assert root.one("footer").links[settings["contact"]] == settings["contact_url"], name


def test_every_page_has_a_title_and_a_description_of_its_own(at_root: Site) -> None:
    titles, descriptions = [], []
    for name, root in pages(at_root).items():
        titles.append(root.one("title").text)
        if name != "404.html":
            descriptions.append(root.one("meta", name="description").attributes["content"])
    assert [title for title in titles if titles.count(title) > 1] == []
    assert [text for text in descriptions if descriptions.count(text) > 1] == []


def test_levels_of_headings_do_not_jump(at_root: Site) -> None:
    for name, root in pages(at_root).items():
        levels = [int(heading.tag[1]) for heading in root.all("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1, name
        assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == [], name


def test_nothing_invisible_stands_in_any_page(at_root: Site) -> None:
    files = [file for kind in ("html", "json", "yml") for file in at_root.folder.rglob(f"*.{kind}")]
    assert [file.name for file in files if INVISIBLE.search(file.read_text(encoding="utf-8"))] == []


def test_headings_break_between_phrases(at_root: Site) -> None:
    for number in NUMBERS:
        assert body_of(at_root.folder, f"consultations/{number}/").one("h1").all("wbr")
    titles = [title for root in pages(at_root).values() for title in root.all("h2", class_="archive-card__title")]
    assert titles
    assert [title.text for title in titles if not title.all("wbr")] == []


def test_nothing_breaks_within_a_number_or_a_word(at_root: Site) -> None:
    broken = set()
    for root in pages(at_root).values():
        for element in root:
            for before, wbr, after in zip(element.children, element.children[1:], element.children[2:], strict=False):
                if isinstance(wbr, Element) and wbr.tag == "wbr" and isinstance(before, str) and isinstance(after, str):
                    around = f"{before[-1:]}|{after[:1]}"
                    if re.fullmatch(r"[0-9０-９A-Za-zＡ-Ｚａ-ｚ]\|[0-9０-９A-Za-zＡ-Ｚａ-ｚ]|条\|例", around):
                        broken.add(f"{before}|{after}")
    assert broken == set()


def test_the_page_for_what_is_not_found_says_so_and_helps(at_root: Site) -> None:
    root = page(at_root.folder, "404.html")
    assert "見つかりません" in root.one("title").text
    links = root.one("main").links
    assert {"相手方", "個人情報の項目", "所管課", "根拠の条項", "措置", "諮問の一覧"} <= set(links)
    assert root.one("main").one("form").attributes["action"] == "/search/"
