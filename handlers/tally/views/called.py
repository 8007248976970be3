"""One business that was called, as coordinators see it: what it answered, and whom to call there."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.fitting import ECHOED, Room, shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.reader import Reader
from handlers.incidents.views.details import answer_steps, changes_of
from handlers.roster.taps import ContactTap
from handlers.tally.taps import AnswerFilesTap, CalledTap, ListTap
from handlers.tally.views.buttons import to_tally
from handlers.tally.views.lists import business_line
from handlers.tasks.taps import AssignTap
from models.identity import id_of
from models.members import Representative
from services.incidents.standings import AnswerStep
from services.members.capabilities import Kind
from services.notation.phones import show_phone
from services.roster.contacts import Contacts
from services.tally.listing import TallyLine

# More people than these are found in the roster.
PEOPLE = 4


def business(
    reader: Reader,
    line: TallyLine,
    tap: CalledTap,
    *,
    contacts: Contacts | None,
    steps: Sequence[AnswerStep],
    equipment: Mapping[int, Kind],
    assignable: bool,
    now: datetime,
) -> Message:
    """Show what a business answered, step by step, and its people with their numbers, each to be called."""
    people = contacts.people[:PEOPLE] if contacts is not None else ()
    parts = [business_line(reader, line, equipment, Room(), now)]
    if len(changes_of(steps)) > 1:
        parts.append(answer_steps(reader, line.member.name, steps, now))
    parts += [_person(reader, one) for one in people]
    if contacts is None or not contacts.people:
        parts.append(reader.say("roster-nobody"))
    if line.member.phone is not None and contacts is not None:
        parts.append(reader.say("roster-card-phone", phone=show_phone(line.member.phone)))
    if contacts is not None:
        parts.append(reader.say("roster-look-kept"))
    rows = [(_send(reader, one),) for one in people]
    if line.files:
        files = AnswerFilesTap(tap.incident_id, tap.member_id).pack()
        rows.insert(0, (Button(reader.label("button-answer-files", count=line.files), files),))
    if assignable:
        give = AssignTap(tap.incident_id, tap.member_id).pack()
        rows.append((Button(reader.label("button-tally-assign"), give),))
    back = Button(reader.label("button-to-list"), ListTap(tap.incident_id, tap.group, tap.page).pack())
    return Message(Markup("\n\n").join(parts), rows=(*rows, (back, *to_tally(reader, tap.incident_id))))


def _person(reader: Reader, one: Representative) -> Markup:
    return reader.say(
        "roster-person",
        name=one.name,
        title=one.title,
        contact=reader.label(f"roster-contact-{one.contact}"),
        phone=show_phone(one.phone),
    )


def _send(reader: Reader, one: Representative) -> Button:
    text = reader.label("roster-button-contact", name=shorten(one.name, ECHOED))
    return Button(text, ContactTap(id_of(one)).pack())
