"""Each wing of the services says once what it adds, and nothing that it must say is left out."""

import inspect
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table
from sqlalchemy import inspect as mapped
from sqlalchemy.orm import Mapped

import services
from bot.engine.schedule import DUE
from handlers.front.face import ALL_FACES
from handlers.privacy.views.file import WITH_PERSON
from models.broadcasts import BroadcastKind, Lane
from models.people import Language, Person
from models.tables import METADATA
from services.duty import rota
from services.ground.faces import MessageKind, ServiceFace
from services.incidents import outcomes, reminders
from services.watch import outages
from services.waves import calling, course, overtaken
from services.wings import KINDS, WINGS

NEVER = datetime(2000, 1, 1, tzinfo=UTC)
FLOOR = Path(services.__file__).parent


def test_every_folder_of_the_services_has_a_face_and_it_is_listed_once() -> None:
    folders = [folder.parent.name for folder in FLOOR.glob("*/__init__.py")]

    assert sorted(wing.wing for wing in WINGS) == sorted(folders)


def test_every_function_that_forgets_what_is_old_is_asked_by_the_clock() -> None:
    written = [path for path in FLOOR.glob("*/*.py") if "\nasync def forget_old(" in path.read_text()]
    asked = [Path(inspect.getfile(forget_old)) for forget_old in tidied()]

    assert sorted(asked) == sorted(written)


def tidied() -> Iterable[Any]:
    return (forget_old for wing in WINGS for forget_old in wing.tidy)


def test_what_is_due_takes_exactly_what_it_says_that_it_wants() -> None:
    for due in DUE:
        wants = {"session", "now", *due.wants}
        assert set(inspect.signature(due.work).parameters) == wants, due


def test_who_is_asked_again_after_an_outage_is_asked_before_anyone_is_reminded() -> None:
    order = [due.work for due in DUE]

    # A drill that something real has overtaken rests before anybody is asked for it.
    assert order[:3] == [overtaken.follow, outages.ask_due, reminders.remind_due]
    assert order[-1] == outcomes.take_over
    assert rota.remind_due in order
    resting = [due.work for due in DUE if due.rests_while_catching_up]
    assert resting == [reminders.remind_due, calling.call_due, course.raise_due]


def test_every_kind_of_message_is_named_by_one_face() -> None:
    named = [kind.name for wing in WINGS for kind in wing.kinds]

    assert sorted(named) == sorted(BroadcastKind)


def test_a_kind_of_message_says_what_its_subject_is_called_in_a_persons_file_or_that_it_has_no_name() -> None:
    unsaid: dict[str, Any] = {}
    with pytest.raises(TypeError, match="named"):
        MessageKind(BroadcastKind.TASK, Lane.TASK, "task", **unsaid)

    named = {kind.subject for wing in WINGS for kind in wing.kinds if kind.named is not None}
    assert named >= {"application", "incident", "member", "task"}
    assert "" not in named


def named(column: Mapped[Any]) -> str:
    (stored,) = mapped(column).property.columns
    return f"{stored.table.name}.{stored.name}"


def leading_to(target: str, tables: Iterable[Table]) -> Counter[str]:
    return Counter(
        f"{table.name}.{column.name}"
        for table in tables
        for column in table.columns
        if any(key.target_fullname == target for key in column.foreign_keys)
    )


def unknown(tables: Iterable[Table], wings: Iterable[ServiceFace]) -> Counter[str]:
    """Find the columns that lead to a person or a business and are not named by exactly one wing."""
    tables, wings = list(tables), list(wings)
    people = Counter(named(one.column) for wing in wings for one in wing.people)
    members = Counter(named(one.column) for wing in wings for one in wing.members)
    # The sender of an update is kept by the Telegram id: it leads to a person without a foreign key.
    people.subtract(("inbox.sender_id",))
    # What a broadcast is about is named by a word and an id, without a foreign key.
    members.subtract(("broadcasts.subject_id",))
    people.subtract(leading_to("people.id", tables))
    members.subtract(leading_to("members.id", tables))
    return Counter({name: times for name, times in [*people.items(), *members.items()] if times})


def test_every_column_that_leads_to_a_person_or_a_business_is_known_to_one_wing() -> None:
    assert unknown(METADATA.sorted_tables, WINGS) == {}


# What holds nothing of a person, or belongs to something that does and stands beside it in their file.
HOLD_NO_PERSON = {
    "audit_mark": "how far the record was sealed",
    "audit_seals": "hashes over the record",
    "attachments": "stand beside what somebody wrote",
    "broadcasts": "what was said to many; who got it is a delivery",
    "cap_messages": "what other systems are told of an incident",
    "capabilities": "the catalogue",
    "contact": "when Telegram was last heard",
    "drill_members": "the businesses of a drill",
    "duty_hours": "a business's hours",
    "incident_capabilities": "of an incident",
    "incident_communes": "of an incident",
    "incident_duties": "of an incident",
    "incident_sectors": "of an incident",
    "incident_systems": "of an incident",
    "incident_topics": "of an incident, in the operations group",
    "member_capabilities": "of a business",
    "member_sectors": "of a business",
    "members": "a business; its people stand beside it",
    "pace": "when messages went",
    "peer_declarations": "from what a declaration was begun",
    "peer_documents": "what neighbours' feeds led to",
    "peer_messages": "what neighbours said",
    "peer_proposals": "what neighbours warn of",
    "peer_references": "what neighbours said before what it follows",
    "peers": "whose feeds are read; who added them stands in the audit",
    "policy_versions": "what the office has set; who set it stands in the audit",
    "question_climbs": "of a question",
    "reminders": "of an incident",
    "report_climbs": "of a report",
    "report_declarations": "of a report",
    "roster_changes": "which business is to be read anew",
    "roster_entries": "words of a business, read anew from its people",
    "script_steps": "of a script",
    "stand_down_checks": "of an incident",
    "honour_looks": "of an incident",
    "system_providers": "of a business and a system",
    "systems": "a system; whom to call stands beside it",
    "task_reminders": "of a task",
    "update_dues": "of an incident",
}


def holding_nobody(tables: Iterable[Table]) -> set[str]:
    """Find the tables of which no column leads to a person by a foreign key."""
    with_people = {name.partition(".")[0] for name in leading_to("people.id", tables)}
    return {table.name for table in tables} - with_people - {"people", "inbox"}


def test_every_other_table_is_known_to_hold_nothing_of_a_person() -> None:
    assert holding_nobody(METADATA.sorted_tables) == set(HOLD_NO_PERSON)


def test_a_table_that_no_wing_names_is_found_missing() -> None:
    surveyed = Table(
        "surveyed",
        MetaData(),
        Column("person_id", Integer, ForeignKey("people.id")),
        Column("member_id", Integer, ForeignKey("members.id")),
        Column("incident_id", Integer, ForeignKey("incidents.id")),
    )

    assert unknown([*METADATA.sorted_tables, surveyed], WINGS) == {"surveyed.person_id": -1, "surveyed.member_id": -1}


def test_what_two_wings_name_and_what_no_table_has_is_found_too() -> None:
    duty = next(wing for wing in WINGS if wing.wing == "duty")
    without = [table for table in METADATA.sorted_tables if table.name != "consents"]

    assert unknown(METADATA.sorted_tables, [*WINGS, duty]) == {
        "duty_weeks.person_id": 1,
        "duty_hours.member_id": 1,
        "duty_weeks.member_id": 1,
    }
    assert unknown(without, WINGS) == {"consents.person_id": 1}


def test_every_part_of_a_persons_file_is_held_by_one_wing_and_has_a_sheet() -> None:
    held = Counter(part.name for wing in WINGS for part in wing.parts)

    assert held == Counter([*ALL_FACES.sheets, *WITH_PERSON])
    assert {one.part for wing in WINGS for one in wing.people} <= set(held)


def test_a_sheet_of_a_persons_file_writes_what_its_part_selects() -> None:
    nobody = Person(id=1, telegram_id=1, name="", language=Language.VIETNAMESE, created_at=NEVER)

    for part in (part for wing in WINGS for part in wing.parts if part.name not in WITH_PERSON):
        wanted = {"kinds": KINDS.values()} if part.wants_kinds else {}
        selected = len(part.query(nobody, **wanted).column_descriptions)
        reader, *taken = inspect.signature(ALL_FACES.sheets[part.name].row).parameters
        assert len(taken) == selected, (part.name, reader)
