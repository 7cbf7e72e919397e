"""Which sections of the ward hold or use the data."""

import re
from dataclasses import dataclass
from typing import Final

from generator.evidence.no_names import AND_OTHERS, names_nothing
from generator.importer.document.printed_labels import label_of
from generator.importer.facts.cross_references import points_somewhere
from generator.importer.facts.found import Collected, DraftDoubt, Found, NewName, gather
from generator.importer.facts.mentions import Lexicon, parts_of
from generator.importer.facts.parties import NO_NAME
from generator.japanese.fold import without_space
from generator.kinds.registered_department import DEPARTMENTS
from generator.model.consultation import Counterparty
from generator.model.vocabulary import Role

UNKNOWN_DEPARTMENT: Final = (
    "所管課「{name}」は登録されていません。"
    "登録済みの課の前の名前や別の書き方なら、新しく登録せず、その登録の aliases に書き足してください。"
)

# 保有課：高齢福祉部介護保険課, 高齢福祉部介護保険課　介護保険業務
_CALLED: Final = re.compile(r"^(?:保有|利用)課(?:[：:]|\s)\s*")
_BUSINESS: Final = re.compile(r"(?:^|\s+)\S*(?:業務|事務)$")
_HEAD_ENDS: Final = re.compile("[：:（(「]")


@dataclass(frozen=True)
class DepartmentReader:
    """Reads departments by their registered names."""

    departments: Lexicon

    def read_section(self, into: Collected, role: Role) -> None:
        """Read the departments that a section under a heading that gives them ``role`` names."""
        texts = [text for text in into.section.paragraphs if not points_somewhere(text)]
        into.take(gather(self.read(text, role) for text in texts), "counterparties")

    def read(self, paragraph: str, role: Role) -> Found[Counterparty]:
        """Return the sections of the ward named before 「：」, as in 高齢福祉部介護保険課：介護保険業務."""
        words = _CALLED.sub("", label_of(paragraph).words)
        heads = (_HEAD_ENDS.split(part)[0].strip() for part in parts_of(words))
        names = [_BUSINESS.sub("", head) for head in heads]
        found = gather(self._read_name(name, role) for name in names if name)
        return found if found.values else Found((), (DraftDoubt((), NO_NAME),))

    def _read_name(self, words: str, role: Role) -> Found[Counterparty]:
        if self.departments.exactly(words) is not None:
            return Found((Counterparty(name=without_space(words), role=role),))
        if names_nothing(words):
            return Found((), () if AND_OTHERS.fullmatch(words) else (DraftDoubt((), NO_NAME),))
        new = NewName(DEPARTMENTS, words)
        doubt = DraftDoubt((0,), UNKNOWN_DEPARTMENT.format(name=words), held=True, new=new)
        return Found((Counterparty(name=words, role=role),), (doubt,))
