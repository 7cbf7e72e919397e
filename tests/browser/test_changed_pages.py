"""What readers see of changes, in a browser: it leads on without a script, and axe finds nothing on it."""

import re
from collections.abc import Iterator
from typing import Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from tests.publishing import Site, build_for, served
from tests.site.ledger.publishing import NEXT_DAY, edit, publish_on, published

_ADDRESSES: Final = ("changes/", "consultations/984/", "consultations/964/", "items/email-address/")
_WITHDRAWN: Final = """\
withdrawn:
  - address: consultations/964/
    what: 諮問第964号を引く諮問の一覧
    date: 2026-12-01
    reason: 引いていた言葉を取り違えていた
"""
_REFRESH: Final = re.compile(r'<meta http-equiv="refresh"[^>]*>')


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of an archive with a correction, a page that has moved and one that was withdrawn."""
    folder = tmp_path_factory.mktemp("changed")
    content = published(folder)
    (content / "about.md").write_text("# このサイトについて\n", encoding="utf-8")
    edit("count-changed-with-a-correction", content)
    edit("address-of-an-item-redirected", content)
    with (content / "changes.yml").open("a", encoding="utf-8") as changes:
        changes.write(_WITHDRAWN)
    publish_on(NEXT_DAY, content)
    with served(build_for("https://archive.test/", folder, content)) as site:
        yield site


@pytest.mark.parametrize("address", _ADDRESSES)
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(page: Page, changed: Site, address: str, width: int) -> None:
    page.route("**/email-address/", _stay)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(changed.url + address)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert results.response["passes"]


def _stay(route: Route) -> None:
    response = route.fetch()
    route.fulfill(response=response, body=_REFRESH.sub("", response.text()))


def test_a_page_that_has_moved_leads_on_without_a_script(scriptless: Page, changed: Site) -> None:
    scriptless.goto(f"{changed.url}items/email-address/")
    expect(scriptless).to_have_url(f"{changed.url}items/mail-address/")
