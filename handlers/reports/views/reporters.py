"""A report as the person who reported sees it, and as others who speak for the same business do."""

from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.reader import Reader
from handlers.reports.taps import ReportAddTap, ReportListTap, ReportNamingTap
from handlers.reports.views.cards import (
    LAST_STEPS,
    SHOWN_NOTE,
    Rows,
    files_button,
    first_line,
    head_lines,
    joined,
    mark_lines,
    naming_word,
    open_button,
    place_lines,
    since_line,
    where_to,
    words_of,
)
from models.identity import id_of
from models.reports import Report, ReportState, ReportStep
from services.reports.kinds import ReportNews
from services.reports.reports import ReportSheet
from services.reports.triage import NEWS

# What is told of the incident of a report, in which its reporter may have been called to help.
OF_INCIDENT = (ReportNews.INCIDENT, ReportNews.ENDED, ReportNews.REOPENED)
# A report that waits is not looked at yet, and what has become an incident no longer: its reporter is told of that.
NOT_LOOKED_AT = (ReportState.NEW, ReportState.INCIDENT)


def own(reader: Reader, sheet: ReportSheet, *, news: ReportNews | None = None, now: datetime) -> Message:
    """Make the card of the person who reported; `news` says with which words it comes anew."""
    report = sheet.report
    if is_short(sheet, news):
        short = [
            reader.say(
                f"report-short-{news}", code=report.code, incident=sheet.incident.code if sheet.incident else ""
            ),
            _thanks(reader, report, news),
        ]
        return Message(joined(short), rows=(*_naming_rows(reader, report), (open_button(reader, report),)))
    parts = [
        reader.say(f"report-told-{news.replace('_', '-')}") if news is not None else None,
        Markup("\n").join(
            [first_line(reader, report), since_line(reader, sheet, now=now), *place_lines(reader, sheet)]
        ),
        words_of(reader, report, now=now),
        Markup("\n").join(
            [
                *mark_lines(reader, report),
                *_added(reader, sheet, now=now),
                *where_to(reader, sheet),
                *_said_by_office(reader, sheet, now=now),
            ]
        ),
        _thanks(reader, report, news),
    ]
    return Message(joined(parts), rows=_own_rows(reader, sheet))


def is_short(sheet: ReportSheet, news: ReportNews | None) -> bool:
    """Tell whether news of an incident is one line, lest it push the alert to it out of sight."""
    return sheet.is_alerted and news in OF_INCIDENT


def _added(reader: Reader, sheet: ReportSheet, *, now: datetime) -> list[Markup]:
    """Give what the reporter added last."""
    added = [one for one in sheet.steps if one.step is ReportStep.ADDED and one.note]
    return [
        reader.say("report-added", at=reader.short_moment(one.at, now), note=shorten(one.note or "", SHOWN_NOTE))
        for one in added[-LAST_STEPS:]
    ]


def colleagues(reader: Reader, sheet: ReportSheet, *, now: datetime) -> Message:
    """Show a report to others who speak for the same business."""
    parts = [
        Markup("\n").join(head_lines(reader, sheet, now=now)),
        words_of(reader, sheet.report, now=now),
        Markup("\n").join([*where_to(reader, sheet), *_said_by_office(reader, sheet, now=now)]),
    ]
    mine = Button(reader.label("report-button-mine"), ReportListTap(0, 0).pack())
    return Message(joined(parts), rows=((mine, *files_button(reader, sheet)),))


def _said_by_office(reader: Reader, sheet: ReportSheet, *, now: datetime) -> list[Markup]:
    """Give the last words of the office, or say that the report is being looked at; who did so stays inside."""
    last = next((one for one in reversed(sheet.steps) if one.step in NEWS and one.note), None)
    if last is None:
        seen = next((one for one in reversed(sheet.steps) if one.step is ReportStep.SEEN), None)
        if seen is None or sheet.report.state in NOT_LOOKED_AT:
            return []
        return [reader.say("report-seen", at=reader.short_moment(seen.at, now))]
    return [
        reader.say("report-office", at=reader.short_moment(last.at, now), note=shorten(last.note or "", SHOWN_NOTE))
    ]


def _thanks(reader: Reader, report: Report, news: ReportNews | None) -> Markup | None:
    """Thank, and honour that it came early; at the end ask whether the person may be named."""
    if report.naming_asked_at is not None:
        return reader.say(
            "report-ask-naming" if report.may_be_named is None else f"report-naming-{naming_word(report)}"
        )
    return reader.say("report-thanks") if news is None else None


def _own_rows(reader: Reader, sheet: ReportSheet) -> Rows:
    report = sheet.report
    report_id = id_of(report)
    add = Button(reader.label("report-button-add"), ReportAddTap(report_id).pack())
    mine = Button(reader.label("report-button-mine"), ReportListTap(0, 0).pack())
    return (*_naming_rows(reader, report), (add,), (mine, *files_button(reader, sheet)))


def _naming_rows(reader: Reader, report: Report) -> Rows:
    """Ask whether the reporter may be named, once the matter is over."""
    if report.naming_asked_at is None:
        return ()
    report_id = id_of(report)
    naming = tuple(
        Button(_ticked(reader, key, on=report.may_be_named is accepts), ReportNamingTap(report_id, int(accepts)).pack())
        for key, accepts in (("report-button-named", True), ("report-button-unnamed", False))
    )
    return (naming,)


def _ticked(reader: Reader, key: str, *, on: bool) -> str:
    text = reader.label(key)
    return reader.label("button-chosen", text=text) if on else text
