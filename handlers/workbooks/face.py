"""What the wing `workbooks` adds to the chat."""

from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, MenuEntry, MenuPage
from handlers.workbooks import exchange, jobs, record_sheets
from handlers.workbooks.registers import systems
from handlers.workbooks.taps import JobTap, WorkbookTap
from models.jobs import JobKind

FACE = HandlerFace(
    "workbooks",
    commands=(Command("nhapxuat", "workbooks", exchange.on_room, OF_COORDINATORS, rank=70),),
    entries={"workbooks": MenuEntry(exchange.on_room, OF_COORDINATORS, row=900, column=10, page=MenuPage.PREPARE)},
    taps={WorkbookTap: exchange.on_workbook, JobTap: exchange.on_job},
    works={
        JobKind.CHECK_IMPORT: jobs.check_import,
        JobKind.IMPORT: jobs.take_list_over,
        JobKind.INVITATION_SHEET: jobs.make_sheets,
        JobKind.EXPORT_ROSTER: jobs.export_roster,
        JobKind.EXPORT_ANSWERS: jobs.export_answers,
        JobKind.EXPORT_TASKS: jobs.export_tasks,
        JobKind.IMPORT_SYSTEMS: systems.take_over,
        JobKind.EXPORT_SYSTEMS: systems.export,
    },
    files=dict.fromkeys(exchange.EXTENSIONS, exchange.on_file),
    sheets=record_sheets.SHEETS,
)
