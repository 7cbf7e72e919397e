"""What notes say together, and which of them are one doubt."""

from generator.importer.files.notes import ReaderNote, group_notes, phrase_notes


def test_notes_of_one_message_are_said_together() -> None:
    notes = [ReaderNote("{}は読めません。", words=words) for words in ("「甲」", "「乙」", "「甲」")]
    assert phrase_notes(notes) == "「甲」、「乙」は読めません。"


def test_the_file_and_the_first_example_are_named() -> None:
    notes = [ReaderNote("{}: {first}", words=words, file="資料.txt", example=words * 2) for words in "甲乙"]
    assert phrase_notes(notes) == "資料.txt: 甲、乙: 甲甲"


def test_words_of_a_document_are_not_taken_for_a_place_to_fill() -> None:
    assert str(ReaderNote("{}があります。", words="「{0}」")) == "「{0}」があります。"


def test_notes_are_one_doubt_at_each_place_or_one_in_the_document() -> None:
    each, once = ReaderNote("{}は。", words="甲"), ReaderNote("{}が。", words="乙", once=True)
    assert group_notes([(1, each), (1, each), (2, each), (2, once), (3, once)]) == [
        (1, (each, each)),
        (2, (each,)),
        (2, (once, once)),
    ]
