"""The waves of an incident: coordinators look at them, call the next one now, hold them back and release them."""

from collections.abc import Sequence

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.views.message import Button
from handlers.waves import views
from handlers.waves.taps import CallWaveNowTap, CallWaveTap, HoldWavesTap, ReleaseWavesTap, WavesTap
from models.incidents import Incident, IncidentStatus
from services.incidents import lifecycle as incidents
from services.waves import ahead, calling


async def offer(context: Context, incident: Incident) -> Sequence[Button]:
    """Lead from the page of an incident to its waves while it is under way."""
    return () if incident.status is IncidentStatus.CLOSED else (views.to_waves(context.reader, incident),)


@allow(COORDINATORS)
async def on_waves(update: Update, context: Context) -> None:
    """Show the waves, done and to come, and whom the next one would call."""
    tap = WavesTap.unpack(tapped_data(update))
    await _show(context, tap.incident_id)


async def _show(context: Context, incident_id: int) -> None:
    incident = await incidents.by_id(context.session, incident_id=incident_id)
    planned = await calling.of_incident(context.session, incident=incident)
    rows = await ahead.that_widen(context.session, incident=incident, rows=planned, now=context.now)
    following = await calling.next_wave(
        context.session, incident=incident, now=context.now, time_zone=context.office.time_zone
    )
    context.show(views.waves(context.reader, incident, rows, following, idle=len(planned) - len(rows), now=context.now))


@allow(COORDINATORS)
async def on_call(update: Update, context: Context) -> None:
    """Ask whether the next wave is to be called: what is sent to many is not taken back."""
    tap = CallWaveTap.unpack(tapped_data(update))
    incident = await incidents.still_open(context.session, incident_id=tap.incident_id)
    following = await calling.still_next(
        context.session,
        incident=incident,
        circle=tap.circle,
        now=context.now,
        time_zone=context.office.time_zone,
    )
    context.show(views.ask(context.reader, incident, following))


@allow(COORDINATORS)
async def on_call_now(update: Update, context: Context) -> None:
    """Call the next wave now."""
    tap = CallWaveNowTap.unpack(tapped_data(update))
    called = await calling.call_now(
        context.session,
        incident_id=tap.incident_id,
        circle=tap.circle,
        by=context.person,
        now=context.now,
        time_zone=context.office.time_zone,
    )
    context.notice(views.called(context.reader, called))
    await _show(context, tap.incident_id)


@allow(COORDINATORS)
async def on_hold(update: Update, context: Context) -> None:
    """Hold the waves back."""
    tap = HoldWavesTap.unpack(tapped_data(update))
    await calling.hold(context.session, incident_id=tap.incident_id, by=context.person, now=context.now)
    await _show(context, tap.incident_id)


@allow(COORDINATORS)
async def on_release(update: Update, context: Context) -> None:
    """Let the waves come by themselves again."""
    tap = ReleaseWavesTap.unpack(tapped_data(update))
    await calling.release(context.session, incident_id=tap.incident_id, by=context.person, now=context.now)
    await _show(context, tap.incident_id)
