"""A folder that is being filled, and what each of its files must hold, so that all of them can be read back."""

import gzip
import hashlib
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class OutputFolder:
    """The folder at ``path``. Names of files are relative to it, with slashes."""

    path: Path
    _digests: dict[str, str] = field(default_factory=dict, init=False, repr=False)

    @property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of what each file must hold, in hexadecimal digits, by name in ascending order."""
        return dict(sorted(self._digests.items()))

    def write(self, name: str, data: bytes) -> None:
        """Write ``data`` to the file ``name``, which is expected to hold it from now on. Raises OSError."""
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        self.expect(name, data)

    def expect(self, name: str, data: bytes) -> None:
        """Expect ``data`` in the file ``name``, which somebody else writes."""
        self._digests[name] = hashlib.sha256(data).hexdigest()

    def expect_packed(self, name: str) -> None:
        """Expect the file ``name`` also packed by gzip beside it, if it is there. Raises OSError."""
        packed = self.path / f"{name}.gz"
        if packed.exists():
            data = packed.read_bytes()
            with suppress(EOFError, zlib.error, gzip.BadGzipFile):
                if gzip.decompress(data) == (self.path / name).read_bytes():
                    self.expect(f"{name}.gz", data)

    def find_faults(self) -> Iterator[str]:
        """Yield the names of the files that are not there, hold something else, or are expected by nobody."""
        found = {file.relative_to(self.path).as_posix(): file for file in self.path.rglob("*") if not file.is_dir()}
        for name in sorted(found.keys() | self._digests.keys()):
            if name not in found or not self._holds(found[name], self._digests.get(name)):
                yield name

    @staticmethod
    def _holds(file: Path, digest: str | None) -> bool:
        try:
            return hashlib.sha256(file.read_bytes()).hexdigest() == digest
        except OSError:
            return False
