"""Says to the clerk, in a few lines for each consultation, what was found and what to look at."""

from collections.abc import Iterable, Iterator
from typing import Final

from generator.archive.record import Record
from generator.importer.drafting import Drafts
from generator.importer.importing import Fate, Imported
from generator.importer.proof import Proof
from generator.model.consultation import Consultation, Counterparty, Measure, Period, Volume
from generator.store.doubts import doubts_in
from generator.store.files import read_data

_FATES: Final = {
    Fate.NEW: "{path} に書きました",
    Fate.KEPT: "{path} がすでにあるので、書き換えていません（--update を付けると、違いを見て直せます）",
    Fate.SAME: "{path} に、新しく読み取れたことはありません",
    Fate.CHANGED: "{path} を書き直しました",
    Fate.REFUSED: "読み取れませんでした",
}
_PROVEN: Final = "文字: このファイルは、元の文書の{count:,}字すべてと一致しています。"
_NOT_PROVEN: Final = "文字: このファイルは、元の文書と{count}か所で違います。"
_NO_DOCUMENT: Final = "審議資料の番号: 文書にありません。"
_NO_DOUBT: Final = "確認すること: ありません。"
_DOUBTS: Final = "確認すること: {count}件"
_KEPT_OUT: Final = "手で直された所なので、次の新しい読み取りは入れていません:"
_LEFT_OUT: Final = "どの諮問のファイルにも入れなかった文字:"
_MOST_SHOWN: Final = 8


def summary_of(imported: Imported, path: str) -> Iterator[str]:
    """Yield the lines about one consultation, whose file is called ``path``."""
    drafted = imported.drafted
    what = f"諮問第{drafted.number}号" if drafted.number else "、".join(drafted.document.files)
    yield f"{what}: {_FATES[imported.fate].format(path=path)}"
    if drafted.draft is None:
        yield f"    {drafted.reason}"
        return
    if imported.text is not None:
        stored, _ = read_data(imported.text.encode(), path, Consultation)
        yield from (f"    {line}" for line in (_findings(Record(stored)) if stored else ()))
        yield from (f"    {line}" for line in _doubts(imported.text, path))
    yield from (f"    {line}" for line in _proof(imported.proof))
    if imported.kept_out:
        yield f"    {_KEPT_OUT}"
        yield from (f"      {line}" for line in imported.kept_out)


def left_out_lines(found: Drafts) -> Iterator[str]:
    """Yield the lines about what was read and stands in no consultation's file, and what the readers noticed."""
    if found.left_out:
        yield _LEFT_OUT
        yield from (f"  {left.page}ページ {left.number}行目「{left.text}」: {left.reason}" for left in found.left_out)
    yield from found.notes


def _proof(proof: Proof | None) -> Iterator[str]:
    if proof is None:
        return
    if proof.holds:
        yield _PROVEN.format(count=proof.characters)
    else:
        yield _NOT_PROVEN.format(count=len(proof.differences))
        yield from (f"  {difference}" for difference in proof.differences)


def _doubts(text: str, path: str) -> Iterator[str]:
    doubts = doubts_in(text)
    yield _DOUBTS.format(count=len(doubts)) if doubts else _NO_DOUBT
    yield from (f"  {path}:{doubt.line}: {doubt.message}" for doubt in doubts)


def _findings(record: Record) -> Iterator[str]:
    items = tuple(dict.fromkeys(flow.item.name for flow in record.flows))
    if record.consultation.document is None:
        yield _NO_DOCUMENT
    yield from _line("措置", map(_measure, record.consultation.measures))
    yield from _line("相手方", (_party(party.counterparty) for party in record.parties))
    yield from _line("対象となる個人", (subject.name for subject in record.subjects))
    yield from _line(f"個人情報の項目（{len(items)}）", items)
    yield from _line("件数", (_volume(stated.volume) for stated in record.volumes))
    yield from _line("期間", (_period(stated.period) for stated in record.periods))


def _line(name: str, said: Iterable[str]) -> Iterator[str]:
    texts = tuple(dict.fromkeys(said))
    if texts:
        more = (f"ほか{len(texts) - _MOST_SHOWN}",) if len(texts) > _MOST_SHOWN else ()
        yield f"{name}: {'、'.join((*texts[:_MOST_SHOWN], *more))}"


def _measure(measure: Measure) -> str:
    return f"{measure.type}（{'、'.join(f'条例{article}' for article in measure.articles) or '条項なし'}）"


def _party(party: Counterparty) -> str:
    return f"{party.name or party.state}（{party.role}）"


def _volume(volume: Volume) -> str:
    whose = f"{volume.subject} " if volume.subject else ""
    year = f"{volume.fiscal_year}年度{'以降' if volume.onward else ''} " if volume.fiscal_year else ""
    about, per = "約" if volume.approximate else "", f"（{volume.per}）" if volume.per else ""
    return f"{whose}{year}{about}{volume.count:,}件{per}"


def _period(period: Period) -> str:
    end = f"から {period.end} まで" if period.end else "から継続" if period.continues else "から"
    return f"{period.start} {end}"
