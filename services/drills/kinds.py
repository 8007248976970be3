"""What is said of contact tests: the question itself, and the coordinators' live count."""

from models.broadcasts import BroadcastKind, Lane
from models.contact_tests import CONTACT_TEST_SUBJECT, ContactTest
from services.ground.faces import MessageKind, called

CONTACT_TEST = MessageKind(
    BroadcastKind.CONTACT_TEST,
    Lane.REMINDER,
    CONTACT_TEST_SUBJECT,
    named=called(ContactTest.code),
    sent_again=True,
    stays=True,
)
CONTACT_COUNT = MessageKind(
    BroadcastKind.CONTACT_COUNT, Lane.TALLY, CONTACT_TEST_SUBJECT, named=called(ContactTest.code), replaceable=True
)
KINDS = (CONTACT_TEST, CONTACT_COUNT)
