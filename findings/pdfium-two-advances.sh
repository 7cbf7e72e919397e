#!/usr/bin/env bash
# PDFium (pypdfium2 5.15.2) gives a kanji beyond U+FFFF the room of two, and moves the rest of the line by one em.
#
# In the predefined encoding UniJIS-UTF16-H a character such as 𠮷 U+20BB7, as in many a name, is a pair of UTF-16 code
# units that together name one glyph of one width (ISO 32000-1, 9.7.5.2). One would guess that it takes one advance.
# PDFium's text is right, 𠮷野家, but it counts four characters, each with a box of its own, and 野 begins one em to the
# right of where pdfminer.six 20260107 has it: whoever compares the two readers by place, or cuts columns by PDFium's
# boxes, finds the end of the line shifted. (pdfminer, for its part, cannot name the glyph.)
#
# Seen, at 12 points:
#     吉野家: 3 characters at 72 84 96         pdfminer: 72 84 96
#     𠮷野家: 4 characters at 72 84 96 108     pdfminer: 72 84 96
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check pdfminer.six==20260107 pypdfium2==5.15.2

"$folder/venv/bin/python" - <<'PYTHON'
import io
import logging
from importlib.metadata import version

import pypdfium2
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar

logging.disable(logging.CRITICAL)


def pdf(encoding: str, codes: bytes) -> bytes:
    """Return a PDF of one line in a font that it does not embed, as the standard allows for Japanese."""
    content = b"BT /F 12 Tf 72 720 Td <" + codes.hex().encode() + b"> Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources << /Font << /F 4 0 R >> >> >>",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /DescendantFonts [5 0 R]"
        b" /Encoding /" + encoding.encode() + b" >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /DW 1000"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 4 >>"
        b" /FontDescriptor << /Type /FontDescriptor /FontName /Ryumin-Light /Flags 4 /FontBBox [0 -120 1000 880]"
        b" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    ]
    data, starts = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, start=1):
        starts.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    end = b"trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    return data + b"xref\n0 7\n0000000000 65535 f \n" + table + end


def places_by_pdfium(data: bytes) -> list[int]:
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    return [round(page.get_charbox(index, loose=True)[0]) for index in range(page.count_chars())]


def places_by_pdfminer(item) -> list[int]:
    if isinstance(item, LTChar):
        return [round(item.x0)]
    return [place for part in item for place in places_by_pdfminer(part)] if hasattr(item, "__iter__") else []


print("pdfminer.six", version("pdfminer.six"), "pypdfium2", version("pypdfium2"))
for text, by_pdfium in (("吉野家", [72, 84, 96]), ("𠮷野家", [72, 84, 96, 108])):
    data = pdf("UniJIS-UTF16-H", text.encode("utf-16-be"))
    seen, other = places_by_pdfium(data), places_by_pdfminer(list(extract_pages(io.BytesIO(data))))
    print(f"{text}: {len(seen)} characters at {seen}, pdfminer: {other}")
    assert pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().strip() == text
    assert seen == by_pdfium, "PDFium places them otherwise now"
    assert other == [72, 84, 96], "pdfminer places them otherwise now"
PYTHON
