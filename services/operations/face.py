"""What the wing `operations` adds to the whole."""

from services.ground.faces import Due, ServiceFace
from services.operations import holdings, topics
from services.operations.kinds import KINDS
from services.operations.outcomes import settle

FACE = ServiceFace(
    "operations",
    kinds=KINDS,
    due=(Due(topics.follow),),
    settled=(settle,),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
)
