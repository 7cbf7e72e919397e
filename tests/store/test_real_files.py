"""The real files stand in the one canonical form, and say the same however another program writes them."""

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml

from generator.model.consultation import Consultation
from generator.store.encode import encode
from generator.store.files import REGISTRIES, consultation_text, read_file

CONTENT = Path(__file__).parents[2] / "content"
FILES = sorted((CONTENT / "consultations").glob("*.yml"))

# How other programs may write the same file.
STYLES: dict[str, dict[str, Any]] = {
    "blocks": {"default_flow_style": False},
    "braces": {"default_flow_style": True},
    "folded": {"default_flow_style": False, "width": 40},
    "sorted": {"default_flow_style": False, "sort_keys": True},
    "escaped": {"default_flow_style": False, "allow_unicode": False},
    "indented": {"default_flow_style": False, "indent": 8},
}


def consultation(path: Path) -> Consultation:
    stored, problems = read_file(path, path.name, Consultation)
    assert problems == ()
    assert stored is not None
    value: Consultation = stored.value
    return value


def test_there_are_real_files() -> None:
    assert len(FILES) == 11


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_file_stands_in_its_canonical_form(path: Path) -> None:
    assert consultation_text(consultation(path)) == path.read_bytes().decode()


@pytest.mark.parametrize(("name", "shape"), REGISTRIES.items())
def test_a_registry_stands_in_its_canonical_form(name: str, shape: Any) -> None:  # noqa: ANN401 - any registry
    stored, problems = read_file(CONTENT / name, name, shape)
    assert problems == ()
    assert stored is not None
    assert dedent(encode(stored.value, shape)) == (CONTENT / name).read_bytes().decode()


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_another_program_may_write_it(path: Path, style: str, tmp_path: Path) -> None:
    plain = yaml.safe_load(path.read_text(encoding="utf-8"))
    rewritten = tmp_path / path.name
    options = {"allow_unicode": True, "sort_keys": False, **STYLES[style]}
    rewritten.write_text(yaml.safe_dump(plain, **options), encoding="utf-8")
    assert rewritten.read_bytes() != path.read_bytes()
    assert consultation(rewritten) == consultation(path)


@pytest.mark.parametrize("path", [*FILES, *(CONTENT / name for name in REGISTRIES)], ids=lambda path: path.stem)
def test_the_file_is_plain_text_with_plain_line_ends(path: Path) -> None:
    data = path.read_bytes()
    assert b"\r" not in data
    assert b"\t" not in data
    assert not data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\n")
    assert not data.endswith(b"\n\n")
    assert all(line == line.rstrip() for line in data.split(b"\n"))
