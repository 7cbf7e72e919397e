"""What a person writes of a change, as a message shows it: to be pasted as it is, and filled in."""

from collections.abc import Iterator
from typing import Any, Final

from generator.model.blackout import BLACK
from generator.problems import Problem
from generator.site.ledger.comparison import Comparison
from generator.store.files import Stored

# A file may have the list already, from an earlier change or from the message above.
WRITE_IT: Final = "次のように書いてください（同じ「…:」の行がすでにあれば、2行目からを、その一覧の終わりに）。"
_DAY: Final = "（2026-04-01 の形）"
_CORRECTED: Final = "何を何に直したか"
_WHY_CORRECTED: Final = "なぜ直したか"
_WITHDRAWN: Final = "そこに何があったか（書かないなら、この行を消す）"
_WHY_WITHDRAWN: Final = "取り下げた理由"
_WHY_RENAMED: Final = "なぜ改めたか"
_UNFILLED: Final = frozenset((_CORRECTED, _WHY_CORRECTED, _WITHDRAWN, _WHY_WITHDRAWN, _WHY_RENAMED))


def paste_correction(*, is_first: bool) -> str:
    """Return what to write of a correction; the ``is_first`` of a file begins the list."""
    entry = f"  - date: 直した日{_DAY}\n    what: {_CORRECTED}\n    why: {_WHY_CORRECTED}"
    return f"\ncorrections:\n{entry}" if is_first else f"\n{entry}"


def paste_redirect(address: str, to: str) -> str:
    """Return what to write where ``address`` leads to another now."""
    return f"\nredirects:\n  - address: {address}\n    to: {to}"


def paste_withdrawal(address: str) -> str:
    """Return what to write where the page at ``address`` was withdrawn."""
    return (
        f"\nwithdrawn:\n  - address: {address}\n    what: {_WITHDRAWN}\n    date: 取り下げた日{_DAY}\n"
        f"    reason: {_WHY_WITHDRAWN}"
    )


def paste_renaming(address: str, old: str, new: str) -> str:
    """Return what to write where the entry at ``address`` has another name; one that is withheld now is not said."""
    what = "名前を非公開（黒塗り）にした" if BLACK in new else f"「{old}」を「{new}」に改めた"
    return f"\nrenamed:\n  - address: {address}\n    date: 改めた日{_DAY}\n    what: {what}\n    why: {_WHY_RENAMED}"


def check_records(comparison: Comparison) -> Iterator[Problem]:
    """Yield a problem for what was pasted and not filled in, and for a renaming that says a name that is withheld."""
    for stored in comparison.loaded.files:
        yield from _check_filled(stored, "corrections", ("what", "why"))
    for key, fields in (("withdrawn", ("what", "reason")), ("renamed", ("what", "why"))):
        yield from _check_filled(comparison.changes, key, fields)
    for index, said in enumerate(comparison.changes.value.renamed):
        old, new = (state.addresses.get(said.address) or "" for state in (comparison.before, comparison.now))
        if BLACK in new and BLACK not in old:
            for field in ("what", "why"):
                if old and old in getattr(said, field):
                    message = f"非公開（黒塗り）にした名前「{old}」が書かれています。このままでは公開されます。"
                    remedy = "名前を書かずに言い表してください（例: 名前を非公開（黒塗り）にした）。"
                    yield comparison.changes.problem(("renamed", index, field), message, remedy)


def _check_filled(stored: Stored[Any], key: str, fields: tuple[str, ...]) -> Iterator[Problem]:
    for index, entry in enumerate(getattr(stored.value, key)):
        for field in fields:
            if getattr(entry, field) in _UNFILLED:
                message = f"{field} が、書き方の例のままです。このままでは、読む人に示されてしまいます。"
                yield stored.problem((key, index, field), message, f"「{getattr(entry, field)}」の所を書いてください。")
