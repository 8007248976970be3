"""What a person was told, answered, declared and wrote of incidents, as their file shows it."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordRow, RecordSheet, files_said
from handlers.frame.views.quantities import counted, quantity
from handlers.frame.views.reader import Reader
from handlers.incidents.views.given import answer_said, in_units
from handlers.incidents.views.notices import words
from models.incidents import Incident
from models.members import Member
from models.people import Language
from models.responses import Feedback, ResponseChange
from services.incidents import written_offers


def _answer(
    reader: Reader, one: ResponseChange, incident: Incident, member: Member, offered: str | None, files: str | None
) -> RecordRow:
    return (
        incident.code,
        reader.own(incident.title),
        member.name,
        one.answered_at,
        answer_said(reader, one.answer),
        one.offered_people,
        _offers(reader, one, offered),
        one.note,
        files_said(reader, files),
    )


def _offers(reader: Reader, one: ResponseChange, written: str | None) -> str | None:
    """Say what was offered of the catalogue: "Máy phát điện: 2 máy; Hàn nối cáp quang"."""
    said = (
        quantity(
            reader,
            each.name_en if reader.language is Language.ENGLISH else each.name_vi,
            one.offered_quantities.get(str(each.id), 0),
            each.unit,
        )
        for each in written_offers.read(written)
    )
    things = [counted(reader, number, unit) for unit, number in in_units(one.offered_quantities)]
    return "; ".join([*things, *said]) or None


def _opinion(reader: Reader, one: Feedback, incident: Incident) -> RecordRow:
    useful = reader.label("file-useful" if one.useful else "file-not-useful")
    return incident.code, reader.own(incident.title), one.said_at, useful


SHEETS: Mapping[str, RecordSheet] = {
    "alerts": RecordSheet(
        70,
        ("code", "what", "business", "declared"),
        lambda reader, incident, member: (incident.code, reader.own(incident.title), member.name, incident.declared_at),
    ),
    "answers": RecordSheet(
        80, ("code", "what", "business", "at", "answer", "people", "offered", "note", "files"), _answer
    ),
    "opinions": RecordSheet(90, ("code", "what", "at", "useful"), _opinion),
    "sightings": RecordSheet(
        100,
        ("code", "what", "at"),
        lambda reader, one, incident: (incident.code, reader.own(incident.title), one.seen_at),
    ),
    "declared": RecordSheet(
        140,
        ("code", "what", "text", "files", "declared", "closed", "summary"),
        lambda reader, one, files: (
            one.code,
            reader.own(one.title),
            reader.own(one.description),
            files_said(reader, files),
            one.declared_at,
            one.closed_at,
            reader.own(one.summary or ""),
        ),
    ),
    "notices": RecordSheet(
        150,
        ("code", "at", "text", "files"),
        lambda reader, one, incident, files: (
            incident.code,
            one.said_at,
            words(reader, one),
            files_said(reader, files),
        ),
    ),
}
