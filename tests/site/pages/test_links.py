"""Every link leads somewhere, wherever the site is put, and everything can be reached."""

from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.golden.reading import NUMBERS
from tests.publishing import Site
from tests.site.pages.reading import Element, html_files, page

HOST: Final = "https://archive.test"
# The attributes that name a file or a page.
LINKING: Final = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action", "source": "src"}


@pytest.fixture(params=["at_root", "under_path"])
def base(request: pytest.FixtureRequest) -> tuple[Path, str]:
    """The folder of a site and the path it is published under."""
    site = request.getfixturevalue(request.param)
    assert isinstance(site, Site)
    return site.folder, urlsplit(site.url).path


def address_of(file: Path, folder: Path) -> str:
    address = file.relative_to(folder).as_posix()
    return address.removesuffix("index.html") if address.endswith("index.html") else address


def links_of(root: Element) -> list[str]:
    """Everything a page links to, except what names the page itself to search engines."""
    return [
        element.attributes[LINKING[element.tag]]
        for element in root.all(*LINKING)
        if LINKING[element.tag] in element.attributes and element.attributes.get("rel") != "canonical"
    ]


@cache
def ids_of(folder: Path, address: str) -> frozenset[str]:
    return frozenset(element.attributes["id"] for element in page(folder, address) if "id" in element.attributes)


def problem_of(link: str, at: str, folder: Path, path: str) -> str:
    """Why ``link`` on the page at the URL ``at`` leads nowhere; empty where it leads somewhere."""
    target = urlsplit(urljoin(at, link))
    if f"{target.scheme}://{target.netloc}" != HOST:
        return ""
    if not target.path.startswith(path):
        return "leaves the site"
    address = unquote(target.path.removeprefix(path))
    file = folder / address
    if not (file / "index.html" if address.endswith("/") or not address else file).is_file():
        return "no such page"
    if target.fragment and target.fragment not in ids_of(folder, address):
        return "no such anchor"
    return ""


def test_every_link_leads_to_a_page_or_a_section(base: tuple[Path, str]) -> None:
    folder, path = base
    broken, followed = [], 0
    for file in html_files(folder):
        address = address_of(file, folder)
        for link in links_of(page(folder, address)):
            followed += 1
            problem = problem_of(link, f"{HOST}{path}{address}", folder, path)
            broken += [f"{address}: {link}: {problem}"] if problem else []
    assert followed > 1000
    assert broken == []


def test_no_page_names_the_host_it_is_published_at(under_path: Site) -> None:
    """Only the canonical address does, so that the files work anywhere."""
    named = []
    for file in html_files(under_path.folder):
        root = page(under_path.folder, address_of(file, under_path.folder))
        assert len(root.all("link", rel="canonical")) == (0 if file.name == "404.html" else 1)
        named += [(file, link) for link in links_of(root) if link.startswith(HOST)]
        # The page for what is not found is shown at any depth, and needs the path of the site.
        if file.name != "404.html":
            named += [(file, link) for link in links_of(root) if link.startswith("/")]
    assert named == []


def test_a_page_is_the_same_wherever_it_is_put(at_root: Site, under_path: Site) -> None:
    for file in html_files(at_root.folder):
        name = file.relative_to(at_root.folder)
        here, there = (site.folder / name for site in (at_root, under_path))
        if file.name != "404.html":
            moved = here.read_text(encoding="utf-8").replace(f"{HOST}/", f"{HOST}/archive/")
            assert moved == there.read_text(encoding="utf-8")


def test_the_site_map_names_every_page(under_path: Site) -> None:
    sitemap = (under_path.folder / "sitemap.xml").read_text(encoding="utf-8")
    named = {entry.partition("</loc>")[0] for entry in sitemap.split("<loc>")[1:]}
    pages = {address_of(file, under_path.folder) for file in html_files(under_path.folder)} - {"404.html"}
    assert named == {f"{HOST}/archive/{address}" for address in pages}


def clicks_from_home(folder: Path) -> dict[str, int]:
    """How many clicks away from home every page is, by links in the pages themselves, not by the frame around them."""
    clicks = {"": 0}
    waiting = [""]
    while waiting:
        address = waiting.pop(0)
        for link in page(folder, address).one("main").all("a"):
            target = urlsplit(urljoin(f"{HOST}/{address}", link.attributes.get("href", "")))
            found = target.path.removeprefix("/")
            is_page = target.netloc == urlsplit(HOST).netloc and (not found or found.endswith("/"))
            if is_page and found not in clicks:
                clicks[found] = clicks[address] + 1
                waiting.append(found)
    return clicks


def test_no_page_is_an_orphan(at_root: Site) -> None:
    pages = {address_of(file, at_root.folder) for file in html_files(at_root.folder)} - {"404.html"}
    # The search page is where every form leads.
    assert set(clicks_from_home(at_root.folder)) | {"search/"} == pages


def test_every_consultation_is_three_clicks_from_home_at_most(at_root: Site) -> None:
    clicks = clicks_from_home(at_root.folder)
    assert max(clicks[f"consultations/{number}/"] for number in NUMBERS) <= 3


@pytest.mark.parametrize(
    "way", ["counterparties", "items", "subjects", "departments", "articles", "measures", "meetings"]
)
def test_each_way_in_leads_to_every_consultation(at_root: Site, way: str) -> None:
    """From home to the index, to an entry, to the consultation: through each index alone all can be reached."""
    assert f"{way}/" in page(at_root.folder, "").one("main").links.values()
    reached = set()
    for link in page(at_root.folder, f"{way}/").one("main").links.values():
        entry = urlsplit(urljoin(f"{HOST}/{way}/", link)).path.removeprefix("/")
        if entry.startswith((way, "undecided")) and entry != f"{way}/":
            reached |= {urljoin(f"/{entry}", href) for href in page(at_root.folder, entry).one("main").links.values()}
    expected = {f"/consultations/{number}/" for number in NUMBERS}
    # Where all parties are inside the ward, no counterparty leads there.
    assert expected - reached == ({"/consultations/982/"} if way == "counterparties" else set())
