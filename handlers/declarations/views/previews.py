"""What a coordinator sees before an alert goes out: the card as members see it, what was read, and the send button."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from handlers.declarations.views import untaken
from handlers.declarations.views.untaken import Untaken
from handlers.frame.views.dialogues import as_text, button, way_out
from handlers.frame.views.fitting import fits_two_a_row, shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import label
from handlers.incidents.views.cards import Facts, needed_count, place_name, type_name
from handlers.incidents.views.touched import gravity_line
from handlers.tally.taps import TallyTap
from models.drafts import Draft
from models.identity import id_of
from models.incidents import Incident
from models.tlp import Tlp
from services.declarations.alternatives import Alternative, WayOut
from services.declarations.lines import LinePart
from services.declarations.touched import TouchedByForm
from services.incidents.audience import Audience, Wanted
from services.incidents.sharing.labels import is_narrow
from services.incidents.sharing.recipients import Recipient
from services.notation.business_names import with_short_form

# Up to so many parts stand two in a row; more stand three in a row, so that the button that sends stays in sight.
FEW_PARTS = 6
# So few stand in a row each where two in one would be cut.
FEWEST_PARTS = 2
# So many places have a button each; more go together, and singly where the place is edited.
MOST_PLACES = 4
# What the button that sends says where the same was just sent.
ONCE_MORE = "again"
INSTEAD = "instead"
# What the button says that takes the severity which a system proposes.
RAISE = "raise"
# What the button says that calls the whole home, where all places that are named lie elsewhere.
WHOLE = "whole"
# What the button says that calls more than the label is for.
WIDER = "wider"
NAMES = 120
Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class Preview:
    """What is about to be sent, to whom, what of it was read from the line, and the same if it was just sent.

    Where it reaches nobody, or fewer businesses than teams are wanted (`is_thin`), `instead` are the ways out;
    `untaken` is what the line says beside, `meanwhile` what others decided of what it was begun from. `by_address` says
    that its place is only the address of whoever reported it. `recipients` are those among whom the named ones are
    chosen, where it is for such alone. `left_out` counts the businesses that get nothing where only few are called.
    """

    card: Message
    facts: Facts
    called: Audience
    wanted: Wanted = field(default_factory=Wanted)
    proposed: Sequence[LinePart] = ()
    twin: Incident | None = None
    instead: Sequence[Alternative] = ()
    untaken: Untaken = field(default_factory=Untaken)
    touched: TouchedByForm = field(default_factory=TouchedByForm)
    meanwhile: Sequence[Markup] = ()
    source_tlp: Tlp | None = None
    by_address: bool = False
    recipients: Sequence[Recipient] = ()
    is_thin: bool = False
    left_out: int = 0

    @property
    def named(self) -> int:
        """How many people are named, where it is for named people alone."""
        return sum(one.named for one in self.recipients)

    @property
    def complete(self) -> bool:
        """Whether there is something to send."""
        return bool(self.facts.title and self.facts.description)


def preview(reader: Reader, draft: Draft, shown: Preview) -> Message:
    """Show the card exactly as members see it, its buttons as text, how many it reaches, and how many maybe later.

    The button that sends exists only when title, text and recipients do; the first tap asks, the second sends. What was
    read from the line has a button each that takes it back.
    """
    confirming = draft.step == "confirm"
    parts = [reader.say("preview-head"), shown.card.text, as_text(reader, shown.card.rows)]
    # Whom to call first for systems that were named by hand is said as such, and was not read.
    if not confirming and any(part is not LinePart.FIRST for part in shown.proposed):
        parts.append(reader.say("preview-proposed"))
    notes = [*untaken.said(reader, shown.untaken, shown.facts), *_because_of_systems(reader, shown.touched)]
    if shown.by_address:
        notes.append(reader.say("preview-by-address", place=place_name(reader, shown.facts)))
    notes += [*_by_label(reader, shown), *shown.meanwhile]
    parts.append(Markup("\n").join([*notes, _reach(reader, shown, confirming=confirming)]))
    rows = _confirm(reader, draft, shown) if confirming else _choices(reader, draft, shown)
    return Message(Markup("\n\n").join(part for part in parts if part), rows=rows)


def _because_of_systems(reader: Reader, touched: TouchedByForm) -> list[Markup]:
    """Name the systems, say what is proposed because of them, and how many notices the law will ask for."""
    lines = []
    if touched.names:
        lines.append(reader.say("preview-systems", names=shorten("; ".join(touched.names), NAMES)))
    if touched.gravity is not None:
        lines.append(gravity_line(reader, touched.gravity))
    if touched.first:
        lines.append(reader.say("preview-first", names=shorten("; ".join(touched.first), NAMES)))
    if touched.notices:
        lines.append(reader.say("preview-notices", count=touched.notices))
    return lines


def _by_label(reader: Reader, shown: Preview) -> list[Markup]:
    """Say of whom the label comes, whom it leaves to be called, or warn that more are called than it is for."""
    tlp = shown.facts.tlp
    why = (
        [reader.say("preview-label-of-source", label=label(tlp))] if tlp is not None and tlp is shown.source_tlp else []
    )
    return [*why, *_limits(reader, shown)]


def _limits(reader: Reader, shown: Preview) -> list[Markup]:
    tlp = shown.facts.tlp
    if tlp is None or not is_narrow(tlp):
        return []
    if shown.wanted.only_first and not shown.called.members:
        # Said where it is said whom the alert reaches.
        return []
    if shown.recipients:
        return [reader.say("preview-recipients", named=shown.named, count=len(shown.recipients))]
    key = "preview-label-limits" if shown.wanted.only_first else "preview-label-wide"
    return [reader.say(key, label=label(tlp), members=shown.called.members)]


def _reach(reader: Reader, shown: Preview, *, confirming: bool) -> Markup:
    members, people = shown.called.members, len(shown.called.people)
    if not shown.complete:
        return reader.say("preview-incomplete")
    if shown.untaken.asks_where:
        return reader.say("preview-elsewhere-ask", names=untaken.named_elsewhere(shown.untaken))
    if not people and shown.recipients:
        return reader.say("preview-nobody-named")
    if not people and shown.wanted.only_first and shown.facts.tlp is not None:
        return reader.say("preview-label-nobody", label=label(shown.facts.tlp))
    if not people:
        return _nobody(reader, shown.instead)
    if confirming and shown.twin is not None:
        at = reader.full_moment(shown.twin.declared_at)
        return reader.say("preview-twin", code=shown.twin.code, at=at, members=members, people=people)
    said = reader.say("preview-confirm" if confirming else "preview-reach", members=members, people=people)
    further = [_from_where(reader, shown.wanted), _left_out(reader, shown)]
    if shown.is_thin:
        further.append(reader.say("preview-thin", members=members, needed=needed_count(reader, shown.facts)))
    if shown.called.held_back:
        further.append(reader.say("preview-held-back", count=shown.called.held_back))
    return Markup("\n").join([said, *(line for line in further if line)])


def _left_out(reader: Reader, shown: Preview) -> Markup:
    """Say how many get nothing, where only few are called and no label is why."""
    wanted = shown.wanted
    if not shown.left_out or wanted.only_first or shown.recipients:
        return Markup("")
    if wanted.commune_codes and not wanted.any_place and not wanted.also:
        return reader.say("preview-only-there", place=place_name(reader, shown.facts), count=shown.left_out)
    return reader.say("preview-only-fitting", count=shown.left_out)


def _from_where(reader: Reader, wanted: Wanted) -> Markup:
    """Say where the card's place or need does not limit who is called."""
    if wanted.any_place and wanted.any_capability:
        return reader.say("preview-anybody")
    if wanted.any_place:
        return reader.say("preview-any-place")
    if wanted.any_capability:
        return reader.say("preview-any-capability")
    return reader.say("preview-also", count=len(wanted.also)) if wanted.also else Markup("")


def _nobody(reader: Reader, instead: Sequence[Alternative]) -> Markup:
    """Say that nobody matches, and who the nearest are."""
    said = reader.say("preview-nobody" if instead else "preview-nobody-at-all")
    near = next((one.near for one in instead if one.near), ())
    if not near:
        return said
    names = "; ".join(
        f"{with_short_form(member.name)} ({reader.label('preview-km', km=round(km))})" for member, km in near
    )
    return Markup("\n").join([said, reader.say("preview-nearest", names=names)])


def _ways_out(reader: Reader, draft: Draft, instead: Sequence[Alternative]) -> Rows:
    """Make a button of each way out, the first one loud; each says how many it reaches."""
    buttons = [
        button(draft, INSTEAD, reader.label(f"button-instead-{one.way}", count=_count(one)), one.way) for one in instead
    ]
    loud = [Button(one.text, one.data, Style.PRIMARY) for one in buttons[:1]]
    return tuple((one,) for one in (*loud, *buttons[1:]))


def _wider(reader: Reader, draft: Draft, instead: Sequence[Alternative]) -> Rows:
    """Make the one button that calls more, where fewer are called than wanted."""
    # The nearest may be those who are called already.
    further = [one for one in instead if one.way is not WayOut.NEAREST]
    return tuple((replace(row[0], style=None),) for row in _ways_out(reader, draft, further)[:1])


def _count(one: Alternative) -> int:
    return len(one.near) if one.way is WayOut.NEAREST else one.called.members


def _choices(reader: Reader, draft: Draft, shown: Preview) -> Rows:
    members, people = shown.called.members, len(shown.called.people)
    send: Rows = ()
    if shown.complete and shown.untaken.asks_where:
        send = ((button(draft, WHOLE, reader.label("button-whole-province")),),)
    elif shown.complete and people:
        ask = button(draft, "ask", reader.label("button-send-to", members=members, people=people))
        send = ((Button(ask.text, ask.data, Style.PRIMARY),), *_wider(reader, draft, shown.instead))
    elif shown.complete:
        send = _ways_out(reader, draft, shown.instead)
    drops = _drops(reader, draft, shown)
    mends = _in_rows([*untaken.buttons(reader, draft, shown.untaken, shown.facts), *_raise(reader, draft, shown)], 2)
    if shown.recipients:
        choose = reader.label("button-choose-recipients", named=shown.named, count=len(shown.recipients))
        mends = (*mends, (button(draft, "ask_for", choose, "recipients"),))
    if shown.wanted.only_first:
        mends = (*mends, (button(draft, WIDER, reader.label("button-label-wider")),))
    width = 2 if len(drops) <= FEW_PARTS - 2 * len(mends) else 3
    if len(drops) <= FEWEST_PARTS and not fits_two_a_row(one.text for one in drops):
        width = 1
    elif len(drops) > FEWEST_PARTS and not fits_two_a_row(one.text for one in drops):
        # What was read stands in the card above, and so its name is enough where values would push the rest away.
        drops, width = _drops(reader, draft, shown, named_only=True), 3
    last = [button(draft, "edit", reader.label("button-edit"), "hub")]
    if shown.touched.more:
        last.append(button(draft, "ask_for", reader.label("button-systems"), "systems"))
    return (*send, *mends, *_in_rows(drops, width), (*last, *way_out(reader, draft, back=False)))


def _raise(reader: Reader, draft: Draft, shown: Preview) -> list[Button]:
    """Make the button that takes the severity which is proposed."""
    gravity = shown.touched.gravity
    if gravity is None:
        return []
    severity = reader.label(f"severity-{gravity.severity}")
    return [button(draft, RAISE, reader.label("touched-button-raise", severity=severity), gravity.severity)]


def _in_rows(buttons: Sequence[Button], width: int) -> Rows:
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))


def _drops(reader: Reader, draft: Draft, shown: Preview, *, named_only: bool = False) -> list[Button]:
    """Make a button for each part that was read, and for each place, unless there are many.

    With names only, values are left out, but for places that would have the same name.
    """
    codes, names = shown.wanted.commune_codes, shown.facts.communes
    values: list[tuple[LinePart, str, str]] = []
    for part, value in ((part, _values(reader, shown)[part]) for part in shown.proposed):
        if part is LinePart.PLACE and 1 < len(codes) <= MOST_PLACES:
            values += [(part, name, code) for name, code in zip(names, codes, strict=True)]
        else:
            values.append((part, value, part))
    return [
        button(draft, "drop", _drop(reader, part, "" if named_only and drops == part else value), drops)
        for part, value, drops in values
    ]


def _drop(reader: Reader, part: LinePart, value: str) -> str:
    name = reader.label(f"part-{part}")
    return reader.label("button-drop", name=name, value=value) if value else reader.label("button-drop-part", name=name)


def _values(reader: Reader, shown: Preview) -> Mapping[LinePart, str]:
    """Write each part as its button shows it."""
    facts = shown.facts
    return {
        LinePart.KIND: reader.label(f"kind-{facts.kind}"),
        LinePart.PLACE: place_name(reader, facts),
        LinePart.BEGAN: reader.moment(facts.began_at) if facts.began_at else "",
        LinePart.UNTIL: reader.moment(facts.until_at) if facts.until_at else "",
        LinePart.HEADCOUNT: needed_count(reader, facts),
        LinePart.CAPABILITIES: ", ".join(facts.capabilities),
        LinePart.TYPE: type_name(reader, facts.type),
        LinePart.SEVERITY: reader.label(f"severity-{facts.severity}"),
        LinePart.SYSTEMS: ", ".join(shown.touched.names),
        LinePart.FIRST: ", ".join(shown.touched.first),
        LinePart.TLP: label(facts.tlp) if facts.tlp is not None else "",
    }


def _confirm(reader: Reader, draft: Draft, shown: Preview) -> Rows:
    if shown.twin is None:
        send = button(draft, "send", reader.label("button-send-now"))
        return ((Button(send.text, send.data, Style.DANGER),), way_out(reader, draft))
    look = Button(reader.label("button-open-twin", code=shown.twin.code), TallyTap(id_of(shown.twin)).pack())
    again = button(draft, "send", reader.label("button-send-once-more"), ONCE_MORE)
    return ((look,), (Button(again.text, again.data, Style.DANGER),), way_out(reader, draft))
