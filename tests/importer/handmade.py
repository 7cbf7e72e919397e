"""Writes PDFs by hand, to draw what no program for documents would set: hidden, doubled and nameless characters."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

A4: Final = (595, 842)
_RANGE: Final = 100
_FONT: Final = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /{font} /Encoding /{encoding} /DescendantFonts [4 0 R]{names} >>"
)
_LETTERS: Final = (
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{font} /DW 1000"
    " /CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 0 >>"
    " /FontDescriptor << /Type /FontDescriptor /FontName /{font} /Flags 4 /FontBBox [0 -120 1000 880]"
    " /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>"
)
# The encoding of Windows, in which a font that is not in the file needs no names.
WINDOWS: Final = "90ms-RKSJ-H"


def show(  # noqa: PLR0913 - what a drawing is made of
    text: str, x: float, y: float, *, size: float = 12, before: str = "", coding: str = "utf-16-be"
) -> str:
    """Return the drawing of ``text`` at x and y, points from the page's lower left; ``before`` are operators."""
    return f"q {before} BT /F {size} Tf {x} {y} Td <{text.encode(coding).hex()}> Tj ET Q\n"


def handmade(  # noqa: PLR0913 - what a page has besides its content
    *contents: str,
    names: Mapping[str, str] | None = None,
    size: tuple[int, int] = A4,
    boxes: str = "",
    resources: str = "",
    font: str = "Mincho",
    encoding: str = "Identity-H",
) -> bytes:
    """Return a PDF with a page for each of ``contents``, all of whose characters are as wide as they are high.

    ``names`` are the characters that the PDF names otherwise, with their name; an empty one has none. ``boxes`` are
    further entries of the pages' dictionaries, ``resources`` of those of their resources. In another ``encoding`` the
    file names no characters.
    """
    is_named = encoding == "Identity-H"
    kids = " ".join(f"{6 + 2 * index} 0 R" for index in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        _FONT.format(font=font, encoding=encoding, names=" /ToUnicode 5 0 R" if is_named else "").encode(),
        _LETTERS.format(font=font, ordering="Identity" if is_named else "Japan1").encode(),
        _stream(_names("".join(contents), names or {}) if is_named else ""),
    ]
    for index, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}] {boxes}"
            f" /Resources << /Font << /F 3 0 R >> {resources} >> /Contents {7 + 2 * index} 0 R >>".encode()
        )
        objects.append(_stream(content))
    return _file(objects)


def _names(content: str, names: Mapping[str, str]) -> str:
    """Return the CMap that says which characters the codes in ``content`` are."""
    used = {
        bytes.fromhex(part[at : at + 4]).decode("utf-16-be")
        for part in re.findall(r"<([0-9a-f]*)> Tj", content)
        for at in range(0, len(part), 4)
    }
    lines = [
        f"<{letter.encode('utf-16-be').hex()}> <{name.encode('utf-16-be').hex()}>"
        for letter in sorted(used)
        if (name := names.get(letter, letter))
    ]
    blocks = "".join(
        f"{len(part)} beginbfchar\n{chr(10).join(part)}\nendbfchar\n"
        for part in (lines[at : at + _RANGE] for at in range(0, len(lines), _RANGE))
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Named def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{blocks}"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )


def _stream(text: str) -> bytes:
    data = text.encode("ascii")
    return f"<< /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    data = b"%PDF-1.7\n"
    starts = []
    for number, held in enumerate(objects, start=1):
        starts.append(len(data))
        data += f"{number} 0 obj\n".encode() + held + b"\nendobj\n"
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    size = len(objects) + 1
    return (
        data
        + f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n".encode()
        + f"startxref\n{len(data)}\n%%EOF\n".encode()
    )
