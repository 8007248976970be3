"""What the wing `groups` adds to the whole."""

from services.ground.faces import Due, ServiceFace
from services.groups import bindings, holdings

FACE = ServiceFace(
    "groups",
    due=(Due(bindings.release_gone),),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    members=holdings.MEMBERS,
)
