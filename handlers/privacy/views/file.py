"""The file of a person's own data: a workbook with a sheet for each kind of record, in the person's language."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handlers.frame.views.reader import Reader
from handlers.incidents.views.cards import answer_name
from handlers.staff.views import role_name
from handlers.workbooks.writing import Row, Workbook
from models.applications import Application
from models.audit import AuditEntry
from models.broadcasts import Broadcast, Delivery
from models.drafts import Draft
from models.incidents import Incident
from models.invitations import Invitation
from models.members import ContactKind, Member, Representative
from models.people import Consent
from models.responses import Feedback, ResponseChange
from models.tasks import Task, TaskChange
from services.ground.phones import show_phone
from services.privacy.records import Records


@dataclass(frozen=True)
class RecordSheet:
    """How one part of the file is written: its headings, endings of keys, and the row that a record becomes."""

    headings: tuple[str, ...]
    row: Callable[..., Row]


PERSON = ("what", "value")
# What is written on the first sheet, with the person.
WITH_PERSON = ("reach",)


def fill(reader: Reader, workbook: Workbook, records: Records) -> None:
    """Write every sheet, also those without a record: an empty one says that nothing of its kind is stored."""
    _add(reader, workbook, "person", PERSON, _person(reader, records))
    for part, sheet in SHEETS.items():
        rows = (sheet.row(reader, *_several(record)) for record in records.parts[part])
        _add(reader, workbook, part, sheet.headings, rows)


def _several(record: Any) -> Iterable[Any]:
    """Give a record with what stands beside it; a record alone stands beside nothing."""
    return record if isinstance(record, Sequence) else (record,)


def _add(reader: Reader, workbook: Workbook, title: str, names: Iterable[str], rows: Iterable[Row]) -> None:
    headings = [reader.label(f"file-heading-{name}") for name in names]
    sheet = workbook.sheet(reader.label(f"file-sheet-{title}"), headings)
    sheet.add_all(rows)


def _person(reader: Reader, records: Records) -> Iterable[Row]:
    person = records.person
    yield reader.label("file-person-name"), person.name
    yield reader.label("file-person-telegram"), str(person.telegram_id)
    yield reader.label("file-person-language"), reader.label(f"language-{person.language}")
    yield reader.label("file-person-since"), person.created_at
    yield reader.label("file-person-role"), role_name(reader, person.staff_role) if person.staff_role else None
    for lost in records.parts["reach"] or (None,):
        yield reader.label("file-person-unreachable"), lost.unreachable_since if lost else None


def _consent(reader: Reader, one: Consent) -> Row:
    return reader.label(f"file-purpose-{one.purpose}"), one.text_version, one.given_at, one.withdrawn_at


def _representation(reader: Reader, one: Representative, member: Member) -> Row:
    return (
        member.name,
        member.tax_code,
        one.name,
        one.title,
        show_phone(one.phone) if one.phone else None,
        _contact(reader, one.contact),
        reader.label(f"file-standing-{one.status}"),
    )


def _application(reader: Reader, one: Application, member: Member) -> Row:
    return (
        one.id,
        reader.label(f"file-application-{_kebab(one.kind)}"),
        member.name,
        one.submitted_at,
        reader.label(f"file-state-{_kebab(one.status)}"),
        one.decided_at,
        one.reason,
    )


def _invitation(reader: Reader, one: Invitation, member: Member | None) -> Row:
    return (
        reader.label(f"file-invitation-{one.kind}"),
        member.name if member is not None else None,
        role_name(reader, one.role) if one.role else _contact(reader, one.contact),
        one.created_at,
        one.opened_at,
        one.used_at,
        one.revoked_at,
    )


def _contact(reader: Reader, contact: ContactKind | None) -> str | None:
    return reader.label(f"privacy-contact-{contact}") if contact is not None else None


def _kebab(value: str) -> str:
    return value.replace("_", "-")


def _answer(reader: Reader, one: ResponseChange, incident: Incident, member: Member) -> Row:
    return (
        incident.code,
        incident.title,
        member.name,
        one.answered_at,
        answer_name(reader, one.answer),
        one.offered_people,
        one.note,
    )


def _opinion(reader: Reader, one: Feedback, incident: Incident) -> Row:
    useful = reader.label("file-useful" if one.useful else "file-not-useful")
    return incident.code, incident.title, one.said_at, useful


def _task_step(reader: Reader, one: TaskChange, task: Task, member: Member) -> Row:
    return task.code, task.what, member.name, one.at, reader.label(f"task-step-{_kebab(one.step)}"), one.note


def _message(reader: Reader, one: Delivery, broadcast: Broadcast, about: str | None) -> Row:
    return (
        reader.label(f"file-message-{_kebab(broadcast.kind)}"),
        about,
        one.sent_at or one.due_at,
        reader.label(f"file-delivery-{one.state}"),
    )


def _dialogue(_: Reader, one: Draft) -> Row:
    return one.dialogue, one.step, one.updated_at, _json(one.data)


def _entry(_: Reader, one: AuditEntry) -> Row:
    return one.at, one.action, one.subject, one.subject_id, _json(one.before), _json(one.after)


def _json(data: Any) -> str | None:
    return json.dumps(data, ensure_ascii=False) if data else None


# Every part that a wing of the services holds, in the order of the sheets; names are endings of keys.
SHEETS: Mapping[str, RecordSheet] = {
    "consents": RecordSheet(("purpose", "version", "given", "withdrawn"), _consent),
    "representations": RecordSheet(
        ("business", "tax-code", "name", "title", "phone", "contact", "state"), _representation
    ),
    "applications": RecordSheet(
        ("number", "kind", "business", "submitted", "state", "decided", "reason"), _application
    ),
    "duty": RecordSheet(
        ("business", "week", "reminded"),
        lambda _, one, member: (member.name, one.monday.strftime("%d/%m/%Y"), one.reminded_at),
    ),
    "groups": RecordSheet(
        ("group", "business", "bound", "left"),
        lambda _, one, member: (one.title, member.name, one.bound_at, one.left_at),
    ),
    "invitations": RecordSheet(("kind", "business", "role", "made", "opened", "used", "revoked"), _invitation),
    "alerts": RecordSheet(
        ("code", "what", "business", "declared"),
        lambda _, incident, member: (incident.code, incident.title, member.name, incident.declared_at),
    ),
    "answers": RecordSheet(("code", "what", "business", "at", "answer", "people", "note"), _answer),
    "opinions": RecordSheet(("code", "what", "at", "useful"), _opinion),
    "sightings": RecordSheet(
        ("code", "what", "at"), lambda _, one, incident: (incident.code, incident.title, one.seen_at)
    ),
    "task-steps": RecordSheet(("code", "what", "business", "at", "step", "note"), _task_step),
    "looks": RecordSheet(("at", "business"), lambda _, one, member, by: (one.at, member.name)),
    "looked-at": RecordSheet(
        ("at", "business", "who"),
        lambda reader, one, member, by: (one.at, member.name, reader.known_as(by.name)),
    ),
    "declared": RecordSheet(
        ("code", "what", "declared", "closed"),
        lambda _, one: (one.code, one.title, one.declared_at, one.closed_at),
    ),
    "notices": RecordSheet(("code", "at", "text"), lambda _, one, incident: (incident.code, one.said_at, one.text)),
    "tasks-asked": RecordSheet(
        ("code", "what", "business", "at", "until"),
        lambda _, one, member: (one.code, one.what, member.name, one.asked_at, one.due_at),
    ),
    "jobs": RecordSheet(
        ("kind", "state", "at", "finished"), lambda _, one: (one.kind, one.state, one.asked_at, one.finished_at)
    ),
    "draft": RecordSheet(("kind", "step", "at", "data"), _dialogue),
    "messages": RecordSheet(("kind", "about", "at", "state"), _message),
    "updates": RecordSheet(("at", "state"), lambda reader, at, state: (at, reader.label(f"file-update-{state}"))),
    "audit": RecordSheet(("at", "action", "subject", "number", "before", "after"), _entry),
}
