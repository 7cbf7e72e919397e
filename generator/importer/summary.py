"""Says to the clerk, in a few lines for each consultation, what was found and what to look at."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from generator.archive.record import Record
from generator.importer.document.other_papers import NO_CONSULTATION
from generator.importer.draft import Drafts
from generator.importer.files.reading import PAGE_NUMBER, LeftOut, shorten
from generator.importer.importing import Fate, Imported
from generator.importer.proof import Proof
from generator.model.blackout import count_withheld
from generator.model.consultation import Counterparty, Measure
from generator.site.wording import period_text, volume_text
from generator.store.doubts import Doubt

_FATES: Final = {
    Fate.NEW: "{path} に書きました",
    Fate.KEPT: "{path} がすでにあるので、書き換えていません",
    Fate.DECLINED: "{path} は、書き直しませんでした",
    Fate.SAME: "{path} に、新しく読み取れたことはありません",
    Fate.CHANGED: "{path} を書き直しました",
    Fate.REFUSED: "ファイルを書いていません",
}
_ALREADY_THERE: Final = "諮問{numbers}の{count}件は、ファイルがすでにあるので、書き換えていません。"
_BY_HAND: Final = "資料を確かめて、もう一度取り込むか、手引きの「手で書くとき」のとおりに作ってください。"
_PROVEN: Final = "文字: このファイルは、元の文書の{count:,}字すべてと一致しています。"
_PROVEN_AS_READ: Final = "文字: このファイルは、元の文書から読み取った{count:,}字と一致しています。"
_WITHHELD: Final = "  うち{count:,}字は非公開（黒塗り）です。"
_BESIDES: Final = "  そのページにあって、この字数に数えず、ファイルに入れていないもの（終わりに挙げます）: {lines}"
_UNREAD: Final = "元の文書のうち、次のものはこのファイルに入っていません:"
_NOT_PROVEN: Final = "文字: このファイルは、元の文書と{count}か所で違います。"
_UNREADABLE: Final = "文字: ファイルに書き方の誤りがあるので、元の文書と照らし合わせられません。先に直してください:"
_NO_DOCUMENT: Final = "審議資料の番号: 文書にありません。"
_NO_DOUBT: Final = "確認すること: ありません。"
_DOUBTS: Final = "確認すること: {count}件"
_KEPT_OUT: Final = "手で直された所なので、次の新しい読み取りは入れていません（入れるなら、手で書いてください）:"
_LEFT_OUT: Final = "どの諮問のファイルにも入れなかった文字:"
_MOST_SHOWN: Final = 8
_FEWEST_FOLDED: Final = 2


def summarize_all(results: tuple[Imported, ...], path_of: Callable[[Imported], str]) -> Iterator[str]:
    """Yield the lines about all consultations. Of the files that are left alone and right, one line is enough."""
    untouched = [each for each in results if each.fate is Fate.KEPT and each.proof is not None and each.proof.holds]
    folded = untouched if len(untouched) >= _FEWEST_FOLDED else []
    for each in results:
        if each not in folded:
            yield ""
            yield from summarize(each, path_of(each))
    if folded:
        yield ""
        yield _ALREADY_THERE.format(
            numbers=_phrase_numbers(each.drafted.number or 0 for each in folded), count=len(folded)
        )
    yield ""


def summarize(imported: Imported, path: str) -> Iterator[str]:
    """Yield the lines about one consultation, whose file is called ``path``."""
    drafted = imported.drafted
    what = f"諮問第{drafted.number}号" if drafted.number else "、".join(drafted.document.files)
    yield f"{what}: {_FATES[imported.fate].format(path=path)}"
    if drafted.draft is None:
        yield f"    {drafted.reason}"
        yield f"    {_BY_HAND}"
        return
    if imported.text is not None and imported.stored is not None:
        yield from (f"    {line}" for line in _list_findings(Record(imported.stored.value)))
        yield from (f"    {line}" for line in _list_doubts(imported.stored.doubts, path))
    yield from (f"    {line}" for line in _report_proof(imported.proof, path))
    if imported.kept_out:
        yield f"    {_KEPT_OUT}"
        yield from (f"      {line}" for line in imported.kept_out)


def list_left_out(found: Drafts) -> Iterator[str]:
    """Yield the lines about what was read and stands in no consultation's file, and what the readers noticed."""
    if found.left_out:
        yield _LEFT_OUT
        paged = frozenset(left.file for left in found.left_out if left.page > 1)
        alike: dict[tuple[str, ...], list[LeftOut]] = {}
        for left in found.left_out:
            numbered = left.reason == PAGE_NUMBER
            text = "".join(letter for letter in left.text if not (numbered and letter.isdigit()))
            text = "" if left.reason.endswith(NO_CONSULTATION) else text
            alike.setdefault((left.file, left.reason, text), []).append(left)
        yield from (f"  {_phrase_left_out(lines, paged)}" for lines in alike.values())
    yield from found.notes
    yield from found.others


def _phrase_left_out(lines: Sequence[LeftOut], paged: frozenset[str]) -> str:
    """Return what is said of ``lines``, which are left out of one file for one reason; ``paged`` files have pages."""
    first = lines[0]
    texts = shorten("".join(dict.fromkeys(f"「{left.text}」" for left in lines)))
    if len(lines) == 1:
        page = f"{first.page}ページ " if first.file in paged else ""
        return f"{first.file} {page}{first.number}行目{texts}: {first.reason}"
    pages = f" {_phrase_runs(left.page for left in lines)}ページ" if first.file in paged else ""
    return f"{first.file}{pages}{texts}: {first.reason}（{len(lines)}か所）"


def conclude(results: tuple[Imported, ...], unregistered: int) -> Iterator[str]:
    """Yield the last lines, which are all that is seen of a long report: how many, what to look at, what to do next."""
    fates = Counter(each.fate for each in results)
    counts = [
        f"{words}{fates[fate]}件"
        for fate, words in (
            (Fate.NEW, "新しく書いたもの"),
            (Fate.CHANGED, "書き直したもの"),
            (Fate.SAME, "変わらないもの"),
            (Fate.KEPT, "すでにあって書き換えていないもの"),
            (Fate.DECLINED, "書き直さなかったもの"),
            (Fate.REFUSED, "書いていないもの"),
        )
        if fates[fate]
    ]
    yield ""
    yield f"諮問{len(results)}件: {'、'.join(counts)}"
    written = [(each.drafted.number, each.stored) for each in results if each.text is not None]
    doubted = {number: len(stored.doubts) for number, stored in written if stored and stored.doubts}
    where = "、".join(f"第{number}号 {count}件" for number, count in doubted.items())
    count = f"{sum(doubted.values())}件" + (f"（{where}）" if where else "")
    yield f"確認すること: {count}、登録されていない名前: {unregistered}件"
    if written:
        number = next(iter(doubted), written[0][0])
        yield f"次に: archive review {number} のように諮問ごとに元の文書と見比べ、archive check で調べてください。"
    elif fates[Fate.KEPT]:
        yield "すでにあるファイルも読み取りに合わせるなら、--update を付けて実行してください（違いを見て選べます）。"


def _phrase_numbers(numbers: Iterable[int]) -> str:
    """Return how the consultations of ``numbers`` are called: 第975〜985号."""
    return "、".join(f"第{run}号" for run in _phrase_runs(numbers).split("、"))


def _phrase_runs(numbers: Iterable[int]) -> str:
    """Return ``numbers``, runs of them in short: 1〜3、5."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][-1] + 1 == number:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "、".join(f"{run[0]}〜{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)


def _report_proof(proof: Proof | None, path: str) -> Iterator[str]:
    if proof is None:
        return
    if proof.problems:
        yield _UNREADABLE
        yield from (f"  {path}:{each.line}: {each.message} {each.remedy}" for each in proof.problems)
    elif proof.holds and proof.unread:
        yield _PROVEN_AS_READ.format(count=proof.characters)
    elif proof.holds:
        yield _PROVEN.format(count=proof.characters)
    else:
        yield _NOT_PROVEN.format(count=len(proof.differences))
        yield from (f"  {difference}" for difference in proof.differences)
    withheld = count_withheld(proof.stored.value) if proof.stored else 0
    if withheld:
        yield _WITHHELD.format(count=withheld)
    if proof.left_out:
        yield _BESIDES.format(lines="、".join(f"{reason} {count}か所" for reason, count in proof.left_out))
    if proof.unread:
        yield _UNREAD
        yield from (f"  {missing}" for missing in proof.unread)


def _list_doubts(doubts: tuple[Doubt, ...], path: str) -> Iterator[str]:
    yield _DOUBTS.format(count=len(doubts)) if doubts else _NO_DOUBT
    yield from (f"  {path}:{doubt.line}: {doubt.message}" for doubt in doubts)


def _list_findings(record: Record) -> Iterator[str]:
    items = tuple(dict.fromkeys(flow.item.name for flow in record.flows))
    if record.consultation.document is None:
        yield _NO_DOCUMENT
    yield from _list_on_a_line("措置", map(_phrase_measure, record.consultation.measures))
    yield from _list_on_a_line("条項", map(str, record.consultation.articles))
    yield from _list_on_a_line("相手方", (_phrase_party(party.counterparty) for party in record.parties))
    yield from _list_on_a_line("対象となる個人", (subject.name for subject in record.subjects))
    yield from _list_on_a_line(f"個人情報の項目（{len(items)}）", items)
    yield from _list_on_a_line("件数", (volume_text(stated.volume) for stated in record.volumes))
    yield from _list_on_a_line("期間", (period_text(stated.period) for stated in record.periods))


def _list_on_a_line(name: str, said: Iterable[str]) -> Iterator[str]:
    texts = tuple(dict.fromkeys(said))
    if texts:
        more = (f"ほか{len(texts) - _MOST_SHOWN}",) if len(texts) > _MOST_SHOWN else ()
        yield f"{name}: {'、'.join((*texts[:_MOST_SHOWN], *more))}"


def _phrase_measure(measure: Measure) -> str:
    return f"{measure.type}（{'、'.join(map(str, measure.articles)) or '条項なし'}）"


def _phrase_party(party: Counterparty) -> str:
    return f"{party.name or party.state}（{party.role}）"
