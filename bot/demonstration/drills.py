"""The drill of the demonstration: the script that comes with the product, planned for the whole network."""

from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.drills.views import samples
from handlers.frame.office import Office
from models.identity import id_of
from models.people import Person
from models.scripts import ScriptKind
from services.drills import planning
from services.drills.planning import DrillPlan
from services.scripts import versions, writing

IN = timedelta(days=10)


async def plan(session: AsyncSession, *, office: Office, by: Person, now: datetime) -> None:
    """Plan an announced drill in some days that comes again each year."""
    sample = samples.power_cut(office.reader(office.language))
    script = await versions.begin_new(session, kind=ScriptKind.DRILL, title=sample.title, by=by, now=now)
    for words in sample.steps:
        await writing.add(session, script_id=id_of(script), words=words, by=by, now=now)
    await versions.save(session, script_id=id_of(script), by=by, now=now)
    said = DrillPlan(id_of(script), now + IN, announced=True, yearly=True)
    await planning.plan(session, said=said, draft_key="demonstration", by=by, now=now, time_zone=office.time_zone)
