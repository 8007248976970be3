"""Makes the file with everything that is stored about a person."""

import asyncio
from collections.abc import Mapping

from handlers.frame.context import Context
from handlers.frame.record_sheets import RecordSheet
from handlers.frame.views.reader import Reader
from handlers.privacy.views.file import fill
from handlers.workbooks.writing import Workbook
from services.privacy import records as privacy_records
from services.privacy.records import Records
from services.wings import WINGS


async def personal_file(context: Context) -> bytes:
    """Write everything that is stored about the person into a workbook (`.xlsx`) in their language."""
    records = await privacy_records.gather(context.session, person=context.person, wings=WINGS)
    workbook = Workbook(
        title=context.reader.label("file-title"),
        author=context.office.department,
        time_zone=context.office.time_zone,
        now=context.now,
    )
    # A coordinator's own may be long; others are not kept waiting by the writing.
    return await asyncio.to_thread(_write, context.reader, workbook, records, context.turn.sheets)


def _write(reader: Reader, workbook: Workbook, records: Records, sheets: Mapping[str, RecordSheet]) -> bytes:
    fill(reader, workbook, records, sheets)
    return workbook.close()
