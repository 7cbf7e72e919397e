import gzip
import re
from collections.abc import Mapping
from email.message import Message
from pathlib import Path
from random import Random
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.benchmarks.corpus import CONTENT
from tests.benchmarks.driving import Correctness, address_of
from tests.benchmarks.folding import fold
from tests.benchmarks.oracle import Oracle
from tests.benchmarks.queries import Asked, make_queries
from tests.benchmarks.reading import FACETS
from tests.benchmarks.rivals import Measured
from tests.benchmarks.scoring import Score, median_p95, quantile
from tests.benchmarks.serving import hosted
from tests.benchmarks.table import Row, tables


def test_rates_are_taken_over_all_queries_together() -> None:
    score = Score()
    score.add({1, 2, 3}, {1, 2})
    score.add({4}, {4, 5})
    score.add(set(), set())
    assert score.recall == pytest.approx(3 / 4)
    assert score.precision == pytest.approx(3 / 4)
    assert score.shown() == ".7500/.7500 1/3"


def test_what_is_not_quite_right_does_not_look_right() -> None:
    score = Score()
    score.add(set(range(100_000)), set(range(99_999)))
    assert score.shown() == ".9999/1 0/1"
    assert Score().shown() == "–"


def test_an_answer_can_be_wrong_although_it_finds_what_is_true() -> None:
    score = Score()
    score.add({1}, {1}, exact=False)
    assert score.shown() == "1/1 0/1"


def test_quantiles() -> None:
    assert quantile([3, 1, 2], 0.5) == 2
    assert quantile(range(1, 101), 0.95) == 95
    assert quantile(range(1, 21), 0.95) == 19
    assert median_p95([]) == "–"
    assert median_p95([1.0, 2.0, 30.0], 1) == "2.0/30.0"


def test_a_failure_is_told_in_the_table() -> None:
    row = Row(11, Measured("a rival", failure="it | does not start"))
    assert "a rival FAILED: it / does not start" in tables([row])


def test_queries_are_what_they_are_said_to_be() -> None:
    oracle = Oracle(CONTENT)
    queries = make_queries(CONTENT, oracle, 120, Random(1))  # noqa: S311 - the same queries each time
    assert queries == make_queries(CONTENT, oracle, 120, Random(1))  # noqa: S311 - as above
    cuts = [asked.query for asked in queries.substrings]
    assert len(set(cuts)) == 120
    assert {len(cut) for cut in cuts} == set(range(1, 13))
    assert not [cut for cut in cuts if re.search('["＂“”\n]|(^|\\s)[-－−]', cut) or not fold(cut)]
    assert not [asked for asked in queries.absent if oracle.answer(asked.query)]
    assert any(asked.query and asked.selection for asked in queries.facets)
    assert any(not asked.query and len(asked.selection) > 1 for asked in queries.facets)
    joined = re.search(r"([0-9]+) cut across", queries.remarks)
    assert joined is not None
    assert int(joined[1]) > 5


@pytest.mark.parametrize(
    ("results", "exact"),
    [
        ([[979, False], [975, False]], 1),
        ([[975, False]], 0),
        ([[975, False], [979, False], [984, False]], 0),
        ([[975, False], [979, True]], 0),
        ([[975, False], [979, False], [979, False]], 0),
        ([], 0),
    ],
)
def test_every_mistake_of_an_answer_is_noticed(results: list[list[object]], exact: int) -> None:
    correctness = Correctness(Oracle(CONTENT), {})
    correctness.compare("curated", Asked("LINE"), {"results": results, "counts": {}})
    assert correctness.scores["curated"].exact == exact
    assert len(correctness.mistakes) == 1 - exact


def test_every_mistake_of_a_count_is_noticed() -> None:
    oracle = Oracle(CONTENT)
    asked = Asked("LINE", {"measure": frozenset({"connection"})})
    right = {facet: oracle.counts(asked.query, asked.selection, facet) for facet in FACETS}
    correctness = Correctness(oracle, {})
    for counts in (right, right | {"measure": {"connection": 3, "outsourcing": 0}}, right | {"article": {}}):
        correctness.compare_counts("counts", asked, {"results": [], "counts": counts})
    assert (correctness.scores["counts"].queries, correctness.scores["counts"].exact) == (21, 19)
    assert len(correctness.mistakes) == 2
    assert "{'connection': (3, 2)}" in correctness.mistakes[0]
    assert "missed ['18-3']" in correctness.mistakes[1]


def test_an_address_says_what_is_asked() -> None:
    chosen = {"counterparty": frozenset({"line:channel", "zoom"}), "meeting": frozenset({"fy2022"})}
    address = "counterparty=line%3Achannel&counterparty=zoom&meeting=fy2022"
    assert address_of(Asked("", chosen)) == address
    assert address_of(Asked("a b", chosen)) == f"q=a+b&{address}"


def test_the_host_compresses_texts_and_counts_what_it_sends(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>" + "諮問" * 500, encoding="utf-8")
    (tmp_path / "part.pf_index").write_bytes(b"\x1f\x8b" + bytes(100))
    (tmp_path / "pagefind-entry.json").write_text("{}", encoding="utf-8")
    with hosted(tmp_path) as host:
        mark = host.mark()
        page, page_headers = _got(host.url)
        part, part_headers = _got(f"{host.url}part.pf_index?x=1")
        _, entry_headers = _got(f"{host.url}pagefind-entry.json")
        sent = host.since(mark)
    assert gzip.decompress(page) == (tmp_path / "index.html").read_bytes()
    assert part == (tmp_path / "part.pf_index").read_bytes()
    assert part_headers["Content-Encoding"] is None
    assert (page_headers["Cache-Control"], entry_headers["Cache-Control"]) == ("max-age=3600", "no-cache")
    assert [one.path for one in sent] == ["", "part.pf_index", "pagefind-entry.json"]
    assert [one.size for one in sent[:2]] == [len(page), len(part)]


def test_what_the_browser_has_already_is_not_sent_again(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>諮問", encoding="utf-8")
    with hosted(tmp_path) as host:
        _, headers = _got(host.url)
        mark = host.mark()
        with pytest.raises(HTTPError, match="304"):
            _got(host.url, {"If-None-Match": headers["ETag"]})
        assert [one.size for one in host.since(mark)] == [0]


def _got(url: str, headers: Mapping[str, str] | None = None) -> tuple[bytes, Message]:
    with urlopen(Request(url, headers=dict(headers or {}))) as answer:  # noqa: S310 - an address of this machine
        return answer.read(), answer.headers
