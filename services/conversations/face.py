"""What the wing `conversations` adds to the whole."""

from services.conversations import arrival, asking, handing, holdings, kinds, ladder, waiting
from services.ground.faces import Due, ServiceFace

FACE = ServiceFace(
    "conversations",
    kinds=kinds.KINDS,
    due=(Due(arrival.follow), Due(handing.give_back), Due(ladder.climb_due), Due(waiting.go_due)),
    tidy=(asking.forget_old,),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    members=holdings.MEMBERS,
    redrawn=(holdings.redraw_questions,),
)
