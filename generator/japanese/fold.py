"""The form of a text that serves matching, and never replaces the text itself.

The same texts fold alike under every Python and in every browser: both go by one table, made of one version of Unicode
(folding_maker.py), and neither asks its own library about a character. The browser's copy of this file is
``theme/assets/javascripts/fold.js``.
"""

import re
from collections.abc import Iterable
from typing import Final

from generator.japanese.folding import HANGUL_MARKS, FoldingTable, compose

_TABLE: Final = FoldingTable.committed()
_IMAGES: Final = str.maketrans(dict(_TABLE.images))
_MARK: Final = re.compile(f"[{''.join(sorted(HANGUL_MARKS | {pair[1] for pair in _TABLE.pairs}))}]")
# The images of white space are spaces. A lookbehind before the space would be tried at every character, not only there.
_SPACE_BESIDE_JAPANESE: Final = re.compile(f" +(?=[{_TABLE.japanese}])| (?<=[{_TABLE.japanese}] ) *")
_SPACES: Final = re.compile("  +")
_THOUSANDS_SEPARATOR: Final = re.compile(r",(?<=[0-9],)(?=[0-9]{3}(?![0-9]))")


def fold(text: str) -> str:
    """Return the matching form of ``text``: equal for spellings a reader takes for one.

    Width, case, Latin look-alikes, kinds of dash, characters that cannot be seen and thousands separators no longer
    differ, and white space beside Japanese characters is gone. Folding is idempotent.
    """
    plain = _closed_up(text.translate(_IMAGES))
    # Only now, because a mark may have stood behind a space that is gone: か ゛. Composing in its turn makes no new
    # room, since a letter with its mark is Japanese exactly if the letter is.
    composed = compose(plain, _TABLE.pairs) if _MARK.search(plain) else plain
    return _THOUSANDS_SEPARATOR.sub("", composed)


def _closed_up(text: str) -> str:
    return _SPACES.sub(" ", _SPACE_BESIDE_JAPANESE.sub("", text)).strip(" ")


def folding_table(characters: Iterable[str] | None = None) -> dict[str, object]:
    """Return the table for the browser's ``createFold``, as JSON.

    Where ``characters`` are given, those that occur in any folded text of a site, it is reduced to what matters there:
    a text folds alike if its folded form consists of them, and else holds some other character too.
    """
    return (_TABLE if characters is None else _TABLE.reduced(characters)).to_json()


def without_space(text: str) -> str:
    """Return ``text`` without any white space: what two renderings of one document have in common."""
    return "".join(text.split())
