"""Opens the package that a Word file is, and refuses what is none."""

import io
import zipfile
from dataclasses import dataclass
from typing import Final

from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml
from docx.package import Package

from generator.importer.files.reading import UnreadableError
from generator.importer.files.word.xml import Element, name_of

# So many bytes a file may unpack to, and its XML alone; so many files it may hold.
MOST_BYTES: Final = 200_000_000
MOST_BYTES_OF_XML: Final = 50_000_000
_MOST_FILES: Final = 5_000

_OLD_CONTAINER: Final = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_CONTENT_TYPES: Final = "[Content_Types].xml"
_STRICT: Final = b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
_FLAG_OF_ENCRYPTION: Final = 1
# The kinds of part that hold text beside the document.
TOLD_APART: Final = ("header", "footer", "footnotes", "endnotes", "comments")

NO_WORD: Final = (
    "{name} はWordの文書（.docx）ではありません。Wordで開いて「名前を付けて保存」で .docx かPDFに保存し直したものを"
    "読み込んでください。"
)
OLD_WORD: Final = (
    "{name} は古い形式のWord文書（.doc）で、読み取れません。Wordで開いて「名前を付けて保存」で .docx かPDFに"
    "保存し直したものを読み込んでください。"
)
STRICT_WORD: Final = (
    "{name} は「厳密なOpen XML文書」の形式で、読み取れません。Wordで開いて「名前を付けて保存」で、ファイルの種類を"
    "「Word文書（.docx）」かPDFにして保存し直したものを読み込んでください。"
)
LOCKED: Final = (
    "{name} にはパスワードがかかっているため、読み取れません。パスワードのかかっていない文書を受け取るか、"
    "Wordでパスワードを外して保存し直したものを読み込んでください。"
)
DAMAGED: Final = (
    "{name} は壊れているため、読み取れません。もう一度受け取るかダウンロードし直すか、Wordで開いて保存し直したもの"
    "（.docx かPDF）を読み込んでください。"
)
TOO_BIG: Final = "{name} は、展開すると大きすぎるため読み取れません。WordでPDFに保存し直したものを読み込んでください。"


@dataclass(frozen=True)
class WordFile:
    """The parts of a Word file: ``others`` are those beside the document that hold text, each with its kind."""

    document: Element
    styles: Element | None
    numbering: Element | None
    others: tuple[tuple[str, Element], ...]


def open_word(name: str, data: bytes) -> WordFile:
    """Open ``data``, the file called ``name``. Raises UnreadableError where it is none, locked, damaged or too big."""
    _refuse(name, data)
    try:
        return _parts(name, data)
    except UnreadableError:
        raise
    except Exception as error:  # whatever the bytes make of a library, the clerk is told what to do
        raise UnreadableError(DAMAGED.format(name=name)) from error


def _refuse(name: str, data: bytes) -> None:
    if data.startswith(_OLD_CONTAINER):
        raise UnreadableError((LOCKED if _ENCRYPTED in data else OLD_WORD).format(name=name))
    if not data.startswith(b"PK"):
        raise UnreadableError(NO_WORD.format(name=name))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _refuse_package(name, package)
    except UnreadableError:
        raise
    except Exception as error:
        raise UnreadableError(DAMAGED.format(name=name)) from error


def _refuse_package(name: str, package: zipfile.ZipFile) -> None:
    # What a file says of its size binds: no more than that is unpacked of it.
    files = package.infolist()
    xml = sum(file.file_size for file in files if file.filename.lower().endswith((".xml", ".rels")))
    if len(files) > _MOST_FILES or xml > MOST_BYTES_OF_XML or sum(file.file_size for file in files) > MOST_BYTES:
        raise UnreadableError(TOO_BIG.format(name=name))
    if any(file.flag_bits & _FLAG_OF_ENCRYPTION for file in files):
        raise UnreadableError(LOCKED.format(name=name))
    if _CONTENT_TYPES not in {file.filename for file in files}:
        raise UnreadableError(NO_WORD.format(name=name))
    if "_rels/.rels" in package.namelist() and _STRICT in package.read("_rels/.rels"):
        raise UnreadableError(STRICT_WORD.format(name=name))


def _parts(name: str, data: bytes) -> WordFile:
    main = Package.open(io.BytesIO(data)).main_document_part
    document = _root(main)
    if name_of(document) != "w:document":
        raise UnreadableError(NO_WORD.format(name=name))
    related = {
        str(relation.target_part.partname): (relation.reltype.rsplit("/", 1)[-1], relation.target_part)
        for relation in main.rels.values()
        if not relation.is_external
    }
    found: dict[str, list[Element]] = {}
    for _, (kind, part) in sorted(related.items(), key=lambda item: item[0]):
        if kind in {"styles", "numbering", *TOLD_APART}:
            found.setdefault(kind, []).append(_root(part))
    others = tuple((kind, root) for kind in TOLD_APART for root in found.get(kind, ()))
    return WordFile(document, _first(found.get("styles")), _first(found.get("numbering")), others)


def _first(roots: list[Element] | None) -> Element | None:
    return roots[0] if roots else None


def _root(part: Part) -> Element:
    root: Element = part.element if isinstance(part, XmlPart) else parse_xml(part.blob)
    if root.getroottree().docinfo.doctype:
        # No Word file declares entities, and they would not be read.
        msg = "a document type"
        raise ValueError(msg)
    return root
