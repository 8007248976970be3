"""What the records know for each field of a document, in the words of an office."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import label
from models.incidents import IncidentStatus
from models.papers import PaperForm
from services.papers.facts import PaperDone, PaperFacts, PaperRecords, PaperSystem
from services.papers.shapes import SHAPES, PaperField


@dataclass(frozen=True)
class Drafter:
    """Who drafts: the department with its superior body, its address and its place, and the time at which it does.

    `unit` is the part of the department that drafts and keeps a copy; empty where the settings name none.
    """

    department: str
    above: str
    address: str
    place: str
    now: datetime
    unit: str = ""


@dataclass(frozen=True)
class FieldValue:
    """A field with what stands in it, and whether a coordinator wrote it."""

    field: PaperField
    value: str
    is_said: bool

    @property
    def is_missing(self) -> bool:
        """Tell whether the form is not complete without it."""
        return self.field.required and not self.value


@dataclass(frozen=True)
class PaperOrder:
    """What is to be written: the document, what it is made of, and who drafts it."""

    form: PaperForm
    facts: PaperFacts
    records: PaperRecords
    drafter: Drafter
    reader: Reader


Known = Callable[[Reader, Drafter, PaperFacts], str]


def values(reader: Reader, drafter: Drafter, facts: PaperFacts, form: PaperForm) -> Sequence[FieldValue]:
    """Give each field of a document: what was said counts, then what was for an earlier one, then what is known."""
    found = []
    for one in SHAPES[form].fields:
        said = facts.said.get(one.word, "")
        known = KNOWN.get(one.word)
        value = said or facts.remembered.get(one.word, "")
        found.append(FieldValue(one, value or (known(reader, drafter, facts) if known is not None else ""), bool(said)))
    return found


def missing(given: Iterable[FieldValue]) -> Sequence[FieldValue]:
    """Give the fields without which a document is not complete."""
    return [one for one in given if one.is_missing]


def _joined(names: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(name for name in names if name))


def _of_systems(pick: Callable[[PaperSystem], Iterable[str]]) -> Known:
    """Make the value of what each system that is touched has."""
    return lambda _reader, _desk, facts: _joined(name for one in facts.systems for name in pick(one))


def _description(reader: Reader, _desk: Drafter, facts: PaperFacts) -> str:
    title, words = reader.own(facts.incident.title), reader.own(facts.incident.description)
    return title if not words or words == title else f"{title}\n{words}"


def _detected(reader: Reader, _desk: Drafter, facts: PaperFacts) -> str:
    return reader.moment(facts.detected_at)


def _levels(_reader: Reader, _desk: Drafter, facts: PaperFacts) -> str:
    return _joined(str(one.system.level) for one in facts.systems if one.system.level is not None)


def _handled(reader: Reader, _desk: Drafter, facts: PaperFacts) -> str:
    keys = {
        IncidentStatus.OPEN: "paper-handled-open",
        IncidentStatus.HANDLING: "paper-handled-handling",
        IncidentStatus.CLOSED: "paper-handled-closed",
    }
    at = facts.incident.closed_at
    return reader.label(keys[facts.incident.status], at=reader.moment(at) if at is not None else "")


def _how_detected(reader: Reader, _desk: Drafter, facts: PaperFacts) -> str:
    sign = facts.first_sign
    if sign is None:
        return ""
    return reader.label("paper-detected-by-report", code=sign.code, at=reader.moment(sign.at))


def _notified(reader: Reader, _desk: Drafter, facts: PaperFacts) -> str:
    told = [
        reader.label(f"duty-law-to-{whom}")
        for one in facts.duties
        if one.duty.done_at is not None
        for whom in one.rule.to
    ]
    return _joined(told)


def _label(_reader: Reader, _desk: Drafter, facts: PaperFacts) -> str:
    return label(facts.incident.tlp) if facts.incident.tlp is not None else ""


def _result(reader: Reader, _desk: Drafter, facts: PaperFacts) -> str:
    """Say what came of an incident that is over: the words of its end, what was done, and how long it took.

    How many answered is no result, nor is the length of time alone.
    """
    incident = facts.incident
    if incident.closed_at is None:
        return ""
    words = [line for line in (incident.summary or "").splitlines() if not reader.is_own(line)]
    came = [*filter(None, words), *(_done(reader, one) for one in facts.done)]
    if not came:
        return ""
    took = reader.label("paper-result-took", elapsed=reader.duration(incident.closed_at - incident.declared_at))
    return "\n".join([*came, took])


def _done(reader: Reader, one: PaperDone) -> str:
    what = reader.own(one.task.what).partition("\n")[0]
    said = reader.label("paper-result-done", who=one.member, what=what, at=reader.moment(one.at))
    return f"{said}: {' '.join(one.note.split())}" if one.note else said


def _lessons(reader: Reader, _desk: Drafter, facts: PaperFacts) -> str:
    """Say what is to change, below what went well where the review says so."""
    learnt = reader.own(facts.learnt)
    if not facts.went_well:
        return learnt
    well = reader.label("paper-lessons-well", words=facts.went_well)
    return f"{well}\n{reader.label('paper-lessons-change', words=learnt)}" if learnt else well


def _meeting_at(reader: Reader, _desk: Drafter, facts: PaperFacts) -> str:
    return reader.moment(facts.escalation.begun_at) if facts.escalation is not None else ""


KNOWN: Mapping[str, Known] = {
    "reporter-name": lambda _reader, drafter, _facts: drafter.department,
    "reporter-address": lambda _reader, drafter, _facts: drafter.address,
    "contact-name": lambda _reader, _desk, facts: facts.declared_by,
    "operator": _of_systems(lambda one: (one.system.operator_name,)),
    "owner": _of_systems(lambda one: (one.system.owner_name,)),
    "system-name": _of_systems(lambda one: (one.system.name,)),
    "system-level": _levels,
    "system-services": _of_systems(lambda one: (one.system.serves,)),
    "purpose": _of_systems(lambda one: (one.system.serves,)),
    "security-provider": _of_systems(lambda one: one.security),
    "connectivity-provider": _of_systems(lambda one: one.connectivity),
    "description": _description,
    "detected-at": _detected,
    "handled": _handled,
    "how-detected": _how_detected,
    "notified": _notified,
    "confidential": _label,
    "reported-at": lambda reader, drafter, _facts: reader.moment(drafter.now),
    "result": _result,
    "cause": lambda _reader, _desk, facts: facts.cause,
    "lessons": _lessons,
    "meeting-at": _meeting_at,
    "meeting-place": lambda _reader, _desk, facts: facts.escalation.link if facts.escalation is not None else "",
    "meeting-words": lambda _reader, _desk, facts: facts.escalation.minutes if facts.escalation is not None else "",
}
