"""The file of a person's own data: a workbook with a sheet for each kind of record, in the person's language."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from handlers.frame.views.reader import Reader
from handlers.incidents.views.cards import answer_name
from handlers.staff.views import role_name
from handlers.workbooks.writing import Row, Workbook
from models.members import ContactKind
from models.people import Role
from services.ground.phones import show_phone
from services.privacy.records import Records

# Every sheet, with its headings; names are endings of keys.
SHEETS: Mapping[str, tuple[str, ...]] = {
    "person": ("what", "value"),
    "consents": ("purpose", "version", "given", "withdrawn"),
    "representations": ("business", "tax-code", "name", "title", "phone", "contact", "state"),
    "applications": ("number", "kind", "business", "submitted", "state", "decided", "reason"),
    "duty": ("business", "week", "reminded"),
    "groups": ("group", "business", "bound", "left"),
    "invitations": ("kind", "business", "role", "made", "opened", "used", "revoked"),
    "alerts": ("code", "what", "business", "declared"),
    "answers": ("code", "what", "business", "at", "answer", "people", "note"),
    "opinions": ("code", "what", "at", "useful"),
    "sightings": ("code", "what", "at"),
    "task-steps": ("code", "what", "business", "at", "step", "note"),
    "looks": ("at", "business"),
    "looked-at": ("at", "business", "who"),
    "declared": ("code", "what", "declared", "closed"),
    "notices": ("code", "at", "text"),
    "tasks-asked": ("code", "what", "business", "at", "until"),
    "jobs": ("kind", "state", "at", "finished"),
    "draft": ("kind", "step", "at", "data"),
    "messages": ("kind", "about", "at", "state"),
    "updates": ("at", "state"),
    "audit": ("at", "action", "subject", "number", "before", "after"),
}


def fill(reader: Reader, workbook: Workbook, records: Records) -> None:
    """Write every sheet, also those without a record: an empty one says that nothing of its kind is stored."""
    _add(reader, workbook, "person", _person(reader, records))
    _add(
        reader,
        workbook,
        "consents",
        (
            (reader.label(f"file-purpose-{one.purpose}"), one.text_version, one.given_at, one.withdrawn_at)
            for one in records.consents
        ),
    )
    _add_businesses(reader, workbook, records)
    _add_incidents(reader, workbook, records)
    _add_looks(reader, workbook, records)
    _add_office(reader, workbook, records)
    _add_traces(reader, workbook, records)


def _add(reader: Reader, workbook: Workbook, title: str, rows: Iterable[Row]) -> None:
    headings = [reader.label(f"file-heading-{heading}") for heading in SHEETS[title]]
    sheet = workbook.sheet(reader.label(f"file-sheet-{title}"), headings)
    sheet.add_all(rows)


def _person(reader: Reader, records: Records) -> Iterable[Row]:
    person = records.person
    yield reader.label("file-person-name"), person.name
    yield reader.label("file-person-telegram"), str(person.telegram_id)
    yield reader.label("file-person-language"), reader.label(f"language-{person.language}")
    yield reader.label("file-person-since"), person.created_at
    yield reader.label("file-person-role"), role_name(reader, person.staff_role) if person.staff_role else None
    yield reader.label("file-person-unreachable"), person.unreachable_since


def _add_businesses(reader: Reader, workbook: Workbook, records: Records) -> None:
    _add(
        reader,
        workbook,
        "representations",
        (
            (
                member.name,
                member.tax_code,
                one.name,
                one.title,
                show_phone(one.phone) if one.phone else None,
                _contact(reader, one.contact),
                reader.label(f"file-standing-{one.status}"),
            )
            for one, member in records.representations
        ),
    )
    _add(
        reader,
        workbook,
        "applications",
        (
            (
                one.id,
                reader.label(f"file-application-{_kebab(one.kind)}"),
                member.name,
                one.submitted_at,
                reader.label(f"file-state-{_kebab(one.status)}"),
                one.decided_at,
                one.reason,
            )
            for one, member in records.applications
        ),
    )
    _add(
        reader,
        workbook,
        "duty",
        ((member.name, one.monday.strftime("%d/%m/%Y"), one.reminded_at) for one, member in records.duty_weeks),
    )
    _add(
        reader,
        workbook,
        "groups",
        ((one.title, member.name, one.bound_at, one.left_at) for one, member in records.groups),
    )
    _add(
        reader,
        workbook,
        "invitations",
        (
            (
                reader.label(f"file-invitation-{one.kind}"),
                member.name if member is not None else None,
                _role(reader, one.role) if one.role else _contact(reader, one.contact),
                one.created_at,
                one.opened_at,
                one.used_at,
                one.revoked_at,
            )
            for one, member in records.invitations
        ),
    )


def _contact(reader: Reader, contact: ContactKind | None) -> str | None:
    return reader.label(f"privacy-contact-{contact}") if contact is not None else None


def _role(reader: Reader, role: Role) -> str:
    return role_name(reader, role)


def _kebab(value: str) -> str:
    return value.replace("_", "-")


def _add_incidents(reader: Reader, workbook: Workbook, records: Records) -> None:
    _add(
        reader,
        workbook,
        "alerts",
        ((incident.code, incident.title, member.name, incident.declared_at) for incident, member in records.alerts),
    )
    _add(
        reader,
        workbook,
        "answers",
        (
            (
                incident.code,
                incident.title,
                member.name,
                one.answered_at,
                answer_name(reader, one.answer),
                one.offered_people,
                one.note,
            )
            for one, incident, member in records.answers
        ),
    )
    _add(
        reader,
        workbook,
        "opinions",
        (
            (
                incident.code,
                incident.title,
                one.said_at,
                reader.label("file-useful" if one.useful else "file-not-useful"),
            )
            for one, incident in records.feedback
        ),
    )
    _add(
        reader,
        workbook,
        "sightings",
        ((incident.code, incident.title, one.seen_at) for one, incident in records.sightings),
    )
    _add(
        reader,
        workbook,
        "task-steps",
        (
            (task.code, task.what, member.name, one.at, reader.label(f"task-step-{_kebab(one.step)}"), one.note)
            for one, task, member in records.task_steps
        ),
    )


def _add_looks(reader: Reader, workbook: Workbook, records: Records) -> None:
    _add(
        reader,
        workbook,
        "looks",
        ((one.at, member.name) for one, member, _ in records.looks),
    )
    _add(
        reader,
        workbook,
        "looked-at",
        ((one.at, member.name, reader.known_as(by.name)) for one, member, by in records.looked_at),
    )


def _add_office(reader: Reader, workbook: Workbook, records: Records) -> None:
    """Write what a coordinator did."""
    _add(
        reader,
        workbook,
        "declared",
        ((one.code, one.title, one.declared_at, one.closed_at) for one in records.declared),
    )
    _add(
        reader,
        workbook,
        "notices",
        ((incident.code, one.said_at, one.text) for one, incident in records.notices),
    )
    _add(
        reader,
        workbook,
        "tasks-asked",
        ((one.code, one.what, member.name, one.asked_at, one.due_at) for one, member in records.tasks_asked),
    )
    _add(
        reader,
        workbook,
        "jobs",
        ((one.kind, one.state, one.asked_at, one.finished_at) for one in records.jobs),
    )


def _add_traces(reader: Reader, workbook: Workbook, records: Records) -> None:
    draft = records.draft
    _add(
        reader,
        workbook,
        "draft",
        [(draft.dialogue, draft.step, draft.updated_at, _json(draft.data))] if draft is not None else (),
    )
    _add(
        reader,
        workbook,
        "messages",
        (
            (
                reader.label(f"file-message-{_kebab(broadcast.kind)}"),
                about,
                one.sent_at or one.due_at,
                reader.label(f"file-delivery-{one.state}"),
            )
            for one, broadcast, about in records.messages
        ),
    )
    _add(
        reader,
        workbook,
        "updates",
        ((at, reader.label(f"file-update-{state}")) for at, state in records.updates),
    )
    _add(
        reader,
        workbook,
        "audit",
        (
            (one.at, one.action, one.subject, one.subject_id, _json(one.before), _json(one.after))
            for one in records.audit
        ),
    )


def _json(data: Any) -> str | None:
    return json.dumps(data, ensure_ascii=False) if data else None
