"""What the wing `reports` adds to the whole."""

from services.ground.faces import Due, ServiceFace
from services.reports import following, holdings, kinds, ladder, naming
from services.reports.outcomes import settle

FACE = ServiceFace(
    "reports",
    kinds=kinds.KINDS,
    # What was declared from a report need not climb in the same breath.
    due=(
        Due(following.link_due),
        Due(following.let_go_due),
        Due(ladder.climb_due),
        Due(naming.ask_due),
        Due(naming.take_back_due),
    ),
    settled=(settle,),
    tidy=(following.forget_old,),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    members=holdings.MEMBERS,
    redrawn=(holdings.redraw_reports,),
)
