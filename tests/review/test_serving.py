"""The review's server answers the browser of this machine, shows what it is meant to, and nothing else."""

import http.client
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest

from generator.review.serving import NothingToReviewError, reviewing
from tests.commands import ENVIRONMENT
from tests.review.content import NUMBER, draft_content, edit

ASSETS: Final = Path(__file__).parents[2] / "generator/review/assets"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return draft_content(tmp_path)


@pytest.fixture
def address(content: Path) -> Iterator[str]:
    with reviewing(content, NUMBER) as address:
        yield address


def ask(
    address: str, path: str = "/", method: str = "GET", headers: dict[str, str] | None = None
) -> tuple[int, dict[str, str], str]:
    """Return status, headers and body of the answer."""
    host = urlsplit(address).netloc
    connection = http.client.HTTPConnection(host, timeout=20)
    connection.request(method, path, headers=headers or {})
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, dict(answer.getheaders()), body


def test_the_page_is_served_on_this_machine_with_a_strict_policy(address: str) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:[0-9]+/", address)
    status, headers, body = ask(address)
    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "諮問第975号" in body
    assert not re.search(r"https?://", body)


def test_whatever_the_page_names_is_there(address: str) -> None:
    named = re.findall(r'(?:href|src)="(/[^"]*)"', ask(address)[2])
    assert named
    for path in (*named, "/stamp", *(f"/assets/{file.name}" for file in ASSETS.iterdir())):
        assert ask(address, path)[0] == 200, path


@pytest.mark.parametrize(
    "path",
    [
        "/975.yml",
        "/content/consultations/975.yml",
        "/assets/",
        "/assets/..%2fserving.py",
        "/assets/../serving.py",
        "/../../../../etc/passwd",
        "//etc/passwd",
        "/assets/page.css/../review.js",
        "/templates/review.html",
        "/stamp/",
    ],
)
def test_nothing_else_is_served(address: str, path: str) -> None:
    status, headers, body = ask(address, path)
    assert (status, body) == (404, "ここには何もありません。")
    assert "Content-Security-Policy" in headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "HEAD"])
def test_only_get_is_answered(address: str, method: str) -> None:
    assert ask(address, "/", method)[0] == 501


@pytest.mark.parametrize("host", ["example.org", "example.org:80", "127.0.0.1", "", "127.0.0.1.example.org"])
def test_a_page_elsewhere_that_calls_this_machine_its_own_gets_nothing(address: str, host: str) -> None:
    status, _, body = ask(address, "/", headers={"Host": host})
    assert (status, body) == (403, "ここには何もありません。")


def test_every_load_reads_the_files_anew(address: str, content: Path) -> None:
    stamp = ask(address, "/stamp")[2]
    assert f'data-stamp="{stamp}"' in ask(address)[2]
    edit(content, {"# 要確認: 業務の名前は「広聴業務」でよいですか。\n": ""})
    assert ask(address, "/stamp")[2] != stamp
    assert "業務の名前は" not in ask(address)[2]


def test_a_draft_that_is_not_there_is_not_served(content: Path) -> None:
    with pytest.raises(NothingToReviewError), reviewing(content, 1):
        pass


@pytest.mark.parametrize("asset", [*ASSETS.iterdir()], ids=lambda asset: asset.name)
def test_no_asset_names_another_host(asset: Path) -> None:
    text = asset.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"https?://|@import|url\(|innerHTML|eval\(", text)


def test_ctrl_c_ends_it_without_a_word(content: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from generator.review.serving import review;"
        "review(Path(sys.argv[1]), 975, browser=False, say=lambda text: print(text, flush=True))"
    )
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", program, str(content)],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        match = re.search(r"http://127\.0\.0\.1:[0-9]+/", said)
        assert match, said
        assert ask(match.group())[0] == 200
        process.send_signal(signal.SIGINT)
        try:
            rest, errors = process.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    assert (process.returncode, rest, errors) == (0, "", "")
