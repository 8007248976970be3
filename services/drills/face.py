"""What the wing `drills` adds to the whole."""

from services.drills import contact_tests, holdings, kinds
from services.ground.faces import Due, ServiceFace

FACE = ServiceFace(
    "drills",
    kinds=kinds.KINDS,
    due=(Due(contact_tests.end_due), Due(contact_tests.keep_true)),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    members=holdings.MEMBERS,
)
