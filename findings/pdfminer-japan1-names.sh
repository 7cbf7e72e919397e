#!/usr/bin/env bash
# pdfminer.six 20260107 cannot say which character U+FA11 is, though the PDF gives it as U+FA11.
#
# In the predefined encoding UniJIS-UCS2-H the text of a PDF is Unicode itself. One would guess that a reader hands its
# code units through, or at least finds its way back. pdfminer goes from the code to a glyph of Adobe-Japan1 by one
# table and from the glyph to a character by another, which lacks 34 of these glyphs, 31 kanji among them: 﨑 as in the
# name 山﨑, 寬, 濹, 槪. extract_text() writes "(cid:8443)" in the middle of a name. In 90ms-RKSJ-H, the
# encoding of old Windows programs, 﨑 is lost, too. PDFium reads all of them.
#
# Seen:
#     UniJIS-UCS2-H: pdfminer 山(cid:8443)寿, PDFium 山﨑寿
#     90ms-RKSJ-H: pdfminer 山(cid:8443)寿, PDFium 山﨑寿
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
from pdfminer.high_level import extract_text

logging.disable(logging.CRITICAL)
TEXT = "山﨑寿"


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


print("pdfminer.six", version("pdfminer.six"), "pypdfium2", version("pypdfium2"))
for encoding, coding in (("UniJIS-UCS2-H", "utf-16-be"), ("90ms-RKSJ-H", "cp932")):
    data = pdf(encoding, TEXT.encode(coding))
    by_pdfminer = extract_text(io.BytesIO(data)).strip()
    by_pdfium = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().strip()
    print(f"{encoding}: pdfminer {by_pdfminer}, PDFium {by_pdfium}")
    assert by_pdfium == TEXT, "PDFium reads it otherwise now"
    assert by_pdfminer.startswith("山(cid:") and by_pdfminer.endswith(")寿"), "pdfminer reads it otherwise now"
PYTHON
