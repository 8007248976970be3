"""Lists of systems as coordinators meet them: what an import would do and did, and the workbook itself."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.frame.office import Office
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import label, labelled
from handlers.systems.taps import SystemsTap
from handlers.workbooks.registers import words
from handlers.workbooks.taps import JobTap
from handlers.workbooks.views.exchange import DROP, MERGE, NEW, file_of, home
from handlers.workbooks.writing import Row, Workbook
from models.identity import id_of
from models.jobs import Job
from models.systems import ContactHours
from models.tlp import Tlp
from services.notation.phones import show_phone
from services.places import communes
from services.systems.entries import SystemEntry
from services.workbooks.registers.system_imports import SystemsApplied
from services.workbooks.registers.system_rows import SystemColumn

# It names whom to call at night, and which systems hurt most.
LABEL = Tlp.AMBER


def checked(reader: Reader, job: Job) -> Message:
    """Sum up what an import would do; nothing is written yet."""
    found = job.found
    lines = [reader.say("systems-import-rows", rows=found["rows"])]
    counted = [what for what in ("new", "changed", "same", "rejected") if found[what]]
    lines += [reader.say(f"systems-import-{what}", count=found[what]) for what in counted]
    ending = reader.say("import-nothing-written" if found["new"] or found["changed"] else "import-nothing-to-do")
    head = reader.say("systems-import-checked", file=file_of(job))
    return Message(Markup("\n\n").join([head, Markup("\n").join(lines), ending]), rows=_choices(reader, job))


def _choices(reader: Reader, job: Job) -> tuple[tuple[Button, ...], ...]:
    new, changed = int(job.found["new"]), int(job.found["changed"])
    rows = []
    if new:
        rows.append((_of(job, NEW, reader.label("systems-import-button-new", count=new), Style.SUCCESS),))
    if changed:
        text = reader.label("systems-import-button-merge", new=new, changed=changed)
        rows.append((_of(job, MERGE, text, None if new else Style.SUCCESS),))
    if not rows:
        return (home(reader),)
    return (*rows, (_of(job, DROP, reader.label("import-button-drop")),))


def _of(job: Job, verb: str, text: str, style: Style | None = None) -> Button:
    return Button(text, JobTap(id_of(job), verb, 0).pack(), style)


def imported(reader: Reader, job: Job, done: SystemsApplied) -> Message:
    """Tell what an import did."""
    lines = [reader.say("systems-import-done", file=file_of(job), new=done.new, updated=done.updated)]
    if done.surprising:
        lines.append(reader.say("systems-import-surprising", count=done.surprising))
    listed = Button(reader.label("systems-button-list"), SystemsTap(0).pack())
    return Message(Markup("\n\n").join(lines), rows=((listed,), home(reader)))


def exported_caption(reader: Reader, *, count: int, at: datetime) -> str:
    """Say what the workbook of systems is, and that it can be filled in and sent back."""
    return labelled(reader.label("systems-export-caption", count=count, at=reader.moment(at)), LABEL)


def row(reader: Reader, entry: SystemEntry, connectivity: Sequence[str], security: Sequence[str]) -> Row:
    """Write a system as a row, with words that an import understands."""
    said: dict[SystemColumn, str | int | None] = {
        SystemColumn.NAME: entry.name,
        SystemColumn.ALSO: "; ".join(entry.also_called),
        SystemColumn.OWNER: entry.owner.name,
        SystemColumn.OPERATOR: entry.operator.name,
        SystemColumn.LEVEL: entry.level,
        SystemColumn.MARK: reader.label(f"system-mark-{entry.mark}"),
        SystemColumn.COMMUNE: communes.commune(entry.commune_code).name if entry.commune_code else None,
        SystemColumn.SERVES: entry.serves,
        SystemColumn.CONNECTIVITY: "; ".join(connectivity),
        SystemColumn.SECURITY: "; ".join(security),
        SystemColumn.IN_HOURS: _called(entry, ContactHours.IN_HOURS),
        SystemColumn.OUT_OF_HOURS: _called(entry, ContactHours.OUT_OF_HOURS),
        SystemColumn.LEADERSHIP: _called(entry, ContactHours.LEADERSHIP),
    }
    return [said[column] for column in SystemColumn]


def _called(entry: SystemEntry, hours: ContactHours) -> str:
    """Write people to call as an import reads them, a line each."""
    people = [one for one in entry.contacts if one.hours is hours]
    return "\n".join(", ".join(filter(None, (one.name, one.title, show_phone(one.phone)))) for one in people)


def workbook(reader: Reader, office: Office, rows: Sequence[Row], *, now: datetime) -> bytes:
    """Write the register on one sheet, its label above headings that an import understands."""
    title = reader.label("systems-sheet")
    written = Workbook(title=title, author=office.department, time_zone=office.time_zone, now=now, label=label(LABEL))
    sheet = written.sheet(title, [words.heading(reader.language, column) for column in SystemColumn])
    sheet.is_form = True
    sheet.add_all(rows)
    return written.close()
