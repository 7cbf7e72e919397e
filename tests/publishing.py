"""Builds the site as a publisher does and serves it as a static host does."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import BinaryIO, Final

from generator.building import build_site

ROOT: Final = Path(__file__).parents[1]
SITES: Final = Path(__file__).parent / "sites"

# A page of every kind that the site has.
KINDS: Final = {
    "home": "",
    "consultation": "consultations/975/",
    "consultation with a torn table": "consultations/978/",
    "consultation in three parts": "consultations/981/",
    "consultation not held": "consultations/964/",
    "all consultations": "consultations/",
    "meetings": "meetings/",
    "departments": "departments/",
    "articles": "articles/",
    "measures": "measures/",
    "counterparties": "counterparties/",
    "items": "items/",
    "subjects": "subjects/",
    "meeting": "meetings/2022-06-17/",
    "department": "departments/kaigo-hoken-ka/",
    "article": "articles/18-3/",
    "measure": "measures/outsourcing/",
    "counterparty": "counterparties/line/",
    "item": "items/email-address/",
    "subject": "subjects/foster-parents/",
    "undecided": "undecided/",
    "matrix": "items-by-counterparty/",
    "changes": "changes/",
    "search": "search/?q=LINE",
    "narrowed search": "search/?q=LINE&counterparty=line&item=name&measure=connection",
    "hand-written": "about/",
    "not found": "no/such/page/",
}
# One for each template.
ONE_OF_EACH: Final = {
    kind: KINDS[kind]
    for kind in (
        "home",
        "consultation",
        "consultation not held",
        "items",
        "counterparty",
        "matrix",
        "changes",
        "search",
        "hand-written",
        "not found",
    )
}
_VARIANT: Final = """\
INHERIT: {root}/site_config.yml
site_url: {url}
docs_dir: {content}
theme:
  custom_dir: {root}/theme
watch: []
"""


@dataclass(frozen=True)
class Site:
    """A built site: the folder it stands in, and the address it is served at, with a slash at its end."""

    folder: Path
    url: str


def build_for(url: str, folder: Path, content: Path = ROOT / "content") -> Path:
    """Build the real content, or another, for publication at ``url`` and return the folder of the site."""
    config = folder / "site_config.yml"
    config.write_text(_VARIANT.format(root=ROOT.as_posix(), content=content.as_posix(), url=url), encoding="utf-8")
    return build_site(config, folder / "site", strict=True)


def copy_site(name: str, folder: Path) -> Path:
    """Copy the small site ``name`` and the theme it uses into ``folder`` and return its configuration."""
    copy = folder / "tests" / "sites" / name
    shutil.copytree(SITES / name, copy)
    shutil.copytree(ROOT / "theme", folder / "theme")
    return copy / "site_config.yml"


@contextmanager
def served(folder: Path, prefix: str = "") -> Iterator[Site]:
    """Serve ``folder`` under the path ``prefix`` ("" or "archive/") of a host of this machine."""
    handler = partial(_StaticHost, directory=str(folder), prefix=f"/{prefix}")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Site(folder, f"http://127.0.0.1:{server.server_port}/{prefix}")
        server.shutdown()
        thread.join()


class _StaticHost(SimpleHTTPRequestHandler):
    """Serves files, and 404.html with the status 404 for everything else, as static hosts do."""

    protocol_version = "HTTP/1.1"
    prefix: str

    def __init__(self, *arguments: object, directory: str, prefix: str) -> None:
        self.prefix = prefix
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self.prefix[:-1]))

    def send_head(self) -> BytesIO | BinaryIO | None:
        file = Path(self.translate_path(self.path))
        if self.path.startswith(self.prefix) and (file.is_file() or (file / "index.html").is_file()):
            return super().send_head()
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: what is not found is what some tests look for."""
