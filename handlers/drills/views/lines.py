"""How a drill's messages begin: with the mark of a drill, the word, the code and the title, whatever follows."""

from markupsafe import Markup

from handlers.frame.views.fitting import shorten
from handlers.frame.views.reader import Reader
from handlers.incidents.views.cards import DRILL, MARKS
from models.drills import Drill, DrillState
from models.incidents import IncidentStatus
from services.drills.people import DrillCircle
from services.places import communes

TITLE = 60


def first_line(reader: Reader, drill: Drill) -> Markup:
    """Say that it is a drill, and which."""
    over = drill.state in (DrillState.OVER, DrillState.CANCELLED)
    mark = MARKS[IncidentStatus.CLOSED] if over else DRILL
    return reader.say("drill-first-line", mark=mark, code=drill.code, title=shorten(reader.own(drill.title), TITLE))


def circle_name(reader: Reader, circle: DrillCircle, *, as_in: str | None) -> str:
    """Name who takes part: a sector, communes, those of an earlier drill (its code), or the whole network."""
    if as_in is not None:
        return reader.label("drill-circle-as-in", code=as_in)
    if circle.communes:
        return ", ".join(communes.commune(code).name for code in circle.communes)
    return reader.label("contact-whole-network" if circle.sector is None else f"sector-{circle.sector}")
