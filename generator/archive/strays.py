"""What lies in the content folder and does not belong there: what it is called, and what a clerk may do about it."""

import re
import unicodedata
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Final

from generator.store.files import DRAFTS, FORMER_DRAFTS, ORIGINALS, SOURCES


class Lying(StrEnum):
    """What an entry of a folder is, as a clerk is told."""

    FILE = "ファイル"
    FOLDER = "フォルダ"
    LINK = "リンク（別の場所にあるものを指すだけのもの）"
    PIPE = "パイプ（名前付きパイプ。プログラムどうしをつなぐもの）"
    SOCKET = "ソケット（プログラムどうしをつなぐもの）"
    DEVICE = "装置を表す特別なファイル"


# In a name these are not seen, or change how what stands beside them is seen: control and format characters, line and
# paragraph separators, halves of characters (of a name that is no UTF-8), private and unassigned ones.
_UNSEEN: Final = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_ESCAPED_BYTES: Final = range(0xDC80, 0xDD00)

_LOCK: Final = re.compile(r"~\$.*|\.~lock\..*|\.#.*|\..*\.(sw[a-z]|kate-swp)", re.DOTALL | re.IGNORECASE)
_BACKUP: Final = re.compile(
    r".*(~|\.(bak|backup|old|orig|rej|sav|tmp|temp|part|crdownload|wbk|xlk|lnk|url))|~.*|#.*#",
    re.DOTALL | re.IGNORECASE,
)
_SYSTEM: Final = re.compile(
    r"thumbs\.db|ehthumbs.*\.db|desktop\.ini|\.ds_store|\._.*|__macosx|icon\r?|\.directory|\.fseventsd|\.spotlight-.*"
    r"|\.trash.*|\$recycle\.bin|\.nfs.*|\.fuse_hidden.*|.*:zone\.identifier",
    re.IGNORECASE,
)
_ORIGINAL: Final = re.compile(
    r".*\.(pdf|docx?|docm|dotx?|rtf|odt|jtdc?|jtt|xdw|xbd|xlsx?|xlsm|xlsb|ods|csv|tsv|pptx?|odp|eml|msg|zip|lzh|7z|rar)",
    re.DOTALL | re.IGNORECASE,
)
_IMAGE: Final = re.compile(r".*\.(png|jpe?g|gif|webp|bmp|tiff?|heic|avif|ico)", re.DOTALL | re.IGNORECASE)
_RUNS: Final = re.compile(
    r".*\.(html?|xhtml|svgz?|css|m?js|wasm|php|py|sh|bat|ps1|exe|swf|xml|json)", re.DOTALL | re.IGNORECASE
)
_MARKDOWN: Final = re.compile(r".*\.(md|markdown|mdown|mkdn?)", re.DOTALL | re.IGNORECASE)

_ELSEWHERE: Final = f"公開しない下書きやメモは {{content}}/{DRAFTS} か、{{content}} の外に移してください。"
_DELETE: Final = "必要のないものです。消してください。"
_SPELLING: Final = "大文字・小文字か、全角・半角が違います。"
_COPY: Final = "写しなら消してください。"
_LINK: Final = ("リンクの先にあるものは公開しません。", "リンクを消し、要るものなら、そのもの自体を置いてください。")
_FOLDER: Final = (
    "このフォルダの中のものは、どれも公開しません。",
    "手書きのページのフォルダなら、中のファイルの名前（フォルダ/名前.md）を site_config.yml の nav に書いてください。"
    + _ELSEWHERE,
)
_UNSEEN_NAME: Final = (
    "名前に、見えない文字や、改行などの制御文字が入っています。",
    f"半角の英数字の名前に変えてください。{_ELSEWHERE}",
)
_SOURCE: Final = re.compile(rf"{SOURCES}/.*\.txt", re.DOTALL | re.IGNORECASE)
_SOURCE_NAME: Final = (
    "元の文書の名前は、審議会の開催日です。",
    f"2022-06-17.txt のような名前に変えてください。{_ELSEWHERE}",
)

# What a file's name tells of it, most telling first: the name, what it is, what to do.
_KINDS_OF_FILE: Final = (
    (
        _LOCK,
        "Word・Excelやエディタが、開いている間だけ置くファイルです。",
        "文書を閉じてください。残っていれば、このファイルを消してください。",
    ),
    (_SYSTEM, "パソコンが自動で作ったファイルです。", _DELETE),
    (_BACKUP, "エディタなどが残した控えや、途中のファイルです。", _DELETE),
    (
        _MARKDOWN,
        "どこにも名前のない手書きのページです。",
        "公開するページなら、site_config.yml の nav にこのファイルの名前（.md で終わる）を書いてください。"
        + _ELSEWHERE,
    ),
    (
        _ORIGINAL,
        "区の元の文書（PDF・Wordなど）は、ここには置けません。",
        f"公開しない {{content}}/{ORIGINALS} に移してください。",
    ),
    (
        _IMAGE,
        "画像は、{content}/assets に、決まった形の名前で置きます。",
        "PNG・JPEG・GIF・WebPの画像を、{content}/assets/map.png のような半角英小文字・数字の名前で置いてください。",
    ),
    (
        _RUNS,
        "ページや画像の中で動くプログラムになりうるファイルは、公開しません。",
        "図なら PNG の画像にして {content}/assets に置いてください。見た目は theme フォルダで決めます。",
    ),
)


def describe_stray(path: str, lying: Lying, content: str, meant: str = "") -> tuple[str, str]:
    """Return message and remedy for what lies at ``path``, from the folder called ``content``.

    ``meant`` is what belongs there and is called almost so.
    """
    message, remedy = _describe(path, lying, meant)
    said = f"{content} に置くものの一覧にない{lying}です。{message}"
    # A name may have braces of its own.
    return said.replace("{content}", content), remedy.replace("{content}", content)


def _describe(path: str, lying: Lying, meant: str) -> tuple[str, str]:
    name = PurePosixPath(path).name
    is_folder = lying is Lying.FOLDER
    other = Lying.FILE if is_folder else Lying.FOLDER
    move = f"archive import が {{content}}/{DRAFTS} に移します。フォルダの名前を変えて移しても構いません。"
    cases: tuple[tuple[bool, str, str], ...] = (
        (lying is Lying.LINK, *_LINK),
        (lying not in (Lying.FILE, Lying.FOLDER), "中身を読めません。", _DELETE),
        (is_folder and path == FORMER_DRAFTS, "前の版のプログラムが取り込みの控えを置いた所です。", move),
        (not is_seen(name), *_UNSEEN_NAME),
        (meant == path, f"「{meant}」は、{other}の名前です。", f"名前を変えるか、移してください。{_ELSEWHERE}"),
        (meant != "", f"「{meant}」と似ていますが、{_SPELLING}", f"「{meant}」のつもりなら名前を直し、{_COPY}"),
        (is_folder, *_FOLDER),
        (_SOURCE.fullmatch(path) is not None, *_SOURCE_NAME),
        *((pattern.fullmatch(name) is not None, said, remedy) for pattern, said, remedy in _KINDS_OF_FILE),
        (True, "このままでは公開されません。", _ELSEWHERE),
    )
    return next((message, remedy) for holds, message, remedy in cases if holds)


def is_seen(name: str) -> bool:
    """Tell whether every character of ``name`` is seen as what it is."""
    return all(unicodedata.category(letter) not in _UNSEEN for letter in name)


def show_name(name: str) -> str:
    """Return ``name`` as it can be printed: in one line, with the number of each character that is not seen."""
    return "".join(map(_show_letter, name))


def _show_letter(letter: str) -> str:
    if is_seen(letter):
        return letter
    if ord(letter) in _ESCAPED_BYTES:  # a byte that is no UTF-8, as os.fsdecode tells it
        return f"<0x{ord(letter) - 0xDC00:02X}>"
    return f"<U+{ord(letter):04X}>"
