"""What the wing `drills` adds to the whole."""

from services.drills import contact_tests, course, holdings, kinds
from services.ground.faces import Due, ServiceFace

FACE = ServiceFace(
    "drills",
    kinds=kinds.KINDS,
    due=(Due(contact_tests.end_due), Due(contact_tests.keep_true), Due(course.run_due, wants=("time_zone",))),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    members=holdings.MEMBERS,
)
