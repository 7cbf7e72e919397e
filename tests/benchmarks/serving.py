"""A static host as sites are put on one: HTTP/1.1, gzip, an hour's cache, ETags. It counts what it sends."""

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import ClassVar, Final
from urllib.parse import unquote, urlsplit

_COMPRESSED_ALREADY: Final = (".pagefind", ".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".pf_sort")
_TEXTS: Final = ("text/", "application/json", "application/javascript", "application/xml", "image/svg")
_GZIP_LEVEL: Final = 9
# Pagefind finds by this file whether its index is another; a host that let it be cached would break its updates.
_ASKED_EACH_TIME: Final = "pagefind-entry.json"


@dataclass(frozen=True)
class Sent:
    """An answered request: the path without its first slash, and the bytes of its body as sent."""

    path: str
    size: int


@dataclass
class Host:
    """A folder served at ``url``, which ends with a slash, and everything sent so far."""

    folder: Path
    url: str = ""
    sent: list[Sent] = field(default_factory=list)
    kept: dict[str, tuple[bytes, dict[str, str]]] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def mark(self) -> int:
        """Return a point in time, for ``since``."""
        return len(self.sent)

    def since(self, mark: int) -> list[Sent]:
        """Return what has been sent since ``mark``."""
        return self.sent[mark:]


@contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """Serve ``folder`` on this machine."""
    host = Host(folder)
    handler = type("_Handler", (_StaticHost,), {"host": host})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        host.url = f"http://127.0.0.1:{server.server_port}/"
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield host
        server.shutdown()
        thread.join()


class _StaticHost(BaseHTTPRequestHandler):
    host: ClassVar[Host]
    protocol_version = "HTTP/1.1"
    # One write for headers and body, sent at once: else each answer waits for the browser's delayed acknowledgement.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path).removeprefix("/")
        body, headers = self._answer(path)
        status = HTTPStatus.OK if headers else HTTPStatus.NOT_FOUND
        if headers and self.headers["If-None-Match"] == headers["ETag"]:
            body, status = b"", HTTPStatus.NOT_MODIFIED
        lines = [f"HTTP/1.1 {status.value} {status.phrase}", f"Content-Length: {len(body)}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        answer = "\r\n".join([*lines, "", ""]).encode("ascii") + body
        with self.host.lock:
            self.host.sent.append(Sent(path, len(body)))
        self.wfile.write(answer)

    def _answer(self, path: str) -> tuple[bytes, dict[str, str]]:
        if path not in self.host.kept:
            file = self.host.folder / path
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                return b"", {}
            self.host.kept[path] = _prepared(file)
        return self.host.kept[path]

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _prepared(file: Path) -> tuple[bytes, dict[str, str]]:
    body = file.read_bytes()
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    caching = "no-cache" if file.name == _ASKED_EACH_TIME else "max-age=3600"
    headers = {"Content-Type": kind, "Cache-Control": caching, "ETag": f'"{sha256(body).hexdigest()}"'}
    if kind.startswith(_TEXTS):
        headers["Content-Type"] += "; charset=utf-8"
        if file.suffix not in _COMPRESSED_ALREADY:
            headers["Content-Encoding"] = "gzip"
            body = gzip.compress(body, _GZIP_LEVEL)
    return body, headers
