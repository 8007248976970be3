"""Reports in tests of the services: made, and whom they were told to."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel import col, select

from models.broadcasts import Broadcast, BroadcastKind, Delivery
from models.identity import id_of
from models.people import Person
from models.reports import Report, ReportKind
from services.reports import reporting
from services.reports.reporting import Sign
from tests.network import MORNING, PROVINCE, TIME_ZONE, Network

WORDS = "Máy chủ thư tự mã hóa tệp"


def minutes(number: float) -> datetime:
    """Give the moment so many minutes after the morning."""
    return MORNING + timedelta(minutes=number)


async def report(
    network: Network, sign: Sign | None = None, *, by: Person | None = None, now: datetime = MORNING, key: str = ""
) -> Report:
    """Let An report malware for the telecom business, unless told otherwise."""
    sign = sign or Sign(kind=ReportKind.MALWARE, text=WORDS)
    if not sign.member_id:
        sign = replace(sign, member_id=id_of(network.telecom))
    network.declared += 1
    return await reporting.report(
        network.session,
        sign=sign,
        draft_key=key or f"report:{network.declared}",
        by=by or network.an,
        province_code=PROVINCE,
        now=now,
        time_zone=TIME_ZONE,
    )


async def told(network: Network, kind: BroadcastKind, made: Report) -> list[tuple[str, set[int]]]:
    """List the broadcasts of a kind about a report: the news or the rung with which each came, and whom it went to."""
    query = (
        select(Broadcast)
        .where(Broadcast.kind == kind, Broadcast.subject_id == id_of(made), Broadcast.subject == "report")
        .order_by(col(Broadcast.id))
    )
    found = []
    for broadcast in (await network.session.exec(query)).all():
        details = broadcast.details or {}
        went = await network.session.exec(select(Delivery.person_id).where(Delivery.broadcast_id == broadcast.id))
        people = {one for one in went if one is not None}
        found.append((str(details.get("news") or details.get("rung") or "first"), people))
    return found
