"""Published addresses: none dies or is called otherwise without a word to readers; and what is said of them is true."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from generator.kinds.registered_law import ARTICLES
from generator.model.ledger import Redirect, Renaming, Withdrawal
from generator.model.outline import Path
from generator.problems import Problem
from generator.site import addresses
from generator.site.ledger.comparison import Comparison
from generator.site.ledger.consultation_checks import lost_consultations
from generator.site.ledger.records_to_write import WRITE_IT, paste_redirect, paste_renaming, paste_withdrawal
from generator.store.files import ADDRESS_CHANGES_FILE, LEDGER_FILE, Stored

_SLASHES: Final = "{near} と書いてください（初めに / を付けず、終わりに / を付けます）。"
_MOVED: Final = "別のページに移したのなら、次のように書いてください。"
_LIKE: Final = (
    "元に戻すか、{file} に書いてください。{first} と同じ理由で取り下げるのなら、その記録に「    also:」の行を足し、"
    "その下に次の行を並べます。別のページに移したのなら、redirects: に、address: と to:（移した先）を書きます。"
)


@dataclass(frozen=True)
class _EntryPage:
    """Where the entry of a registry stands whose page lies at an address."""

    registry: Stored[Any]
    path: Path

    def problem(self, key: str, message: str, remedy: str) -> Problem:
        return self.registry.problem((*self.path, key), message, remedy)


def check_addresses(comparison: Comparison) -> Iterator[Problem]:
    """Yield a problem for each published address that is no more, and for each entry that is called otherwise."""
    entries = _entry_pages(comparison)
    living, changes = comparison.now.living, f"{comparison.content.name}/{ADDRESS_CHANGES_FILE}"
    consultations = {
        address
        for number in comparison.before.consultations
        for address in (addresses.consultation(number), addresses.consultation_file(number))
    }
    gone = (addresses.consultation(number) for number in lost_consultations(comparison))
    first = next(gone, "")
    for address, name in comparison.before.addresses.items():
        if address not in living and address not in consultations and not _is_answered(comparison, address):
            yield _dead(comparison, address, name, entries, first)
            first = first or ("" if address in comparison.moved_entries else address)
        elif living.get(address, name) != name and not _is_renamed(comparison, address):
            new = living[address]
            message = f"公開したページ {address} の名前が、記録なしに「{name}」から「{new}」に変わっています。"
            written = paste_renaming(address, name or "", new or "")
            remedy = f"元に戻すか、{changes} に{WRITE_IT}{written}"
            yield entries[address].problem("name", message, remedy)


def _is_answered(comparison: Comparison, address: str) -> bool:
    """Tell whether a page stays at ``address``, or, where that is a file, at the address of its page."""
    page = addresses.page_of_file(address)
    return comparison.now.is_gone(address) or (page != "" and page not in comparison.now.living)


def _is_renamed(comparison: Comparison, address: str) -> bool:
    known = comparison.before.renamed
    return any(each.address == address and each not in known for each in comparison.now.renamed)


def _dead(
    comparison: Comparison, address: str, name: str | None, entries: dict[str, _EntryPage], first: str
) -> Problem:
    """Return the problem of ``address``; how a withdrawal is written was said at the ``first`` one, if there is one."""
    content = comparison.content.name
    successor = comparison.moved_entries.get(address, "")
    remedy = f"元に戻すか、{content}/{ADDRESS_CHANGES_FILE} に{WRITE_IT}"
    if successor:
        remedy += paste_redirect(address, successor)
        message = f"公開したアドレス {address} が、{successor} に変わっています。"
        return entries[successor].problem("slug", message, remedy)
    if first:
        remedy = _LIKE.format(file=f"{content}/{ADDRESS_CHANGES_FILE}", first=first) + f"\n      - {address}"
    else:
        remedy += f"{paste_withdrawal(address)}\n    {_MOVED}{paste_redirect(address, '移した先のアドレス')}"
    message = f"公開したアドレス {address}{f'（{name}）' if name else ''} のページがなくなります。"
    kind = next((kind for kind in comparison.archive.kinds if address.startswith(kind.folder)), None)
    if kind is not None and kind is not ARTICLES:
        return Problem(f"{content}/{kind.file}", 1, 1, message, remedy)
    if not address.endswith("/"):
        return Problem(
            f"{content}/{address}", 1, 1, f"公開したファイル {address} がなくなります。", "元に戻してください。"
        )
    if not address.partition("/")[2]:
        return Problem(f"{content}/{address.removesuffix('/')}.md", 1, 1, message, remedy)
    return Problem(f"{content}/{LEDGER_FILE}", _line_in_ledger(comparison, address), 1, message, remedy)


def _line_in_ledger(comparison: Comparison, address: str) -> int:
    ledger = comparison.ledger
    for number, entry in enumerate(comparison.publications):
        for index, known in enumerate(entry.addresses):
            if known.address == address and ledger is not None:
                return ledger.line_of(("publications", number, "addresses", index))
    return 1


def _entry_pages(comparison: Comparison) -> dict[str, _EntryPage]:
    pages: dict[str, _EntryPage] = {}
    for kind, registry in comparison.loaded.registries.items():
        for index, entry in enumerate(registry.value):
            if kind is ARTICLES:
                pages |= _pages_of_law(registry, index)
            else:
                pages[addresses.entry(kind, entry)] = _EntryPage(registry, (index,))
    return pages


def _pages_of_law(registry: Stored[Any], index: int) -> dict[str, _EntryPage]:
    law = registry.value[index]
    at_law = _EntryPage(registry, (index,))
    articles = {
        addresses.article(law, article.name): at_law for version in law.versions for article in version.articles
    }
    return {addresses.law(law): at_law, **articles}


def check_address_changes(comparison: Comparison) -> Iterator[Problem]:
    """Yield what is wrong with what a person has written of published addresses."""
    stored = comparison.changes
    said = stored.value
    redirects = ((("redirects", index, "address"), each) for index, each in enumerate(said.redirects))
    listed: tuple[tuple[Path, Redirect | Withdrawal], ...] = (*redirects, *said.withdrawals)
    counted = Counter(each.address for _, each in listed)
    for path, each in listed:
        if counted[each.address] > 1:
            yield stored.problem(path, f"{each.address} が2度書かれています。", "1つだけ残してください。")
        else:
            yield from _check_gone(comparison, stored, path, each)
    for index, redirect in enumerate(said.redirects):
        yield from _check_target(comparison, stored, ("redirects", index, "to"), redirect)
    yield from _check_kept(comparison, stored)
    for index, renaming in enumerate(said.renamed):
        if renaming.address not in comparison.before.addresses and renaming.address not in comparison.now.living:
            yield _unknown(comparison, stored, ("renamed", index, "address"), renaming.address)


def _check_gone(
    comparison: Comparison, stored: Stored[Any], path: Path, said: Redirect | Withdrawal
) -> Iterator[Problem]:
    if said.address in comparison.now.addresses:
        message = f"{said.address} には、今もページがあります。"
        yield stored.problem(path, message, "アドレスを確かめるか、この記録を消してください。")
    elif said.address not in comparison.before.addresses:
        yield _unknown(comparison, stored, path, said.address)
    elif not said.address.endswith("/"):
        page = addresses.page_of_file(said.address)
        remedy = f"{page} について書いてください。" if page else "この記録を消してください。"
        yield stored.problem(path, f"{said.address} はページではなくファイルです。", remedy)


def _unknown(comparison: Comparison, stored: Stored[Any], path: Path, address: str) -> Problem:
    message = f"{address} というアドレスは公開されていません。"
    near = _as_an_address(address)
    if near != address and near in comparison.before.addresses:
        return stored.problem(path, message, _SLASHES.format(near=near))
    return stored.problem(path, message, "items/name/ のような、公開したアドレスを書くか、この記録を消してください。")


def _as_an_address(written: str) -> str:
    return f"/{written}/".replace("//", "/").removeprefix("/")


def _check_target(comparison: Comparison, stored: Stored[Any], path: Path, redirect: Redirect) -> Iterator[Problem]:
    now = comparison.now
    if redirect.to in now.addresses and not redirect.to.endswith("/"):
        yield stored.problem(
            path, f"{redirect.to} はページではなくファイルです。", "ページのアドレスを書いてください。"
        )
    elif redirect.to not in now.addresses:
        seen, end = {redirect.address}, redirect.to
        while end in now.redirects and end not in seen:
            seen.add(end)
            end = now.redirects[end].to
        if end in seen:
            message, remedy = (
                f"{redirect.to} をたどると、元に戻ってしまいます。",
                "今あるページのアドレスを書いてください。",
            )
        elif end != redirect.to:
            message, remedy = f"{redirect.to} は、さらに {end} へ移っています。", f"{end} と書いてください。"
        else:
            near = _as_an_address(redirect.to)
            message = f"{redirect.to} というページはありません。"
            is_near = near != redirect.to and near in now.living
            remedy = _SLASHES.format(near=near) if is_near else "今あるページのアドレスを書いてください。"
        yield stored.problem(path, message, remedy)


def _check_kept(comparison: Comparison, stored: Stored[Any]) -> Iterator[Problem]:
    """Yield a problem for each published word on a withdrawal or a renaming that is gone or written anew."""
    before, now = comparison.before, comparison.now
    for address, withdrawal in before.withdrawn.items():
        if address in now.withdrawn and now.withdrawn[address] != withdrawal:
            yield _rewritten(stored, "withdrawn", f"{address} を取り下げた記録", withdrawal)
    for renaming in before.renamed:
        if renaming not in now.renamed:
            yield _rewritten(stored, "renamed", f"{renaming.address} の名前を改めた記録", renaming)


def _rewritten(stored: Stored[Any], key: str, what: str, published: Withdrawal | Renaming) -> Problem:
    said = published.reason if isinstance(published, Withdrawal) else f"{published.what}（{published.why}）"
    message = f"公開した、{what}が消されているか、書き換えられています。"
    remedy = f"公開したとおりに戻してください（{published.date}「{said}」）。"
    return stored.problem((key,), message, remedy)
