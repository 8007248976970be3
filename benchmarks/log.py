"""An incident's log of 10,000 rows: how long a page of it takes, from the tap to the words."""

import random
import time
from datetime import UTC, datetime, timedelta

from sqlalchemy import insert
from sqlmodel import select

from benchmarks import bot_api, network
from benchmarks.house import Found, house_over
from handlers.operations.views import log as views
from models.database import Database
from models.identity import id_of
from models.incidents import Incident
from models.operations import LogEntry
from services.declarations import declaring as declarations
from services.declarations.declaring import Declaration
from services.operations import log

ROWS, FEW = 10_000, 100
WORDS = "Đội kéo cáp đã tới cổng số 2, đang hàn sợi thứ ba; đề nghị bố trí thêm một máy phát điện 5 kW."


async def opening_log(times: int = 300) -> Found:
    """Open pages of a log of 10,000 rows, the newest more often than others, one in ten an edit."""
    chance = random.Random(4)  # noqa: S311 - no secret
    took: list[float] = []
    with bot_api.running() as url:
        async with house_over(url, FEW) as house:
            incident_id = await _write(house.database, now=datetime.now(UTC))
            reader = house.settings.office.reader(house.settings.office.language)
            for _ in range(times):
                number = chance.choice((0, 0, 0, ROWS // log.PAGE // 2, ROWS // log.PAGE))
                begun = time.perf_counter()
                async with house.database.reading() as session:
                    incident = await session.get_one(Incident, incident_id)
                    shown = await log.page(session, incident=incident, number=number)
                    views.page(reader, incident, shown, in_group=True, now=datetime.now(UTC))
                took.append(time.perf_counter() - begun)
    if shown.total != ROWS:
        raise SystemExit(f"the log has {shown.total} rows, not {ROWS}")
    took.sort()
    return {"p50_ms": round(took[times // 2] * 1000, 1), "longest_ms": round(took[-1] * 1000, 1)}


async def _write(database: Database, *, now: datetime) -> int:
    """Declare an incident, and fill its log."""
    async with database.writing() as session:
        owner = (await session.exec(network.owner())).one()
        incident, _ = await declarations.declare(
            session,
            declaration=Declaration(title=network.TITLE, description="Đề nghị hỗ trợ."),
            draft_key="log",
            province_code="01",
            by=owner,
            now=now,
            time_zone=network.ZONE,
        )
        incident_id = id_of(incident)
        row = {"incident_id": incident_id, "person_id": owner.id, "chat_id": -1, "text": WORDS, "album": ""}
        rows = [
            {**row, "message_id": number, "said_at": now + timedelta(seconds=number), "changes_id": None}
            for number in range(ROWS * 9 // 10)
        ]
        await (await session.connection()).execute(insert(LogEntry), rows)
        firsts = (await session.exec(select(LogEntry.id, LogEntry.message_id).limit(ROWS // 10))).all()
        edits = [{**row, "message_id": message, "said_at": now, "changes_id": first} for first, message in firsts]
        await (await session.connection()).execute(insert(LogEntry), edits)
    return incident_id
