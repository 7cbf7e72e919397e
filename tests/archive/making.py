"""Makes up records for the tests."""

from typing import Any

from generator.archive.record import Record
from generator.model.consultation import Section
from tests.model.making import made_up


def record_of(*sections: Section, **others: Any) -> Record:  # noqa: ANN401 - any field of a consultation
    """The record of a made-up consultation."""
    return Record(made_up(*sections, **others))
