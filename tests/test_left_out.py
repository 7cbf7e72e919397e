"""What needs more than pip is left out of a plain run, which says so, and runs where it is asked for."""

import pytest

TESTS = """\
import pytest

def test_plain(): pass

@pytest.mark.beyond_pip("a compass")
def test_demanding(): assert False, "it ran"
"""
LISTED = "*::test_demanding (needs a compass)"


@pytest.fixture
def suite(pytester: pytest.Pytester) -> pytest.Pytester:
    """Tests of which one needs more than pip."""
    pytester.makepyprojecttoml(
        '[tool.pytest.ini_options]\naddopts = "--strict-markers"\nmarkers = ["beyond_pip(what)"]'
    )
    pytester.makeconftest('pytest_plugins = ["tests.left_out"]')
    pytester.makepyfile(TESTS)
    return pytester


@pytest.mark.parametrize("workers", ["0", "1"])
def test_a_plain_run_leaves_it_out_and_lists_it(suite: pytest.Pytester, workers: str) -> None:
    result = suite.runpytest("-n", workers)
    assert result.ret == pytest.ExitCode.OK
    assert result.parseoutcomes()["passed"] == 1
    result.stdout.fnmatch_lines(["*left out*.ci/run*", LISTED])


def test_it_runs_where_the_mark_is_asked_for(suite: pytest.Pytester) -> None:
    result = suite.runpytest("-n", "0", "-m", "beyond_pip")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert result.parseoutcomes()["failed"] == 1
    result.stdout.fnmatch_lines(["*it ran*"])
    result.stdout.no_fnmatch_line(LISTED)


def test_what_another_choice_leaves_out_is_not_listed(suite: pytest.Pytester) -> None:
    result = suite.runpytest("-n", "0", "-k", "plain")
    assert result.parseoutcomes()["passed"] == 1
    result.stdout.no_fnmatch_line(LISTED)
