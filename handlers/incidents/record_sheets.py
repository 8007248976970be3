"""What a person was told, answered, declared and wrote of incidents, as their file shows it."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordRow, RecordSheet
from handlers.frame.views.reader import Reader
from handlers.incidents.views.cards import answer_said
from models.incidents import Incident
from models.members import Member
from models.responses import Feedback, ResponseChange


def _answer(reader: Reader, one: ResponseChange, incident: Incident, member: Member, files: int) -> RecordRow:
    return (
        incident.code,
        incident.title,
        member.name,
        one.answered_at,
        answer_said(reader, one.answer),
        one.offered_people,
        one.note,
        files,
    )


def _opinion(reader: Reader, one: Feedback, incident: Incident) -> RecordRow:
    useful = reader.label("file-useful" if one.useful else "file-not-useful")
    return incident.code, incident.title, one.said_at, useful


SHEETS: Mapping[str, RecordSheet] = {
    "alerts": RecordSheet(
        70,
        ("code", "what", "business", "declared"),
        lambda _, incident, member: (incident.code, incident.title, member.name, incident.declared_at),
    ),
    "answers": RecordSheet(80, ("code", "what", "business", "at", "answer", "people", "note", "files"), _answer),
    "opinions": RecordSheet(90, ("code", "what", "at", "useful"), _opinion),
    "sightings": RecordSheet(
        100, ("code", "what", "at"), lambda _, one, incident: (incident.code, incident.title, one.seen_at)
    ),
    "declared": RecordSheet(
        140,
        ("code", "what", "declared", "closed"),
        lambda _, one: (one.code, one.title, one.declared_at, one.closed_at),
    ),
    "notices": RecordSheet(
        150,
        ("code", "at", "text", "files"),
        lambda _, one, incident, files: (incident.code, one.said_at, one.text, files),
    ),
}
