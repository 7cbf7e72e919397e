#!/usr/bin/env bash
# pdfminer.six 20260107 does not read /ActualText, and so gives 区民の長い戸 as 区⺠の⻑い⼾ from what Chromium prints.
#
# A PDF file may say of a part of a page what its text is: /ActualText, which replaces what the fonts would say
# (ISO 32000-1, 14.9.4). Chromium and Edge ("save as PDF") rely on it: where a font draws 戸 U+6238 and the radical
# ⼾ U+2F3E with one glyph, as Noto CJK does, their /ToUnicode names the lower code point, the radical (and ‧ U+2027 for
# ・), and /ActualText names the kanji. One would guess that a library made to extract text reads it; pdfminer.six does
# not. PDFium (pypdfium2 5.15.2) gives the kanji. NFKC is no remedy: it makes ⼾ 戶 U+6236, which Japanese does not use,
# and leaves ⺠, ⻑ and ‧ as they are.
#
# Seen (the file below, in the form that Chromium writes):
#     pdfminer.six: 区⺠の⻑い⼾     PDFium: 区民の長い戸     NFKC of the first: 区⺠の⻑い戶
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check pdfminer.six==20260107 pypdfium2==5.15.2

"$folder/venv/bin/python" - "$folder/words.pdf" <<'PYTHON'
import sys
import unicodedata
from importlib.metadata import version
from pathlib import Path

import pypdfium2
from pdfminer.high_level import extract_text

NAMED, ACTUAL = "区⺠の⻑い⼾", "区民の長い戸"


def pdf() -> bytes:
    """One page: a letter of a font for each character, its /ToUnicode as in NAMED, and /ActualText as in ACTUAL."""
    codes = range(0x41, 0x41 + len(NAMED))
    mapped = "\n".join(f"<{code:02X}> <{ord(letter):04X}>" for code, letter in zip(codes, NAMED))
    unicode_map = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Words def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n{len(NAMED)} beginbfchar\n{mapped}\nendbfchar\n"
        "endcmap end end"
    )
    shown = "\n".join(
        f"/Span <</ActualText <FEFF{ord(letter):04X}>>> BDC <{code:02X}> Tj EMC" for code, letter in zip(codes, ACTUAL)
    )
    content = f"BT /F 24 Tf 72 700 Td\n{shown}\nET"
    objects = [
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F 4 0 R>>>> /Contents 6 0 R>>",
        "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R>>",
        f"<</Length {len(unicode_map)}>>\nstream\n{unicode_map}\nendstream",
        f"<</Length {len(content)}>>\nstream\n{content}\nendstream",
    ]
    written, places = "%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{each}\nendobj\n"
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}"
    trailer = f"trailer\n<</Size {len(objects) + 1} /Root 1 0 R>>\nstartxref\n{len(written)}\n%%EOF\n"
    return (written + table + trailer).encode("ascii")


file = Path(sys.argv[1])
file.write_bytes(pdf())
by_pdfminer = "".join(extract_text(file).split())
seen = {
    f"pdfminer.six {version('pdfminer.six')}": by_pdfminer,
    f"pypdfium2 {version('pypdfium2')}": pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range().strip(),
    "NFKC of the first": unicodedata.normalize("NFKC", by_pdfminer),
}
for who, text in seen.items():
    print(f"{who}: {text}  {text.encode('unicode_escape').decode()}")
assert list(seen.values()) == [NAMED, ACTUAL, "区⺠の⻑い戶"], "these are read otherwise now"
PYTHON
