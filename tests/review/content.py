"""A content folder whose consultation 975 is a draft: the real file, with questions as an importer leaves them."""

from pathlib import Path
from shutil import copytree
from typing import Final

CONTENT: Final = Path(__file__).parents[2] / "content"
NUMBER: Final = 975

# Each line of the real file, and what the draft has in its place.
_CHANGES: Final = {
    "businesses:\n": "# 要確認: 業務の名前は「広聴業務」でよいですか。\nbusinesses:\n",
    "      - name: LINE\n": "      # 要確認: LINE は「利用サービス」でよいですか。\n      - name: LINE\n",
    ("    text: 管理サイト\n    counterparties:\n      - name: 管理サイト\n        role: 回線結合の相手方\n"): (
        "    text: 管理サイト\n"
        "    # 要確認: 相手方「管理サイト」は、まだ登録されていません。<登録>してから # を外してください。\n"
        "    # counterparties:\n"
        "    #   - name: 管理サイト\n"
        "    #     role: 回線結合の相手方\n"
    ),
    "      - heading: （２）件数（見込み）\n": (
        "      # 要確認: 「（２）件数（見込み）」を見出しと読みました。\n      - heading: （２）件数（見込み）\n"
    ),
    "          - 年代\n": "          # 要確認: 「年代」は登録された「年代」と同じものですか。\n          - 年代\n",
}


def draft_content(folder: Path) -> Path:
    """A copy in ``folder`` of the real content, in which 975 is a draft with five questions."""
    copy = copytree(CONTENT, folder / "content")
    edit(copy, _CHANGES)
    return copy


def edit(content: Path, changes: dict[str, str], number: int = NUMBER) -> None:
    """Replace in the file of a consultation each of ``changes``, which stands there exactly once."""
    edit_file(content / "consultations" / f"{number}.yml", changes)


def edit_file(file: Path, changes: dict[str, str]) -> None:
    """Replace in ``file`` each of ``changes``, which stands there exactly once."""
    text = file.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert text.count(old) == 1, (old, text.count(old))
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
