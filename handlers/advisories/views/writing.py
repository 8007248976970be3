"""The steps in which an advisory is written, one question each, and those in which one is changed or withdrawn."""

from dataclasses import dataclass

from markupsafe import Markup

from handlers.advisories.taps import AdvisoryWish
from handlers.advisories.views import cards
from handlers.frame.views import tlp
from handlers.frame.views.dialogues import as_text, button, way_out
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from models.advisories import Advisory, AdvisoryPart
from models.drafts import Draft
from models.identity import id_of
from models.members import Sector
from models.tlp import Tlp
from services.advisories import advisories
from services.advisories.changing import REASON_LENGTH
from services.advisories.circles import AdvisoryCircle
from services.advisories.sending import AdvisoryReach, AdvisorySaid, label_of
from services.advisories.whom import WhomOffer
from services.notation import links

WHAT, TODO, DUE, WHOM, LABEL, CHECK, SURE = "what", "todo", "due", "whom", "label", "check", "sure"
STEPS = (WHAT, TODO, DUE, WHOM, LABEL, CHECK, SURE)
SEND, DAYS, SECTOR, ALL, COMMUNE, MEMBER, CLEAR, ON, KEEP = (
    *("send", "days", "sector", "all", "commune", "member", "clear", "on", "keep"),
)
TELL, QUIETLY = "tell", "quietly"
# Usual deadlines, in days; 0 is none.
USUAL = (1, 3, 7, 0)
# An advisory is for the network at least: what is for named people is none.
LABELS = (Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT)
# What of an advisory is written in words.
WORDED = (AdvisoryWish.TITLE, AdvisoryWish.WHAT, AdvisoryWish.TODO)
BUTTON, SHOWN = 40, 200
Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class AdvisorySoFar:
    """What was said so far, whom it concerns in words, and what is asked back or counted at the step under way."""

    said: AdvisorySaid
    circle: str
    offer: WhomOffer | None = None
    reach: AdvisoryReach | None = None


def ask(reader: Reader, draft: Draft, form: AdvisorySoFar) -> Message:
    """Ask the question of a step; the last one shows exactly what is sent, and to how many."""
    if draft.step == CHECK and form.reach is not None:
        return _check(reader, draft, form, form.reach)
    if draft.step == SURE and form.reach is not None:
        return _sure(reader, draft, form, form.reach)
    parts = [_question(reader, draft.step), _before(reader, draft.step, form)]
    if form.offer is not None and draft.step == WHOM:
        parts.append(reader.say("advisory-which", said=form.offer.said))
    rows = (*_answers(reader, draft, form), way_out(reader, draft, back=draft.step != WHAT))
    return Message(Markup("\n\n").join(part for part in parts if part), rows=rows)


def _question(reader: Reader, step: str) -> Markup:
    limit = advisories.LENGTHS[AdvisoryPart(step)] if step in (WHAT, TODO) else 0
    return reader.say(f"advisory-ask-{step}", limit=limit)


def _before(reader: Reader, step: str, form: AdvisorySoFar) -> Markup | None:
    said = form.said
    now = {WHAT: said.what, TODO: said.todo}.get(step, "")
    if step == DUE and said.due_at is not None:
        now = reader.full_moment(said.due_at)
    if step == WHOM:
        now = form.circle if said.circle != AdvisoryCircle() else ""
    return reader.say("advisory-said-now", text=shorten(now, SHOWN)) if now else None


def _answers(reader: Reader, draft: Draft, form: AdvisorySoFar) -> Rows:
    keep = (button(draft, KEEP, reader.label("advisory-button-keep"), draft.step),)
    match draft.step:
        case "what" | "todo":
            return (keep,) if getattr(form.said, draft.step) else ()
        case "due":
            days = tuple(button(draft, DAYS, reader.label("advisory-days", count=one), str(one)) for one in USUAL)
            return (days, keep) if form.said.due_at is not None else (days,)
        case "whom":
            return _whom(reader, draft, form)
        case _:
            return tuple((button(draft, LABEL, _label(reader, one), one.value),) for one in LABELS)


def _label(reader: Reader, label: Tlp) -> str:
    return reader.label(f"advisory-label-{label.replace('_', '-')}", label=tlp.label(label))


def _whom(reader: Reader, draft: Draft, form: AdvisorySoFar) -> Rows:
    circle = form.said.circle
    rows: list[tuple[Button, ...]] = []
    if form.offer is not None:
        rows += [(button(draft, COMMUNE, one.name, one.code),) for one in form.offer.communes]
        rows += [(button(draft, MEMBER, shorten(one.name, BUTTON), str(id_of(one))),) for one in form.offer.members]
    rows += [
        (
            button(
                draft,
                SECTOR,
                f"{'☑' if one in circle.sectors else '☐'} {reader.label(f'sector-{one}')}",
                one.value,
            ),
        )
        for one in Sector
    ]
    if circle == AdvisoryCircle():
        rows.append((button(draft, ALL, reader.label("advisory-button-all")),))
    else:
        go_on = Button(reader.label("advisory-button-on"), button(draft, ON, "").data, Style.PRIMARY)
        rows.append((button(draft, CLEAR, reader.label("advisory-button-again")), go_on))
    return tuple(rows)


def _check(reader: Reader, draft: Draft, form: AdvisorySoFar, reach: AdvisoryReach) -> Message:
    shown = cards.preview(reader, form.said, advisories.titled(form.said.what))
    foot = reader.say(
        "advisory-preview",
        circle=form.circle,
        members=reader.number(reach.members),
        people=reader.number(reach.people),
    )
    posted = reader.say("advisory-preview-posted") if reach.is_posted else None
    opens = reader.say("advisory-preview-links") if links.opens(form.said.todo) else None
    parts = [shown.text, as_text(reader, shown.rows), opens, foot, posted]
    send = Button(
        reader.label("advisory-button-send", members=reader.number(reach.members), people=reader.number(reach.people)),
        button(draft, SEND, "").data,
        Style.PRIMARY,
    )
    rows: Rows = ((send,),) if reach.members else ()
    return Message(Markup("\n\n").join(part for part in parts if part), rows=(*rows, way_out(reader, draft)))


def _sure(reader: Reader, draft: Draft, form: AdvisorySoFar, reach: AdvisoryReach) -> Message:
    """Ask once more before everybody gets it."""
    said = reader.say(
        "advisory-ask-sure",
        label=tlp.label(label_of(form.said)),
        title=advisories.titled(form.said.what),
        members=reader.number(reach.members),
        people=reader.number(reach.people),
    )
    posted = reader.say("advisory-preview-posted") if reach.is_posted else None
    send = Button(reader.label("advisory-button-sure"), button(draft, SEND, "").data, Style.PRIMARY)
    text = Markup("\n\n").join(part for part in (said, posted) if part)
    return Message(text, rows=((send,), way_out(reader, draft)))


def ask_words(reader: Reader, draft: Draft, advisory: Advisory, wish: AdvisoryWish) -> Message:
    """Ask a coordinator for a part in other words, another deadline, or why an advisory is withdrawn."""
    limit = REASON_LENGTH if wish is AdvisoryWish.WITHDRAW else 0
    if wish in WORDED:
        limit = advisories.LENGTHS[AdvisoryPart(wish.value)]
    now = "" if wish is AdvisoryWish.WITHDRAW else _now(reader, advisory, wish)
    parts = [
        reader.say(f"advisory-change-{wish}", code=advisory.code, limit=limit),
        reader.say("advisory-said-now", text=now) if now else None,
    ]
    return Message(Markup("\n\n").join(one for one in parts if one), rows=(way_out(reader, draft, back=False),))


def _now(reader: Reader, advisory: Advisory, wish: AdvisoryWish) -> str:
    if wish is AdvisoryWish.DUE:
        return reader.full_moment(advisory.due_at) if advisory.due_at is not None else ""
    return str(getattr(advisory, wish.value))


def check_words(reader: Reader, draft: Draft, changed: Advisory, wish: AdvisoryWish) -> Message:
    """Show what a card will say once it is changed, and ask whether those who have it are told."""
    parts = [cards.body(reader, changed), reader.say(f"advisory-check-{wish}")]
    style = Style.DANGER if wish is AdvisoryWish.WITHDRAW else Style.PRIMARY
    word = "withdraw" if wish is AdvisoryWish.WITHDRAW else "tell"
    rows: Rows = ((Button(reader.label(f"advisory-button-{word}"), button(draft, TELL, "").data, style),),)
    if wish in (AdvisoryWish.TITLE, AdvisoryWish.WHAT):
        rows = (*rows, (button(draft, QUIETLY, reader.label("advisory-button-quietly")),))
    return Message(Markup("\n\n").join(parts), rows=(*rows, way_out(reader, draft)))
