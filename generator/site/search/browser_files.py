"""The files that the browser loads to search: the text of each document, and what it must know of all together.

That is their ids and order, the facets, the names and the titles. Every file says as little as it can, for some are
loaded before the first result is shown: a document is its place in the order (the newest first), numbers stand in runs,
and places as steps from one to the next.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from generator.disk.output_folder import OutputFolder
from generator.japanese.fold import count_alike
from generator.japanese.phrases import PhraseBreaker
from generator.kinds.every_kind import all_facets
from generator.kinds.kind import Facet
from generator.site.search.documents import FacetValue, SearchDocument, SearchMaterial, SearchName

# Where all of it lies in the site.
FOLDER: Final = "search"
# So many numbers share a file of titles: 諮問第975号 stands in titles/1.json.
NUMBERS_PER_FILE: Final = 500
_PHRASE_BREAK: Final = "\n"

Ids = Mapping[int, str]


def write_texts(documents: Iterable[SearchDocument], site: OutputFolder, breaker: PhraseBreaker) -> None:
    """Write ``text/NUMBER.json`` for each of ``documents``.

    From it the browser shows what was found in the document's own words. A block is written as its phrases with a line
    feed between them, which no block holds: so the browser knows where it may cut. (Lengths beside the text would take
    twice as much of what this adds to a cold search.)
    """
    for document in documents:
        write_json(_text(document, breaker), site, f"text/{document.number}.json")


def _text(document: SearchDocument, breaker: PhraseBreaker) -> dict[str, object]:
    sections = [
        {
            "anchor": section.anchor,
            "name": section.name,
            "blocks": [_PHRASE_BREAK.join(breaker.phrases(block)) for block in section.blocks],
        }
        for section in document.sections
    ]
    return {
        "address": document.address,
        "number": document.number,
        "title": document.title,
        "subtitle": document.subtitle,
        "date": document.date.isoformat(),
        "dateText": document.date_text,
        "notes": document.notes,
        "sections": sections,
    }


def newest_first(documents: Iterable[SearchDocument]) -> list[SearchDocument]:
    """Return ``documents`` as the search orders them where nothing else decides."""
    return sorted(documents, key=lambda document: (document.date, document.number), reverse=True)


def write_catalogue(
    material: SearchMaterial, ids: Ids, usual_ids: Ids, rooms: Sequence[int], site: OutputFolder
) -> None:
    """Write the files that say what there is.

    ``ids`` are what Pagefind calls the documents, by number, and ``usual_ids`` their usual forms, where they have one.
    """
    documents = newest_first(material.documents)
    write_json(_documents(documents, ids, usual_ids, rooms), site, "documents.json")
    write_json(_vocabulary(material.names, documents), site, "names.json")
    places = {document.number: place for place, document in enumerate(documents)}
    for facet in dict.fromkeys((*all_facets(), *material.facets)):
        values = material.facets.get(facet, ())
        write_json(_facet(facet, values, material.documents, places), site, f"facets/{facet.key}.json")
    _write_titles(documents, site)


def _documents(documents: Sequence[SearchDocument], ids: Ids, usual_ids: Ids, rooms: Sequence[int]) -> object:
    known = (*ids.values(), *usual_ids.values())
    prefix = min(known)[: count_alike(min(known), max(known))]
    rests, usual = (
        [of_sort[each.number].removeprefix(prefix) for each in documents if each.number in of_sort]
        for of_sort in (ids, usual_ids)
    )
    places = (place for place, document in enumerate(documents) if document.number in usual_ids)
    return {
        "rooms": list(rooms),
        "numbers": _runs([document.number for document in documents]),
        "ids": {"prefix": prefix, "rests": " ".join(rests)},
        "usual": {"rests": " ".join(usual), "steps": _steps(places)},
    }


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return ``numbers`` as runs, each its first number and how many there are, one less than the other."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][0] - runs[-1][1]:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((number, 1))
    return runs


def _vocabulary(names: Iterable[SearchName], documents: Iterable[SearchDocument]) -> object:
    entries: dict[Facet, list[object]] = {}
    for name in names:
        entries.setdefault(name.facet, []).append(_name(name))
    kinds = [{"kind": facet.name, "entries": of_facet} for facet, of_facet in entries.items()]
    files = sorted({document.number // NUMBERS_PER_FILE for document in documents}, reverse=True)
    return {"names": kinds, "titles": {"files": files, "numbersPerFile": NUMBERS_PER_FILE}}


def _name(name: SearchName) -> list[object]:
    others = [spelling for spelling in name.spellings if spelling != name.name]
    more = [others, name.also_called] if others or name.also_called else []
    return [name.name, name.reading, name.address, *more]


def _facet(
    facet: Facet, values: Sequence[FacetValue], documents: Iterable[SearchDocument], places: Mapping[int, int]
) -> object:
    holding: dict[str, list[int]] = {}
    for document in documents:
        for key in document.values.get(facet, ()):
            holding.setdefault(key, []).append(places[document.number])
    # A value holds what those within it hold: that need not be said twice.
    above = {value.within for value in values}
    return [
        {
            "key": value.key,
            "name": value.name,
            "within": value.within,
            "steps": [] if value.key in above else _steps(holding.get(value.key, ())),
        }
        for value in values
    ]


def _steps(places: Iterable[int]) -> list[int]:
    """Return ``places`` in ascending order, each as the step from the one before it (the first from -1)."""
    return [after - before for before, after in pairwise((-1, *sorted(places)))]


def _write_titles(documents: Iterable[SearchDocument], site: OutputFolder) -> None:
    files: dict[int, list[tuple[int, str, str, str]]] = {}
    for document in documents:
        entry = (document.number, document.title, document.subtitle or "", document.address)
        files.setdefault(document.number // NUMBERS_PER_FILE, []).append(entry)
    for name, entries in files.items():
        write_json(entries, site, f"titles/{name}.json")


def write_json(value: object, site: OutputFolder, name: str) -> None:
    """Write ``value`` to the file ``name`` among the search's, as short as JSON can be."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
    site.write(f"{FOLDER}/{name}", text.encode())
