"""A report as coordinators see it, with what can be made of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import takewhile

from markupsafe import Markup

from handlers.conversations.views import danger
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import page_of, turning
from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import labelled
from handlers.reports.taps import (
    ReportCourseTap,
    ReportFilesTap,
    ReportJoinTap,
    ReportLayTap,
    ReportListTap,
    ReportOrderTap,
    ReportTap,
)
from handlers.roster.taps import ContactTap
from handlers.tally.taps import TallyTap
from models.identity import id_of
from models.reports import ENDED, UNDECIDED, PlaceFrom, Report, ReportState, ReportStep
from models.tlp import Tlp
from services.notation.tlp import label_in
from services.places import communes
from services.reports import places
from services.reports.alike import Alike
from services.reports.kinds import ReportNews, ReportRung
from services.reports.reports import ReportSheet, ReportStepTaken, label_of
from services.reports.triage import was_put_together

MARKS = {
    ReportState.NEW: "⏳",
    ReportState.SEEN: "👁",
    ReportState.HANDED_UP: "⤴",
    ReportState.LAID: "🔁",
    ReportState.INCIDENT: "🚨",
    ReportState.ADVISORY: "✉️",
    ReportState.NOTHING: "✔",
}
# So much of the words is shown, of those that were said since, and of a title; so many of the last steps.
SHOWN, SHOWN_NOTE, SHOWN_TITLE, SHOWN_OWNER, SHOWN_PLACES, LAST_STEPS = 500, 250, 40, 60, 120, 2
STEPS_ON_A_PAGE, SHOWN_INTO = 6, 28
Rows = tuple[tuple[Button, ...], ...]


def watch(
    reader: Reader,
    sheet: ReportSheet,
    alike: Alike,
    *,
    rung: ReportRung = ReportRung.AT_ONCE,
    news: ReportNews | None = None,
    repeated: bool = False,
    now: datetime,
) -> Message:
    """Make the card of those who coordinate; `rung` and `news` say why it comes once more."""
    report = sheet.report
    undecided = report.state in UNDECIDED
    parts = [
        danger.alarm(reader, _open_words(sheet)),
        reader.say("card-repeated") if repeated else None,
        _why(reader, sheet, rung, news, now=now),
        Markup("\n").join([*head_lines(reader, sheet, now=now), *mark_lines(reader, report)]),
        words_of(reader, report, now=now),
        _alike(reader, alike, now=now) if undecided else None,
        _course(reader, sheet, now=now),
        _unreached(reader, sheet),
    ]
    rows = _triage(reader, sheet, alike) if undecided else _settled_rows(reader, sheet)
    return Message(joined(parts), rows=(*rows, *to_call(reader, sheet)))


def _open_words(sheet: ReportSheet) -> list[str | None]:
    """List the words on which nobody has decided yet: all while a report is undecided, else what was added since."""
    if sheet.report.state in UNDECIDED:
        return [sheet.report.text, *(one.note for one in sheet.steps if one.step is ReportStep.ADDED)]
    since = takewhile(lambda one: one.step in (ReportStep.ADDED, ReportStep.EDITED), reversed(sheet.steps))
    return [one.note for one in since if one.step is ReportStep.ADDED]


def _unreached(reader: Reader, sheet: ReportSheet) -> Markup | None:
    """Say that the reporter gets nothing in the bot, and whom to call."""
    if not sheet.unreached:
        return None
    return reader.say("report-unreached", name=called_name(reader, sheet), member=sheet.member.name)


def called_name(reader: Reader, sheet: ReportSheet) -> str:
    """Name whom to call instead of a reporter who gets nothing in the bot."""
    return reader.known_as(sheet.contact.name if sheet.contact is not None else None)


def to_call(reader: Reader, sheet: ReportSheet) -> Rows:
    """Make the button that gives the number of whom to call, where the reporter gets nothing in the bot."""
    if sheet.contact is None:
        return ()
    return ((Button(reader.label("report-button-call"), ContactTap(id_of(sheet.contact)).pack()),),)


def joined(parts: Sequence[Markup | None]) -> Markup:
    """Put parts below each other, a line apart; what is None is left out."""
    return Markup("\n\n").join(part for part in parts if part)


def words_of(reader: Reader, report: Report, *, now: datetime) -> Markup:
    """Give the words of a report, and when they were edited."""
    said = reader.say("report-words", text=shorten(report.text, SHOWN))
    if report.edited_at is None:
        return said
    return Markup("\n").join([said, reader.say("report-edited", at=reader.short_moment(report.edited_at, now))])


def _why(
    reader: Reader, sheet: ReportSheet, rung: ReportRung, news: ReportNews | None, *, now: datetime
) -> Markup | None:
    report = sheet.report
    if news is not None:
        return reader.say(f"report-news-{news.replace('_', '-')}")
    if rung is ReportRung.AT_ONCE or report.state is not ReportState.NEW:
        return None
    taken_up = any(one.step not in (ReportStep.ADDED, ReportStep.EDITED) for one in sheet.steps)
    waits_since = report.state_at if taken_up else report.reported_at
    return reader.say("report-waited", minutes=(now - waits_since) // timedelta(minutes=1))


def head_lines(reader: Reader, sheet: ReportSheet, *, now: datetime) -> list[Markup]:
    """Say which report it is, of what, how it stands, by whom, since when and where."""
    report = sheet.report
    return [
        first_line(reader, report),
        reader.say(
            "report-by",
            member=sheet.member.name,
            by=reader.known_as(sheet.reporter),
            at=reader.short_moment(report.reported_at, now),
        ),
        since_line(reader, sheet, now=now),
        *place_lines(reader, sheet),
    ]


def first_line(reader: Reader, report: Report) -> Markup:
    """Name a report: its code, how far it may be told, what it is of, and how it stands."""
    kind = labelled(kind_name(reader, report), label_of(report))
    return reader.say("report-first-line", code=report.code, kind=kind, state=state_name(reader, report.state))


def kind_name(reader: Reader, report: Report) -> str:
    """Name what is reported."""
    return reader.label(f"report-kind-{report.kind}")


def state_name(reader: Reader, state: ReportState) -> str:
    """Name how a report stands."""
    return reader.label(f"report-state-{state.replace('_', '-')}")


def since_line(reader: Reader, sheet: ReportSheet, *, now: datetime) -> Markup:
    """Say since when."""
    report, whose = sheet.report, _whose(reader, sheet)
    if report.began_at is None:
        return reader.say("report-began-unknown", whose=whose)
    return reader.say("report-began", at=reader.short_moment(report.began_at, now), whose=whose)


def _whose(reader: Reader, sheet: ReportSheet) -> str:
    """Say whose system it is."""
    if sheet.report.is_own:
        return reader.label("report-whose-own")
    name = shorten(owner_name(sheet), SHOWN_OWNER)
    if sheet.system is not None:
        return reader.label("report-whose-system", name=name)
    if sheet.owner is not None:
        return reader.label("report-whose-of", name=name)
    return reader.label("report-whose-said", name=name) if name else reader.label("report-whose-others")


def owner_name(sheet: ReportSheet) -> str:
    """Name the system, or whose it is, where it is another's; "" where that is not known."""
    if sheet.system is not None:
        return sheet.system.name
    return sheet.owner.name if sheet.owner is not None else sheet.report.whose_said


def place_lines(reader: Reader, sheet: ReportSheet) -> list[Markup]:
    """Say where it is and from what that is known, and what else the words say of it."""
    report, lines = sheet.report, list[Markup]()
    home = reader.home
    said = places.unplaced(report, sheet.steps, province_code=home.province_code) if home else places.Unplaced()
    # An address is no place beside words that name another one.
    by_address = report.place_from is PlaceFrom.BUSINESS and said != places.Unplaced()
    if report.commune_code is not None and report.place_from is not None and not by_address:
        name = communes.commune(report.commune_code).name
        lines.append(reader.say(f"report-place-{report.place_from}", place=name))
    named = (
        ("report-place-words", said.communes),
        ("report-place-unclear", said.unclear),
        ("report-place-beyond", said.beyond),
    )
    return lines + [reader.say(key, place=shorten(", ".join(names), SHOWN_PLACES)) for key, names in named if names]


def mark_lines(reader: Reader, report: Report) -> list[Markup]:
    """Say that help is needed, and that it is confidential."""
    by_label = label_in(report.text) is Tlp.RED
    confidential = "report-is-confidential-by-label" if by_label else "report-is-confidential"
    said = (("report-needs-help", report.needs_help), (confidential, report.is_confidential))
    return [reader.say(key) for key, holds in said if holds]


def _alike(reader: Reader, alike: Alike, *, now: datetime) -> Markup | None:
    """Name what a report may be the same as."""
    lines = [
        *(
            reader.say("report-alike-incident", code=one.code, title=shorten(reader.own(one.title), SHOWN_TITLE))
            for one in alike.incidents
        ),
        *(
            reader.say("report-alike-report", code=one.code, at=reader.short_moment(one.reported_at, now))
            for one in alike.reports
        ),
    ]
    less = [
        reader.say(
            "report-alike-other-kind",
            code=one.code,
            kind=kind_name(reader, one),
            at=reader.short_moment(one.reported_at, now),
        )
        for one in alike.of_other_kinds
    ]
    parts = [
        *([reader.say("report-alike"), *lines] if lines else ()),
        *([reader.say("report-alike-less"), *less] if less else ()),
    ]
    return Markup("\n").join(parts) if parts else None


def _course(reader: Reader, sheet: ReportSheet, *, now: datetime) -> Markup | None:
    """Say what happened last, what was laid to it, where it went, and whether the reporter may be named."""
    report = sheet.report
    lines = [_step(reader, one, now=now) for one in sheet.steps[-LAST_STEPS:]]
    if sheet.laid:
        lines.append(reader.say("report-laid", codes=", ".join(sheet.laid[:8]), count=len(sheet.laid)))
    lines += where_to(reader, sheet)
    if report.naming_asked_at is not None:
        lines.append(reader.say(f"report-naming-{naming_word(report)}"))
    return Markup("\n").join(lines) if lines else None


def naming_word(report: Report) -> str:
    """Give the word for what a reporter said of being named."""
    return {None: "open", True: "yes", False: "no"}[report.may_be_named]


def where_to(reader: Reader, sheet: ReportSheet) -> list[Markup]:
    """Name the incident or the report to which a report belongs."""
    codes = [sheet.incident.code if sheet.incident is not None else None, sheet.laid_to]
    return [reader.say("report-belongs", code=code) for code in codes if code]


def _step(reader: Reader, step: ReportStepTaken, *, now: datetime) -> Markup:
    said = reader.say(
        "report-step",
        step=reader.label(f"report-step-{step.step.replace('_', '-')}"),
        by=reader.known_as(step.by),
        at=reader.short_moment(step.at, now),
    )
    return said if not step.note else Markup("\n").join([said, _note(reader, step)])


def _note(reader: Reader, step: ReportStepTaken) -> Markup:
    return reader.say("report-note", note=shorten(step.note or "", SHOWN_NOTE))


def _triage(reader: Reader, sheet: ReportSheet, alike: Alike) -> Rows:
    """Make the buttons by which coordinators decide: the loud one, what it may belong to, words, and the end."""
    report_id = id_of(sheet.report)
    looked = (_order(reader, report_id, ReportStep.SEEN),) if sheet.report.state is ReportState.NEW else ()
    declare = _order(reader, report_id, ReportStep.DECLARED, Style.PRIMARY)
    return (
        (declare, *looked),
        *_offers(reader, report_id, alike),
        (_order(reader, report_id, ReportStep.JOINED), _order(reader, report_id, ReportStep.ASKED_BACK)),
        (_order(reader, report_id, ReportStep.ADVISORY), _order(reader, report_id, ReportStep.HANDED_UP)),
        (_order(reader, report_id, ReportStep.NOTHING), *files_button(reader, sheet)),
        *_more(reader, sheet),
    )


def _offers(reader: Reader, report_id: int, alike: Alike) -> Rows:
    """Offer what a report is likeliest the same as: an incident and a report, or two of the one that there is."""
    joins = [
        Button(_into(reader, one.code, reader.own(one.title)), ReportJoinTap(report_id, id_of(one)).pack())
        for one in alike.incidents
    ]
    lays = [
        Button(_into(reader, one.code, one.text), ReportLayTap(report_id, id_of(one)).pack())
        for one in (*alike.reports, *alike.of_other_kinds)
    ]
    return tuple((one,) for one in (*joins[:1], *lays[:1], *joins[1:], *lays[1:])[:2])


def _into(reader: Reader, code: str, what: str) -> str:
    """Say what a button lays a report to, in a few words."""
    return reader.label("report-button-into-what", code=code, what=shorten(" ".join(what.split()), SHOWN_INTO))


def _order(reader: Reader, report_id: int, step: ReportStep, style: Style | None = None) -> Button:
    text = reader.label(f"report-button-{step.replace('_', '-')}")
    return Button(text, ReportOrderTap(report_id, step).pack(), style)


def files_button(reader: Reader, sheet: ReportSheet) -> tuple[Button, ...]:
    """Make the button of the files, if any came."""
    if not sheet.files:
        return ()
    text = reader.label("report-button-files", count=sheet.files)
    return (Button(text, ReportFilesTap(id_of(sheet.report), 0).pack()),)


def _settled_rows(reader: Reader, sheet: ReportSheet) -> Rows:
    """Lead on from what was decided on: to its incident, its files, and the list."""
    to_list = Button(reader.label("report-button-list"), ReportListTap(0, 0).pack())
    report_id = id_of(sheet.report)
    again: Rows = ((_order(reader, report_id, ReportStep.TAKEN_UP),),) if sheet.report.state in ENDED else ()
    if was_put_together(sheet.steps):
        again = ((_order(reader, report_id, ReportStep.PARTED),),)
    more = _more(reader, sheet)
    if sheet.incident is None:
        return (*again, *more, (to_list, *files_button(reader, sheet)))
    tally = Button(reader.label("button-to-tally"), TallyTap(id_of(sheet.incident)).pack())
    return ((tally,), *again, *more, (to_list, *files_button(reader, sheet)))


def _more(reader: Reader, sheet: ReportSheet) -> Rows:
    """Lead to all that has happened, where the card shows but the last of it."""
    if len(sheet.steps) <= LAST_STEPS:
        return ()
    text = reader.label("report-button-course", count=len(sheet.steps))
    return ((Button(text, ReportCourseTap(id_of(sheet.report), 0).pack()),),)


def course(reader: Reader, sheet: ReportSheet, number: int, *, now: datetime) -> Message:
    """List all that has happened to a report, with its words as they are now, so many steps a page."""
    page = page_of(sheet.steps, number, size=STEPS_ON_A_PAGE)
    parts = [
        first_line(reader, sheet.report),
        words_of(reader, sheet.report, now=now),
        *(_step(reader, one, now=now) for one in page.items),
    ]
    turn = turning(page, lambda to: ReportCourseTap(id_of(sheet.report), to).pack())
    return Message(joined(parts), rows=(*turn, (open_button(reader, sheet.report),)))


def open_button(reader: Reader, report: Report) -> Button:
    """Make the button that leads to a report."""
    return Button(reader.label("report-button-open", code=report.code), ReportTap(id_of(report)).pack())


def files_left(reader: Reader, report: Report, *, start: int, left: int) -> Message:
    """Offer the files that did not come with the first ones."""
    text = reader.say("report-files-left", code=report.code, count=left)
    more = Button(reader.label("task-button-more"), ReportFilesTap(id_of(report), start).pack())
    return Message(text, rows=((more,),))


def caption(reader: Reader, sheet: ReportSheet) -> str:
    """Say under a file of which report it is."""
    return reader.label("report-caption", code=sheet.report.code, member=sheet.member.name)
