"""Hears what is said in the operations group outside of every topic, and asks once whose log it is for."""

from dataclasses import replace
from datetime import datetime

from telegram import Update

from handlers.frame.access import COORDINATORS, EVERYONE, Place, allow
from handlers.frame.context import OPEN, Context, tapped_data
from handlers.operations.taps import TalkTap, TalkVerb
from handlers.operations.views import group as group_views
from handlers.operations.views import talk as views
from models.identity import id_of
from models.operations import OperationsGroup
from services.operations import rooms, talks
from services.operations.log import Written
from services.people import accounts

IN_OPERATIONS = frozenset({Place.OPERATIONS_GROUP})


async def hear(context: Context, group: OperationsGroup, written: Written, *, at: datetime) -> None:
    """Keep words that stand in no topic in the log of what is open; where nothing is, they stay the group's own."""
    if written.thread_id is not None:
        return
    talk = await talks.going_on(context.session, group=group, person=context.person, now=at)
    if talk is not None and await accounts.was_staff(context.session, person=context.person):
        # Their role was taken between two words.
        talk = None
    if talk is None:
        among = await talks.possible(context.session, group=group)
        if not among:
            return
        if await is_no_author(context, group):
            return
        talk = await talks.begin(context.session, group=group, among=among, by=context.person, now=at)
        said = (
            views.kept(context.reader, among[0], talk_id=id_of(talk))
            if len(among) == 1
            else views.ask(context.reader, among, talk_id=id_of(talk))
        )
        context.send(replace(said, answers=written.message_id))
    await talks.hear(context.session, group=group, talk=talk, written=written, by=context.person, now=at)


async def is_no_author(context: Context, group: OperationsGroup) -> bool:
    """Tell whether words are kept in no log, and say so, seldom: nobody knows who writes, or their role was taken."""
    if context.turn.is_newcomer:
        if rooms.may_hint(group, now=context.now):
            context.send(group_views.unknown_author(context.reader, url=context.office.link(OPEN)))
        return True
    if not await accounts.was_staff(context.session, person=context.person):
        return False
    if rooms.may_hint(group, now=context.now):
        context.send(group_views.former_author(context.reader))
    return True


@allow(EVERYONE, places=IN_OPERATIONS)
async def on_talk(update: Update, context: Context) -> None:
    """Take the choice of whoever wrote the words, or of a coordinator."""
    tap, group = TalkTap.unpack(tapped_data(update)), context.turn.operations
    if group is None:
        return
    coordinates = bool(context.turn.roles & COORDINATORS)
    if tap.verb is TalkVerb.LEAVE:
        await talks.leave(context.session, group=group, talk_id=tap.talk_id, by=context.person, coordinates=coordinates)
        context.show(views.left(context.reader))
        return
    incident = await talks.keep(
        context.session,
        group=group,
        talk_id=tap.talk_id,
        incident_id=tap.incident_id,
        by=context.person,
        coordinates=coordinates,
    )
    context.show(views.kept(context.reader, incident, talk_id=tap.talk_id))
