"""What stands on a document's pages and is not its own: named in the draft and in the proof, and never lost."""

from collections.abc import Callable, Sequence

from generator.importer.document.cutting import cut
from generator.importer.document.noted_places import BEFORE
from generator.importer.draft import draft
from generator.importer.draft_text import write_draft
from generator.importer.files.reading import Reading
from generator.importer.proof import Proof, prove
from tests.importer.facts.cases import NAMES
from tests.importer.handmade import handmade, show
from tests.importer.reading_text import HEAD

ReadBytes = Callable[[bytes], Reading]

SENTENCES = (
    "窓口の待ち時間を短くするため受付を外部に委託する",
    "申請が増えて夜間も職員が対応している",
    "ほかの区も同じである",
)


def page(number: int, *more: str) -> str:
    """Draw a page of a consultation; the first one begins it."""
    head = [*filter(None, HEAD.split("\n")), "１ 諮問の趣旨"] if number == 0 else []
    rows = [*head, *(f"{sentence}{'甲乙丙丁'[number]}{at}。" for at in range(3) for sentence in SENTENCES)]
    return "".join(show(row, 72, 740 - 20 * at) for at, row in enumerate(rows)) + "".join(more)


def proof_and_doubts(reading: Reading) -> tuple[Proof, Sequence[str]]:
    (document,) = cut([reading]).documents
    text = write_draft(draft(document, NAMES))
    return prove(document, text.encode()), [
        line for line in text.split("\n") if "要確認" in line and "ページごと" in line
    ]


def test_a_running_head_is_one_doubt_and_the_proof_says_how_often_it_is_left_out(read_bytes: ReadBytes) -> None:
    head = show("見本区審議会", 430, 800)
    reading = read_bytes(handmade(*(page(at, head, show(f"- {at + 1} -", 280, 40)) for at in range(3))))
    proof, doubts = proof_and_doubts(reading)
    assert proof.holds
    assert proof.left_out == (("ページの上に繰り返される文字", 3), ("ページ番号", 3))
    assert len(proof.unread) == len(doubts) == 1
    assert "「見本区審議会」" in doubts[0]
    assert "（1ページ、2ページ、3ページ）" in doubts[0]


def test_page_numbers_are_no_doubt_and_the_proof_says_how_many(read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(*(page(at, show(f"- {at + 1} -", 280, 40)) for at in range(2))))
    proof, doubts = proof_and_doubts(reading)
    assert proof.left_out == (("ページ番号", 2),)
    assert (proof.holds, proof.unread, doubts) == (True, (), [])


def test_a_running_head_of_two_pages_is_text_with_a_doubt_and_told_where_it_stands_before_the_document(
    read_bytes: ReadBytes,
) -> None:
    reading = read_bytes(handmade(*(page(at, show("見本区審議会", 430, 800)) for at in range(2))))
    proof, doubts = proof_and_doubts(reading)
    before = "資料.pdf: " + BEFORE.format(words="「見本区審議会」")
    assert (proof.holds, proof.left_out, proof.unread) == (True, (), (before,))
    assert len(doubts) == 1
    assert "本文に入れました" in doubts[0]
