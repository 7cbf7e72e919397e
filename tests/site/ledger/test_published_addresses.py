"""The addresses that are found without rendering are those of the pages and files that a site has."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.archive.loading import Loaded, load
from generator.site.ledger.published_addresses import published_addresses
from tests.publishing import SITES, Site, build_for

# Parts of pages and of the search, what only machines ask for, and what is no address of its own.
_PARTS = ("assets/", "search/", "pagefind/")
_NOT_CITED = ("404.html", "sitemap.xml", "sitemap.xml.gz", "files.json")


def _built(site: Path) -> Iterator[str]:
    for path in site.rglob("*"):
        file = path.relative_to(site).as_posix()
        if path.name == "index.html":
            yield file.removesuffix("index.html") or "/"
        elif path.is_file() and not file.startswith(_PARTS) and file not in _NOT_CITED:
            yield file


def test_they_are_those_of_the_site(archive: Archive, loaded: Loaded, at_root: Site) -> None:
    assert sorted(published_addresses(archive, loaded.belongings)) == sorted(_built(at_root.folder))


@pytest.mark.parametrize("name", ["mihon", "horei"])
def test_they_are_those_of_another_site(name: str, tmp_path: Path) -> None:
    content = SITES / name / "content"
    loaded = load(content)
    assert loaded.archive is not None
    found = published_addresses(loaded.archive, loaded.belongings)
    assert sorted(found) == sorted(_built(build_for("https://archive.test/", tmp_path, content)))
