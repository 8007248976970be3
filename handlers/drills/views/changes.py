"""What is asked and confirmed when something of a planned drill is changed."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.drills.taps import DrillTap
from handlers.drills.views.lines import first_line
from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.reader import Reader
from models.drafts import Draft
from models.drills import Drill, DrillState
from models.identity import id_of
from models.members import Member
from services.drills.joining import Joinable
from services.notation.business_names import with_short_form

NAME, ASKED, SHOWN = 48, 40, 4


def ask_business(reader: Reader, draft: Draft, drill: Drill, found: Sequence[Joinable], *, asked: str) -> Message:
    """Ask which business is added; those that take part already are named without a button."""
    key = "drill-add-ask-late" if drill.state is DrillState.RUNNING else "drill-add-ask"
    lines = [first_line(reader, drill), reader.say(key)]
    if asked and not found:
        lines.append(reader.say("drill-add-none", asked=shorten(asked, ASKED)))
    lines += [reader.say("drill-add-there", member=_name(one.member)) for one in found if one.partakes]
    free = [one.member for one in found if not one.partakes]
    rows = [(button(draft, "add", _name(one), str(id_of(one))),) for one in free[:SHOWN]]
    return Message(Markup("\n").join(lines), rows=(*rows, way_out(reader, draft)))


def _name(member: Member) -> str:
    return shorten(with_short_form(member.name), NAME)


def moved_to(reader: Reader, drill: Drill) -> Message:
    """Confirm the new moment."""
    told = "drill-moved-told" if drill.announced_at is not None else "drill-moved-untold"
    lines = [first_line(reader, drill), reader.say(told, at=reader.full_moment(drill.starts_at))]
    back = Button(reader.label("drill-button-back"), DrillTap(id_of(drill), "show").pack())
    return Message(Markup("\n").join(lines), rows=((back,),))


def circle_changed(reader: Reader) -> str:
    """Confirm at the top of the screen that others take part."""
    return reader.label("drill-circle-changed")


def added(reader: Reader, member: Member) -> str:
    """Confirm at the top of the screen that a business takes part from now on."""
    return reader.label("drill-added", member=_name(member))
