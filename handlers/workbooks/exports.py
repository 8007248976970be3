"""The work of an export: rows are read a portion at a time and written into a workbook beside everything else."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypeVar

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.frame.desk import Desk, Progress, Stage
from handlers.frame.views import tlp
from handlers.workbooks.views import rows
from handlers.workbooks.writing import Row, Workbook, WorkbookSheet
from models.tlp import Tlp
from services.incidents import lifecycle as incidents
from services.incidents.sharing import labels
from services.tasks import exports as task_exports
from services.workbooks import exports, quantities

Item = TypeVar("Item")
Portions = AsyncIterator[Sequence[Item]]


@dataclass(frozen=True)
class Exported:
    """A workbook, how many rows it has, and of what: the code of an incident, or nothing for all.

    `label` says how far it may go: as the incident, or, of all, as the one that may go least far.
    """

    content: bytes
    count: int
    scope: str = ""
    label: Tlp | None = None


class _Writing:
    """A workbook that is being written, and how many of its rows are done."""

    def __init__(self, desk: Desk, title: str, total: int, label: Tlp | None) -> None:
        self._desk = desk
        self._total = total
        self._done = 0
        self.workbook = Workbook(
            title=title,
            author=desk.office.department,
            time_zone=desk.office.time_zone,
            now=desk.now(),
            label=tlp.label(label) if label is not None else "",
        )

    async def fill(
        self,
        sheet: WorkbookSheet,
        portions: Portions[Item],
        rows_of: Callable[[Item], Iterable[Row]],
        *,
        counted: bool = True,
    ) -> None:
        """Write all portions into a sheet; `counted` says whether they tell how far the work is."""
        async for portion in portions:
            await asyncio.to_thread(sheet.add_all, [row for item in portion for row in rows_of(item)])
            if counted:
                self._done += len(portion)
                await self._desk.tell(Progress(Stage.WRITING, self._done, max(self._total, self._done)))

    async def close(self) -> Exported:
        """Finish the workbook."""
        return Exported(await asyncio.to_thread(self.workbook.close), self._done)


@contextmanager
def _writing(desk: Desk, title: str, total: int, label: Tlp | None = None) -> Iterator[_Writing]:
    """Begin a workbook, of which nothing is left when it is not finished."""
    under_way = _Writing(desk, title, total, label)
    with under_way.workbook:
        yield under_way


async def roster(desk: Desk, *, whole: bool = False) -> Exported:
    """Write the roster: businesses on one sheet, with headings that an import understands, people on the other.

    `whole` writes the personal numbers of households in full.
    """
    reader = desk.reader
    async with desk.database.reading() as session:
        names = await exports.capability_names(session, language=reader.language)
        total = await exports.count_roster(session)
        with _writing(desk, reader.label("export-sheet-roster"), total) as writing:
            sheet = writing.workbook.sheet(reader.label("export-sheet-roster"), rows.roster_headings(reader))
            people = writing.workbook.sheet(reader.label("export-sheet-contacts"), rows.contact_headings(reader))

            def both(business: exports.RosterRow) -> Iterable[Row]:
                people.add_all(rows.contacts(reader, business, whole=whole))
                yield rows.business(reader, business, names, whole=whole)

            await writing.fill(sheet, exports.roster_rows(session), both)
            return await writing.close()


async def answers(desk: Desk, *, incident_id: int | None) -> Exported:
    """Write the answers to one incident or to all as they stand, and every step of their history."""
    reader = desk.reader
    async with desk.database.reading() as session:
        names = await exports.capability_names(session, language=reader.language)
        counted_in = await exports.capability_units(session)
        offered = await quantities.offered(session, incident_id=incident_id, units=counted_in)
        scope = (await incidents.by_id(session, incident_id=incident_id)).code if incident_id is not None else ""
        label = await _label(session, incident_id)
        total = await exports.count_answers(session, incident_id=incident_id)
        with _writing(desk, reader.label("export-sheet-answers"), total, label) as writing:
            sheet = writing.workbook.sheet(
                reader.label("export-sheet-answers"), rows.answer_headings(reader, offered.units)
            )
            await writing.fill(
                sheet,
                exports.answer_rows(session, incident_id=incident_id),
                lambda answer: [rows.answer(reader, answer, names, counted_in, offered.units)],
            )
            # Of several incidents a sum would count the same crew twice.
            if incident_id is not None and (offered.people or offered.totals):
                sheet.add_sum(rows.answer_sums(reader, offered))
            history = writing.workbook.sheet(
                reader.label("export-sheet-answer-history"), rows.answer_step_headings(reader)
            )
            await writing.fill(
                history,
                exports.answer_steps(session, incident_id=incident_id),
                lambda answer: [rows.answer_step(reader, answer, names, counted_in)],
                counted=False,
            )
            exported = await writing.close()
            return replace(exported, scope=scope, label=label)


async def _label(session: AsyncSession, incident_id: int | None) -> Tlp | None:
    if incident_id is not None:
        return await labels.of(session, incident_id=incident_id)
    return await labels.narrowest(session)


async def all_tasks(desk: Desk) -> Exported:
    """Write all tasks as they stand, and every step of their history."""
    reader = desk.reader
    async with desk.database.reading() as session:
        label = await _label(session, None)
        total = await exports.count_tasks(session)
        with _writing(desk, reader.label("export-sheet-tasks"), total, label) as writing:
            sheet = writing.workbook.sheet(reader.label("export-sheet-tasks"), rows.task_headings(reader))
            await writing.fill(
                sheet, _portions(task_exports.for_export(session)), lambda task: [rows.task(reader, task)]
            )
            history = writing.workbook.sheet(reader.label("export-sheet-task-history"), rows.task_step_headings(reader))
            await writing.fill(
                history, exports.task_steps(session), lambda step: [rows.task_step(reader, step)], counted=False
            )
            return replace(await writing.close(), label=label)


async def _portions(items: AsyncIterator[Item]) -> AsyncIterator[Sequence[Item]]:
    """Gather single items, so that not each of them goes to a thread of its own."""
    portion: list[Item] = []
    async for item in items:
        portion.append(item)
        if len(portion) == exports.AT_ONCE:
            yield portion
            portion = []
    if portion:
        yield portion
