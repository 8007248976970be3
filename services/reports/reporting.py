"""A member reports what it sees: kept at once with a code, told to coordinators, and added to later."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.members import Member
from models.people import Person
from models.reports import (
    ENDED,
    REPORT_SUBJECT,
    UNDECIDED,
    PlaceFrom,
    Report,
    ReportChange,
    ReportKind,
    ReportState,
    ReportStep,
)
from models.tlp import Tlp
from services.conversations import danger, hints
from services.ground import attachments, audit, codes
from services.ground.arrivals import Arrival
from services.ground.attachments import Attachment
from services.ground.codes import Code
from services.ground.refusals import Refusal
from services.notation.tlp import label_in, narrowest
from services.people import businesses
from services.reports import cards, ladder, places
from services.reports.kinds import ReportNews
from services.reports.reports import SERIES, NotYourReport, check_words, history, own


class ReportAlreadySent(Refusal):
    """The report was sent already; `code` names it."""


class ReportKeptAsItIs(Refusal):
    """The report `code` was decided on: its words stay, and more can be added."""


class ReportNotTheirsAnyMore(Refusal):
    """The person speaks no longer for the business of the report `code`."""


@dataclass(frozen=True)
class Sign:
    """All that a person says of what they see; `member_id` is the business for which they say it.

    Another's system is one of the register (`system_id`), a business's (`owner_id`), or whose it is `whose_said`.
    """

    member_id: int = 0
    kind: ReportKind = ReportKind.OTHER
    began_at: datetime | None = None
    is_own: bool = True
    owner_id: int | None = None
    system_id: int | None = None
    whose_said: str = ""
    needs_help: bool = False
    is_confidential: bool = False
    text: str = ""
    files: tuple[Attachment, ...] = ()


async def report(
    session: AsyncSession,
    *,
    sign: Sign,
    draft_key: str,
    by: Person,
    province_code: str,
    now: datetime,
    time_zone: ZoneInfo,
    message_id: int = 0,
    came: Arrival | None = None,
) -> Report:
    """Keep what a person sees, once for each draft: they are thanked, coordinators are told, and it climbs.

    Raises ReportAlreadySent on the second tap, NotYourReport, ReportWordsLength or TooManyFiles.
    """
    await _refuse_second_tap(session, draft_key)
    member = await _spoken_for(session, sign.member_id, by)
    check_words(sign.text)
    files = attachments.check_number(sign.files)
    place = places.found(sign.text, files, address=_address(member, is_own=sign.is_own), province_code=province_code)
    code = await codes.following(session, series=SERIES, now=now, time_zone=time_zone)
    came = came or Arrival(now)
    made = _made(sign, code, place, by=by, came=came, message_id=message_id, draft_key=draft_key, now=now)
    session.add(made)
    await session.flush()
    await attachments.keep(session, subject=REPORT_SUBJECT, subject_id=id_of(made), attachments=files)
    await _tell(session, made, by=by, now=now)
    return made


def _made(
    sign: Sign,
    code: Code,
    place: tuple[str | None, PlaceFrom | None],
    *,
    by: Person,
    came: Arrival,
    message_id: int,
    draft_key: str,
    now: datetime,
) -> Report:
    """Make the row of what a person says."""
    commune_code, place_from = place
    return Report(
        year=code.year,
        number=code.number,
        code=str(code),
        member_id=sign.member_id,
        person_id=id_of(by),
        kind=sign.kind,
        began_at=sign.began_at,
        is_own=sign.is_own,
        owner_id=sign.owner_id,
        system_id=sign.system_id,
        whose_said=sign.whose_said,
        needs_help=sign.needs_help,
        # The label for named people alone has one meaning: whoever wrote it, and those who coordinate.
        is_confidential=sign.is_confidential or label_in(sign.text) is Tlp.RED,
        text=sign.text,
        commune_code=commune_code,
        place_from=place_from,
        message_id=message_id,
        reported_at=came.at,
        update_id=came.update_id,
        state=ReportState.NEW,
        state_at=now,
        draft_key=draft_key,
    )


async def _tell(session: AsyncSession, made: Report, *, by: Person, now: datetime) -> None:
    """Thank the reporter, tell the coordinators, let it climb, and leave an audit row."""
    await ladder.plan(session, report=made, now=now)
    await cards.tell_reporter(session, report=made, now=now)
    await cards.tell_coordinators(session, report=made, now=now)
    after = {"code": made.code, "member_id": made.member_id, "confidential": made.is_confidential}
    audit.record(
        session, person=by, action="report-sent", subject=REPORT_SUBJECT, subject_id=made.id, now=now, after=after
    )


async def _refuse_second_tap(session: AsyncSession, draft_key: str) -> None:
    sent = (await session.exec(select(Report).where(Report.draft_key == draft_key))).first()
    if sent is not None:
        raise ReportAlreadySent(code=sent.code)


async def _spoken_for(session: AsyncSession, member_id: int, by: Person) -> Member:
    """Find the business for which a person reports; raises NotYourReport."""
    for member in await businesses.spoken_for(session, person=by):
        if member.id == member_id:
            return member
    raise NotYourReport


def _address(member: Member, *, is_own: bool) -> str | None:
    """Give where the business is (commune code), if it is its own system; of another's that says nothing."""
    return member.commune_code if is_own else None


async def add(
    session: AsyncSession,
    *,
    report_id: int,
    text: str,
    files: Sequence[Attachment],
    by: Person,
    province_code: str,
    now: datetime,
) -> Report:
    """Add words and files of the reporter to a report; coordinators are told anew, and what they had ended waits again.

    Where nothing but the address said where it is, what is added may say it.

    Raises ReportUnknown, NotYourReport, ReportWordsLength or TooManyFiles.
    """
    added_to = await own(session, report_id=report_id, person=by)
    if text or not files:
        check_words(text)
    attachments.check_number(files)
    await attachments.keep(session, subject=REPORT_SUBJECT, subject_id=report_id, attachments=files)
    # What is added may be for fewer than what was said first, and never for more.
    added_to.tlp = narrowest(added_to.tlp, label_in(text))
    added_to.is_confidential = added_to.is_confidential or label_in(text) is Tlp.RED
    commune_code, place_from = places.found(text, files, address=None, province_code=province_code)
    if place_from is PlaceFrom.LOCATION or (place_from is not None and added_to.place_from in places.BY_NO_WORD):
        added_to.commune_code, added_to.place_from = commune_code, place_from
    session.add(
        ReportChange(report_id=report_id, person_id=id_of(by), step=ReportStep.ADDED, at=now, note=text or None)
    )
    await session.flush()
    if added_to.state in ENDED and (files or not hints.is_bare_acknowledgement(text)):
        await _wait_again(session, added_to, now=now)
    await cards.redraw(session, report=added_to, now=now)
    await cards.tell_coordinators(session, report=added_to, news=ReportNews.ADDED, now=now)
    return added_to


async def _wait_again(session: AsyncSession, report: Report, *, now: datetime) -> None:
    """Let a report that was ended be looked at again by itself, whatever it followed."""
    report.state, report.state_at = ReportState.NEW, now
    report.naming_asked_at, report.laid_to_id = None, None
    await ladder.plan(session, report=report, now=now)


async def change(
    session: AsyncSession, *, by: Person, message_id: int, text: str, province_code: str, now: datetime
) -> Report | None:
    """Put the words of an edited message (id) in the place of those of the report that it was sent with, if with one.

    They say anew where it is, unless a place was sent. What they were is kept among its steps; coordinators are told
    where one has looked at it, or where the words tell of danger only now.

    Raises ReportWordsLength, ReportKeptAsItIs or ReportNotTheirsAnyMore.
    """
    query = select(Report).where(Report.person_id == id_of(by), Report.message_id == message_id)
    changed = (await session.exec(query)).first() if message_id else None
    if changed is None or changed.text == text:
        return changed
    check_words(text)
    if changed.member_id not in {one.id for one in await businesses.spoken_for(session, person=by)}:
        raise ReportNotTheirsAnyMore(code=changed.code)
    if changed.state not in UNDECIDED:
        raise ReportKeptAsItIs(code=changed.code)
    session.add(
        ReportChange(report_id=id_of(changed), person_id=id_of(by), step=ReportStep.EDITED, at=now, note=changed.text)
    )
    now_of_danger = danger.is_told_in(text) and not danger.is_told_in(changed.text)
    changed.text, changed.edited_at = text, now
    changed.is_confidential = changed.is_confidential or label_in(text) is Tlp.RED
    if changed.place_from is not PlaceFrom.LOCATION:
        member = await session.get_one(Member, changed.member_id)
        changed.commune_code, changed.place_from = places.found(
            places.all_words(changed, await history(session, report=changed)),
            (),
            address=_address(member, is_own=changed.is_own),
            province_code=province_code,
        )
    await session.flush()
    await cards.redraw(session, report=changed, now=now)
    if changed.state is not ReportState.NEW or now_of_danger:
        await cards.tell_coordinators(session, report=changed, news=ReportNews.EDITED, now=now)
    return changed
