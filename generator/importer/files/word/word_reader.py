"""Reads a Word document (.docx): its paragraphs and tables in their order, with nothing of it lost."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml
from docx.package import Package

from generator.importer.files.doubtful_letters import note_letters
from generator.importer.files.notes import ReaderNote
from generator.importer.files.reading import PAGE_NUMBER, Block, Reading, UnreadableError, show_letters
from generator.importer.files.word.word_numbering import MarkCounter
from generator.importer.files.word.word_story import Story
from generator.importer.files.word.word_xml import Element, Styles, count_letters, name_of
from generator.japanese.fold import without_space
from generator.japanese.page_numbers import is_page_number

# So many bytes a file may unpack to, and its XML alone; so many files it may hold.
MOST_BYTES: Final = 200_000_000
MOST_BYTES_OF_XML: Final = 50_000_000
_MOST_FILES: Final = 5_000

_OLD_CONTAINER: Final = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_CONTENT_TYPES: Final = "[Content_Types].xml"
_STRICT: Final = b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
_FLAG_OF_ENCRYPTION: Final = 1

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
# The kinds of part that hold text beside the document.
_KINDS: Final = {
    "header": "ヘッダー",
    "footer": "フッター",
    "footnotes": "脚注",
    "endnotes": "文末脚注",
    "comments": "コメント",
}
_MARGINS: Final = frozenset({"header", "footer"})

NO_TEXT: Final = (
    "{name} には文字がなく、画像だけのようです。所管課から文字のある文書を受け取るか、OCR（文字認識）をかけたPDFを"
    "使うか、文章を .txt のファイル（UTF-8）にして読み込んでください。"
)
DIFFERENCE: Final = "{part}は、ファイルの中の文字と、読み込んだ文字が違います（{found}）。原本と見比べてください。"
MEANT_FOR_THE_BODY: Final = "{part}に「{text}」とあります。本文には入れていません。"
_BODY: Final = "本文"
_NUMBERS_A_DOCUMENT: Final = re.compile(r"資料\s*[NnＮ]|諮\s*問\s*第")


@dataclass(frozen=True)
class WordFile:
    """The parts of a Word file: ``others`` are those beside the document that hold text, each with its kind."""

    document: Element
    styles: Element | None
    numbering: Element | None
    others: tuple[tuple[str, Element], ...]


def read_word(path: Path) -> Reading:
    """Read the Word document at ``path``. It has no pages until it is printed: all is on the first.

    Raises UnreadableError where it holds no text or cannot be read, and OSError where the disk does not give it.
    """
    data = path.read_bytes()
    try:
        reading = _read(path.name, _open(path.name, data))
    except UnreadableError:
        raise
    except Exception as error:  # whatever the file makes of its reader, the clerk is told what to do
        raise UnreadableError(DAMAGED.format(name=path.name)) from error
    if not reading.blocks:
        raise UnreadableError(NO_TEXT.format(name=path.name))
    return reading


def _read(name: str, word: WordFile) -> Reading:
    styles = Styles(word.styles)

    def story() -> Story:
        return Story(styles, MarkCounter(word.numbering, styles))

    body = story()
    blocks = tuple(body.read_blocks(word.document))
    left_out, notes = list(body.left_out), list(body.notes)
    differences = list(_note_differences(_BODY, word.document, body, blocks))
    for kind, part in word.others:
        beside = story()
        beside.leave_out_all(part, lambda text, kind=kind: _find_reason(kind, text))  # type: ignore[misc]
        # They are no lines of the document.
        left_out.extend(replace(one, doubtful=False) for one in beside.left_out)
        notes.extend(replace(one, number=0) for one in beside.notes)
        notes.extend(
            ReaderNote(MEANT_FOR_THE_BODY.format(part=_KINDS[kind], text=one.text), lost=True)
            for one in beside.left_out
            if kind in _MARGINS and _NUMBERS_A_DOCUMENT.search(one.text)
        )
        differences.extend(_note_differences(_KINDS[kind], part, beside, ()))
    return Reading(name, blocks, tuple(left_out), (*notes, *note_letters(blocks), *differences))


def _find_reason(kind: str, text: str) -> str:
    is_number = kind in _MARGINS and is_page_number(text)
    return f"{_KINDS[kind]}（{PAGE_NUMBER}）" if is_number else _KINDS[kind]


def _note_differences(part: str, root: Element, story: Story, blocks: Sequence[Block]) -> Iterator[ReaderNote]:
    """Yield a note where the characters in ``root`` are not exactly those of ``blocks`` and of what is left out."""
    printed = Counter(without_space("".join(story.printed)))
    theirs = count_letters(root) - Counter(without_space("".join(story.replaced)))
    texts = [*(text for block in blocks for text in block.texts), *(one.text for one in story.left_out)]
    ours = Counter(without_space("".join(texts)))
    missing, added = theirs + printed - ours, ours - theirs - printed
    found = {"読み込めなかった文字": missing, "余分に読み込んだ文字": added}
    if missing or added:
        shown = "、".join(f"{what}「{show_letters(letters)}」" for what, letters in found.items() if letters)
        yield ReaderNote(DIFFERENCE.format(part=part, found=shown), lost=bool(missing))


def _open(name: str, data: bytes) -> WordFile:
    """Return the parts of ``data``, the file called ``name``. Raises UnreadableError where it is none that is read."""
    if data.startswith(_OLD_CONTAINER):
        raise UnreadableError((LOCKED if _ENCRYPTED in data else OLD_WORD).format(name=name))
    if not data.startswith(b"PK"):
        raise UnreadableError(NO_WORD.format(name=name))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        _refuse_package(name, package)
    return _read_parts(name, data)


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


def _read_parts(name: str, data: bytes) -> WordFile:
    main = Package.open(io.BytesIO(data)).main_document_part
    document = _read_root(main)
    if name_of(document) != "w:document":
        raise UnreadableError(NO_WORD.format(name=name))
    related = {
        str(relation.target_part.partname): (relation.reltype.rsplit("/", 1)[-1], relation.target_part)
        for relation in main.rels.values()
        if not relation.is_external
    }
    found: dict[str, list[Element]] = {}
    for _, (kind, part) in sorted(related.items(), key=lambda item: item[0]):
        if kind in {"styles", "numbering", *_KINDS}:
            found.setdefault(kind, []).append(_read_root(part))
    others = tuple((kind, root) for kind in _KINDS for root in found.get(kind, ()))
    styles, numbering = (next(iter(found.get(kind, ())), None) for kind in ("styles", "numbering"))
    return WordFile(document, styles, numbering, others)


def _read_root(part: Part) -> Element:
    root: Element = part.element if isinstance(part, XmlPart) else parse_xml(part.blob)
    if root.getroottree().docinfo.doctype:
        # No Word file declares entities, and they would not be read.
        msg = "a document type"
        raise ValueError(msg)
    return root
