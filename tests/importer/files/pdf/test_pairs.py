"""Consultations of one form and of several, each set in another look: no line of a document is taken for a page's."""

from dataclasses import replace

import pytest

from generator.importer.files.pdf.pdf_furniture import HEAD
from generator.importer.files.pdf.pdf_joining import REPEATED_ROW
from generator.importer.files.pdf.pdf_reader import read_pdf
from generator.importer.files.reading import PAGE_NUMBER
from generator.model.consultation import Consultation
from tests.importer.files.pdf.test_set import bare, texts, whole
from tests.importer.setting import BARE, DASHED, Look, Press, packet_html

COUNCIL = "見本区個人情報保護審議会"

# Which consultations, and how often each, as if the ward put the same question again.
PACKETS = [
    ((984,), 2, Look(leading=1.4, size="11pt")),
    ((976,), 2, Look(leading=1.4)),
    ((981,), 3, Look(leading=1.4, number=BARE)),
    ((983,), 3, Look(leading=1.2, size="10.5pt", head=f'"{COUNCIL}"')),
    ((977,), 2, Look(leading=1.6, page="A4 landscape", margin="20mm", number=DASHED)),
    ((975, 979), 1, Look(leading=1.3, page="B5", head=f'"{COUNCIL}"', number=DASHED)),
    ((980, 985), 2, Look(leading=1.7, margin="30mm 20mm", number='counter(page) "/" counter(pages)')),
    ((982, 984), 1, Look(leading=1.5, page="A4 landscape", head=f'"{COUNCIL}"', number=BARE)),
]


@pytest.mark.parametrize(("numbers", "copies", "look"), PACKETS)
def test_each_line_of_a_document_stays(
    numbers: tuple[int, ...],
    copies: int,
    look: Look,
    pdf_press: Press,
    consultations: tuple[Consultation, ...],
) -> None:
    once = [one for one in consultations if one.number in numbers]
    packet = tuple(
        replace(one, number=one.number + 100 * copy, document=(one.document or 0) + 20 * copy)
        for copy in range(copies)
        for one in once
    )
    reading = read_pdf(pdf_press.set(packet_html(packet, look)))
    assert bare("".join(texts(reading))) == whole(packet, look.annex)
    assert {one.text for one in reading.left_out if one.reason == HEAD} <= {COUNCIL}
    assert {one.reason for one in reading.left_out} <= {HEAD, PAGE_NUMBER, REPEATED_ROW}
