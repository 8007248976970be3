"""Who takes part in a drill: the list, and one business with those who speak for it."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.drills.taps import DrillChange, DrillChangeTap, DrillTap, ParticipantsTap, ParticipantTap
from handlers.drills.views.lines import first_line
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.pages import Page, turning
from handlers.frame.views.reader import Reader
from handlers.frame.views.ways import to_roster_card
from handlers.tally.views.lists import reason_of
from models.drills import Drill, DrillState
from models.identity import id_of
from models.members import Member
from services.drills.participants import Participant, ParticipantPage, PersonInDrill
from services.notation.business_names import with_short_form
from services.notation.phones import show_phone

NAME, PERSON, A_ROW, SHOWN = 40, 40, 4, 8


def listing(reader: Reader, drill: Drill, page: ParticipantPage) -> Message:
    """Show who takes part, those first whom nothing reaches; each opens by its number."""
    drill_id = id_of(drill)
    key = "participants-head-unreached" if page.unreached else "participants-head"
    head = reader.say(key, total=reader.number(page.total), unreached=reader.number(page.unreached))
    lines = [_line(reader, number, one) for number, one in enumerate(page.items, 1)]
    numbers = [
        Button(str(number), ParticipantTap(drill_id, id_of(one.member), "show").pack())
        for number, one in enumerate(page.items, 1)
    ]
    rows = [tuple(numbers[start : start + A_ROW]) for start in range(0, len(numbers), A_ROW)]
    rows += turning(Page(page.items, page.number, page.pages), lambda turned: ParticipantsTap(drill_id, turned).pack())
    if drill.state in (DrillState.PLANNED, DrillState.RUNNING):
        rows.append((Button(reader.label("drill-button-add"), DrillChangeTap(drill_id, DrillChange.ADD).pack()),))
    text = Markup("\n").join(lines) or reader.say("participants-none")
    whole = Markup("\n\n").join([Markup("\n").join([first_line(reader, drill), head]), text])
    return Message(whole, rows=(*rows, (_to_board(reader, drill),)))


def _line(reader: Reader, number: int, one: Participant) -> Markup:
    member = shorten(with_short_form(one.member.name), NAME)
    if one.is_reached:
        return reader.say("participants-line", number=number, member=member, ways=", ".join(_ways(reader, one)))
    return reader.say("participants-line-unreached", number=number, member=member, why=_why(reader, one.why))


def _ways(reader: Reader, one: Participant) -> Sequence[str]:
    """Name the ways by which a business is reached."""
    ways = [
        reader.label(f"participants-by-{channel}", reached=reached, speakers=one.speakers)
        for channel, reached in one.reached.items()
        if reached
    ]
    return [*ways, reader.label("participants-by-group")] if one.in_group else ways


def _why(reader: Reader, why: str | None) -> str:
    return reader.label("participants-nobody") if why is None else reason_of(reader, why)


def one(reader: Reader, drill: Drill, found: Participant, speakers: Sequence[PersonInDrill]) -> Message:
    """Show a business that takes part: who speaks for it, by what each is reached, and whom to phone else."""
    drill_id, member = id_of(drill), found.member
    lines = [first_line(reader, drill), reader.say("own-result-member", member=shorten(member.name, 2 * NAME))]
    lines += [_speaker(reader, speaker) for speaker in speakers[:SHOWN]]
    if not speakers:
        lines.append(reader.say("participants-nobody-line"))
    if found.in_group:
        lines.append(reader.say("participants-in-group"))
    if member.phone:
        lines.append(reader.say("participants-phone", phone=show_phone(member.phone)))
    rows = [(Button(reader.label("participants-button-card"), to_roster_card(member)),)]
    if drill.state is DrillState.PLANNED:
        lines.append(reader.say("participants-out-hint"))
        out = Button(reader.label("participants-button-out"), ParticipantTap(drill_id, id_of(member), "out").pack())
        rows.append((out,))
    back = Button(reader.label("participants-button-list"), ParticipantsTap(drill_id, 0).pack())
    return Message(Markup("\n").join(lines), rows=(*rows, (back, _to_board(reader, drill))))


def _speaker(reader: Reader, speaker: PersonInDrill) -> Markup:
    name, phone = shorten(speaker.name, PERSON), show_phone(speaker.phone)
    if speaker.channels:
        ways = ", ".join(reader.label(f"participants-on-{channel}") for channel in speaker.channels)
        return reader.say("participants-speaker", name=name, ways=ways)
    return reader.say("participants-speaker-unreached", name=name, why=_why(reader, speaker.why), phone=phone)


def _to_board(reader: Reader, drill: Drill) -> Button:
    return Button(reader.label("drill-button-back"), DrillTap(id_of(drill), "show").pack())


def taken_out(reader: Reader, member: Member) -> str:
    """Confirm at the top of the screen that a business takes part no longer."""
    return reader.label("participants-taken-out", member=shorten(with_short_form(member.name), NAME))
