"""Members say in one tap that they are on site, that they have gone, and after the end that they stood down."""

from telegram import Update

from handlers.frame.access import EVERYONE, PRIVATE_OR_GROUP, allow
from handlers.frame.attachments import attached
from handlers.frame.context import Context, tapped_data
from handlers.presence.taps import GoneTap, OnSiteTap, StandDownTap
from handlers.presence.views import stays as views
from models.attachments import AttachmentKind
from services.ground import drafts
from services.incidents import lifecycle as incidents
from services.presence import standing_down, stays


def _only_for(context: Context) -> int | None:
    """Give the business in whose group something is said: it holds for no other."""
    return context.turn.group.member_id if context.turn.group is not None else None


@allow(EVERYONE, places=PRIVATE_OR_GROUP)
async def on_site(update: Update, context: Context) -> None:
    """Keep that a business is on site; its card shows it, and a place may be sent after it."""
    tap = OnSiteTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    await stays.arrive(
        context.session, incident=incident, person=context.person, only_for=_only_for(context), now=context.now
    )
    context.notice(views.arrived(context.reader, context.now, in_group=context.turn.group is not None))


@allow(EVERYONE, places=PRIVATE_OR_GROUP)
async def on_gone(update: Update, context: Context) -> None:
    """Keep that a business has gone from the site."""
    tap = GoneTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    await stays.leave(
        context.session, incident=incident, person=context.person, only_for=_only_for(context), now=context.now
    )
    context.notice(views.left(context.reader, context.now))


@allow(EVERYONE, places=PRIVATE_OR_GROUP)
async def on_stand_down(update: Update, context: Context) -> None:
    """Keep that a business's people are called back."""
    tap = StandDownTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    await standing_down.stand_down(
        context.session, incident=incident, person=context.person, only_for=_only_for(context), now=context.now
    )
    context.notice(views.stood_down(context.reader))


async def hear_place(update: Update, context: Context) -> bool:
    """Take a place that somebody shares who has just said that they are on site, unless a dialogue went on since."""
    place = attached(update.effective_message)
    if place is None or place.kind is not AttachmentKind.LOCATION:
        return False
    draft = await drafts.current(context.session, person=context.person)
    begun = await stays.share_place(
        context.session,
        person=context.person,
        place=place,
        now=context.now,
        after=draft.updated_at if draft is not None else None,
    )
    if not begun:
        return False
    codes = [(await incidents.by_id(context.session, incident_id=one.incident_id)).code for one in begun]
    context.send(views.place_kept(context.reader, list(dict.fromkeys(codes))))
    return True
