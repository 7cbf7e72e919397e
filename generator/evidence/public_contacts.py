"""Whether personal data are an office's own contact, however it is spelt: by its digits, or by its plain letters."""

from collections.abc import Iterable
from typing import Final

from generator.evidence.personal_data import PersonalData, PersonalKind
from generator.evidence.plain_letters import plain_letters
from generator.model.public_contact import PublicContact

_BY_DIGITS: Final = (PersonalKind.TELEPHONE, PersonalKind.ACCOUNT)
# Nothing of a person's is an office's contact.
_NEVER: Final = (PersonalKind.MY_NUMBER, PersonalKind.BIRTH_DATE)
_JAPAN: Final = "81"
_WITH_AREA: Final = 10


def is_public(data: PersonalData, contacts: Iterable[PublicContact]) -> bool:
    """Tell whether ``data`` are among ``contacts``; a telephone number also without the number of its area."""
    said = _core(data.words, data.kind)
    registered = (words for contact in contacts for words in contact.words)
    return data.kind not in _NEVER and any(_is_same(said, _core(words, data.kind), data.kind) for words in registered)


def _is_same(said: str, known: str, kind: PersonalKind) -> bool:
    # Eleven digits are a mobile or an IP telephone's, which nobody dials without the first.
    if kind is PersonalKind.TELEPHONE and len(said) < _WITH_AREA:
        return bool(said) and len(known) == _WITH_AREA and known.endswith(said)
    return bool(said) and said == known


def _core(words: str, kind: PersonalKind) -> str:
    plain = "".join(plain_letters(words).split())
    if kind not in _BY_DIGITS:
        return plain
    abroad = plain.startswith(f"+{_JAPAN}")
    digits = "".join(letter for letter in plain.replace("(0)", "") if letter.isdigit())
    return "0" + digits.removeprefix(_JAPAN).removeprefix("0") if abroad else digits
