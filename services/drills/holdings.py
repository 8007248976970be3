"""What drills hold about people and businesses: who asked, and who was asked and confirmed."""

from typing import Any

from sqlmodel import col, select

from models.contact_tests import ContactTest, ContactTestPerson
from models.identity import id_of
from models.members import Member
from models.people import Person
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


PARTS = (FilePart("contact-tests", _tested), FilePart("contact-tests-asked", _asked))
PEOPLE = (
    OfPerson(col(ContactTestPerson.person_id), "contact-tests", NumberKept("it is counted, and names nobody")),
    OfPerson(col(ContactTest.asked_by_id), "contact-tests-asked", NumberKept("the test is the office's")),
)
MEMBERS = (OfMember(col(ContactTestPerson.member_id), Stays("a test says who was asked on its day")),)
