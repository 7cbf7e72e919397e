"""Runs Pagefind: the plain binary of ``pagefind-bin``, not the extended one.

It is asked as its own libraries ask it (``--service``, https://pagefind.app/docs/node-api/):

- Page by page, so that pages are counted in the order in which they are given. Given a folder it counts them as the
  file system happens to list them, and the same content has other files on another machine.
- For the files themselves. Told to write them (1.5.2), it answers before they are written, ends without waiting for the
  last, and does not look whether there was room: its success says nothing.
"""

import base64
import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from fnmatch import fnmatch
from math import ceil, sqrt
from tempfile import TemporaryDirectory
from threading import Timer
from typing import Any, Final

import pagefind_bin

from generator.disk.reasons import reason_of

# Pagefind always has its own user interfaces beside the index. The site has its own and loads none of them.
_UNUSED: Final = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")
# A title, a heading or a paragraph would add words or punctuation of its own to the index.
_PAGE: Final = '<!doctype html><html lang="ja"><meta charset="utf-8"><body data-pagefind-body>{tokens}</body></html>'
# A search loads the list of all parts of the index, and for each of its tokens the part that holds it. The smaller the
# parts, the longer the list: together they are smallest where a part is so many times the root of all there is.
_PART_OF_THE_ROOT: Final = 2
# Many times what it needs on a slow machine: two cores index 100,000 tokens in a second.
_SECONDS: Final = 60
_TOKENS_A_SECOND: Final = 5_000
# What the program calls the first index that is asked of it.
_FIRST: Final = 0
_MOST_AT_ONCE: Final = 1 << 20


class SearchError(Exception):
    """The search index could not be made, or is not the text that is published. The message is Japanese."""


def run_pagefind(tokens_by_address: Mapping[str, str], seconds: int = _SECONDS) -> Iterator[tuple[str, bytes]]:
    """Yield the files, by name, of an index in which each address is found by its tokens.

    ``seconds`` is how long Pagefind may take; for a large index it is given more.

    Raises SearchError where Pagefind is missing, fails or takes too long.
    """
    size = sum(len(tokens.split()) for tokens in tokens_by_address.values())
    with _started(ceil(_PART_OF_THE_ROOT * sqrt(size)), seconds + size // _TOKENS_A_SECOND) as process:
        _ask(process, {"type": "NewIndex", "config": {}})
        for address, tokens in tokens_by_address.items():
            page = {"file_path": f"{address}index.html", "url": None, "file_contents": _PAGE.format(tokens=tokens)}
            _ask(process, {"type": "AddFile", "index_id": _FIRST, **page})
        answer = _ask(process, {"type": "GetFiles", "index_id": _FIRST})
    for file in answer.get("files", ()):
        if not any(fnmatch(file["path"], pattern) for pattern in _UNUSED):
            yield file["path"], base64.b64decode(file["content"], validate=True)


@contextmanager
def _started(words_per_part: int, seconds: int) -> Iterator[subprocess.Popen[bytes]]:
    """Start Pagefind, and end it when all has been asked of it, or ``seconds`` have gone by."""
    # Pagefind also takes options from its environment and from a file in the folder it is started in.
    environment = {name: value for name, value in os.environ.items() if not name.upper().startswith("PAGEFIND_")}
    # Its name promises nothing for later versions: this one is pinned, and the benchmark tells what it is worth.
    environment["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"] = str(words_per_part)
    with TemporaryDirectory() as folder, _run(folder, environment) as process:
        limit = Timer(seconds, process.kill)
        limit.start()
        try:
            yield process
        except SearchError as error:
            if limit.is_alive():
                raise
            message = f"検索の索引を作るプログラム Pagefind が、{seconds}秒たっても終わらないので、止めました。"
            raise SearchError(message) from error
        finally:
            limit.cancel()
            process.kill()


def _run(folder: str, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - the arguments are our own
            [pagefind_bin.get_executable(), "--service"],
            cwd=folder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
    except OSError as error:
        message = "検索の索引を作るプログラム Pagefind を動かせません（{}）。pagefind-bin を入れ直してください。"
        raise SearchError(message.format(reason_of(error))) from error


def _ask(process: subprocess.Popen[bytes], request: Mapping[str, object]) -> Mapping[str, Any]:
    """Return the answer to ``request``: both are JSON in base64 and end with a comma.

    Raises SearchError where there is no answer, or it is an error.
    """
    try:
        _write(process, base64.b64encode(json.dumps({"message_id": 1, "payload": request}).encode()) + b",")
        answer: Mapping[str, Any] = json.loads(base64.b64decode(_read(process), validate=True))["payload"]
        failure = answer["message"] if answer["type"] == "Error" else ""
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        message = f"検索の索引を作れませんでした。Pagefind が答えません。（{error}）"
        raise SearchError(message) from error
    if failure:
        message = f"検索の索引を作れませんでした。Pagefind の答えは次のとおりです。\n{failure}"
        raise SearchError(message)
    return answer


def _write(process: subprocess.Popen[bytes], request: bytes) -> None:
    rest = memoryview(request)
    while rest and process.stdin is not None:
        rest = rest[process.stdin.write(rest) :]


def _read(process: subprocess.Popen[bytes]) -> bytes:
    """Return what ``process`` says up to the next comma, which ends an answer and stands nowhere in it."""
    answer = bytearray()
    while not answer.endswith(b",") and process.stdout is not None:
        part = process.stdout.read(_MOST_AT_ONCE)
        if not part:
            message = "答えの途中で終わりました"
            raise EOFError(message)
        answer += part
    return bytes(answer[:-1])
