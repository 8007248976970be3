"""What drills hold about people and businesses: who asked, and who was asked and confirmed."""

from typing import Any

from sqlmodel import col, select

from models.contact_tests import ContactTest, ContactTestPerson
from models.drills import Drill, DrillMember, InjectReply
from models.identity import id_of
from models.members import Member
from models.people import Person
from models.scripts import RunStep
from services.ground.holding_types import FilePart, NumberKept, OfMember, OfPerson, Stays


def _tested(person: Person) -> Any:
    return (
        select(ContactTest, ContactTestPerson, Member)
        .join(ContactTestPerson, col(ContactTestPerson.test_id) == col(ContactTest.id))
        .join(Member, col(Member.id) == col(ContactTestPerson.member_id))
        .where(ContactTestPerson.person_id == id_of(person))
        .order_by(col(ContactTest.id), col(Member.id))
    )


def _asked(person: Person) -> Any:
    return select(ContactTest).where(ContactTest.asked_by_id == id_of(person)).order_by(col(ContactTest.id))


def _replies(person: Person) -> Any:
    return (
        select(InjectReply, Drill, Member)
        .join(RunStep, col(RunStep.id) == col(InjectReply.run_step_id))
        .join(Drill, col(Drill.run_id) == col(RunStep.run_id))
        .join(Member, col(Member.id) == col(InjectReply.member_id))
        .where(InjectReply.answered_by_id == id_of(person))
        .order_by(col(InjectReply.answered_at), col(InjectReply.run_step_id), col(Member.id))
    )


def _planned(person: Person) -> Any:
    return select(Drill).where(Drill.planned_by_id == id_of(person)).order_by(col(Drill.id))


PARTS = (
    FilePart("contact-tests", _tested),
    FilePart("contact-tests-asked", _asked),
    FilePart("inject-replies", _replies),
    FilePart("drills-planned", _planned),
)
PEOPLE = (
    OfPerson(col(ContactTestPerson.person_id), "contact-tests", NumberKept("it is counted, and names nobody")),
    OfPerson(col(ContactTest.asked_by_id), "contact-tests-asked", NumberKept("the test is the office's")),
    OfPerson(col(InjectReply.answered_by_id), "inject-replies", NumberKept("what was answered is the business's")),
    OfPerson(col(Drill.planned_by_id), "drills-planned", NumberKept("the drill is the office's")),
)
ON_ITS_DAY = Stays("it says who took part on its day")
MEMBERS = (
    OfMember(col(ContactTestPerson.member_id), ON_ITS_DAY),
    OfMember(col(DrillMember.member_id), ON_ITS_DAY),
    OfMember(col(InjectReply.member_id), ON_ITS_DAY),
)
