"""What stands beside the name of a party and names none: labels, addresses, heads, and that there are others."""

import re
from typing import Final

# 所在地:東京都…, 代表取締役 見本太郎, and an address of its own.
_CALLED: Final = re.compile(r"^(?:名称|商号|法人名|会社名|事業者名|団体名|受託者)(?:[：:]\s*|\s+)")
_BESIDE_WORDS: Final = (
    "(?:所在地?|住所|代表者?|代表取締役|理事長|会長|電話|法人番号|担当)(?:氏?名|番号|社長)?(?:[：:]|\\s|$)"
)
_BESIDE: Final = re.compile(f"^{_BESIDE_WORDS}")
_ADDRESS_WORDS: Final = (
    r"(?:〒.*|[^\s（(]{2,3}[都道府県][^\s（(]+[市区町村郡].*[0-9０-９](?:丁目|番地?|号室?|階|[FＦfｆ])?)"
)
_ADDRESS: Final = re.compile(rf"[（(]?{_ADDRESS_WORDS}[）)]?")
_BESIDE_A_NAME: Final = re.compile(
    rf"[（(](?:{_BESIDE_WORDS}[^（()）]*|{_ADDRESS_WORDS})[）)]$|\s(?:{_BESIDE_WORDS}.*|{_ADDRESS_WORDS})$"
)
# 「ほか２社」, 「等」 after a name, folded or not; to be put in a regular expression.
AND_MORE: Final = "(?:ほか|他|外|等|など)(?:[0-9０-９]+(?:社|者|団体|法人|名|か所))?"
_MORE_AT_THE_END: Final = re.compile(rf"\s*{AND_MORE}$")
_OTHERS: Final = re.compile("(?<!その)(?:ほか|他|外)(?:[0-9]+(?:社|者|団体|法人|名|か所)|$)")


def stands_beside(words: str) -> bool:
    """Tell whether ``words`` are the address or the head of a party, and name none."""
    return _BESIDE.match(words) is not None or _ADDRESS.fullmatch(words) is not None


def strip_beside(words: str) -> str:
    """Return ``words`` without 「名称：」 before a name and the address or the head after it."""
    return _BESIDE_A_NAME.sub("", _CALLED.sub("", words)).strip()


def own_name(words: str) -> str:
    """Return the name in ``words`` without its label, parentheses, 「ほか２社」 and the address after it."""
    name = re.sub(r"[（(].*[）)]$", "", words).rstrip("。").strip() or words
    named, _, rest = _CALLED.sub("", name).partition("　" if "　" in name else " ")
    if rest and _ADDRESS.fullmatch(rest.strip()):
        name = named
    return _MORE_AT_THE_END.sub("", _CALLED.sub("", name)).strip()


def says_others(folded: str) -> bool:
    """Tell whether ``folded`` says that there are parties it does not name: 「ほか２社」, but not a mere 「等」."""
    return _OTHERS.search(folded) is not None
