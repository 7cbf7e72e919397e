"""Names that the configuration and hand-written pages give are shown as they are typed, whatever is typed."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final

import pytest
import yaml
from playwright.sync_api import Page, expect

from generator.building import build_site
from tests.publishing import Site, copy_site, served

_TRAPS: Final = (
    '<img src=x onerror="alert(1)"> & "A" \'B\' &amp; {{ 7 * 7 }} {% raw %} --> ]]> </title></script>'
    "<script>alert(1)</script> 😀"
)
_OPTIONS: Final = ("ward", "council", "publisher", "contact", "content_licence")
_PAGES: Final = ("", "about/", "consultations/13/", "search/", "meetings/2023-02-10/", "no/such/page/")


def name(place: str) -> str:
    """What is typed at ``place``."""
    return f"{place} {_TRAPS}"


@pytest.fixture(scope="module", params=["", "adopted_by"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site whose every name is a trap; published by the council itself, and not."""
    config = copy_site("mihon", tmp_path_factory.mktemp("traps"))
    said = yaml.safe_load(config.read_text(encoding="utf-8"))
    said |= {key: name(key) for key in ("site_name", "site_description", "site_author", "repo_name")}
    said["repo_url"] = "https://git.archive.test/"
    said["theme"]["palette"] = [
        {"scheme": scheme, "toggle": {"icon": "material/weather-night", "name": name(f"toggle-{scheme}")}}
        for scheme in ("default", "slate")
    ]
    said["theme"]["features"] = ["navigation.tabs", "navigation.path", "toc.follow"]
    options = said["plugins"][0]["deliberation-archive"]
    options |= {key: name(key) for key in _OPTIONS}
    options |= {"adopted_by": name(request.param) if request.param else "", "source_urls": {}}
    said["nav"] = [
        {name("nav-home"): "index.md"},
        {name("nav-about"): "about.md"},
        {name("nav-link"): "https://archive.test/"},
        {name("nav-group"): [{name("nav-meetings"): "meetings/index.md"}, "note.md"]},
    ]
    config.write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), encoding="utf-8")
    meta = {key: name(f"note-{key}") for key in ("title", "description", "author")}
    note = f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n# 覚え書き\n"
    (config.parent / "content/note.md").write_text(note, encoding="utf-8")
    with served(build_site(config, config.parent / "site", strict=True)) as site:
        yield site


class _Elements(HTMLParser):
    """The elements of a page that none of ours has, and the scripts that are written into it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.strange: list[str] = []
        self._tag = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tag = tag
        if tag == "img" or any(key.startswith("on") for key, _ in attrs):
            self.strange.append(str((tag, attrs)))

    def handle_data(self, data: str) -> None:
        if self._tag == "script" and "alert(" in data:
            self.strange.append(data)

    def handle_endtag(self, _tag: str) -> None:
        self._tag = ""


def test_no_page_makes_elements_of_a_name(site: Site) -> None:
    pages = sorted(site.folder.rglob("*.html"))
    assert len(pages) > 20
    for file in pages:
        elements = _Elements()
        elements.feed(file.read_text(encoding="utf-8"))
        assert elements.strange == [], file
    for file in site.folder.rglob("*.xml"):
        assert "<img" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("address", _PAGES)
def test_a_page_shows_what_was_typed(page: Page, site: Site, address: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"a name has run: {dialog.message}"))
    page.goto(f"{site.url}{address}", wait_until="networkidle")
    assert page.title().endswith(_one_line(name("site_name")))
    expect(page.locator(".md-header__topic").first).to_have_text(name("site_name"))
    expect(page.locator("a.md-logo").first).to_have_attribute("aria-label", name("site_name"))
    for key in ("publisher", "contact", "content_licence"):
        expect(page.locator(".archive-footer")).to_contain_text(name(key))
    for title in ("nav-home", "nav-about", "nav-link", "nav-group"):
        expect(page.locator(".md-tabs").get_by_text(name(title), exact=True)).to_have_count(1)
    for scheme in ("default", "slate"):
        place = page.get_by_role("radio", name=name(f"toggle-{scheme}"), exact=True)
        expect(place).to_have_count(1)
    expect(page.locator(".md-source__repository").first).to_contain_text(name("repo_name"))
    assert page.locator("img").count() == 0


def test_the_words_about_the_site_are_those_that_were_typed(page: Page, site: Site) -> None:
    page.goto(f"{site.url}about/")
    expect(page.locator("meta[name=description]")).to_have_attribute("content", name("site_description"))
    expect(page.locator("meta[name=author]")).to_have_attribute("content", name("site_author"))
    page.goto(f"{site.url}note/")
    for key in ("description", "author"):
        expect(page.locator(f"meta[name={key}]")).to_have_attribute("content", name(f"note-{key}"))
    assert page.title() == _one_line(f"{name('note-title')} - {name('site_name')}")


def _one_line(text: str) -> str:
    return " ".join(text.split())
