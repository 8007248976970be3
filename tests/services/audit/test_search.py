"""Owners find who did what by words in any spelling, by code and by time."""

from datetime import timedelta

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.honours import Honour, HonourKind, HonourState
from models.identity import id_of
from services.audit import search, values
from services.audit.search import AuditEntryUnknown, AuditQuery
from services.audit.values import AuditChange
from services.ground import audit
from tests.network import found_network
from tests.services.cast import NOON, approved, coordinator, newcomer, only_member

ACTIONS = {"language": "đổi ngôn ngữ", "contacts-seen": "xem đầu mối", "notice-all-clear": "báo kết thúc"}
DAY = timedelta(days=1)


async def entered(session: AsyncSession) -> None:
    """Put on record: Hà looked at contacts a day ago, its Lan chose a language, the clock ended a thing."""
    lan = await newcomer(session)
    await approved(session, lan)
    member = await only_member(session)
    ha = await coordinator(session)
    for entry in (await session.exec(select(AuditEntry))).all():
        await session.delete(entry)
    await session.flush()
    audit.record(session, person=ha, action="contacts-seen", subject="member", subject_id=id_of(member), now=NOON - DAY)
    audit.record(session, person=lan, action="language", subject="person", subject_id=id_of(lan), now=NOON)
    audit.record(session, person=None, action="notice-all_clear", subject="incident", subject_id=77, now=NOON)
    await session.flush()


async def found(session: AsyncSession, words: str, **times: object) -> list[str]:
    query = AuditQuery(words, **times)  # type: ignore[arg-type]
    page = await search.page(session, query=query, actions=ACTIONS)
    assert page.total == len(page.lines)
    return [line.entry.action for line in page.lines]


@pytest.mark.parametrize(
    ("words", "actions"),
    [
        ("", ["notice-all_clear", "language", "contacts-seen"]),
        ("Điều phối viên Hà", ["contacts-seen"]),
        ("dieu phoi", ["contacts-seen"]),
        ("lan tran", ["language"]),
        ("VIEN THONG song lo", ["language", "contacts-seen"]),
        ("xem dau moi", ["contacts-seen"]),
        ("bao ket thuc", ["notice-all_clear"]),
        ("song lo ngon ngu", ["language"]),
        ("bưu chính", []),
    ],
)
async def test_every_word_must_begin_one_of_a_name_of_the_act_or_of_whom_it_concerns(
    session: AsyncSession, words: str, actions: list[str]
) -> None:
    await entered(session)

    assert await found(session, words) == actions


async def test_what_is_older_or_younger_than_asked_for_is_left_out(session: AsyncSession) -> None:
    await entered(session)

    assert await found(session, "", until=NOON) == ["contacts-seen"]
    assert await found(session, "", since=NOON) == ["notice-all_clear", "language"]


async def test_a_line_says_who_acted_and_what_it_was_about(session: AsyncSession) -> None:
    await entered(session)

    page = await search.page(session, query=AuditQuery(), actions=ACTIONS)

    assert [(line.who, line.about) for line in page.lines] == [
        (None, ""),
        ("Trần Thị Lan", "Trần Thị Lan"),
        ("Điều phối viên Hà", "Công ty TNHH Viễn thông Sông Lô"),
    ]


async def test_pages_hold_eight_and_the_export_gives_all_in_the_same_order(
    session: AsyncSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "AT_ONCE", 4)
    await entered(session)
    person = await coordinator(session, 9002, "Quản trị Bảo")
    for number in range(9):
        at = NOON + timedelta(minutes=number // 2)
        audit.record(session, person=person, action="language", subject="person", subject_id=number + 50, now=at)
    await session.flush()

    first = await search.page(session, query=AuditQuery("bao"), actions=ACTIONS)
    last = await search.page(session, query=AuditQuery("bao ngon"), actions=ACTIONS, number=9)
    exported = [
        line.entry.subject_id
        async for portion in search.lines(session, query=AuditQuery("bao ngon"), actions=ACTIONS)
        for line in portion
    ]

    assert (len(first.lines), first.pages) == (8, 2)
    assert ([line.entry.subject_id for line in last.lines], last.number) == ([50], 1)
    assert exported == [number + 50 for number in reversed(range(9))]


async def test_a_code_finds_what_is_about_it_and_nothing_else(session: AsyncSession) -> None:
    await entered(session)

    assert await found(session, "SC-2026-0001") == []
    assert await found(session, "sc 2026 1 ket thuc") == []


async def test_an_incidents_code_finds_the_honours_that_came_of_it(session: AsyncSession) -> None:
    network = await found_network(session)
    first, second = [await network.declare() for _ in range(2)]
    for incident in (first, second):
        honour = Honour(
            member_id=id_of(network.telecom),
            kind=HonourKind.EARLY,
            incident_id=id_of(incident),
            state=HonourState.PROPOSED,
            proposed_at=NOON,
            happened_at=NOON,
        )
        session.add(honour)
        await session.flush()
        audit.record(
            session, person=None, action="honour-dropped", subject="honour", subject_id=id_of(honour), now=NOON
        )
    await session.flush()

    assert (await found(session, first.code)).count("honour-dropped") == 1


async def test_an_entry_that_is_gone_is_unknown(session: AsyncSession) -> None:
    with pytest.raises(AuditEntryUnknown):
        await search.one(session, entry_id=4711)


async def test_a_search_is_on_record_without_its_words_but_for_codes(session: AsyncSession) -> None:
    await entered(session)
    person = await coordinator(session, 9002, "Quản trị Bảo")

    search.record_search(session, words="Trần Thị Lan sc-2026-7", person=person, now=NOON)
    await session.flush()

    entry = (await session.exec(select(AuditEntry).where(AuditEntry.action == search.SEARCHED))).one()
    assert entry.after == {"codes": ["SC-2026-0007"], "letters": 10}


def test_values_stand_before_and_after_those_that_changed_first() -> None:
    entry = AuditEntry(
        at=NOON,
        action="task-done",
        subject="task",
        before={"state": "open", "note": "a", "gone": 1},
        after={"note": "a", "state": "done", "due": "2026-11-20T05:00:00+00:00", "empty": None},
    )

    assert values.changes(entry) == [
        AuditChange("state", "open", "done"),
        AuditChange("due", None, NOON),
        AuditChange("gone", "1", None),
        AuditChange("note", "a", "a"),
        AuditChange("empty", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("+84912345678", "…678"),
        ("gọi 0912 345 678 hoặc 02103.846.123", "gọi …678 hoặc …123"),
        ("025203000890", "0252…890"),
        ("SC-2026-0001, 2026-11-20T05:00:00+07:00", "SC-2026-0001, 2026-11-20T05:00:00+07:00"),
        ("4 người lúc 09:00 20/11/2026", "4 người lúc 09:00 20/11/2026"),
    ],
)
def test_numbers_of_people_are_masked_and_nothing_else(text: str, shown: str) -> None:
    assert values.masked(text) == shown


def test_values_of_the_workbook_are_masked_too() -> None:
    assert values.shown({"phone": "+84912345678", "n": None}) == {"phone": "…678", "n": None}
    assert values.shown({"tax_code": "0799001012"}) == {"tax_code": "0799001012"}
    assert values.shown({"tax_code": "025203000890"}) == {"tax_code": "0252…890"}
    assert values.shown(None) == {}
