"""Makes the file with everything that is stored about a person."""

from handlers.context import Context
from handlers.views.privacy_file import fill
from handlers.workbooks import Workbook
from services import privacy_records


async def personal_file(context: Context) -> bytes:
    """Write everything that is stored about the person into a workbook (`.xlsx`) in their language."""
    records = await privacy_records.gather(context.session, person=context.person)
    workbook = Workbook(
        title=context.reader.label("file-title"),
        author=context.office.department,
        time_zone=context.office.time_zone,
        now=context.now,
    )
    fill(context.reader, workbook, records)
    return workbook.close()
