"""What the tests of the importer share: a press for PDFs, and the consultations to be set."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.importer.files.pdf.pdf_reader import read_pdf
from generator.importer.files.reading import Reading
from generator.model.consultation import Consultation
from tests.importer.setting import Look, Press, packet_html, page_html, press


@pytest.fixture(scope="session")
def pdf_press(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Press]:
    """A press whose PDFs all processes of this test run share."""
    base = tmp_path_factory.getbasetemp()
    with press((base if worker_id == "master" else base.parent) / "pdfs") as lent:
        yield lent


@pytest.fixture(scope="session")
def consultations(archive: Archive) -> tuple[Consultation, ...]:
    """The consultations of the repository, in the order of their documents."""
    return tuple(sorted((record.consultation for record in archive.records), key=lambda one: one.document or 0))


@pytest.fixture(scope="session")
def annexed(consultations: tuple[Consultation, ...]) -> Consultation:
    """The consultation with the annex, 978."""
    return next(one for one in consultations if one.number == 978)


@pytest.fixture(scope="session")
def read_set(pdf_press: Press, consultations: tuple[Consultation, ...]) -> Callable[[Look], Reading]:
    """Set the whole meeting in a look, and read it back."""
    return cache(lambda look: read_pdf(pdf_press.set(packet_html(consultations, look))))


@pytest.fixture
def read_html(pdf_press: Press) -> Callable[..., Reading]:
    """Set a body of HTML, and read it back."""
    return lambda body, look=Look(): read_pdf(pdf_press.set(page_html(f"<article>{body}</article>", look)))  # noqa: B008


@pytest.fixture
def read_bytes(tmp_path: Path) -> Callable[[bytes], Reading]:
    """Read a PDF made by hand."""

    def read(data: bytes) -> Reading:
        path = tmp_path / "資料.pdf"
        path.write_bytes(data)
        return read_pdf(path)

    return read
