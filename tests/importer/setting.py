"""Sets consultations as the ward prints them: HTML that Chromium makes a PDF of."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from html import escape
from pathlib import Path
from typing import Final

from filelock import FileLock
from playwright.sync_api import Browser, Playwright, sync_playwright

from generator.model.consultation import Consultation, Section, TableRow, TornColumn
from generator.model.document import title_block
from generator.model.outline import outline
from tests.browser.chromium import launch

# How many items each 分野 has. Invented for the tests: the ward's text does not tell.
INVENTED_ROWS: Final = (17, 4, 3)


class Annex(Enum):
    """How the annex of 978 is set."""

    TABLE = "one table with borders, its 分野 merged over their rows"
    HALVES = "two such tables side by side, over pages of one half"
    COLUMNS = "text in two columns, without borders"


@dataclass(frozen=True)
class Look:
    """How a file is set. ``page`` is the CSS size, ``head`` and ``number`` the CSS content of the page's margins.

    ``spaced`` sets the date and the departments wide, as the ward does; ``style`` is CSS that comes last.
    """

    page: str = "A4"
    margin: str = "25mm"
    font: str = "Noto Serif CJK JP"
    size: str = "12pt"
    leading: float = 1.8
    head: str = ""
    number: str = ""
    spaced: bool = False
    annex: Annex = Annex.TABLE
    style: str = ""


DASHED: Final = '"- " counter(page) " -"'
BARE: Final = "counter(page)"


@dataclass
class Press:
    """Sets HTML in ``folder``, each file once; ``browser`` lives in a thread of its own, away from other tests'."""

    folder: Path
    thread: ThreadPoolExecutor
    started: list[tuple[Playwright, Browser]] = field(default_factory=list)

    def set(self, html: str) -> Path:
        """Return the PDF of ``html``, which another process of the same test run may have set already."""
        path = self.folder / f"{hashlib.sha256(html.encode()).hexdigest()[:16]}.pdf"
        with FileLock(path.with_suffix(".lock")):
            if not path.exists():
                self.thread.submit(self._print, html, path).result()
        return path

    def stop(self) -> None:
        """Close the browser."""
        self.thread.submit(self._stop).result()

    def _print(self, html: str, path: Path) -> None:
        if not self.started:
            playwright = sync_playwright().start()
            self.started.append((playwright, launch(playwright)))
        page = self.started[0][1].new_page()
        page.set_content(html)
        data = page.pdf(prefer_css_page_size=True, print_background=True)
        page.close()
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(data)
        draft.replace(path)

    def _stop(self) -> None:
        for playwright, browser in self.started:
            browser.close()
            playwright.stop()


@contextmanager
def press(folder: Path) -> Iterator[Press]:
    """Lend a press that keeps its PDFs in ``folder``, which is made where it does not exist."""
    folder.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(max_workers=1) as thread:
        lent = Press(folder, thread)
        try:
            yield lent
        finally:
            lent.stop()


def packet_html(consultations: Sequence[Consultation], look: Look) -> str:
    """Return the HTML of a meeting's file: each of ``consultations`` begins a page."""
    return page_html("".join(document_html(consultation, look) for consultation in consultations), look)


def document_html(consultation: Consultation, look: Look) -> str:
    """Return ``consultation`` laid out as the ward lays it out."""
    block = title_block(consultation)
    parts = [
        *([_line("right", block.document)] if block.document else []),
        _line("number", block.number),
        _line("title", block.title),
        *([_line("title", block.subtitle)] if block.subtitle else []),
        _line("right spread" if look.spaced else "right", block.date),
        *(_line("right spread" if look.spaced else "right", name) for name in block.departments),
    ]
    for place in outline(consultation):
        parts.extend(_section_html(place.section, place.depth, look))
    return f"<article>{''.join(parts)}</article>"


def page_html(body: str, look: Look) -> str:
    """Return a whole HTML document of ``body``."""
    return (
        '<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><style>'
        f"@page {{ size: {look.page}; margin: {look.margin};"
        f" @top-right {{ content: {look.head or 'none'}; }} @bottom-center {{ content: {look.number or 'none'}; }} }}"
        f"body {{ margin: 0; font: {look.size}/{look.leading} '{look.font}'; }}"
        "article + article { break-before: page; }"
        "p, h2 { margin: 0; font: inherit; white-space: pre-wrap; text-align: justify; line-break: strict; }"
        "h2 { margin-top: 1em; }"
        ".right { text-align: right; } .number { margin: 1em 0; } .title { text-align: center; }"
        ".spread { letter-spacing: .35em; }"
        ".halves { display: flex; gap: 2em; align-items: start; } .columns { columns: 2; column-gap: 3em; }"
        "table { border-collapse: collapse; } td, th { border: 1px solid; padding: 0 .4em; font-weight: normal; }"
        f"{look.style}</style>{body}</html>"
    )


def _line(name: str, text: str) -> str:
    return f'<p class="{name}">{escape(text)}</p>'


def _section_html(section: Section, depth: int, look: Look) -> Iterator[str]:
    if section.heading:
        yield f'<h2 style="padding-left: {depth}em">{escape(section.heading)}</h2>'
    for paragraph in section.paragraphs:
        # A paragraph begins one em in, but for a list's entry, whose lines after the first do.
        entry = paragraph.startswith(("（", "・", "①", "②", "③", "④", "⑤"))
        first, rest = (0, 1) if entry else (1, 0)
        style = f"padding-left: {depth + rest}em; text-indent: {first - rest}em"
        yield f'<p style="{style}">{escape(paragraph)}</p>'
    if section.torn_table:
        yield annex_html(section.torn_table, look.annex)
    if section.table:
        yield f"<table>{''.join(map(_row_html, section.table))}</table>"


def _row_html(row: TableRow) -> str:
    name = "th" if row.header else "td"
    cells = (
        f'<{name} rowspan="{cell.rows}" colspan="{cell.columns}">{"<br>".join(map(escape, cell.paragraphs))}</{name}>'
        for cell in row.cells
    )
    return f"<tr>{''.join(cells)}</tr>"


def annex_html(columns: tuple[TornColumn, ...], annex: Annex) -> str:
    """Return the annex, whose second column is divided among the cells of the first as INVENTED_ROWS says."""
    fields, items = columns
    rows, start = [], 0
    for name, count in zip(fields.cells, INVENTED_ROWS, strict=True):
        rows.append((name, items.cells[start : start + count]))
        start += count
    if annex is Annex.COLUMNS:
        lines = (line for name, cells in rows for line in (f"■{name}", *cells))
        return f'<div class="columns">{"".join(_line("", line) for line in lines)}</div>'
    if annex is Annex.HALVES:
        halves = (_table_html(columns, rows[:1]), _table_html(columns, rows[1:]))
        return f'<div class="halves">{"".join(halves)}</div>'
    return _table_html(columns, rows)


def _table_html(columns: tuple[TornColumn, ...], rows: Sequence[tuple[str, Sequence[str]]]) -> str:
    head = "".join(f"<th>{escape(column.column)}</th>" for column in columns)
    body = "".join(
        "<tr>"
        + (f'<td rowspan="{len(cells)}">{escape(name)}</td>' if index == 0 else "")
        + f"<td>{escape(cell)}</td></tr>"
        for name, cells in rows
        for index, cell in enumerate(cells)
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
