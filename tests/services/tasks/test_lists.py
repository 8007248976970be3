"""Lists of tasks by where they stand, and of businesses that may be given one."""

from dataclasses import replace
from typing import Any

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Capability, Unit
from models.identity import id_of
from models.incidents import Incident
from models.members import Member, MemberStatus, Sector
from models.responses import Answer
from models.tasks import TaskStep
from services.incidents import responses
from services.members import capabilities, entries
from services.tally.counting import AnswerGroup
from services.tasks import lists as task_lists
from services.tasks import owners as task_owners
from services.tasks import steps as task_steps
from services.tasks.lists import Heap, Scope
from services.tasks.owners import Narrowing
from tests.network import HOAN_KIEM, MORNING, Network, business, found_network
from tests.services.tasking import after, assignment, give, take


async def six_tasks(network: Network) -> None:
    """Give the telecom business a task in each of six states, and the IT one a task that it has not seen."""
    ways = (
        (),
        (TaskStep.ACKNOWLEDGED,),
        (TaskStep.ACKNOWLEDGED, TaskStep.BLOCKED),
        (TaskStep.ACKNOWLEDGED, TaskStep.DONE),
        (TaskStep.DECLINED,),
        (TaskStep.ACKNOWLEDGED, TaskStep.DONE),
    )
    for number, steps in enumerate(ways):
        due_at = after(hours=6 - number)
        task = await give(network, assignment(network.telecom, due_at=due_at), draft_key=f"1:{number}")
        if steps:
            await take(network, task, network.an, *steps, note="Lý do")
    await task_steps.verify(network.session, task_id=id_of(task), by=network.coordinator, now=after(minutes=1))
    await give(network, assignment(network.it, due_at=after(minutes=30)), draft_key="1:it")


def numbers(page: task_lists.TaskPage) -> list[int]:
    return [line.task.number for line in page.lines]


async def test_coordinators_see_all_tasks_the_most_pressing_first_and_what_is_over_last(session: AsyncSession) -> None:
    network = await found_network(session)
    await six_tasks(network)

    page = await task_lists.page(session, scope=Scope(), heap=Heap.ALL, number=0, now=MORNING)

    assert numbers(page) == [3, 5, 7, 1, 4]
    assert (page.total, page.pages) == (7, 2)
    assert page.counts == {
        Heap.TODO: 2,
        Heap.DOING: 1,
        Heap.BLOCKED: 1,
        Heap.OVERDUE: 0,
        Heap.WAITING: 1,
        Heap.DECLINED: 1,
        Heap.FINISHED: 1,
        Heap.ALL: 7,
    }
    rest = await task_lists.page(session, scope=Scope(), heap=Heap.ALL, number=1, now=MORNING)
    assert numbers(rest) == [2, 6]


async def test_a_business_sees_its_own_tasks_and_what_it_declined_is_off_its_hands(session: AsyncSession) -> None:
    network = await found_network(session)
    await six_tasks(network)
    scope = Scope(members=[id_of(network.telecom)])

    page = await task_lists.page(session, scope=scope, heap=Heap.ALL, number=0, now=MORNING)

    assert numbers(page)[:4] == [1, 3, 2, 4]
    assert len(numbers(page)) == 5
    assert page.pages == 2
    assert page.counts == {Heap.TODO: 1, Heap.DOING: 2, Heap.WAITING: 1, Heap.FINISHED: 2, Heap.ALL: 6}
    doing = await task_lists.page(session, scope=scope, heap=Heap.DOING, number=0, now=MORNING)
    assert numbers(doing) == [3, 2]


async def test_overdue_is_what_should_have_been_done_by_now(session: AsyncSession) -> None:
    network = await found_network(session)
    await six_tasks(network)

    page = await task_lists.page(session, scope=Scope(), heap=Heap.OVERDUE, number=0, now=after(hours=5))

    assert numbers(page) == [3, 7, 2]
    assert page.counts[Heap.OVERDUE] == 3


async def test_an_incidents_tasks_are_listed_alone_with_its_code(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await give(network, assignment(network.telecom, incident=incident))
    await give(network, assignment(network.telecom), draft_key="1:other")

    scope = Scope(incident_id=id_of(incident))
    page = await task_lists.page(session, scope=scope, heap=Heap.ALL, number=0, now=MORNING)

    assert [(line.task.number, line.incident_code, line.member) for line in page.lines] == [
        (1, "SC-2026-0001", "Viễn thông Sông Hồng")
    ]


async def test_what_needs_a_word_stands_first(session: AsyncSession) -> None:
    network = await found_network(session)
    steps = {
        "doing": (TaskStep.ACKNOWLEDGED,),
        "new": (),
        "late": (TaskStep.ACKNOWLEDGED,),
        "declined": (TaskStep.DECLINED,),
        "blocked": (TaskStep.ACKNOWLEDGED, TaskStep.BLOCKED),
    }
    for name, ways in steps.items():
        due_at = after(minutes=30) if name == "late" else after(hours=3)
        task = await give(
            network, replace(assignment(network.telecom), what=name, due_at=due_at), draft_key=f"1:{name}"
        )
        if ways:
            await take(network, task, network.an, *ways, note="Mất điện")

    page = await task_lists.page(session, scope=Scope(), heap=Heap.ALL, number=0, now=after(hours=1))

    assert [line.task.what for line in page.lines] == ["blocked", "declined", "late", "new", "doing"]


@pytest.mark.parametrize("number", [-1, 0, 99])
async def test_a_page_beyond_the_ends_is_the_nearest_one(session: AsyncSession, number: int) -> None:
    network = await found_network(session)
    await give(network, assignment(network.telecom))

    page = await task_lists.page(session, scope=Scope(), heap=Heap.ALL, number=number, now=MORNING)

    assert (page.number, page.pages, numbers(page)) == (0, 1, [1])


async def test_those_who_are_ready_are_offered_first_and_those_who_cannot_come_last(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    for person, answer in ((network.an, Answer.CANNOT), (network.chi, Answer.READY_60)):
        await responses.respond(session, incident=incident, person=person, answer=answer, now=MORNING)
    await responses.respond(
        session, incident=incident, person=network.chi, answer=Answer.REMOTE, only_for=network.postal.id, now=MORNING
    )

    page = await offered(network, incident)

    assert [(one.member.name, one.group) for one in page.candidates] == [
        ("Công nghệ Hoa Sen", AnswerGroup.READY),
        ("Bưu chính Long Biên", AnswerGroup.REMOTE),
        ("Viễn thông Sông Hồng", AnswerGroup.CANNOT),
    ]


@pytest.mark.parametrize("asked", ["song hong", "Viễn Thông", "sông  hồng vien", "0100000001", "01000000"])
async def test_a_business_is_found_by_words_of_its_name_in_any_spelling_or_its_tax_code(
    session: AsyncSession, asked: str
) -> None:
    network = await found_network(session)
    await index(network)

    page = await find(network, asked)

    assert "Viễn thông Sông Hồng" in [one.member.name for one in page.candidates]


@pytest.mark.parametrize("asked", ["", "  ", "%", "_", "khong co ai"])
async def test_what_names_no_business_finds_none(session: AsyncSession, asked: str) -> None:
    network = await found_network(session)
    await index(network)

    assert not (await find(network, asked)).candidates


async def test_a_business_that_is_suspended_is_not_offered(session: AsyncSession) -> None:
    network = await found_network(session)
    network.telecom.status = MemberStatus.SUSPENDED
    await index(network)

    page = await find(network, "vien thong")

    assert page.candidates == []


async def find(network: Network, asked: str) -> task_owners.CandidatePage:
    return await task_owners.choose(
        network.session,
        incident_id=None,
        narrowing=Narrowing(text=asked),
        by=network.coordinator,
        number=0,
        now=MORNING,
    )


async def offered(network: Network, incident: Incident, **narrowing: Any) -> task_owners.CandidatePage:
    return await task_owners.choose(
        network.session,
        incident_id=id_of(incident),
        narrowing=Narrowing(**narrowing),
        by=network.coordinator,
        number=0,
        now=MORNING,
    )


async def index(network: Network) -> None:
    members = [id_of(one) for one in (network.telecom, network.postal, network.it)]
    await network.session.flush()
    await entries.refresh(network.session, member_ids=members)


async def with_generators(network: Network, name: str, number: int, *, tax_code: str) -> str:
    generators = await kind_of(network.session)
    await business(network.session, tax_code, name, (Sector.IT,), HOAN_KIEM, capabilities={generators: number})
    return name


async def kind_of(session: AsyncSession) -> int:
    found = await session.exec(select(Capability).where(Capability.name_vi == "Máy nổ lưu động"))
    known = found.first()
    if known is not None:
        return id_of(known)
    made = await capabilities.add(
        session, name_vi="Máy nổ lưu động", name_en="Mobile engines", unit=Unit.MACHINES, by=None, now=MORNING
    )
    return id_of(made)


@pytest.mark.parametrize("text", ["3 máy nổ", "ba máy nổ", "3 mobile engine"])
async def test_those_with_enough_of_what_is_typed_stand_before_those_with_less_and_those_of_the_name(
    session: AsyncSession, text: str
) -> None:
    network = await found_network(session)
    first = await business(session, "0100000101", "An Máy Nổ Mobile Engine", (Sector.IT,), HOAN_KIEM)
    for number, (name, machines) in enumerate((("Bình Minh", 2), ("Cửu Long", 5), ("Đại Dương", 3)), 1):
        await with_generators(network, name, machines, tax_code=f"010000020{number}")
    await session.flush()
    every = (await session.exec(select(Member.id))).all()
    await entries.refresh(session, member_ids=[one for one in every if one is not None])

    page = await find(network, text)

    assert [one.member.name for one in page.candidates] == ["Cửu Long", "Đại Dương", "Bình Minh", first.name]
    assert [[each.number for each in one.equipment] for one in page.candidates] == [[5], [3], [2], []]
    assert page.asked == {await kind_of(session)}
