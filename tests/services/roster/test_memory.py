"""What is kept of the roster in memory answers every search as the entries themselves do, whoever changes them."""

import random
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta

import pytest
from sqlmodel import func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.database import KEPT, Database, opened
from models.identity import id_of
from models.members import Member, MemberStatus, Sector
from models.people import Purpose
from models.roster import RosterChange
from services.members import entries
from services.people import accounts
from services.roster import memory as roster_memory
from services.roster import nearest as roster_nearest
from services.roster import search as roster_search
from services.roster.memory import MOST_TO_CATCH_UP
from services.roster.nearest import Nearest
from services.roster.search import NO_FILTERS, Filters, Finding, Viewer
from tests.network import BA_VI, HOAN_KIEM, MORNING, business, person, speak

VIEWERS = (
    Viewer(1, coordinates=False, sees_phones=True),
    Viewer(2, coordinates=True, sees_phones=True),
    Viewer(3, coordinates=False, sees_phones=False),
)
LEGAL = ("Công ty TNHH", "CTY CP", "Tổng công ty", "Hợp tác xã", "Công ty TNHH MTV", "DNTN", "")
PARTS = (
    "Điện lực", "Viễn thông", "Bưu chính", "Kỹ thuật", "Kĩ nghệ", "Hoà Sen", "Hòa Bình", "Quý Sửu", "An", "Đô", "3T",
    "Số 1", "24/7", "A1", "ĐẮK LẮK", "Nguyễn & Con", "straße", "中文", "Sông Thao", "công nghệ số", "Ý Chí", "2026",
)  # fmt: skip
STATUSES = (*[MemberStatus.APPROVED] * 5, MemberStatus.PENDING, MemberStatus.SUSPENDED, MemberStatus.INVITED)


def name_of(chance: random.Random) -> str:
    return " ".join([chance.choice(LEGAL), *chance.sample(PARTS, chance.randint(1, 3))]).strip()


async def found(session: AsyncSession, chance: random.Random, many: int) -> list[Member]:
    """Let many businesses of all sorts be there, of which some have phones and some people who do."""
    made = []
    for number in range(many):
        member = await business(
            session,
            f"0252{chance.randrange(10**8):08}"
            if number % 7 == 0
            else f"{chance.randrange(10**8):010}" + ("-001" if number % 9 == 0 else ""),
            name_of(chance),
            tuple(chance.sample(list(Sector), chance.randint(1, 2))),
            chance.choice((HOAN_KIEM, BA_VI)),
            status=chance.choice(STATUSES),
        )
        member.phone = f"+8424{chance.randrange(10**8):08}" if number % 3 == 0 else ""
        if number % 4 == 0:
            speaker = await person(session, 5000 + number, f"Người {number}")
            (await speak(session, speaker, member)).phone = f"+849{chance.randrange(10**8):08}"
            if number % 8 == 0:
                await accounts.consent(session, person=speaker, purpose=Purpose.MEMBERSHIP, now=MORNING)
        made.append(member)
    await session.flush()
    await entries.refresh(session, member_ids=[id_of(member) for member in made])
    return made


def asked(chance: random.Random, members: Sequence[Member], phones: Sequence[str]) -> str:
    """Make up what somebody types: pieces of names and numbers of all sorts, as they stand or changed a little."""
    words = [word for member in chance.sample(list(members), 2) for word in member.name.split()]
    numbers = [chance.choice(members).tax_code, chance.choice(phones), chance.choice(phones).replace("0", "84", 1)]
    pieces = [*chance.sample(words, 2), *chance.sample(numbers, 1), chance.choice(PARTS), "".join(w[0] for w in words)]
    typed = []
    for piece in chance.sample(pieces, chance.choice((0, 1, 1, 2, 2, 3))):
        start = chance.choice((0, 0, 0, chance.randrange(len(piece))))
        typed.append(piece[start : start + chance.choice((1, 2, 3, 4, 5, 40))])
    text = " ".join(typed)
    return chance.choice((text, text.lower(), text.upper(), text.replace("ỹ", "ĩ"), text.replace("-", " ")))


async def both_ways(session: AsyncSession, text: str, viewer: Viewer, page: int = 0) -> Sequence[Finding | Nearest]:
    """Search, and look for the nearest, in memory and by reading through the entries."""
    filters = Filters(status=MemberStatus.PENDING) if page == 2 else NO_FILTERS
    search = roster_search.prepare(text, viewer=viewer, filters=filters, now=MORNING)
    answers: list[Finding | Nearest] = []
    kept = dict(session.info[KEPT])
    assert await roster_memory.current(session) is not None
    for memory in (kept, {}):
        session.info[KEPT].clear()
        session.info[KEPT].update(memory)
        answers.append(await roster_search.find(session, search=search, page=page))
        answers.append(await roster_nearest.find(session, search=search))
    session.info[KEPT].update(kept)
    return answers


async def compare(session: AsyncSession, chance: random.Random, members: Sequence[Member], times: int) -> None:
    """Search so many times, and see that both ways have the same answers, of which some find something."""
    phones = [member.phone.replace("+84", "0") for member in members if member.phone]
    finds = 0
    for number in range(times):
        text, page = asked(chance, members, phones), chance.choice((0, 0, 1, 2, 50))
        in_memory, near, read, near_read = await both_ways(session, text, VIEWERS[number % 3], page)
        assert (in_memory, near) == (read, near_read), text
        finds += isinstance(read, Finding) and 0 < read.total < len(members) / 2
    assert finds > 0


async def test_whatever_is_typed_both_ways_find_the_same(session: AsyncSession) -> None:
    chance = random.Random(4)
    members = await found(session, chance, 150)
    session.info[KEPT].clear()
    await roster_memory.keep(session)

    await compare(session, chance, members, 250)


async def test_what_is_common_is_found_among_many_as_it_is_read(session: AsyncSession) -> None:
    members = [
        Member(
            tax_code=f"01{number:08}",
            name=f"Công ty Sao {number % 7} Mai {number}",
            status=MemberStatus.APPROVED,
            commune_code=BA_VI,
            registered_at=MORNING,
        )
        for number in range(1100)
    ]
    session.add_all(members)
    await entries.index_missing(session)
    session.info[KEPT].clear()
    await roster_memory.keep(session)

    for text in ("cong ty", "sao 3", "mai 10", "0100000", "000", "01", "ba vi", "", "cty sao mai"):
        for page in (0, 3, 100, 10**6):
            in_memory, near, read, near_read = await both_ways(session, text, VIEWERS[0], page)
            assert (in_memory, near) == (read, near_read), text


async def test_every_change_is_followed(session: AsyncSession) -> None:
    chance = random.Random(5)
    members = await found(session, chance, 60)
    session.info[KEPT].clear()
    await roster_memory.keep(session)

    for _ in range(12):
        for member in chance.sample(members, 5):
            member.name, member.status = name_of(chance), chance.choice((*STATUSES, MemberStatus.LEFT))
        members += await found_later(session, chance, members)
        await session.flush()
        await entries.refresh(session, member_ids=[id_of(member) for member in members[-20:]])
        await entries.refresh(session, member_ids=[id_of(member) for member in members[:-20]])
        await compare(session, chance, members, 10)


async def found_later(session: AsyncSession, chance: random.Random, members: Sequence[Member]) -> list[Member]:
    tax_code = f"09{len(members):08}"
    return [await business(session, tax_code, name_of(chance), (Sector.IT,), BA_VI)]


async def names(session: AsyncSession, text: str) -> list[str]:
    search = roster_search.prepare(text, viewer=VIEWERS[0], filters=NO_FILTERS, now=MORNING)
    return [item.member.name for item in (await roster_search.find(session, search=search)).items]


async def rename(session: AsyncSession, name: str) -> None:
    (member,) = (await session.exec(select(Member))).all()
    member.name = name
    await session.flush()
    await entries.refresh(session, member_ids=[id_of(member)])


async def one_business(database: Database) -> None:
    """Let there be one business, and the roster be in memory."""
    database.kept.clear()
    async with database.writing() as session:
        await business(session, "0100000011", "Sao Mai", (Sector.IT,), BA_VI)
        await entries.index_missing(session)
    async with database.reading() as session:
        await roster_memory.keep(session)


async def test_what_another_process_changes_is_found_at_once(database: Database) -> None:
    await one_business(database)
    url = database.writer.url.render_as_string(hide_password=False)
    async with opened(url) as another, another.writing() as session:
        await rename(session, "Hoa Sen")

    async with database.reading() as session:
        assert await roster_memory.current(session) is not None
        assert await names(session, "sao mai") == []
        assert await names(session, "hoa sen") == ["Hoa Sen"]


class Undone(Exception):
    """Something went wrong, and the transaction is undone."""


async def test_what_was_changed_and_undone_is_not_found(database: Database) -> None:
    await one_business(database)
    with suppress(Undone):
        async with database.writing() as session:
            await rename(session, "Hoa Sen")
            assert await names(session, "hoa sen") == ["Hoa Sen"]
            raise Undone

    async with database.reading() as session:
        assert await names(session, "hoa sen") == []
        assert await names(session, "sao mai") == ["Sao Mai"]
    async with database.writing() as session:
        # The number of the change that was undone may come a second time.
        await rename(session, "Cỏ May")
    async with database.reading() as session:
        assert await names(session, "hoa sen") == []
        assert await names(session, "co may") == ["Cỏ May"]


async def test_after_an_undone_change_the_roster_is_read_anew(database: Database) -> None:
    await one_business(database)
    with suppress(Undone):
        async with database.writing() as session:
            await rename(session, "Hoa Sen")
            await names(session, "hoa sen")
            raise Undone

    async with database.reading() as session:
        assert await roster_memory.current(session) is None
        await roster_memory.keep(session)
        assert await roster_memory.current(session) is not None
        assert await names(session, "sao mai") == ["Sao Mai"]


async def test_who_is_far_behind_reads_through_until_all_is_read_anew(database: Database) -> None:
    await one_business(database)
    async with database.writing() as session:
        session.add_all(
            Member(
                tax_code=f"02{number:08}",
                name=f"Cửa hàng {number}",
                status=MemberStatus.APPROVED,
                commune_code=BA_VI,
                registered_at=MORNING + timedelta(seconds=number),
            )
            for number in range(MOST_TO_CATCH_UP + 1)
        )
        await entries.index_missing(session)

    async with database.reading() as session:
        assert await names(session, "cua hang 777") == ["Cửa hàng 777"]
        assert await roster_memory.current(session) is None
        await roster_memory.keep(session)
        assert await roster_memory.current(session) is not None
        assert await names(session, "cua hang 777") == ["Cửa hàng 777"]


async def test_memory_that_is_mostly_of_what_is_gone_is_made_anew(database: Database) -> None:
    await one_business(database)
    first = database.kept[roster_memory.NAME]
    async with database.reading() as session:
        await roster_memory.keep(session)
        assert database.kept[roster_memory.NAME] is first
    for number in range(MOST_TO_CATCH_UP + 2):
        first.put((f"sao mai {number}", 1, MemberStatus.APPROVED, " sao mai ", " 0100000011 ", "", None))

    async with database.reading() as session:
        await roster_memory.keep(session)
        assert database.kept[roster_memory.NAME] is not first
        assert await names(session, "sao mai") == ["Sao Mai"]


async def test_only_the_latest_changes_are_told_of(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "CHANGES_KEPT", 2)
    await one_business(database)
    async with database.writing() as session:
        for _ in range(5):
            await rename(session, "Sao Mai")
        assert (await session.exec(select(func.count()).select_from(RosterChange))).one() == 2
