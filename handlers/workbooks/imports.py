"""The work of an import: a list is read, checked row by row, compared with the network, and taken over."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.frame.desk import Desk, Progress, Stage
from handlers.workbooks import words
from services.workbooks import imports
from services.workbooks.import_letters import CellInOldWriting
from services.workbooks.import_rows import Entry, Rejected, RowReader
from services.workbooks.imports import Applied, Plan, Source
from services.workbooks.lists import Header, NoRowsInFile, SentList, UnreadSheet, open_list
from services.workbooks.twins import without_twins

# A thread holds the interpreter no longer than this many rows take, and a stop waits no longer either.
READ_AT_ONCE = 1_000
NAMED = 20
# So many older addresses are told in the message; a workbook has all.
OLDER_TOLD = 3


@dataclass
class CheckedList:
    """A file of lists whose rows were all read: what they say, or why not; `counts` are the rows of each sheet."""

    headers: tuple[Header, ...]
    unread: tuple[UnreadSheet, ...] = ()
    rows: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    entries: list[Entry] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)

    @property
    def only_sheet(self) -> str:
        """Give the title of the one sheet that is a list, or nothing where there are several."""
        return self.headers[0].sheet if len(self.headers) == 1 else ""

    @property
    def older(self) -> list[Entry]:
        """Give the rows whose address is one of before July 2025."""
        return [entry for entry in self.entries if entry.older_address is not None]


async def read(desk: Desk, content: bytes, *, name: str, convert: bool = False) -> CheckedList:
    """Read and check a file; rows with one tax code are turned away. Raises as `open_list` and `take` do.

    Cells that are certainly written for an old font are read anew where `convert` says so.
    """
    async with desk.database.reading() as session:
        vocabulary = await words.vocabulary(session, desk.office)
    headings = words.headings(desk.reader.language)
    opened = await asyncio.to_thread(open_list, content, name=name, headings=headings)
    with opened:
        checked = CheckedList(opened.headers, opened.unread)
        row_reader = RowReader(vocabulary, convert=convert)
        while await asyncio.to_thread(_read_some, opened, row_reader, checked):
            await desk.tell(Progress(Stage.READING, checked.rows, _total(opened, checked.rows)))
    await desk.tell(Progress(Stage.READING, checked.rows, checked.rows))
    checked.entries, twins = without_twins(checked.entries)
    checked.rejected += twins
    if not checked.rows:
        raise NoRowsInFile
    return checked


def _read_some(opened: SentList, row_reader: RowReader, checked: CheckedList) -> bool:
    """Read the next rows; tell whether there were any. Examples of the template do not count."""
    rows = opened.take(READ_AT_ONCE)
    for row in rows:
        read = row_reader.read(row)
        if read is None:
            continue
        checked.rows += 1
        checked.counts[row.header.sheet] += 1
        if isinstance(read, Entry):
            checked.entries.append(read)
        else:
            checked.rejected.append(read)
    return bool(rows)


def _total(opened: SentList, done: int) -> int | None:
    """Believe what the file says of its length only while that can be."""
    return opened.expected if opened.expected is not None and opened.expected >= done else None


async def compare(desk: Desk, checked: CheckedList) -> Plan:
    """Compare a checked list with the network; nothing is written."""
    plan = Plan(rejected=list(checked.rejected))
    done = 0
    for entries in _portions(checked.entries):
        async with desk.database.reading() as session:
            plan.add(await imports.check(session, entries=entries))
        done += len(entries)
        await desk.tell(Progress(Stage.COMPARING, done, len(checked.entries)))
    order = {header.sheet: place for place, header in enumerate(checked.headers)}
    plan.rejected.sort(key=lambda rejected: (order[rejected.row.header.sheet], rejected.row.number))
    return plan


async def take_over(
    desk: Desk,
    checked: CheckedList,
    *,
    shown: dict[str, str],
    merge: bool,
    source: Source,
    saved: Callable[[AsyncSession, Applied], Awaitable[None]] | None = None,
) -> Applied:
    """Take a list over, a few hundred rows in a transaction, so that alerts never wait for it.

    `saved` is awaited within each transaction with what was done so far.
    """
    total, done = Applied(), 0
    for entries in _portions(checked.entries):
        async with desk.database.writing() as session:
            total.add(await imports.apply(session, entries=entries, shown=shown, merge=merge, source=source))
            if saved is not None:
                await saved(session, total)
        done += len(entries)
        await desk.tell(Progress(Stage.SAVING, done, len(checked.entries)))
    return total


def found_by_check(checked: CheckedList, plan: Plan) -> dict[str, Any]:
    """Give what a check found in values that JSON can hold: counts, which headings and sheets were not."""
    return {
        "rows": checked.rows,
        "new": len(plan.new),
        "changed": len(plan.changed),
        "same": plan.same,
        "rejected": len(plan.rejected),
        "unknown": list(dict.fromkeys(text for header in checked.headers for text in header.unknown)),
        "sheets": [[title, count] for title, count in checked.counts.items()],
        "remarks": Counter(str(remark) for entry in checked.entries for remark in entry.remarks),
        "older": [
            [entry.sent.seen_from(checked.only_sheet), entry.older_address, entry.commune_code]
            for entry in islice(checked.older, OLDER_TOLD)
        ],
        "older_count": len(checked.older),
        "old_writings": _old_writings(plan),
        "unread": [[sheet.title, sheet.why, sheet.detail] for sheet in checked.unread],
    }


def _old_writings(plan: Plan) -> list[list[Any]]:
    """Count the rows that can be converted, by the way in which they are written, each with one example."""
    examples: dict[str, tuple[str, str]] = {}
    counts: Counter[str] = Counter()
    for rejected in plan.rejected:
        old = {column: why for column, why in rejected.reasons.items() if isinstance(why, CellInOldWriting)}
        for column, refusal in islice(old.items(), 1):
            writing, text = str(refusal.values["writing"]), str(refusal.values["text"])
            counts[writing] += 1
            examples.setdefault(writing, (str(rejected.row.cells[rejected.row.header.places[column]]), text))
    return [[writing, count, *examples[writing]] for writing, count in counts.most_common()]


def found_by_import(applied: Applied) -> dict[str, Any]:
    """Give what an import did in values that JSON can hold: counts, and some names of businesses left as they were."""
    return {
        "new": applied.new,
        "updated": applied.updated,
        "kept": applied.kept,
        "surprising": applied.surprising[:NAMED],
        "surprised": len(applied.surprising),
    }


def _portions(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    for start in range(0, len(entries), imports.AT_ONCE):
        yield entries[start : start + imports.AT_ONCE]
