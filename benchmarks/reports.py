"""Reports: as many as come when something big breaks, stored as they come and decided on in that order."""

import time
from datetime import UTC, datetime

from sqlmodel import col, select

from benchmarks import bot_api, network
from benchmarks.house import Found, Watch, house_over
from handlers.reports.forms import ReportForm
from models.database import Database
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.members import Representative
from models.people import Person
from models.reports import Report, ReportKind, ReportStep
from services.ground import inbox
from services.reports import lists, triage
from services.reports.lists import ReportScope
from services.reports.reporting import Sign

WORDS = "Mất kết nối toàn bộ trụ sở, không vào được hệ thống"


async def reporting(size: int = 1_000) -> Found:
    """Let so many people, who have tapped all the rest, send the sentence at once; then decide on one after another."""
    with bot_api.running(follow=network.OWNER) as url:
        async with house_over(url, size) as house:
            await _begin(house.database, size)
            sentences = [bot_api.say(number, network.FIRST + number - 1, WORDS) for number in range(1, size + 1)]
            async with house.database.writing() as session:
                await inbox.store(session, updates=sentences, now=datetime.now(UTC))
            watch = Watch()
            stored = watch.per_message(await house.dispatcher.drain())
            began = time.perf_counter()
            decided = await _decide(house.database)
            took = time.perf_counter() - began
    return {
        "reports": len(decided),
        "due": size,
        "seconds_to_store": stored["seconds"],
        "ms_of_processor_to_store_each": stored["ms_of_processor_each"],
        "seconds_to_decide": round(took, 2),
        "in_the_order_in_which_they_came": decided == sorted(decided),
    }


async def _begin(database: Database, size: int) -> None:
    """Let everybody have tapped all but the sentence."""
    async with database.writing() as session:
        query = select(Representative.member_id, Person).join(Person, col(Person.id) == Representative.person_id)
        for member_id, person in (await session.exec(query)).all():
            form = ReportForm(Sign(member_id=member_id, kind=ReportKind.LINE))
            now = datetime.now(UTC)
            draft = Draft(
                person_id=id_of(person),
                key=str(person.id),
                dialogue=Dialogue.REPORT,
                step="words",
                data=form.write(),
                updated_at=now,
            )
            session.add(draft)
        await session.flush()


async def _decide(database: Database) -> list[int]:
    """Decide on what waits first in the list until nothing waits; give the updates (ids) by which each came."""
    found: list[int] = []
    while True:
        async with database.writing() as session:
            page = await lists.page(session, scope=ReportScope(), number=0)
            first: Report = page.lines[0].report
            if not page.waiting:
                return found
            by = (await session.exec(network.owner())).one()
            step, now = ReportStep.NOTHING, datetime.now(UTC)
            await triage.say(session, report_id=id_of(first), step=step, words="Đã rõ", by=by, now=now)
            found.append(first.update_id)
