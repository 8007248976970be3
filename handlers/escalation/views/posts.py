"""The posts above: who holds each and how they can be called, and the dialogue that fills one."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from handlers.escalation.forms import PostForm
from handlers.escalation.taps import PostEmptyTap, PostsTap, PostTap
from handlers.frame.taps import MenuTap
from handlers.frame.views import refusals
from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.reader import Reader
from models.drafts import Draft
from models.escalation import Post
from models.identity import id_of
from models.people import Person
from services.escalation.posts import NAME_LENGTH, PostLine, WayToCall
from services.ground.refusals import Refusal
from services.notation.phones import show_phone

NAME, OFFICE, PHONE, PERSON = STEPS = ("name", "office", "phone", "person")
NO_PHONE, NOBODY, NO_WAY = "none", "0", "none"
MARKS = {WayToCall.BOT: "💬", WayToCall.PHONE: "☎", WayToCall.NO_WAY: "📵", WayToCall.NOBODY: "⚠️"}
MISSING = (WayToCall.NO_WAY, WayToCall.NOBODY)
SHOWN, MOST_STAFF = 40, 6


def listing(reader: Reader, lines: Sequence[PostLine], *, may_fill: bool) -> Message:
    """List the posts; those of whom nobody can be reached are counted first, and owners fill them."""
    missing = sum(line.way in MISSING for line in lines)
    head = reader.say("posts-head-missing", count=missing) if missing else reader.say("posts-head")
    text = Markup("\n").join([head, *(_line(reader, line) for line in lines)])
    menu = (Button(reader.label("button-menu"), MenuTap("prepare").pack()),)
    if not may_fill:
        return Message(text, rows=(menu,))
    buttons = [
        Button(f"{MARKS[line.way]} {reader.label(f'post-short-{_kebab(line.post)}')}", PostTap(line.post).pack())
        for line in lines
    ]
    return Message(text, rows=(*(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)), menu))


def _kebab(post: Post) -> str:
    return post.replace("_", "-")


def post_name(reader: Reader, post: Post) -> str:
    """Name a post."""
    return reader.label(f"post-{_kebab(post)}")


def _line(reader: Reader, line: PostLine) -> Markup:
    post, holder = post_name(reader, line.post), line.holder
    if holder is None:
        return reader.say("post-line-empty", mark=MARKS[line.way], post=post)
    name = shorten(f"{holder.name}, {holder.office}", SHOWN)
    phone = f" · {show_phone(holder.phone)}" if holder.phone else ""
    return reader.say("post-line", mark=MARKS[line.way], post=post, name=name, phone=phone)


def ask(reader: Reader, draft: Draft, form: PostForm, *, staff: Sequence[Person], is_held: bool) -> Message:
    """Ask for a part of who is to hold a post."""
    post = form.post
    text = reader.say(f"post-ask-{draft.step}", post=post_name(reader, post), limit=NAME_LENGTH)
    rows: list[tuple[Button, ...]] = []
    if draft.step == NAME and is_held:
        rows.append((Button(reader.label("post-button-empty"), PostEmptyTap(post).pack()),))
    if draft.step == PHONE:
        rows.append((button(draft, PHONE, reader.label("post-button-no-phone"), NO_PHONE),))
    if draft.step == PERSON:
        people = [button(draft, PERSON, shorten(one.name, 16), str(id_of(one))) for one in staff[:MOST_STAFF]]
        rows += [tuple(people[at : at + 2]) for at in range(0, len(people), 2)]
        if form.phone:
            rows.append((button(draft, PERSON, reader.label("post-button-outside"), NOBODY),))
        else:
            text = Markup("\n\n").join([text, reader.say("post-no-way")])
            rows.append((button(draft, PERSON, reader.label("post-button-no-way"), NO_WAY),))
    return Message(text, rows=(*rows, way_out(reader, draft, back=draft.step != NAME)))


def ask_again(reader: Reader, step: Message, wrong: Refusal) -> Message:
    """Ask again below the reason why what was typed could not be taken, with all the buttons of the step."""
    return replace(step, text=Markup("\n\n").join([refusals.message(wrong, reader).text, step.text]))


def kept_without_a_way(reader: Reader) -> str:
    """Warn at the top of the screen that nobody can call whoever was kept."""
    return reader.label("post-kept-no-way")


def vacated(reader: Reader, post: Post, *, by_phone: bool) -> Message:
    """Say that whoever held a post is called in the bot no more, and lead to where it is filled."""
    text = reader.say("post-vacated-phone" if by_phone else "post-vacated", post=post_name(reader, post))
    return Message(text, rows=((Button(reader.label("escalation-button-posts"), PostsTap().pack()),),))
