"""Where a consultation's papers can be seen: what is to be a link must be an address of the web."""

import re
from collections.abc import Iterator
from typing import Final

from generator.archive.record import Record
from generator.model.web_address import why_no_web_address
from generator.problems import Objection

# What a browser would take for an address and not for words, whether or not it is one.
_LOOKS_LIKE_AN_ADDRESS: Final = re.compile(
    r"[a-z][a-z0-9+.-]*://|(https?|javascript|data|vbscript|file):", re.IGNORECASE
)


def check_source_addresses(record: Record) -> Iterator[Objection]:
    """Yield an objection where the address of the document's source, or of the answer's, is none."""
    url, decision = record.consultation.source_url, record.consultation.decision
    if url is not None and (reason := why_no_web_address(url)):
        message = f"「{url}」はウェブのアドレスではありません（{reason}）。"
        yield Objection(("source_url",), message, "https:// で始まるアドレスを書くか、行ごと消してください。")
    if decision is None or not _LOOKS_LIKE_AN_ADDRESS.match(decision.source):
        return
    if reason := why_no_web_address(decision.source):
        message = f"「{decision.source}」はウェブのアドレスではありません（{reason}）。"
        remedy = "アドレスだけを正しく書くか、答申が載っている資料の名前を書いてください。"
        yield Objection(("decision", "source"), message, remedy)
