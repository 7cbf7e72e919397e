"""What was written is read back."""

import gzip
from pathlib import Path

from generator.disk.output_folder import OutputFolder


def test_what_holds_what_it_should_has_no_fault(tmp_path: Path) -> None:
    output = OutputFolder(tmp_path / "site")
    output.write("a/b.json", b"{}")
    output.expect("c.html", b"<p>")
    (tmp_path / "site/c.html").write_bytes(b"<p>")
    assert list(output.find_faults()) == []
    assert list(output.digests) == ["a/b.json", "c.html"]


def test_missing_cut_off_and_foreign_files_are_faults(tmp_path: Path) -> None:
    output = OutputFolder(tmp_path)
    for name in ("whole", "cut", "gone"):
        output.write(name, b"0123456789")
    (tmp_path / "cut").write_bytes(b"01234")
    (tmp_path / "gone").unlink()
    (tmp_path / "foreign").touch()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    assert list(output.find_faults()) == ["cut", "foreign", "gone", "link"]


def test_a_packed_file_holds_what_lies_beside_it(tmp_path: Path) -> None:
    output = OutputFolder(tmp_path)
    output.write("map.xml", b"<urlset/>")
    output.expect_packed("map.xml")
    assert list(output.find_faults()) == []
    (tmp_path / "map.xml.gz").write_bytes(gzip.compress(b"<urlset/>"))
    output.expect_packed("map.xml")
    assert list(output.find_faults()) == []


def test_a_packed_file_that_holds_something_else_is_a_fault(tmp_path: Path) -> None:
    output = OutputFolder(tmp_path)
    output.write("map.xml", b"<urlset/>")
    for data in (gzip.compress(b"<urlset>"), gzip.compress(b"<urlset/>")[:-5], b"<urlset/>", b""):
        (tmp_path / "map.xml.gz").write_bytes(data)
        output.expect_packed("map.xml")
        assert list(output.find_faults()) == ["map.xml.gz"]
