"""The public channel as owners see it: offered, bound, let go, lost."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.advisories.taps import AdvisoryListTap, ChannelVerb, PublicChannelTap
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from models.identity import id_of
from models.public_channels import PublicChannel
from services.advisories.kinds import ChannelNewsKind


def page(reader: Reader, bound: PublicChannel | None, offered: Sequence[PublicChannel], *, is_owner: bool) -> Message:
    """Show which channel is bound, and to an owner those that could be."""
    said = (
        reader.say("channel-bound", title=bound.title, since=reader.moment(bound.bound_at))
        if bound is not None and bound.bound_at is not None
        else reader.say("channel-none")
    )
    rows = [_bind_row(reader, one) for one in offered] if is_owner else []
    if bound is not None and is_owner:
        rows.append((_button(reader, bound, ChannelVerb.ASK, "channel-button-let-go", Style.DANGER),))
    how = reader.say("channel-how") if is_owner else reader.say("channel-owners")
    back = (Button(reader.label("advisory-button-list"), AdvisoryListTap(0).pack()),)
    return Message(Markup("\n\n").join([said, how]), rows=(*rows, back))


def _bind_row(reader: Reader, channel: PublicChannel) -> tuple[Button, ...]:
    data = PublicChannelTap(id_of(channel), ChannelVerb.BIND).pack()
    return (Button(reader.label("channel-button-bind-named", title=channel.title), data, Style.PRIMARY),)


def ask(reader: Reader, channel: PublicChannel) -> Message:
    """Ask whether to let a channel go."""
    rows = (
        (_button(reader, channel, ChannelVerb.LET_GO, "channel-button-let-go-now", Style.DANGER),),
        (_button(reader, channel, ChannelVerb.SHOW, "channel-button-keep"),),
    )
    return Message(reader.say("channel-ask", title=channel.title), rows=rows)


def news(reader: Reader, channel: PublicChannel, what: ChannelNewsKind) -> Message:
    """Tell an owner that a channel could be bound, or that it was lost; what became of it stands there later."""
    if what is ChannelNewsKind.LOST:
        return Message(reader.say("channel-lost", title=channel.title))
    if channel.bound_at is not None:
        since = reader.moment(channel.bound_at)
        rows = ((_button(reader, channel, ChannelVerb.ASK, "channel-button-let-go"),),)
        return Message(reader.say("channel-bound", title=channel.title, since=since), rows=rows)
    if channel.left_at is not None or not channel.may_post:
        return Message(reader.say("channel-gone", title=channel.title))
    bind = _button(reader, channel, ChannelVerb.BIND, "channel-button-bind", Style.PRIMARY)
    return Message(reader.say("channel-offered", title=channel.title), rows=((bind,),))


def _button(reader: Reader, channel: PublicChannel, verb: ChannelVerb, key: str, style: Style | None = None) -> Button:
    return Button(reader.label(key), PublicChannelTap(id_of(channel), verb).pack(), style)
