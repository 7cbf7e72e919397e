"""Makes up records for the tests."""

from typing import Any

from generator.archive.record import Record
from generator.model.consultation import Section
from generator.store.files import Stored
from generator.store.nodes import Mark
from tests.model.making import made_up


def record_of(*sections: Section, **others: Any) -> Record:  # noqa: ANN401 - any field of a consultation
    """The record of a made-up consultation, whose file holds nothing but its first line."""
    return Record(Stored(made_up(*sections, **others), "content/consultations/1.yml", {(): Mark(1, 1)}))
