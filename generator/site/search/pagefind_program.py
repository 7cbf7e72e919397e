"""Runs Pagefind: the plain binary of ``pagefind-bin``, not the extended one."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from math import ceil, sqrt
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pagefind_bin

# Pagefind always writes its own user interfaces beside the index. The site has its own and loads none of them.
_UNUSED: Final = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")
# A title, a heading or a paragraph would add words or punctuation of its own to the index.
_PAGE: Final = '<!doctype html><html lang="ja"><meta charset="utf-8"><body data-pagefind-body>{tokens}</body></html>'
# A search loads the list of all parts of the index, and for each of its tokens the part that holds it. The smaller the
# parts, the longer the list: together they are smallest where a part is so many times the root of all there is.
_PART_OF_THE_ROOT: Final = 2
# Many times what it needs on a slow machine: two cores index 100,000 tokens in a second.
_SECONDS: Final = 60
_TOKENS_A_SECOND: Final = 5_000


class SearchError(Exception):
    """The search index could not be made, or is not the text that is published. The message is Japanese."""


def run_pagefind(
    tokens_by_address: Mapping[str, str], output: Path, workspace: Path | None = None, seconds: int = _SECONDS
) -> None:
    """Write to the folder ``output`` an index in which each address is found by its tokens.

    What is needed on the way lies in ``workspace``, or where the system keeps such things. ``seconds`` is how long
    Pagefind may take; for a large index it is given more.

    Raises SearchError where Pagefind is missing, fails or takes too long, and OSError where a page cannot be written.
    """
    shutil.rmtree(output, ignore_errors=True)
    size = sum(len(tokens.split()) for tokens in tokens_by_address.values())
    with TemporaryDirectory(dir=workspace) as folder:
        for address, tokens in tokens_by_address.items():
            page = Path(folder, address, "index.html")
            page.parent.mkdir(parents=True)
            page.write_text(_PAGE.format(tokens=tokens), encoding="utf-8")
        limit = seconds + size // _TOKENS_A_SECOND
        _run_program(Path(folder), output.resolve(), ceil(_PART_OF_THE_ROOT * sqrt(size)), limit)
    for pattern in _UNUSED:
        for file in output.glob(pattern):
            file.unlink()


def _run_program(pages: Path, output: Path, words_per_part: int, seconds: int) -> None:
    # Pagefind also takes options from its environment and from a file in the folder it is started in.
    environment = {name: value for name, value in os.environ.items() if not name.upper().startswith("PAGEFIND_")}
    # Its name promises nothing for later versions: this one is pinned, and the benchmark tells what it is worth.
    environment["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"] = str(words_per_part)
    try:
        finished = subprocess.run(  # noqa: S603 - the arguments are our own
            [pagefind_bin.get_executable(), "--site", pages, "--output-path", output],
            cwd=pages,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=seconds,
        )
    except OSError as error:
        message = f"検索の索引を作るプログラム Pagefind を動かせません。pagefind-bin を入れ直してください。（{error}）"
        raise SearchError(message) from error
    except subprocess.TimeoutExpired as error:
        message = f"検索の索引を作るプログラム Pagefind が、{seconds}秒たっても終わらないので、止めました。"
        raise SearchError(message) from error
    if finished.returncode != 0:
        message = f"検索の索引を作れませんでした。Pagefind の出力は次のとおりです。\n{finished.stderr.strip()}"
        raise SearchError(message)
