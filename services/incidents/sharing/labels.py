"""Labels of incidents: read from words, set and changed, and whether what is said of an incident is protected."""

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.identity import id_of
from models.incidents import Incident
from models.people import Person
from models.tlp import NARROW, UNLABELLED, Tlp
from services.ground import audit
from services.ground.refusals import Refusal
from services.incidents import cards
from services.incidents.sharing import learnt, naming, readers
from services.notation.tlp import label_in, written


class LabelStricter(Refusal):
    """What would be said names the label `label`, which is for fewer than the incident's own."""


def is_narrow(label: Tlp | None) -> bool:
    """Tell whether what is labelled so is for an organisation at most."""
    return label in NARROW


def is_kept_in_chat(label: Tlp | None) -> bool:
    """Tell whether a file that is labelled so cannot be saved even by those who asked for it.

    An office has to work on with what it had written; what is for named people alone goes on to nobody.
    """
    return label is Tlp.RED


def is_wider(label: Tlp | None, *, than: Tlp | None) -> bool:
    """Tell whether more people may be told by one label than by another; without any it is as for the community."""
    width = [*Tlp]
    return width.index(label or UNLABELLED) < width.index(than or UNLABELLED)


async def of(session: AsyncSession, *, incident_id: int) -> Tlp | None:
    """Give the label of an incident, if it has one."""
    found = (await session.exec(select(Incident.tlp).where(Incident.id == incident_id))).first()
    return Tlp(found) if found is not None else None


async def stricter_in(session: AsyncSession, text: str, *, incident_id: int | None) -> Tlp | None:
    """Read the label that words name, where it is for fewer than that of their incident (id), if there is one."""
    said = label_in(text)
    has = await of(session, incident_id=incident_id) if said is not None and incident_id is not None else None
    return said if is_wider(has, than=said) else None


async def check_words(session: AsyncSession, text: str, *, incident_id: int | None) -> None:
    """See that words name no label that is for fewer than what they are sent with; raises LabelStricter."""
    said = await stricter_in(session, text, incident_id=incident_id)
    if said is not None:
        raise LabelStricter(label=written(said))


async def narrowest(session: AsyncSession) -> Tlp | None:
    """Give the narrowest label that any incident has; None where none has one."""
    found = (await session.exec(select(Incident.tlp).where(col(Incident.tlp).is_not(None)).distinct())).all()
    return max((Tlp(one) for one in found if one is not None), key=list(Tlp).index, default=None)


async def change(
    session: AsyncSession, *, incident: Incident, label: Tlp | None, by: Person, now: datetime
) -> Incident:
    """Label an incident otherwise, and have what the outbox keeps of it edited; the same label changes nothing.

    What was sent before carries the new label from then on, and stays protected as it was sent: Telegram protects a
    message only when it comes, so that an old one can still be forwarded, with its label. What was said directly, as an
    answer to a command, stays as it was said. With RED everybody is named who was alerted and still is told of it,
    until a coordinator chooses among them; what groups, observers and others have of it is emptied. Lessons that were
    learnt from it follow.
    """
    if incident.tlp is label:
        return incident
    told = await readers.people(session, incident_id=id_of(incident))
    before, incident.tlp = incident.tlp, label
    if is_wider(label, than=before):
        incident.widened_at = now
    if label is Tlp.RED:
        await naming.propose(session, incident_id=id_of(incident), people=told)
    elif before is Tlp.RED:
        await naming.forget(session, incident_id=id_of(incident))
    await learnt.follow(session, incident_id=id_of(incident), label=label)
    audit.record(
        session,
        person=by,
        action="incident-labelled",
        subject="incident",
        subject_id=id_of(incident),
        now=now,
        before={"tlp": before},
        after={"tlp": label},
    )
    await session.flush()
    await readers.redraw_all(session, incident_id=id_of(incident), now=now)
    await cards.redraw(session, incident_id=id_of(incident), lane=Lane.UPDATE, now=now)
    await cards.redraw_tally(session, incident_id=id_of(incident), now=now)
    return incident
