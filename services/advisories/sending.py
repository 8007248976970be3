"""An advisory goes out in one tap, to exactly those whom its preview counted."""

from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.advisories import ADVISORY_SUBJECT, Advisory, AdvisoryReceipt, AdvisoryState
from models.advisories import AdvisoryPart as Part
from models.identity import id_of
from models.people import Person
from models.tlp import Tlp
from services.advisories import advisories, circles, posts, steps
from services.advisories.circles import AdvisoryCircle
from services.advisories.kinds import ADVISORY
from services.ground import audit, codes
from services.ground.codes import Code
from services.ground.refusals import Refusal
from services.groups import bindings
from services.notation.tlp import label_in, narrowest
from services.outbox import broadcasts


class AdvisorySentAlready(Refusal):
    """The advisory was sent already; `code` names it."""


class AdvisoryForFew(Refusal):
    """What is for named people alone is no advisory: it is sent to nobody."""


class NobodyToAdvise(Refusal):
    """Nobody speaks for a business of that circle."""


class AdvisoryDuePast(Refusal):
    """The moment until which something is to be done has passed."""


@dataclass(frozen=True)
class AdvisorySaid:
    """All that a coordinator says of a warning before it is sent."""

    what: str = ""
    todo: str = ""
    due_at: datetime | None = None
    circle: AdvisoryCircle = field(default_factory=AdvisoryCircle)
    tlp: Tlp = Tlp.GREEN


@dataclass(frozen=True)
class AdvisoryReach:
    """How many an advisory reaches, and whether it is posted in the public channel."""

    members: int
    people: int
    is_posted: bool


def label_of(said: AdvisorySaid) -> Tlp:
    """Give the label of a warning: what its words name may be for fewer than what was chosen."""
    return narrowest(said.tlp, label_in("\n".join((said.what, said.todo)))) or said.tlp


async def reach(session: AsyncSession, *, said: AdvisorySaid, now: datetime, time_zone: ZoneInfo) -> AdvisoryReach:
    """Count whom an advisory would reach."""
    found = await circles.pairs(session, circle=said.circle, now=now, time_zone=time_zone)
    is_posted = label_of(said) is Tlp.CLEAR and await posts.channel(session) is not None
    return AdvisoryReach(len({one for one, _ in found}), len({one for _, one in found}), is_posted)


async def send(
    session: AsyncSession, *, said: AdvisorySaid, draft_key: str, by: Person, now: datetime, time_zone: ZoneInfo
) -> Advisory:
    """Keep an advisory and send it once for each draft, to groups of businesses too; what is for everybody is posted.

    Raises AdvisorySentAlready, AdvisoryForFew, AdvisoryDuePast, NobodyToAdvise or AdvisoryWordsLength.
    """
    before = (await session.exec(select(Advisory).where(Advisory.draft_key == draft_key))).first()
    if before is not None:
        raise AdvisorySentAlready(code=before.code)
    if label_of(said) is Tlp.RED:
        raise AdvisoryForFew
    if said.due_at is not None and said.due_at <= now:
        raise AdvisoryDuePast
    found = await circles.pairs(session, circle=said.circle, now=now, time_zone=time_zone)
    if not found:
        raise NobodyToAdvise
    code = await codes.following(session, series=advisories.SERIES, now=now, time_zone=time_zone)
    advisory = _made(said, code, draft_key=draft_key, by=by, now=now)
    steps.plan(advisory, now=now)
    session.add(advisory)
    await session.flush()
    members = list(dict.fromkeys(one for one, _ in found))
    session.add_all(AdvisoryReceipt(advisory_id=id_of(advisory), member_id=member_id) for member_id in members)
    await session.flush()
    people = [person_id for _, person_id in found]
    groups = await bindings.bound_to(session, members=members)
    await broadcasts.queue(session, kind=ADVISORY, people=people, groups=groups, subject_id=id_of(advisory), now=now)
    await posts.post(session, advisory=advisory, now=now)
    audit.record(
        session,
        person=by,
        action="advisory-sent",
        subject=ADVISORY_SUBJECT,
        subject_id=id_of(advisory),
        now=now,
        after={"code": advisory.code, "tlp": advisory.tlp, "members": len(members), **advisory.circle},
    )
    return advisory


def _made(said: AdvisorySaid, code: Code, *, draft_key: str, by: Person, now: datetime) -> Advisory:
    what = advisories.tidied(Part.WHAT, said.what)
    made = Advisory(
        year=code.year,
        number=code.number,
        code=str(code),
        person_id=id_of(by),
        title=advisories.titled(what),
        what=what,
        todo=advisories.tidied(Part.TODO, said.todo),
        due_at=said.due_at,
        tlp=label_of(said),
        words="",
        circle=circles.kept(said.circle),
        is_chosen=said.circle.is_by_name,
        state=AdvisoryState.OPEN,
        sent_at=now,
        draft_key=draft_key,
    )
    made.words = advisories.found_by(made)
    return made
