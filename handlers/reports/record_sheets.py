"""What a person reported, and the steps that they took of reports, as their file shows them."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordRow, RecordSheet, files_said
from handlers.frame.views.reader import Reader
from handlers.reports.views.cards import kind_name, state_name
from models.members import Member
from models.reports import Report, ReportChange


def _report(reader: Reader, one: Report, member: Member, files: str | None) -> RecordRow:
    state = state_name(reader, one.state)
    return one.code, kind_name(reader, one), member.name, one.reported_at, one.text, state, files_said(reader, files)


def _step(reader: Reader, one: ReportChange, report: Report) -> RecordRow:
    return report.code, one.at, reader.label(f"report-step-{one.step.replace('_', '-')}"), one.note


SHEETS: Mapping[str, RecordSheet] = {
    "reports": RecordSheet(116, ("code", "kind", "business", "at", "text", "state", "files"), _report),
    "report-steps": RecordSheet(117, ("code", "at", "step", "note"), _step),
}
