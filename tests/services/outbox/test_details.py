"""What a message is about: its subject, and typed details beside it."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import timedelta
from typing import get_args, get_type_hints

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind
from models.identity import id_of
from services.ground.details import Details, read
from services.incidents.kinds import AfterOutage
from services.outbox import broadcasts
from services.people.kinds import MEMBERSHIP, News
from services.tasks import cards
from services.tasks.kinds import OwnersCard, OwnersReminder
from services.wings import KINDS
from tests.network import MORNING, found_network
from tests.services.tasking import assignment, give

LATER = MORNING + timedelta(minutes=1)


async def test_details_of_another_kind_are_refused(session: AsyncSession) -> None:
    network = await found_network(session)

    with pytest.raises(TypeError):
        await broadcasts.queue(
            session, kind=MEMBERSHIP, people=[id_of(network.an)], subject_id=1, details=AfterOutage(), now=MORNING
        )


async def test_details_are_read_as_the_type_that_they_were_written_as_and_as_no_other(session: AsyncSession) -> None:
    network = await found_network(session)
    await give(network, assignment(network.telecom))
    query = select(Broadcast.details).where(col(Broadcast.kind) == BroadcastKind.TASK)
    (stored,) = await session.exec(query)

    assert read(stored, OwnersReminder, OwnersCard) == OwnersCard(id_of(network.telecom), None)
    assert read(stored, News, OwnersReminder) is None
    assert read(None, News) is None


def numbers_of(kind: type) -> Iterator[tuple[str, bool]]:
    """List the whole numbers among the fields of a type, however deep, and whether each is a field of its own."""
    for name, hint in get_type_hints(kind).items():
        if hint is int or hint == int | None:
            yield name, True
            continue
        for part in get_args(hint):
            if part is int:
                yield name, False
            elif is_dataclass(part):
                assert isinstance(part, type)
                yield from ((inner, False) for inner, _ in numbers_of(part))


@pytest.mark.parametrize("details", sorted({one for kind in KINDS.values() for one in kind.details}, key=str))
def test_details_name_what_they_refer_to_as_a_merger_looks_for_it(details: type[Details]) -> None:
    """Every number is a count or an id; an id bears the subject's name, or what is no subject of any message's."""
    counts = {"count", "page", "failed", "recipients", "rung", "seconds", "lane", "part", "minutes"}
    others = {"job_id", "update_id", "broadcast_id", "notice_id", "answer_id", "message_id"}
    others |= {"command_id", "offer_id", "change_id", "call_id", "duty_id", "correction_id"}
    subjects = {f"{kind.subject}_id" for kind in KINDS.values() if kind.subject}

    referring = [(name, plain) for name, plain in numbers_of(details) if name not in counts | others]

    assert [one for one in referring if one not in {(name, True) for name in subjects}] == []


async def test_messages_about_a_business_and_cards_that_went_to_it_follow_it_into_another(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    telecom, postal = id_of(network.telecom), id_of(network.postal)
    task = await give(network, assignment(network.telecom))
    news = await broadcasts.queue(
        session, kind=MEMBERSHIP, people=[id_of(network.an)], subject_id=telecom, details=News("x"), now=MORNING
    )
    assert await cards.holders(session, task=task, member_id=telecom)

    await broadcasts.move_subject(session, subject="member", before=telecom, after=postal)

    await session.refresh(news)
    assert news.subject_id == postal
    assert await cards.holders(session, task=task, member_id=telecom) == []
    (stored,) = await session.exec(select(Broadcast.details).where(col(Broadcast.kind) == BroadcastKind.TASK))
    assert read(stored, OwnersCard) == OwnersCard(postal, None)
