"""What readers are shown of changes: on the page, in the list of changes, and where a page was."""

import re
from pathlib import Path

import pytest

from tests.publishing import build_for
from tests.site.ledger.publishing import NEXT_DAY, edit, publish_on, published

_WITHDRAWN = """\
withdrawn:
  - address: consultations/964/
    what: 諮問第964号を引く諮問の一覧
    date: 2026-12-01
    reason: 引いていた言葉が <b>なくなった</b>
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an archive that was published twice: a correction, and an address that moved."""
    folder = tmp_path_factory.mktemp("changed")
    content = published(folder)
    (content / "about.md").write_text("# このサイトについて\n", encoding="utf-8")
    edit("count-changed-with-a-correction", content)
    edit("address-of-an-item-redirected", content)
    publish_on(NEXT_DAY, content)
    return build_for("https://archive.test/", folder, content)


def _body(site: Path, address: str) -> str:
    page = (site / address / "index.html").read_text(encoding="utf-8")
    return page.partition("<article")[2].partition("</article>")[0].replace("<wbr>", "")


def test_a_correction_stands_on_the_page_with_its_day_and_reason(site: Path) -> None:
    page = (site / "consultations/984/index.html").read_text(encoding="utf-8")
    correction = page.partition('<section class="archive-changes"')[2].partition("</section>")[0]
    assert '<time datetime="2026-12-01">' in correction
    assert "５（２）の件数「約１０，０００件」を「約２０，０００件」に直した" in correction
    assert "理由: 資料を写し間違えていた" in correction
    assert '<section class="archive-changes"' not in _body(site, "consultations/985")


def test_the_list_of_changes_tells_every_publication_the_newest_first(site: Path) -> None:
    body = _body(site, "changes")
    newest, _, first = body.partition('id="c1"')
    assert 'datetime="2026-12-02"' in newest
    assert '<a href="../consultations/984/">諮問第984号</a>' in newest
    assert 'メールアドレス: <a href="../items/email-address/">items/email-address/</a> から' in newest
    assert '<a href="../items/mail-address/">items/mail-address/</a> へ' in newest
    assert first.count("諮問第") == 11
    assert 'datetime="2026-11-28"' in first


def test_publications_of_one_day_are_told_together_and_pages_by_their_names(tmp_path: Path) -> None:
    content = published(tmp_path)
    (content / "about.md").write_text("# このサイトについて\n", encoding="utf-8")
    edit("count-changed-with-a-correction", content)
    publish_on(NEXT_DAY, content)
    edit("name-of-an-item-changed-with-a-word", content)
    with (content / "changes.yml").open("a", encoding="utf-8") as changes:
        changes.write(_WITHDRAWN.replace("    what: 諮問第964号を引く諮問の一覧\n", ""))
    publish_on(NEXT_DAY, content)
    site = build_for("https://archive.test/", tmp_path, content)
    newest, _, first = _body(site, "changes").partition('id="c1"')
    assert newest.count("の公開</h2>") == 1
    assert [newest.count(f"<h3>{kind}</h3>") for kind in ("訂正", "取り下げたページ")] == [1, 1]
    assert '<a href="../consultations/984/">諮問第984号</a>' in newest
    assert '<a href="../items/email-address/">個人情報の項目「電子メールアドレス」</a>' in newest
    assert '<a href="../consultations/964/">諮問第964号（consultations/964/）</a>' in newest
    assert first.count("諮問第") == 11
    assert '<h1 id="title">諮問第964号（取り下げ）</h1>' in _body(site, "consultations/964")


def test_every_page_leads_to_the_list_of_changes(site: Path) -> None:
    assert '<a href="../../changes/">訂正と更新</a>' in (site / "items/name/index.html").read_text(encoding="utf-8")


def test_a_page_that_has_moved_leads_on_without_a_script(site: Path) -> None:
    page = (site / "items/email-address/index.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../mail-address/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<link rel="canonical" href="https://archive.test/items/mail-address/">' in page
    assert '<a href="../mail-address/">メールアドレス</a>' in _body(site, "items/email-address")


def test_other_pages_neither_lead_on_nor_hide(site: Path) -> None:
    for address in ("", "consultations/984", "changes", "about", "consultations/964"):
        page = (site / address / "index.html").read_text(encoding="utf-8")
        assert "http-equiv" not in page.replace('http-equiv="x-ua-compatible"', "")
        assert "noindex" not in page


def test_the_sitemap_gives_the_days_of_the_ledger_and_leaves_out_what_has_moved(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    days = dict(re.findall(r"<loc>https://archive.test/([^<]*)</loc>\s*<lastmod>([^<]*)</lastmod>", sitemap))
    assert days["consultations/984/"] == "2026-12-02"
    assert days["consultations/985/"] == "2026-11-28"
    assert days["meetings/2022-06-17/"] == "2026-12-02"
    assert "items/name/" not in days
    assert "<loc>https://archive.test/items/name/</loc>" in sitemap
    assert "items/email-address/" not in sitemap


def test_a_withdrawn_page_says_when_and_why_and_who_refers_to_it(tmp_path: Path) -> None:
    content = published(tmp_path)
    (content / "about.md").write_text("# このサイトについて\n", encoding="utf-8")
    (content / "changes.yml").write_text(_WITHDRAWN, encoding="utf-8")
    publish_on(NEXT_DAY, content)
    site = build_for("https://archive.test/", tmp_path, content)
    body = _body(site, "consultations/964")
    assert "諮問第964号を引く諮問の一覧（取り下げ）" in body
    assert '<time datetime="2026-12-01">' in body
    assert "引いていた言葉が &lt;b&gt;なくなった&lt;/b&gt;" in body
    assert "../977/" in body
    assert '<meta name="robots" content="noindex">' in (site / "consultations/964/index.html").read_text(
        encoding="utf-8"
    )
    assert "../964/" in (site / "consultations/977/index.html").read_text(encoding="utf-8")
    assert "consultations/964/" not in (site / "sitemap.xml").read_text(encoding="utf-8")
