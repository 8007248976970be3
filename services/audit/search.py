"""The record, searched by owners: who did what to what and when, by words in any spelling and by time."""

import re
from collections.abc import AsyncIterator, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, and_, bindparam, false, func, or_, tuple_
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.advisories import Advisory
from models.applications import Application
from models.audit import AuditEntry
from models.capabilities import Capability
from models.contact_tests import ContactTest
from models.conversations import Question
from models.drills import Drill
from models.escalation import Escalation
from models.honours import Honour
from models.identity import id_of
from models.incidents import Incident
from models.lessons import Lesson
from models.members import Member, Representative, RepresentativeStatus
from models.people import Person
from models.reports import Report
from models.reviews import Review
from models.scripts import Script, ScriptRun
from models.systems import InformationSystem
from models.tasks import Task
from models.templates import AlertTemplate
from services.ground import audit
from services.ground.paging import nearest_page
from services.ground.refusals import Refusal
from services.notation.spelling import i_for_y, search_key
from services.people import businesses

PAGE = 8
AT_ONCE = 500
SEARCHED = "record-searched"
SUBJECT = "audit"
# A code as a search key has it.
_CODE = re.compile(r"\b([a-z]{2}) (\d{4}) (\d{1,6})\b")
# What has a code, and what belongs to an incident.
_CODED: Mapping[str, tuple[Any, Any]] = {
    "incident": (Incident.id, Incident.code),
    "task": (Task.id, Task.code),
    "report": (Report.id, Report.code),
    "drill": (Drill.id, Drill.code),
    "contact_test": (ContactTest.id, ContactTest.code),
    "lesson": (Lesson.id, Lesson.code),
    "advisory": (Advisory.id, Advisory.code),
}
_OF_INCIDENTS: Mapping[str, tuple[Any, Any]] = {
    "task": (Task.id, Task.incident_id),
    "report": (Report.id, Report.incident_id),
    "question": (Question.id, Question.incident_id),
    "escalation": (Escalation.id, Escalation.incident_id),
    "script_run": (ScriptRun.id, ScriptRun.incident_id),
    "review": (Review.id, Review.incident_id),
    "honour": (Honour.id, Honour.incident_id),
}
# How the things that acts are about are called.
_NAMED: Mapping[str, Any] = {
    **{subject: select(number, code) for subject, (number, code) in _CODED.items()},
    "review": select(Review.id, func.coalesce(Incident.code, Drill.code))
    .outerjoin(Incident, col(Incident.id) == col(Review.incident_id))
    .outerjoin(Drill, col(Drill.id) == col(Review.drill_id)),
    "member": select(Member.id, Member.name),
    "person": select(Person.id, businesses.registered_name()),
    "application": select(Application.id, Member.name).join(Member, col(Member.id) == col(Application.member_id)),
    "escalation": select(Escalation.id, Incident.code).join(Incident, col(Incident.id) == col(Escalation.incident_id)),
    "honour": select(Honour.id, Member.name).join(Member, col(Member.id) == col(Honour.member_id)),
    "system": select(InformationSystem.id, InformationSystem.name),
    "script": select(Script.id, Script.title),
    "template": select(AlertTemplate.id, AlertTemplate.title),
    "capability": select(Capability.id, Capability.name_vi),
}


class AuditEntryUnknown(Refusal):
    """There is no such entry, or it was kept long enough."""


@dataclass(frozen=True)
class AuditQuery:
    """What is looked for: words as they were typed, from when and before when; nothing stands for everything."""

    words: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class AuditLine:
    """An entry, who did it (None: nobody, the clock or the settings), and how what it is about is called."""

    entry: AuditEntry
    who: str | None
    about: str


@dataclass(frozen=True)
class AuditPage:
    """One page of what was found, the newest first."""

    lines: Sequence[AuditLine]
    total: int
    number: int
    pages: int


async def page(session: AsyncSession, *, query: AuditQuery, actions: Mapping[str, str], number: int = 0) -> AuditPage:
    """Give a page of the entries that have all words; `actions` are the reader's names of acts, by their words."""
    conditions = await _conditions(session, query, actions)
    total = (await session.exec(select(func.count()).select_from(AuditEntry).where(*conditions))).one()
    number, pages = nearest_page(number, total=total, size=PAGE)
    found = await session.exec(_newest_first(conditions).offset(number * PAGE).limit(PAGE))
    return AuditPage(await _described(session, found.all()), total, number, pages)


async def lines(
    session: AsyncSession, *, query: AuditQuery, actions: Mapping[str, str]
) -> AsyncIterator[Sequence[AuditLine]]:
    """Give all entries that have all words, the newest first, a portion at a time."""
    chosen = _newest_first(await _conditions(session, query, actions)).limit(AT_ONCE)
    place = tuple_(col(AuditEntry.at), col(AuditEntry.id))
    portion = (await session.exec(chosen)).all()
    while portion:
        yield await _described(session, portion)
        after = (portion[-1].at, id_of(portion[-1]))
        # What was given is not looked at again.
        session.expunge_all()
        portion = (await session.exec(chosen.where(place < after))).all()


async def one(session: AsyncSession, *, entry_id: int) -> AuditLine:
    """Find one entry; raises AuditEntryUnknown."""
    entry = await session.get(AuditEntry, entry_id)
    if entry is None:
        raise AuditEntryUnknown
    return (await _described(session, [entry]))[0]


def record_search(session: AsyncSession, *, words: str, person: Person, now: datetime) -> None:
    """Put on record that the record was searched: for which codes, or by how many letters, for they may be a name."""
    codes, rest = _read(words)
    after = {"codes": codes, "letters": sum(map(len, rest))}
    audit.record(session, person=person, action=SEARCHED, subject=SUBJECT, subject_id=None, now=now, after=after)


def _newest_first(conditions: Sequence[ColumnElement[bool]]) -> Any:
    return select(AuditEntry).where(*conditions).order_by(col(AuditEntry.at).desc(), col(AuditEntry.id).desc())


def _read(words: str) -> tuple[list[str], list[str]]:
    """Tell codes from other words."""
    key = search_key(words)
    codes = [f"{prefix.upper()}-{year}-{int(number):04}" for prefix, year, number in _CODE.findall(key)]
    return codes, i_for_y(_CODE.sub(" ", key)).split()


async def _conditions(
    session: AsyncSession, query: AuditQuery, actions: Mapping[str, str]
) -> Sequence[ColumnElement[bool]]:
    codes, words = _read(query.words)
    found = [_about_code(code) for code in codes]
    if query.since is not None:
        found.append(col(AuditEntry.at) >= query.since)
    if query.until is not None:
        found.append(col(AuditEntry.at) < query.until)
    if words:
        known = await _NamesFound.of(session, actions)
        found += [known.having(word) for word in words]
    return found


def _about_code(code: str) -> ColumnElement[bool]:
    """Make the condition that an entry is about what has a code, or about what belongs to that incident."""
    incident = select(Incident.id).where(Incident.code == code)
    own = [_about(subject, select(number).where(its == code)) for subject, (number, its) in _CODED.items()]
    within = [
        _about(subject, select(number).where(its.in_(incident))) for subject, (number, its) in _OF_INCIDENTS.items()
    ]
    return or_(*own, *within)


def _about(subject: str, ids: Any) -> ColumnElement[bool]:
    return and_(col(AuditEntry.subject) == subject, col(AuditEntry.subject_id).in_(ids))


@dataclass(frozen=True)
class _NamesFound:
    """The words of names by what has them: acts, people (ids), businesses (ids), and who speaks for which."""

    actions: Sequence[tuple[str, str]]
    people: Sequence[tuple[str, int]]
    businesses: Sequence[tuple[str, int]]
    speakers: Mapping[int, Collection[int]]

    @classmethod
    async def of(cls, session: AsyncSession, actions: Mapping[str, str]) -> "_NamesFound":
        """Gather them."""
        named = (await session.exec(select(Person.id, Person.name))).all()
        speaking = (await session.exec(_SPEAKING)).all()
        speakers: dict[int, set[int]] = {}
        for member_id, person_id, _ in speaking:
            speakers.setdefault(member_id, set()).add(person_id)
        members = (await session.exec(select(Member.id, Member.name))).all()
        return cls(
            [(_key(f"{word} {name}"), word) for word, name in actions.items()],
            [(_key(name), number) for number, name in (*named, *((two, name) for _, two, name in speaking)) if number],
            [(_key(name), number) for number, name in members if number],
            speakers,
        )

    def having(self, word: str) -> ColumnElement[bool]:
        """Make the condition that a word begins one of the act's name, of who acted, or of whom it is about."""
        people = _beginning(word, self.people)
        members = _beginning(word, self.businesses)
        acted = people | {one for member_id in members for one in self.speakers.get(member_id, ())}
        acts = _beginning(word, self.actions)
        return or_(
            func.replace(col(AuditEntry.action), "_", "-").in_(acts) if acts else false(),
            col(AuditEntry.person_id).in_(_numbers(acted)),
            _about("member", _numbers(members)),
            _about("person", _numbers(people)),
        )


_SPEAKING = select(Representative.member_id, Representative.person_id, Representative.name).where(
    col(Representative.status).in_((RepresentativeStatus.APPROVED, RepresentativeStatus.REMOVED))
)


def _key(name: str) -> str:
    """Write a name as its words are looked for, each after a space."""
    return f" {i_for_y(search_key(name))}"


def _beginning(word: str, named: Iterable[tuple[str, Any]]) -> set[Any]:
    return {its for key, its in named if f" {word}" in key}


def _numbers(ids: Collection[int]) -> Any:
    """Write ids into the statement itself: there may be more than a database takes as values."""
    return bindparam(None, sorted(ids), Integer(), expanding=True, literal_execute=True)


async def _described(session: AsyncSession, entries: Sequence[AuditEntry]) -> Sequence[AuditLine]:
    """Say of entries who did it and what they are about."""
    acted = {entry.person_id for entry in entries if entry.person_id is not None}
    people = await _names(session, "person", acted)
    about: dict[tuple[str, int], str] = {}
    for subject in {entry.subject for entry in entries} & _NAMED.keys():
        ids = {entry.subject_id for entry in entries if entry.subject == subject and entry.subject_id is not None}
        about |= {(subject, number): name for number, name in (await _names(session, subject, ids)).items()}
    return [
        AuditLine(
            entry,
            people.get(entry.person_id, "") if entry.person_id is not None else None,
            about.get((entry.subject, entry.subject_id or 0), ""),
        )
        for entry in entries
    ]


async def _names(session: AsyncSession, subject: str, ids: Collection[int]) -> Mapping[int, str]:
    if not ids:
        return {}
    query = _NAMED[subject]
    number = next(iter(query.selected_columns))
    return {found: name or "" for found, name in (await session.exec(query.where(number.in_(ids)))).all()}
