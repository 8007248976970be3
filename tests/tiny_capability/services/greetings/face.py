"""What the wing `greetings` adds to the whole."""

from services.greetings import greetings
from services.ground.faces import Due, ServiceFace

FACE = ServiceFace(
    "greetings",
    kinds=(greetings.GREETING,),
    due=(Due(greetings.repeat_due),),
    parts=greetings.PARTS,
    people=greetings.PEOPLE,
)
