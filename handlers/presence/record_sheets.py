"""When a person said that a business was on site or had gone, as their file shows it."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordRow, RecordSheet, files_said
from handlers.frame.views.reader import Reader
from models.incidents import Incident
from models.members import Member
from models.presence import Presence


def _stay(reader: Reader, one: Presence, incident: Incident, member: Member, place: str | None) -> RecordRow:
    return (
        incident.code,
        reader.own(incident.title),
        member.name,
        one.arrived_at,
        one.left_at,
        files_said(reader, place),
    )


SHEETS: Mapping[str, RecordSheet] = {
    "stays": RecordSheet(105, ("code", "what", "business", "arrived", "gone", "files"), _stay),
}
