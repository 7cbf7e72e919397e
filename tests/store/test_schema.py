"""The JSON Schema that editors check a consultation's file with: it agrees with the archive's own reading."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from generator.store.files import SCHEMA_COMMENT, SCHEMA_FILE
from generator.store.schema import DESCRIPTIONS, schema_text
from tests.archive.broken import broken_content, edited_files

CONTENT = Path(__file__).parents[2] / "content"
FILES = sorted((CONTENT / "consultations").glob("*.yml"))
SCHEMA: dict[str, Any] = json.loads(schema_text())
# Those of the broken files whose shape is wrong, so that an editor can tell.
WRONG_IN_SHAPE = [
    "approximate-no",
    "article-in-full-width",
    "article-misspelt",
    "count-with-a-comma",
    "date-in-an-era",
    "date-with-slashes",
    "empty-list",
    "key-in-japanese",
    "key-misspelt",
    "key-missing",
    "list-for-a-mapping",
    "list-for-a-value",
    "list-for-the-file",
    "mapping-for-a-list",
    "no-as-an-item",
    "number-in-full-width",
    "number-with-zeros",
    "only-comments",
    "required-key-misspelt",
    "role-missing",
    "time-for-a-date",
    "value-for-a-list",
    "value-forgotten",
    "word-not-in-the-vocabulary",
]


class _EditorsLoader(yaml.SafeLoader):
    """Reads as an editor does, whose YAML follows JSON: a date is text."""


_EditorsLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_an_editor_reads(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_EditorsLoader)  # noqa: S506 - it is a safe loader


def test_the_published_schema_is_made_from_the_model() -> None:
    assert (CONTENT / SCHEMA_FILE).read_text(encoding="utf-8") == schema_text()


def test_the_schema_is_a_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_real_files_are_valid(path: Path) -> None:
    errors = [error.message for error in Draft7Validator(SCHEMA).iter_errors(as_an_editor_reads(path))]
    assert errors == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_real_files_name_the_schema(path: Path) -> None:
    first_line = path.read_text(encoding="utf-8").split("\n")[0]
    assert f"{first_line}\n" == SCHEMA_COMMENT
    assert (path.parent / first_line.partition("$schema=")[2]).resolve() == CONTENT / SCHEMA_FILE


@pytest.mark.parametrize("case", WRONG_IN_SHAPE)
def test_files_of_the_wrong_shape_are_not(case: str, tmp_path: Path) -> None:
    (file,) = edited_files(case)
    assert not Draft7Validator(SCHEMA).is_valid(as_an_editor_reads(broken_content(case, tmp_path) / file))


def test_every_key_is_described() -> None:
    for model, definition in SCHEMA["definitions"].items():
        for key, shape in definition["properties"].items():
            assert shape["description"] == DESCRIPTIONS[model][key]
        assert list(DESCRIPTIONS[model]) == list(definition["properties"])
    assert set(SCHEMA["definitions"]) == set(DESCRIPTIONS)


def test_no_other_keys_are_allowed() -> None:
    assert all(definition["additionalProperties"] is False for definition in SCHEMA["definitions"].values())


def test_the_descriptions_stand_in_their_own_characters() -> None:
    assert "\\u" not in schema_text()
    assert next(iter(DESCRIPTIONS["Consultation"].values())) in schema_text()
