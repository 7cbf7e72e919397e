#!/usr/bin/env bash
# pdfminer.six 20260107 hands on the name of a property list instead of the list.
#
# A page of a PDF may mark its running head and page number as no part of the text: /Artifact with /Type /Pagination
# (ISO 32000-1, 14.8.2.2). The properties stand in the content stream itself, or under a name among the page's resources
# (/Properties, 14.6.2). One would guess that a device of pdfminer is told the same of both, since its parser knows the
# resources and looks up fonts and images there. For a named list begin_tag() gets the bare name, so that a program that
# asks the properties for their /Type finds none and takes the running head for text.
#
# Seen:
#     in the stream: {'Type': /'Pagination'}     among the resources: /'Head'
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check pdfminer.six==20260107

"$folder/venv/bin/python" - <<'PYTHON'
import io
from importlib.metadata import version

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage


def pdf() -> bytes:
    """One page, whose two lines are marked as artifacts of pagination, in the two ways."""
    content = (
        b"/Artifact <</Type /Pagination>> BDC BT /F 12 Tf 72 800 Td (head) Tj ET EMC\n"
        b"/Artifact /Head BDC BT /F 12 Tf 72 780 Td (head) Tj ET EMC"
    )
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        b" /Resources <</Font <</F 4 0 R>> /Properties <</Head <</Type /Pagination>>>>>>>>",
        b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content),
    ]
    data, starts = b"%PDF-1.7\n", []
    for number, held in enumerate(objects, start=1):
        starts.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    end = b"trailer\n<</Size 6 /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    return data + b"xref\n0 6\n0000000000 65535 f \n" + table + end


class Tags(PDFDevice):
    """Notes the properties that it is told of."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.seen = []

    def begin_tag(self, tag, props=None):
        self.seen.append(props)

    def end_tag(self):
        pass

    def render_string(self, textstate, seq, ncs, graphicstate):
        pass


resources = PDFResourceManager()
tags = Tags(resources)
for page in PDFPage.get_pages(io.BytesIO(pdf())):
    PDFPageInterpreter(resources, tags).process_page(page)
print("pdfminer.six", version("pdfminer.six"))
for way, properties in zip(("in the stream", "among the resources"), tags.seen, strict=True):
    print(f"{way}: {properties!r}")
first, second = tags.seen
assert isinstance(first, dict) and first["Type"].name == "Pagination", "told otherwise now"
assert not isinstance(second, dict) and second.name == "Head", "the name is looked up now"
PYTHON
