"""Import and export as coordinators meet them: the room, the result of a check, the comparison, what came of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from handlers.frame.taps import MenuTap
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import page_of, turning
from handlers.frame.views.reader import Reader
from handlers.workbooks import words
from handlers.workbooks.taps import JobTap, WorkbookTap
from handlers.workbooks.views import rows as workbook_rows
from models.identity import id_of
from models.incidents import Incident
from models.jobs import Job
from services.places import communes
from services.workbooks.lists import LARGEST_FILE, MOST_ROWS, REQUIRED, Column

HOME, TEMPLATE, HOW, ROSTER, ANSWERS, TASKS, SHEETS = "home", "template", "how", "roster", "answers", "tasks", "sheets"
SYSTEMS = "systems"
DOORS = (TEMPLATE, ROSTER, ANSWERS, TASKS, SHEETS, SYSTEMS)
ROSTER_MASKED, ROSTER_WHOLE = "roster-masked", "roster-whole"
INCIDENT, SHEET, SHEET_ANEW = "incident", "sheet", "sheet-anew"
NEW, MERGE, DROP, COMPARE, SUMMARY, INVITE = "new", "merge", "drop", "compare", "summary", "invite"
INVITE_ANEW = "anew"
CONVERT = "convert"
ALL = "all"
COMPARED_AT_ONCE = 2
NAMED = 5
SHEETS_NAMED = 6
LONGEST_NAME = 60
LONGEST_LIST = 200
Rows = tuple[tuple[Button, ...], ...]
# What a check or an import found, as the job keeps it.
Found = Mapping[str, Any]


def room(reader: Reader, *, invited: int) -> Message:
    """Show what can be brought in and taken out."""
    rows = (
        (_door(reader, TEMPLATE), _door(reader, HOW, "import")),
        (_door(reader, ROSTER), _door(reader, ANSWERS)),
        (_door(reader, TASKS), _door(reader, SHEETS)),
        (_door(reader, SYSTEMS),),
        _menu(reader),
    )
    return Message(reader.say("workbook-room", invited=invited), rows=rows)


def _door(reader: Reader, verb: str, name: str | None = None) -> Button:
    return Button(reader.label(f"workbook-button-{name or verb}"), WorkbookTap(verb, "", 0).pack())


def _menu(reader: Reader) -> tuple[Button, ...]:
    return (Button(reader.label("button-menu"), MenuTap("menu").pack()),)


def home(reader: Reader) -> tuple[Button, ...]:
    """Make the row that leads back to the room."""
    return (Button(reader.label("workbook-button-home"), WorkbookTap(HOME, "", 0).pack()),)


def how_to_import(reader: Reader) -> Message:
    """Explain that a file only needs to be sent, and what may stand in it."""
    names = {column: words.column_name(reader.language, column) for column in Column}
    text = reader.say(
        "workbook-how-to-import",
        megabytes=LARGEST_FILE // 1024**2,
        rows=MOST_ROWS,
        required="; ".join(names[column] for column in REQUIRED),
        optional="; ".join(names[column] for column in Column if column not in REQUIRED),
    )
    template = Button(reader.label("workbook-button-template"), WorkbookTap(TEMPLATE, "", 0).pack())
    return Message(text, rows=((template,), home(reader)))


def template_caption(reader: Reader) -> str:
    """Say what the template is for."""
    return reader.label("workbook-template-caption")


def received(reader: Reader, job: Job, *, ahead: int) -> Message:
    """Tell that a list has arrived, and how many jobs come before it is checked."""
    return Message(reader.say("workbook-received", file=file_of(job), ahead=ahead))


def asked(reader: Reader) -> str:
    """Answer a tap whose file comes when it is made."""
    return reader.label("workbook-asked")


def checked(reader: Reader, job: Job) -> Message:
    """Sum up what an import would do; nothing is written yet, and the buttons say what may be."""
    text = checked_text(reader, file_of(job), job.found)
    return Message(text, rows=_choices(reader, job, int(job.found["new"]), int(job.found["changed"])))


def old_writings(reader: Reader, found: Found) -> list[Markup]:
    """Ask whether rows that are written for old fonts are to be converted, with an example of each."""
    return [
        reader.say(
            "import-old-writing",
            count=count,
            writing=writing,
            old=shorten(old, LONGEST_NAME),
            new=shorten(new, LONGEST_NAME),
        )
        for writing, count, old, new in found.get("old_writings", ())
    ]


def checked_text(reader: Reader, file: str, found: Found) -> Markup:
    """Count what a check found."""
    lines = [reader.say("import-rows", rows=found["rows"])]
    counted = [what for what in ("new", "changed", "same", "rejected") if found[what]]
    lines += [reader.say(f"import-{what}", count=found[what]) for what in counted]
    if found["unknown"]:
        lines.append(reader.say("import-unknown", columns=shorten("; ".join(found["unknown"]), LONGEST_LIST)))
    lines += [reader.say(f"import-{what}", count=count) for what, count in sorted(found.get("remarks", {}).items())]
    lines += _older(reader, found)
    lines += _sheets(reader, found)
    lines += old_writings(reader, found)
    undecided = found["new"] or found["changed"] or found.get("old_writings")
    ending = reader.say("import-nothing-written" if undecided else "import-nothing-to-do")
    return Markup("\n\n").join([reader.say("import-checked", file=file), Markup("\n").join(lines), ending])


def _older(reader: Reader, found: Found) -> list[Markup]:
    """Tell which older addresses were taken for which commune of today: some here, all in a workbook."""
    if not found.get("older_count"):
        return []
    told = [
        reader.label("import-older-row", row=row, old=shorten(old, LONGEST_NAME), new=workbook_rows.commune(code))
        for row, old, code in found["older"]
    ]
    more = ["…"] if found["older_count"] > len(told) else []
    return [reader.say("import-older", count=found["older_count"], rows="; ".join(told + more))]


def older_caption(reader: Reader, count: int) -> str:
    """Say what the workbook of older addresses is."""
    return reader.label("import-older-caption", count=count)


def _sheets(reader: Reader, found: Found) -> list[Markup]:
    """Name the sheets that were read where there are several, and all that were not."""
    lines = []
    if len(found.get("sheets", ())) > 1:
        read = ", ".join(f"{title} ({count})" for title, count in found["sheets"])
        lines.append(reader.say("import-sheets", sheets=shorten(read, LONGEST_LIST)))
    if found.get("unread"):
        unread = [_unread(reader, *sheet) for sheet in found["unread"]]
        more = ["…"] if len(unread) > SHEETS_NAMED else []
        lines.append(reader.say("import-unread", count=len(unread), sheets="; ".join(unread[:SHEETS_NAMED] + more)))
    return lines


def _unread(reader: Reader, title: str, why: str, detail: str) -> str:
    said = reader.label(f"import-unread-{why}", detail=shorten(detail, LONGEST_NAME))
    return f"{shorten(title, LONGEST_NAME)} ({said})"


def _choices(reader: Reader, job: Job, new: int, changed: int) -> Rows:
    old = sum(count for _, count, *_ in job.found.get("old_writings", ()))
    if not new + changed + old:
        return (home(reader),)
    rows = []
    if old:
        rows.append((_of(job, CONVERT, reader.label("import-button-convert", count=old), Style.SUCCESS),))
    if new:
        style = None if old else Style.SUCCESS
        rows.append((_of(job, NEW, reader.label("import-button-new", count=new), style),))
    if changed:
        text = reader.label(
            "import-button-merge" if new else "import-button-merge-only", new=new, changed=changed, count=changed
        )
        rows.append((_of(job, MERGE, text, None if new or old else Style.SUCCESS),))
        rows.append((_of(job, COMPARE, reader.label("import-button-compare", count=changed)),))
    return (*rows, (_of(job, DROP, reader.label("import-button-drop")),))


def _of(job: Job, verb: str, text: str, style: Style | None = None, page: int = 0) -> Button:
    return Button(text, JobTap(id_of(job), verb, page).pack(), style)


def file_of(job: Job) -> str:
    """Give the name of the file that a job is about, briefly."""
    return shorten(str(job.asked.get("name", "")), LONGEST_NAME)


def comparison(reader: Reader, job: Job, number: int, capability_names: Mapping[int, str]) -> Message:
    """Show known businesses side by side with what the list says of them, a few on a page."""
    kept: Sequence[Mapping[str, Any]] = job.found["compare"]
    page = page_of(kept, number, size=COMPARED_AT_ONCE)
    parts = [reader.say("import-compare-title", file=file_of(job))]
    parts += [_compared(reader, one, capability_names) for one in page.items]
    if len(kept) < job.found["changed"]:
        parts.append(reader.say("import-compare-more", shown=len(kept), count=job.found["changed"]))
    turn = turning(page, lambda turned: JobTap(id_of(job), COMPARE, turned).pack())
    back = (_of(job, SUMMARY, reader.label("import-button-summary")),)
    return Message(Markup("\n\n").join(parts), rows=(*turn, back))


def _compared(reader: Reader, one: Mapping[str, Any], capability_names: Mapping[int, str]) -> Markup:
    name = shorten(one["name"], LONGEST_NAME)
    lines = [reader.say("import-compare-business", name=name, code=one["tax_code"], row=str(one["row"]))]
    for field, old, new in one["differences"]:
        column = Column(field)
        lines.append(
            reader.say(
                "import-compare-line",
                column=words.column_name(reader.language, column),
                old=_shown(reader, column, old, capability_names),
                new=_shown(reader, column, new, capability_names),
            )
        )
    return Markup("\n").join(lines)


def _shown(reader: Reader, column: Column, value: object, capability_names: Mapping[int, str]) -> str:
    return shorten(workbook_rows.written(reader, column, value, capability_names), LONGEST_NAME)


def converting(reader: Reader, job: Job) -> Message:
    """Tell, in the place of the result of the check, that the list is being checked once more."""
    return Message(reader.say("import-converting", file=file_of(job)))


def dropped(reader: Reader, job: Job) -> Message:
    """Confirm that nothing of a list is taken over."""
    return Message(reader.say("import-dropped", file=file_of(job)), rows=(home(reader),))


def begun(reader: Reader, job: Job) -> Message:
    """Tell, in the place of the result of the check, that the list is being taken over."""
    return Message(reader.say("import-begun", file=file_of(job)))


def rejected_caption(reader: Reader, count: int) -> str:
    """Say what the workbook of rejected rows is."""
    return reader.label("import-rejected-caption", count=count)


def comparison_caption(reader: Reader, count: int) -> str:
    """Say what the workbook of differences is."""
    return reader.label("import-comparison-caption", count=count)


def imported(reader: Reader, job: Job) -> Message:
    """Tell what an import did, and offer the invitation sheet of those that are new."""
    text, new = imported_text(reader, file_of(job), job.found), job.found["new"]
    if not new:
        return Message(text, rows=(home(reader),))
    sheet = _of(job, INVITE, reader.label("import-button-sheet", count=new), Style.PRIMARY)
    text = Markup("\n\n").join([text, reader.say("import-done-invite")])
    return Message(text, rows=((sheet,), home(reader)))


def imported_text(reader: Reader, file: str, found: Found) -> Markup:
    """Count what an import did."""
    title = reader.say("import-done" if found["new"] or found["updated"] else "import-done-nothing", file=file)
    counted = [what for what in ("new", "updated", "kept") if found[what]]
    lines = [reader.say(f"import-done-{what}", count=found[what]) for what in counted]
    if found["surprising"]:
        names = [shorten(name, LONGEST_NAME) for name in found["surprising"][:NAMED]]
        more = ", …" if found["surprised"] > NAMED else ""
        lines.append(reader.say("import-done-surprising", count=found["surprised"], names=", ".join(names) + more))
    return Markup("\n\n").join([title, *([Markup("\n").join(lines)] if lines else [])])


def with_personal_numbers(reader: Reader, count: int) -> Message:
    """Ask whether the tax codes of households, which are personal numbers, are to be written in full."""
    rows = (
        (Button(reader.label("export-button-masked"), WorkbookTap(ROSTER_MASKED, "", 0).pack(), Style.PRIMARY),),
        (Button(reader.label("export-button-whole"), WorkbookTap(ROSTER_WHOLE, "", 0).pack()),),
        home(reader),
    )
    return Message(reader.say("export-personal-numbers", count=count), rows=rows)


def incidents_to_export(reader: Reader, known: Sequence[Incident], number: int) -> Message:
    """Ask which incident's answers are wanted."""
    if not known:
        return Message(reader.say("export-no-incidents"), rows=(home(reader),))
    page = page_of(known, number)
    rows = tuple((_incident(reader, incident),) for incident in page.items)
    turn = turning(page, lambda turned: WorkbookTap(ANSWERS, "", turned).pack())
    everything = (Button(reader.label("export-button-all"), WorkbookTap(INCIDENT, ALL, 0).pack()),)
    return Message(reader.say("export-choose-incident"), rows=(everything, *rows, *turn, home(reader)))


def _incident(reader: Reader, incident: Incident) -> Button:
    text = shorten(f"{incident.code} · {reader.own(incident.title)}", LONGEST_NAME)
    return Button(text, WorkbookTap(INCIDENT, str(id_of(incident)), 0).pack())


def nothing_to_export(reader: Reader) -> Message:
    """Say that there is nothing to take out."""
    return Message(reader.say("export-empty"), rows=(home(reader),))


def communes_to_invite(reader: Reader, counts: Sequence[tuple[str, int]], number: int, *, days: int) -> Message:
    """Ask for which commune invitation sheets are wanted."""
    total = sum(count for _, count in counts)
    if not total:
        return Message(reader.say("sheet-nobody"), rows=(home(reader),))
    page = page_of(counts, number)
    rows = tuple(
        (
            Button(
                reader.label("sheet-button-commune", name=communes.commune(code).name, count=count),
                WorkbookTap(SHEET, code, 0).pack(),
            ),
        )
        for code, count in page.items
    )
    everything = (Button(reader.label("sheet-button-all", count=total), WorkbookTap(SHEET, ALL, 0).pack()),)
    turn = turning(page, lambda turned: WorkbookTap(SHEETS, "", turned).pack())
    text = reader.say("sheet-choose", count=total, days=days)
    return Message(text, rows=(everything, *rows, *turn, home(reader)))


def commune_printed_already(reader: Reader, place: str, *, count: int) -> Message:
    """Ask before new sheets of a commune (code) or of all make printed ones void."""
    anew = Button(reader.label("sheet-button-anew"), WorkbookTap(SHEET_ANEW, place, 0).pack(), Style.DANGER)
    back = Button(reader.label("sheet-button-keep"), WorkbookTap(SHEETS, "", 0).pack())
    return Message(reader.say("sheet-printed-already", count=count), rows=((anew,), (back,)))


def import_printed_already(reader: Reader, job: Job, *, count: int) -> Message:
    """Ask before new sheets of those that an import brought in make printed ones void."""
    anew = _of(job, INVITE_ANEW, reader.label("sheet-button-anew"), Style.DANGER)
    back = Button(reader.label("sheet-button-keep"), WorkbookTap(HOME, "", 0).pack())
    return Message(reader.say("sheet-printed-already", count=count), rows=((anew,), (back,)))


def sheets_made(reader: Reader, *, count: int) -> Message:
    """Tell how many invitations were made, and that older ones are void."""
    return Message(reader.say("sheet-done" if count else "sheet-nobody", count=count), rows=(home(reader),))
