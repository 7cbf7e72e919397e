"""Mail addresses, and birth dates and addresses of persons, in a text whose letters are plain (plain_letters.py)."""

import re
from collections.abc import Iterator
from typing import Final

from generator.evidence.named_persons import names_a_person, stands_as_a_name
from generator.japanese.fold import Span

_AT: Final = r"(?:@|[(]\s?(?:@|at?|アット(?:マーク)?|あっと(?:まーく)?)\s?[)]|アットマーク)"
_DOT: Final = r"(?:[.。]|[(]\s?(?:[.]|dot|ドット)\s?[)])"
# As long as RFC 5321 has them, so that no endless row of letters is tried from each of its places.
_MAIL: Final = re.compile(
    rf"(?<![a-zà-ɏ0-9._%+'-])[a-zà-ɏ0-9._%+'-]{{1,64}}[\"”]?\s{{0,12}}{_AT}\s{{0,12}}"
    rf"(?:[a-z0-9ぁ-んァ-ヶー一-龥-]{{1,63}}(?:\n\s{{0,12}}[a-z0-9-]{{1,63}})?\s?{_DOT}\s{{0,12}}){{1,8}}[a-z]{{2,24}}"
)

_NUMERAL: Final = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}|元)"
_YEAR: Final = (
    rf"(?:(?:明治?|大正?|昭和?|平成?|令和?|[㋿㍻-㍾]|[mtshr](?![a-z])[.]?)\s?{_NUMERAL}\s?(?:[(][0-9]{{4}}(?:年)?[)]\s?)?[年./・-]"
    rf"(?:\s?[(][0-9]{{4}}年?[)])?"
    rf"|(?:18|19|20)[0-9]{{2}}\s?(?:[(][^)]{{2,8}}[)]\s?)?[年./-](?:\s?[(][^)]{{2,8}}[)])?)"
)
_DATE: Final = rf"(?:{_YEAR}\s{{0,12}}{_NUMERAL}\s?[月./・-]\s{{0,12}}{_NUMERAL}\s?日?|(?:19|20)[0-9]{{6}}(?![0-9]))"
# A range of birth dates says who is concerned, and is nobody's.
_RANGE_BEFORE: Final = re.compile(r"(?:から|より|~|〜|～|以降|以前|まで|-)[\s)]{0,2}$")
_RANGE_AFTER: Final = re.compile(
    r"[\s)]{0,2}(?:以前|以後|以降|現在|時点|から|より|まで|~|〜|～|に?(?:生まれ)?(?:た|の)(?:者|方|人|児|子|お子|区民|市民|対象|場合))"
)
_LABELLED_BIRTH: Final = re.compile(
    rf"(?:生\s?年\s?月\s?日|誕\s?生\s?日)(?:[(][西和]暦[)])?[\s:(はが・)=]{{0,6}}(?:(?<=[はが])、\s?)?(?P<date>{_DATE})"
)
_BIRTH: Final = r"(?:出生|に?\s?生(?!活|産|徒|涯|命|物|鮮|育|じ|かし)(?:まれ)?)"
_SEX: Final = r"(?:[(、,・\s](?:男|女)(?:性|児)?(?![一-龥]))"
_BORN: Final = re.compile(rf"(?P<date>{_DATE})(?:[\s(、,)]{{0,2}}(?:{_BIRTH}|{_SEX}))")
_BESIDE_A_BIRTH: Final = 30

_COUNT: Final = r"(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,4})"
_HOUSE: Final = (
    rf"(?:{_COUNT}\s?丁\s?目\s?{_COUNT}\s?(?:番地?(?:\s?の?\s?{_COUNT}\s?号?)?|-\s?{_COUNT})"
    rf"|{_COUNT}\s?番地?\s?の?\s?{_COUNT}\s?号?|{_COUNT}\s?番地"
    rf"|{_COUNT}の{_COUNT}の{_COUNT}"
    r"|[0-9]{1,4}\s?-\s?[0-9]{1,4}(?:\s?-\s?[0-9]{1,4}){0,3}"
    r"|[一二三四五六七八九十]{1,3}-[一二三四五六七八九十]{1,3}(?:-[一二三四五六七八九十]{1,3}){0,3})(?![0-9])"
)
_PLACE: Final = r"[一-龥々ぁ-んァ-ヶー]"
_ADDRESS: Final = rf"(?:〒\s?[0-9]{{3}}-[0-9]{{4}}\s{{0,12}})?{_PLACE}{{2,24}}?\s{{0,2}}{_HOUSE}"
_WHERE_ONE_LIVES: Final = (
    r"(?:(?:現|前|旧|新|本人)?\s?住\s?所|自\s?宅|居\s?所|居住地|住居|本\s?籍|住民票|実家"
    r"|転[居入出](?:先|前)|帰省先|避難先|入居先)"
)
_LABELLED_ADDRESS: Final = re.compile(
    rf"{_WHERE_ONE_LIVES}(?:地|の住所|の所在地)?(?:\s{{0,12}}[:()は・/=]\s{{0,12}}|\s{{1,12}}|は、?)(?P<address>{_ADDRESS})"
)
_ANY_ADDRESS: Final = re.compile(
    rf"(?P<address>(?:[一-龥々ァ-ヶー]{{1,8}}?|(?<![ぁ-ん])[ぁ-ん]{{2,6}}?)[都道府県市区町村郡](?:{_PLACE}|[0-9]{{1,2}}(?=条)){{1,16}}?\s{{0,2}}{_HOUSE})"
)
_LIVES_THERE: Final = re.compile(r"[\s号)]{0,3}(?:に(?:居住|住[むみまん]|在住|転居)|在住)")
_OFFICE: Final = re.compile(
    r"株式会社|[(]株[)]|㈱|有限会社|合同会社|法人|役所|役場|庁|内閣府|[総法財外]務省|[学働産業通境衛]省|支所|出張所|センター|事務[所局]|会館|学校|大学|[育稚]園|病院|"
    r"診療所|機構|協会|財団|社団|組合|会社|取締役|[区市町村]長|知事|[課係室]|所在地|会場|場所|施設|図書館|公園|児童館|プラザ|ビル|直売所|販売所|店"
)
_BESIDE_AN_ADDRESS: Final = 16


def find_mail_addresses(plain: str) -> Iterator[Span]:
    """Yield where ``plain`` gives a mail address, also with (at) for @."""
    yield from (Span(*match.span()) for match in _MAIL.finditer(plain))


def find_birth_dates(plain: str) -> Iterator[Span]:
    """Yield where ``plain`` gives the date of a person's birth: after a label, or beside a name."""
    found = set()
    for match in _LABELLED_BIRTH.finditer(plain):
        found.add(Span(*match.span("date")))
    for match in _BORN.finditer(plain):
        beside = (
            plain[max(0, match.start() - _BESIDE_A_BIRTH) : match.start()]
            + "\n"
            + plain[match.end() : match.end() + _BESIDE_A_BIRTH]
        )
        if names_a_person(beside) or stands_as_a_name(plain[max(0, match.start() - _BESIDE_A_BIRTH) : match.start()]):
            found.add(Span(*match.span("date")))
    for span in sorted(found):
        if not (
            _RANGE_BEFORE.search(plain, max(0, span.start - 6), span.start)
            or _RANGE_AFTER.match(_after_born(plain, span))
        ):
            yield span


def _after_born(plain: str, span: Span) -> str:
    return re.sub(r"^\s?(?:生まれ|生)", "", plain[span.end : span.end + 12])


def find_home_addresses(plain: str) -> Iterator[Span]:
    """Yield where ``plain`` gives the address of a person: after a label, or beside a name; an office's is none."""
    found = set()
    for match in _LABELLED_ADDRESS.finditer(plain):
        if not _OFFICE.search(_beside(plain, *match.span("address"))):
            found.add(Span(*match.span("address")))
    for match in _ANY_ADDRESS.finditer(plain):
        begin, end = match.span("address")
        beside = _beside(plain, begin, end)
        lives = _LIVES_THERE.match(plain, end) is not None
        if (lives or names_a_person(beside)) and not _OFFICE.search(beside):
            found.add(Span(begin, end))
    for span in sorted(found):
        if not any(other != span and other.start <= span.start and span.end <= other.end for other in found):
            yield span


def _beside(plain: str, begin: int, end: int) -> str:
    """Return what stands before and after the address from ``begin`` to ``end``, on the lines beside it."""
    return plain[max(0, begin - _BESIDE_AN_ADDRESS) : begin] + "\n" + plain[end : end + _BESIDE_AN_ADDRESS]
