"""A real browser, and pages of it that know the site and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from generator.archive.archive import Archive
from generator.building import build_site
from tests.browser.chromium import launch
from tests.browser.profile import Profile, lend_profile
from tests.browser.truth import Truth
from tests.publishing import SITES, Site, build_for, copy_site, served
from tests.sharing import share_folder

# How long a condition may take to come true says nothing on a machine that runs many tests at once.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """The Chromium of this machine. Where there is none the tests fail and say how to get one."""
    started = launch(playwright)
    yield started
    started.close()


@pytest.fixture(scope="session")
def profile(browser: Browser) -> Iterator[Profile]:
    with lend_profile(browser) as profile:
        yield profile


@pytest.fixture
def page(profile: Profile) -> Iterator[Page]:
    """An empty page of a browser that nobody has used before, in which no script may fail."""
    with profile.open_page() as page:
        yield page
    assert profile.failures == []


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Page]:
    """A page of a browser that runs no scripts."""
    context = browser.new_context(locale="ja-JP", java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def truth(archive: Archive) -> Truth:
    """What stands in the documents."""
    return Truth(archive)


@pytest.fixture(scope="session")
def todai(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A small site: five documents, each with kana of its own, and one word in title, name and passing mention."""
    folder = share_folder(tmp_path_factory, "todai", _build_todai)
    with served(folder / "site") as site:
        yield site


def _build_todai(folder: Path) -> None:
    # A kana in two characters is a warning, and must be found all the same.
    build_site(copy_site("todai", folder), folder / "site", strict=False)


@pytest.fixture(scope="session")
def hyo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A small site in the real frame, whose documents hold tables."""
    folder = share_folder(tmp_path_factory, "hyo", _build_hyo)
    with served(folder / "site") as site:
        yield site


def _build_hyo(folder: Path) -> None:
    build_for("https://archive.test/", folder, SITES / "hyo/content")
