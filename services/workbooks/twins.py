"""Rows of one list that have the same tax code: nobody can tell which of them is meant."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from services.ground.refusals import Refusal
from services.workbooks.import_rows import Entry, Rejected
from services.workbooks.lists import Column


class TaxCodeTwiceInList(Refusal):
    """Other rows of the list have the same tax code: `rows`."""


def without_twins(entries: Iterable[Entry]) -> tuple[list[Entry], list[Rejected]]:
    """Turn away all rows that share a tax code, each with the numbers of the others.

    A row that stands on another sheet once more in the same words is no twin: summaries repeat what they sum up.
    """
    by_code: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if not any(_repeats(entry, other) for other in by_code[entry.tax_code]):
            by_code[entry.tax_code].append(entry)
    alone = [same[0] for same in by_code.values() if len(same) == 1]
    return alone, [_twin(entry, same) for same in by_code.values() if len(same) > 1 for entry in same]


def _repeats(entry: Entry, other: Entry) -> bool:
    return entry.sent.header.sheet != other.sent.header.sheet and replace(entry, sent=other.sent) == other


def _twin(entry: Entry, same: Sequence[Entry]) -> Rejected:
    others = [other.sent.seen_from(entry.sent.header.sheet) for other in same if other is not entry]
    rows = ", ".join(others[:5]) + (", …" if len(others) > 5 else "")
    return Rejected(entry.sent, {Column.TAX_CODE: TaxCodeTwiceInList(rows=rows)}, entry.titles)
