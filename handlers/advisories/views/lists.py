"""Advisories in lists: those that stand first, the newest before the others."""

from markupsafe import Markup

from handlers.advisories.taps import AdvisoryListTap, AdvisoryNewTap, AdvisoryTap, ChannelVerb, PublicChannelTap
from handlers.frame.taps import MenuTap
from handlers.frame.views import tlp
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import Page, turning
from handlers.frame.views.reader import Reader
from models.advisories import Advisory
from models.identity import id_of
from services.advisories.lists import AdvisoryList


def listing(reader: Reader, page: AdvisoryList, *, writes: bool) -> Message:
    """Show a page of advisories, each behind a button; of what was looked for, the first page alone."""
    if page.typed:
        head = reader.say("advisory-list-found", typed=page.typed, count=page.total)
    else:
        head = reader.say("advisory-list-head", count=page.total)
    lines = [_line(reader, one) for one in page.lines] or [reader.say("advisory-list-empty")]
    buttons = [Button(one.code, AdvisoryTap(id_of(one)).pack()) for one in page.lines]
    turned = (
        () if page.typed else turning(Page(page.lines, page.number, page.pages), lambda at: AdvisoryListTap(at).pack())
    )
    new = (Button(reader.label("advisory-button-new"), AdvisoryNewTap().pack(), Style.PRIMARY),)
    channel = (Button(reader.label("channel-button-show"), PublicChannelTap(0, ChannelVerb.SHOW).pack()),)
    rows = (
        *(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)),
        *turned,
        *((new, channel) if writes else ()),
        (Button(reader.label("button-menu"), MenuTap("menu").pack()),),
    )
    return Message(Markup("\n\n").join([head, *lines, reader.say("advisory-list-foot")]), rows=rows)


def _line(reader: Reader, advisory: Advisory) -> Markup:
    return reader.say(
        "advisory-list-line",
        code=advisory.code,
        label=tlp.label(advisory.tlp),
        title=advisory.title,
        state=reader.label(f"advisory-short-{advisory.state}"),
    )
