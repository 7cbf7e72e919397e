"""The addresses of the site. This is the only place where one is made.

An address is relative to the root of the site, ASCII, lower case, and ends with a slash where it names a page.
Once published it never changes.
"""

import datetime as dt
from pathlib import PurePosixPath
from typing import Final

from generator.japanese.fold import count_alike
from generator.kinds.every_kind import KINDS
from generator.kinds.kind import Entry, Kind
from generator.kinds.registered_law import ARTICLES, RegisteredLaw
from generator.model.article_number import ArticleNumber
from generator.model.vocabulary import MeasureType, Role

HOME: Final = ""
ABOUT: Final = "about/"
CONSULTATIONS: Final = "consultations/"
MEETINGS: Final = "meetings/"
MEASURES: Final = "measures/"
UNDECIDED: Final = "undecided/"
ITEMS_BY_COUNTERPARTY: Final = "items-by-counterparty/"
SEARCH: Final = "search/"
CHANGES: Final = "changes/"
# The ledger and content/changes.yml write the address of the home page, which is empty, as this.
HOME_AS_WRITTEN: Final = "/"

# What the program makes lies in these folders of the site, the home page and 404.html aside.
TAKEN: Final = frozenset(
    address.partition("/")[0]
    for address in (
        *(kind.folder for kind in KINDS),
        *(CONSULTATIONS, MEETINGS, MEASURES, UNDECIDED, ITEMS_BY_COUNTERPARTY, SEARCH, CHANGES),
        *("sources/", "assets/", "pagefind/"),
    )
)

# The heading above the document: where the title block is, which has no number of its own.
TITLE_BLOCK_ANCHOR: Final = "document"

_MEASURE_SLUGS: Final = {
    MeasureType.OUTSOURCING: "outsourcing",
    MeasureType.CONNECTION: "connection",
    MeasureType.PROVISION: "provision",
    MeasureType.COLLECTION_FROM_OTHERS: "collection-from-others",
    MeasureType.OTHER_PURPOSE: "other-purpose",
    MeasureType.COMPUTER_RECORDING: "computer-recording",
}
_ROLE_SLUGS: Final = {
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


def consultation(number: int, anchor: str = "") -> str:
    """Return the address of a consultation, or of the section at ``anchor`` in it."""
    return f"{CONSULTATIONS}{number}/" + (f"#{anchor}" if anchor else "")


def consultation_file(number: int) -> str:
    """Return the address of a consultation's YAML file."""
    return f"{CONSULTATIONS}{number}.yml"


def source_file(meeting: dt.date) -> str:
    """Return the address of the text the consultations of ``meeting`` came from."""
    return f"sources/{meeting.isoformat()}.txt"


def hand_written(page: str) -> str:
    """Return the address of the hand-written ``page`` of the content: about/ for about.md, x/ for x/index.md."""
    path = PurePosixPath(page)
    # To MkDocs a README is the index of its folder.
    folder = path.parent if path.stem in ("index", "README") else path.with_suffix("")
    return f"{folder.as_posix()}/" if folder.parts else HOME_AS_WRITTEN


def page_of_file(address: str) -> str:
    """Return the address of the page that the file at ``address`` is the data of; empty where it is of none."""
    folder, _, name = address.partition("/")
    stem, _, ending = name.rpartition(".")
    pages = {(CONSULTATIONS, "yml"): CONSULTATIONS, ("sources/", "txt"): MEETINGS}
    of_a_page = pages.get((f"{folder}/", ending), "")
    return f"{of_a_page}{stem}/" if of_a_page and stem else ""


def meeting(day: dt.date) -> str:
    """Return the address of the meeting on ``day``."""
    return f"{MEETINGS}{day.isoformat()}/"


def entry(kind: Kind[Entry], registered: Entry) -> str:
    """Return the address of what is ``registered`` as one of ``kind``."""
    return f"{kind.folder}{registered.slug}/"


def law(registered: RegisteredLaw) -> str:
    """Return the address of a law."""
    return f"{ARTICLES.folder}{registered.slug}/"


def article(registered: RegisteredLaw, number: ArticleNumber) -> str:
    """Return the address of an article of a law, whatever the version."""
    return f"{ARTICLES.folder}{article_key(registered, number)}/"


def article_key(registered: RegisteredLaw, number: ArticleNumber) -> str:
    """Return what addresses call an article, as in ``/search/?article=18-3``: those of one law go without its slug."""
    return number.slug if registered.short_addresses else f"{registered.slug}/{number.slug}"


def measure(measure_type: MeasureType) -> str:
    """Return the address of a type of measure."""
    return f"{MEASURES}{measure_slug(measure_type)}/"


def measure_slug(measure_type: MeasureType) -> str:
    """Return what addresses call a type of measure."""
    return _MEASURE_SLUGS[measure_type]


def role_slug(role: Role) -> str:
    """Return what addresses call a role, as in ``/search/?counterparty=line:service``."""
    return _ROLE_SLUGS[role]


def relative(target: str, page: str) -> str:
    """Return the link from the page at ``page`` to ``target``; it works wherever the site is put."""
    path, hash_sign, anchor = target.partition("#")
    if path == page:
        return f"{hash_sign}{anchor}" if anchor else "./"
    here, there = _steps(page), _steps(path)
    shared = count_alike(here, there)
    steps = "/".join((*[".."] * (len(here) - shared), *there[shared:])) or "."
    return steps + ("/" if target == "" or path.endswith("/") else "") + hash_sign + anchor


def _steps(address: str) -> list[str]:
    return [step for step in address.split("/") if step]
