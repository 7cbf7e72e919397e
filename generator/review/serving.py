"""Serves the review to the browser of this machine, and to nobody else."""

import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Final
from urllib.parse import urlsplit

from generator.review.review_draft import ReviewedDraft, file_of, read_draft, stamp_of
from generator.review.review_page import render, review_view

HOST: Final = "127.0.0.1"
_ASSETS: Final = Path(__file__).parent / "assets"
_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class NothingToReviewError(Exception):
    """There is no such draft. The message says to the clerk, in Japanese, what to do."""


class Reviewer:
    """Makes the page anew from the files whenever it is asked for, and remembers what could last be read."""

    _last: ReviewedDraft | None = None

    def __init__(self, content: Path, number: int) -> None:
        """Review consultation ``number`` of the ``content`` folder. Raises NothingToReviewError."""
        if not file_of(content, number).is_file():
            message = f"諮問第{number}号のファイル {content.name}/consultations/{number}.yml がありません。"
            raise NothingToReviewError(message)
        self._content = content
        self._number = number
        self._lock = Lock()

    def stamp(self) -> str:
        """Return what changes as soon as a file is saved."""
        return stamp_of(self._content, self._number)

    def page(self) -> str:
        """Return the HTML of the page."""
        with self._lock:
            stamp = self.stamp()  # taken first: what is saved meanwhile makes the page load again
            draft = read_draft(self._content, self._number)
            view = review_view(draft, stamp, self._last)
            self._last = draft if draft.stored else self._last
        return render(view)


def review(
    content: Path, number: int, *, port: int = 0, browser: bool = True, say: Callable[[str], None] = print
) -> None:
    """Show the draft of consultation ``number`` in the browser until Ctrl+C; ``say`` is told the address.

    Port 0 is any free one. Raises NothingToReviewError where there is no file, and OSError where the port
    is taken.
    """
    with _Server(content, number, port) as server:
        say(f"{server.address} で見られます。終わるときは Ctrl+C を押してください。")
        if browser:
            webbrowser.open(server.address)
        with suppress(KeyboardInterrupt):
            server.serve_forever()


@contextmanager
def reviewing(content: Path, number: int, port: int = 0) -> Iterator[str]:
    """Serve the review of consultation ``number`` beside other work, and yield its address."""
    with _Server(content, number, port) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.address
        server.shutdown()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, content: Path, number: int, port: int) -> None:
        self.reviewer = Reviewer(content, number)
        super().__init__((HOST, port), _Handler)
        self.address = f"http://{HOST}:{self.server_port}/"
        self.hosts = {f"{host}:{self.server_port}" for host in (HOST, "localhost")}

    def answer(self, path: str) -> tuple[str, bytes] | None:
        """Return the type and the content of what is at ``path``, or None; no path is ever looked up on the disk."""
        if path == "/":
            return "text/html; charset=utf-8", self.reviewer.page().encode()
        if path == "/stamp":
            return "text/plain; charset=utf-8", self.reviewer.stamp().encode()
        file = {f"/assets/{file.name}": file for file in _ASSETS.iterdir() if file.suffix in _TYPES}.get(path)
        return (_TYPES[file.suffix], file.read_bytes()) if file else None


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    server_version = "archive-review"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer what a browser of this machine asks for under the server's own name."""
        if self.headers.get("Host") not in self.server.hosts:  # a page elsewhere that calls this machine its own
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        try:
            found = self.server.answer(urlsplit(self.path).path)
        except Exception:
            self.send_error(HTTPStatus.INTERNAL_SERVER_ERROR)
            raise
        if found is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self._send(HTTPStatus.OK, *found)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Say in a line that there is nothing to show."""
        text = "表示できません。" if code == HTTPStatus.INTERNAL_SERVER_ERROR else "ここには何もありません。"
        self.close_connection = True
        self._send(code, "text/plain; charset=utf-8", text.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is the clerk's."""

    def _send(self, code: int, kind: str, body: bytes) -> None:
        self.send_response(code)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **_HEADERS}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
