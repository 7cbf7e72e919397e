"""Addresses, and the links between them."""

import datetime as dt
import posixpath
import re
from dataclasses import replace
from urllib.parse import urljoin

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.archive.archive import Archive
from generator.kinds.every_kind import NAME_KINDS
from generator.model.article_number import ArticleNumber
from generator.model.vocabulary import MeasureType, Role
from generator.site import addresses
from tests.evidence.laws import ACT, ORDINANCE

STEPS = st.sampled_from(["items", "consultations", "975", "a", "b", "18-3"])
PAGES = st.lists(STEPS, max_size=4).map(lambda steps: "".join(f"{step}/" for step in steps))
FILES = st.builds(str.__add__, PAGES, st.sampled_from(["975.yml", "2022-06-17.txt"]))
ANCHORS = st.sampled_from(["", "#s5-1", "#p1-s3-1"])
TARGETS = st.builds(str.__add__, PAGES | FILES, ANCHORS)


@given(target=TARGETS, page=PAGES, site=st.sampled_from(["https://example.org/", "https://example.org/a/archive/"]))
def test_a_link_leads_to_its_target_wherever_the_site_is_put(target: str, page: str, site: str) -> None:
    assert urljoin(site + page, addresses.relative(target, page)) == site + target


@given(target=TARGETS, page=PAGES)
def test_a_link_is_never_empty_nor_absolute(target: str, page: str) -> None:
    link = addresses.relative(target, page)
    assert link
    assert not link.startswith("/")
    assert "//" not in link


@given(target=PAGES | FILES, page=PAGES)
def test_a_link_to_another_page_takes_the_steps_that_posix_takes(target: str, page: str) -> None:
    assume(target != page)
    steps = posixpath.relpath(f"/{target}", f"/{page}")
    assert addresses.relative(target, page) == steps + ("/" if target == "" or target.endswith("/") else "")


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("", "", "./"),
        ("consultations/975/", "", "consultations/975/"),
        ("", "consultations/975/", "../../"),
        ("consultations/975/#s5-1", "consultations/975/", "#s5-1"),
        ("consultations/975/#s5-1", "items/mail/", "../../consultations/975/#s5-1"),
        ("consultations/", "consultations/975/", "../"),
        ("consultations/975.yml", "consultations/975/", "../975.yml"),
        ("consultations/975/", "consultations/975/", "./"),
    ],
)
def test_links_are_as_short_as_a_person_would_write_them(target: str, page: str, link: str) -> None:
    assert addresses.relative(target, page) == link


FIRST = replace(ORDINANCE, short_addresses=True)


@pytest.mark.parametrize(
    ("address", "published"),
    [
        (addresses.HOME, ""),
        (addresses.consultation(975), "consultations/975/"),
        (addresses.consultation(981, "p1-s3-1"), "consultations/981/#p1-s3-1"),
        (addresses.consultation_file(975), "consultations/975.yml"),
        (addresses.source_file(dt.date(2022, 6, 17)), "sources/2022-06-17.txt"),
        (addresses.meeting(dt.date(2022, 6, 17)), "meetings/2022-06-17/"),
        (addresses.article(FIRST, ArticleNumber.parse("第18条第3号")), "articles/18-3/"),
        (addresses.article(FIRST, ArticleNumber.parse("第16条第1項第4号")), "articles/16-1-4/"),
        (addresses.article(ACT, ArticleNumber.parse("第69条第2項第4号")), "articles/law13/69-2-4/"),
        (addresses.law(ACT), "articles/law13/"),
        (addresses.measure(MeasureType.OUTSOURCING), "measures/outsourcing/"),
        (addresses.measure(MeasureType.CONNECTION), "measures/connection/"),
        (addresses.measure(MeasureType.PROVISION), "measures/provision/"),
        (addresses.measure(MeasureType.COLLECTION_FROM_OTHERS), "measures/collection-from-others/"),
        (addresses.measure(MeasureType.OTHER_PURPOSE), "measures/other-purpose/"),
        (addresses.measure(MeasureType.COMPUTER_RECORDING), "measures/computer-recording/"),
    ],
)
def test_an_address_once_published_does_not_change(address: str, published: str) -> None:
    assert address == published


def test_addresses_are_ascii_lower_case_unique_and_end_with_a_slash(archive: Archive) -> None:
    made = [
        *(addresses.consultation(record.number) for record in archive.records),
        *(addresses.meeting(meeting) for meeting in archive.meetings),
        *(addresses.entry(kind, entry) for kind in NAME_KINDS for entry in archive.names.entries(kind)),
        *(addresses.measure(measure_type) for measure_type in MeasureType),
    ]
    assert len(made) > 100
    assert len(set(made)) == len(made)
    assert [address for address in made if not re.fullmatch(r"[a-z-]+/[a-z0-9-]+/", address)] == []


SLUGS = {
    Role.CONTRACTOR: "contractor",
    Role.CONNECTED_PARTY: "connected-party",
    Role.RECIPIENT: "recipient",
    Role.SOURCE: "source",
    Role.OPERATOR: "operator",
    Role.HOLDER: "holder",
    Role.USER: "user",
    Role.SERVICE: "service",
    Role.CHANNEL: "channel",
    Role.EXAMPLE: "example",
}


@pytest.mark.parametrize("role", Role)
def test_what_an_address_calls_a_role_does_not_change(role: Role) -> None:
    assert addresses.role_slug(role) == SLUGS[role]


def test_every_role_and_every_measure_has_a_slug_of_its_own() -> None:
    for slugs in (
        [addresses.role_slug(role) for role in Role],
        [addresses.measure_slug(measure) for measure in MeasureType],
    ):
        assert len(set(slugs)) == len(slugs)
        assert [slug for slug in slugs if not re.fullmatch("[a-z]+(-[a-z]+)*", slug)] == []


@pytest.mark.parametrize("measure", MeasureType)
def test_a_measure_is_called_as_in_the_address_of_its_page(measure: MeasureType) -> None:
    assert addresses.measure(measure) == f"measures/{addresses.measure_slug(measure)}/"
