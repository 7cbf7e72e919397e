"""The files that readers can fetch: what the program has read of the content, and nothing that stands beside it.

A consultation and a registry are written anew from what was read, so that no comment is in them; of a source, only the
documents of consultations are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from generator.archive.belongings import SCHEMA
from generator.archive.loading import Loaded
from generator.archive.sources import SourceDocument, split_source
from generator.model.consultation import Consultation
from generator.site import addresses
from generator.store.decode import decode
from generator.store.files import SCHEMA_FILE, Stored, consultation_text, registry_text, shape_of
from generator.store.nodes import read_nodes
from generator.store.schema import schema_text

_OUR_FAULT: Final = "プログラムの誤りです。この文を写して、開発者に送ってください。"


@dataclass(frozen=True)
class Download:
    """A file that is published, at its ``address``, and what it holds."""

    address: str
    text: str


class UnfaithfulError(Exception):
    """What would be published does not say what was read."""

    def __init__(self, file: str) -> None:
        """Name the file that was read."""
        super().__init__(f"{file} の内容を、公開するファイルに正しく書き出せませんでした。{_OUR_FAULT}")


def list_downloads(loaded: Loaded) -> Iterator[Download]:
    """Yield the files of ``loaded`` that readers can fetch. Raises UnfaithfulError."""
    for stored in loaded.files:
        text = consultation_text(stored.value)
        _prove(stored, text, Consultation)
        yield Download(addresses.consultation_file(stored.value.number), text)
    for kind, registry in loaded.registries.items():
        text = registry_text(registry.value, kind)
        _prove(registry, text, shape_of(kind))
        yield Download(kind.file, text)
    if loaded.belongings.paths(SCHEMA):
        yield Download(SCHEMA_FILE, schema_text())
    yield from _sources(loaded)


def _prove(stored: Stored[Any], text: str, shape: Any) -> None:  # noqa: ANN401 - follows the shape
    """Raise UnfaithfulError unless ``text`` reads as ``stored`` does."""
    if stored.is_read_from(text):
        return
    node, problems = read_nodes(stored.file, text)
    if node is None or problems or decode(stored.file, node, shape).value != stored.value:
        raise UnfaithfulError(stored.file)


def _sources(loaded: Loaded) -> Iterator[Download]:
    meetings: dict[Any, list[int]] = {}
    for stored in loaded.files:
        meetings.setdefault(stored.value.meeting, []).append(stored.value.number)
    for meeting, numbers in sorted(meetings.items()):
        day = meeting.isoformat()
        held = loaded.sources.by_day[day]
        text = _source_text(loaded.sources.texts[day], [held[number] for number in numbers])
        yield Download(addresses.source_file(meeting), text)


def _source_text(text: str, documents: Iterable[SourceDocument]) -> str:
    """Return of ``text`` the lines of ``documents`` and no others. Raises UnfaithfulError."""
    lines = text.split("\n")
    ordered = sorted(documents, key=lambda document: document.first_line)
    kept = [line for document in ordered for line in lines[document.first_line - 1 : document.last_line]]
    published = "\n".join(kept) + ("" if kept[-1] == lines[-1] else "\n")
    if published == text:
        return text
    read = {number: document.text for number, document in split_source("", published).items()}
    if read != {document.number: document.text for document in ordered}:
        raise UnfaithfulError(ordered[0].file)
    return published
