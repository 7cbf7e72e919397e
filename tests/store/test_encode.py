"""Writing and reading are inverse, whatever the texts, and other YAML readers read the same texts."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.consultation import Cell, Consultation, Item, Section, TableRow, Volume
from generator.store.encode import LONGEST_LINE, encode
from generator.store.files import consultation_text, read_file
from tests.store.making import CONSULTATIONS, NASTY, SECTIONS, TEXTS, normalised
from tests.store.reading import read

# A whole consultation is large by nature.
whole = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@whole
@given(CONSULTATIONS)
def test_a_consultation_is_read_back_as_it_was(consultation: Consultation) -> None:
    assert read(consultation_text(consultation), Consultation) == consultation


@whole
@given(SECTIONS)
def test_a_section_is_read_back_as_it_was(section: Section) -> None:
    assert read(encode(section, Section), Section) == section


@pytest.mark.parametrize("text", [normalised(text) for text in NASTY if normalised(text)])
def test_every_place_keeps_a_text_that_means_something_to_yaml(text: str) -> None:
    section = Section(
        heading=text,
        text=text,
        subjects=(text, text),
        items=(Item(text), Item(text, text, (text, text))),
        table=(TableRow((Cell(text), Cell(text, 2))),),
        sections=(Section(text=text), Section(heading=text)),
    )
    assert read(encode(section, Section), Section) == section


@given(st.lists(TEXTS, min_size=1, max_size=5).map(tuple))
def test_other_readers_read_the_same_texts(texts: tuple[str, ...]) -> None:
    assert yaml.safe_load(encode(texts, tuple[str, ...])) == list(texts)


@given(TEXTS)
def test_other_readers_read_the_same_text_beside_a_key(text: str) -> None:
    assert normalised(yaml.safe_load(encode(Section(heading=text), Section))["heading"]) == text


@whole
@given(CONSULTATIONS)
def test_the_form_is_canonical(consultation: Consultation) -> None:
    text = consultation_text(consultation)
    assert consultation_text(read(text, Consultation)) == text
    assert all(line == line.rstrip(" ") for line in text.split("\n"))
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text


@whole
@given(CONSULTATIONS)
def test_what_is_written_can_be_read_from_a_file(
    tmp_path_factory: pytest.TempPathFactory, consultation: Consultation
) -> None:
    path = tmp_path_factory.mktemp("content") / "1.yml"
    path.write_text(consultation_text(consultation), encoding="utf-8", newline="")
    stored, problems = read_file(path, "1.yml", Consultation)
    assert problems == ()
    assert stored is not None
    assert stored.value == consultation


@pytest.mark.parametrize(
    ("section", "text"),
    [
        (Section(heading="１ 理由"), "heading: １ 理由\n"),
        (Section(heading="no", text="12:30"), "heading: 'no'\ntext: '12:30'\n"),
        (Section(text="甲\n乙"), "text: |\n  甲\n  乙\n"),
        (Section(text="あ" * (LONGEST_LINE - 6)), f"text: {'あ' * (LONGEST_LINE - 6)}\n"),
        (Section(text="あ" * (LONGEST_LINE - 5)), f"text: |\n  {'あ' * (LONGEST_LINE - 5)}\n"),
        (Section(text="なし", items=()), "text: なし\nitems: なし\n"),
        (Section(text="氏名", items=(Item("氏名"),)), "text: 氏名\nitems:\n  - 氏名\n"),
        (Section(items=(Item("氏名", "里親"),)), "items:\n  - name: 氏名\n    subject: 里親\n"),
        (Section(volumes=(Volume(count=0),)), "volumes:\n  - count: 0\n"),
        (
            Section(table=(TableRow((Cell("甲"), Cell("")), header=True),)),
            "table:\n  - cells:\n      - 甲\n      - ''\n    header: true\n",
        ),
        (
            Section(table=(TableRow((Cell("甲", 2), Cell("", columns=3))),)),
            "table:\n  - cells:\n      - text: 甲\n        rows: 2\n      - text: ''\n        columns: 3\n",
        ),
        (Section(table=(TableRow((Cell("甲\n乙"),)),)), 'table:\n  - cells:\n      - "甲\\n乙"\n'),
        (Section(sections=(Section(text="甲"),)), "sections:\n  - text: 甲\n"),
    ],
)
def test_the_form_is_the_one_a_clerk_knows(section: Section, text: str) -> None:
    assert encode(section, Section) == text


def test_the_form_does_not_depend_on_the_machine(content: Path) -> None:
    stored, _ = read_file(content / "consultations/985.yml", "985.yml", Consultation)
    assert stored is not None
    assert consultation_text(stored.value).encode() == (content / "consultations/985.yml").read_bytes()
