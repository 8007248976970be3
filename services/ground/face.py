"""What the wing `ground` adds to the whole."""

from services.ground import drafts, holdings, inbox
from services.ground.faces import ServiceFace

FACE = ServiceFace(
    "ground",
    tidy=(inbox.forget_old, drafts.forget_old),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
)
