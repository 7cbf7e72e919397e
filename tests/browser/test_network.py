"""The site loads nothing from anyone else, and nothing that is missing."""

import re
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, Request, Response, expect

from tests.publishing import KINDS, ROOT, Site

TEMPLATES: Final = sorted((ROOT / "theme").rglob("*.html"))


@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS)
def test_a_page_loads_from_its_own_host_and_all_is_there(page: Page, under_path: Site, address: str) -> None:
    asked: list[str] = []
    failed: list[str] = []
    here = under_path.url + address

    def note(response: Response) -> None:
        missing_on_purpose = address == KINDS["not found"] and response.url == here
        if response.status != (404 if missing_on_purpose else 200):
            failed.append(f"{response.status} {response.url}")

    def note_failure(request: Request) -> None:
        failed.append(f"{request.failure} {request.url}")

    page.on("request", lambda request: asked.append(request.url))
    page.on("response", note)
    page.on("requestfailed", note_failure)
    page.goto(here, wait_until="networkidle")
    if address.startswith("search/"):
        expect(page.locator(".archive-result").first).to_be_visible()
    assert len(asked) > len(("the page", "a style sheet", "a script"))
    assert [url for url in asked if not url.startswith(under_path.url)] == []
    assert failed == []


@pytest.mark.parametrize("template", TEMPLATES, ids=[file.name for file in TEMPLATES])
def test_a_template_holds_no_script_and_no_style_of_its_own(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert re.findall(r"<script(?![^>]*\ssrc=)[^>]*>", text) == []
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=|javascript:", text) == []


def test_there_are_templates() -> None:
    assert {"main.html", "404.html", "consultation.html"} <= {file.name for file in TEMPLATES}


def test_no_style_sheet_and_no_script_names_another_host() -> None:
    """What a comment names is loaded by nobody."""
    files = [file for kind in ("*.css", "*.js") for file in (ROOT / "theme").rglob(kind)]
    assert len(files) > 1
    texts = {file.name: re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL) for file in files}
    assert [name for name, text in texts.items() if re.search(r"https?://|@import|url\(", text)] == []
