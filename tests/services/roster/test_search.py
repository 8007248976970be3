"""The roster is searched by any spelling, by whoever may see what is found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Capability
from models.database import KEPT
from models.identity import id_of
from models.members import Member, MemberStatus, Sector
from models.people import Consent, Purpose
from models.roster import RosterEntry
from services.members import entries
from services.members.freshness import EVERY
from services.notation.spelling import sort_key
from services.people import accounts
from services.roster import memory as roster_memory
from services.roster import nearest as roster_nearest
from services.roster import search as roster_search
from services.roster.query import needles, spoken
from services.roster.search import FEW, NO_FILTERS, Filters, Finding, Viewer
from tests.network import BA_VI, HOAN_KIEM, MORNING, business, person, speak

TELECOM, POSTAL, IT = Sector.TELECOM, Sector.POSTAL, Sector.IT
MEMBER = Viewer(1, coordinates=False, sees_phones=True)
COORDINATOR = Viewer(2, coordinates=True, sees_phones=True)
OBSERVER = Viewer(3, coordinates=False, sees_phones=False)
POWER = "Công ty Cổ phần Điện lực Đông Đô"
LOTUS = "Công ty TNHH MTV Hòa Sen Số"
TELEGRAPH = "Tổng công ty Viễn thông Áo Dài"
POST = "Bưu chính Ăn Mặc"
TECHNIQUE = "Kĩ thuật Ấm Êm"
HIDDEN = "Công ty Đang Chờ"


@dataclass
class Roster:
    """A roster of made-up businesses."""

    session: AsyncSession
    members: dict[str, Member]

    async def find(self, text: str, viewer: Viewer = MEMBER, filters: Filters = NO_FILTERS, **more: int) -> Finding:
        search = roster_search.prepare(text, viewer=viewer, filters=filters, now=MORNING)
        return await roster_search.find(self.session, search=search, **more)

    async def names(self, text: str, viewer: Viewer = MEMBER, filters: Filters = NO_FILTERS) -> Sequence[str]:
        finding = await self.find(text, viewer, filters)
        assert finding.total == len(finding.items)
        return [item.member.name for item in finding.items]

    async def refresh(self, *names: str) -> None:
        await self.session.flush()
        await entries.refresh(self.session, member_ids=[id_of(self.members[name]) for name in names])


@pytest.fixture(params=["read through", "in memory"])
async def book(session: AsyncSession, request: pytest.FixtureRequest) -> Roster:
    """A roster of five businesses that are in, and one that waits; a search has the same answers in both ways."""
    session.info[KEPT].clear()
    if request.param == "in memory":
        await roster_memory.keep(session)
    fibre = Capability(name_vi="Đội ứng cứu cáp quang", name_en="Fibre repair crews")
    session.add(fibre)
    await session.flush()
    power = await business(session, "0100000011", POWER, (IT,), HOAN_KIEM, capabilities={id_of(fibre): 4})
    power.phone = "+842438221234"
    lotus = await business(session, "0314409058-002", LOTUS, (IT, TELECOM), BA_VI)
    telegraph = await business(session, "0100000033", TELEGRAPH, (TELECOM,), HOAN_KIEM)
    post = await business(session, "0100000044", POST, (POSTAL,), HOAN_KIEM)
    technique = await business(session, "0100000055", TECHNIQUE, (IT,), BA_VI)
    hidden = await business(session, "0100000066", HIDDEN, (IT,), BA_VI, status=MemberStatus.PENDING)
    found = (power, lotus, telegraph, post, technique, hidden)
    book = Roster(session, {member.name: member for member in found})
    await entries.refresh(session, member_ids=[id_of(member) for member in found])
    return book


@pytest.mark.parametrize(
    "text",
    [
        "dien luc",
        "Điện Lực",
        "ĐIỆN LỰC đông đô",
        "luc dien",
        "ien luc",
        "dldd",
        "0100000011",
        "MST: 0100000011",
        "0100 000 011",
        "000011",
        "cáp quang",
        "fibre",
        "dien hoan kiem",
        "điện phường hoàn kiếm cntt",
        "cty cp điện lực",
        "d l d đ",
    ],
)
async def test_a_business_is_found_by(text: str, book: Roster) -> None:
    assert POWER in await book.names(text)


@pytest.mark.parametrize("text", ["hoa sen", "hòa sen", "hoà sen", "HOÀ SEN", "hss", "0314409058002", "sen ba vi vt"])
async def test_old_and_new_places_of_a_tone_are_alike(text: str, book: Roster) -> None:
    assert await book.names(text) == [LOTUS]


@pytest.mark.parametrize("text", ["kĩ thuật", "kỹ thuật", "ky thuat", "kĩ", "kỹ"])
async def test_i_and_y_are_alike_where_people_write_either(text: str, book: Roster) -> None:
    assert (await book.names(text))[0] == TECHNIQUE


async def test_a_short_word_is_looked_for_at_the_beginning_of_words_only(book: Roster) -> None:
    assert await book.names("en") == []
    assert await book.names("se") == [LOTUS]


async def test_several_words_narrow_down(book: Roster) -> None:
    assert len(await book.names("cong ty")) == 3
    assert await book.names("cong ty vien thong") == [TELEGRAPH, LOTUS]
    assert await book.names("cong ty vien thong sen") == [LOTUS]


async def test_names_come_before_other_finds_and_each_in_vietnamese_order(book: Roster) -> None:
    # Without the legal words before them: Áo Dài's comes as "Viễn thông", Ăn Mặc's as "Bưu chính".
    assert await book.names("") == [POST, POWER, LOTUS, TECHNIQUE, TELEGRAPH]
    # The sector of Hòa Sen is telecommunications, the other one says so in its name.
    assert await book.names("vien thong") == [TELEGRAPH, LOTUS]


async def test_pages_turn_through_all_that_is_found_and_no_further(book: Roster) -> None:
    pages = [await book.find("", page=number, size=2) for number in range(4)]

    assert [(page.page, page.pages, page.total) for page in pages] == [(0, 3, 5), (1, 3, 5), (2, 3, 5), (2, 3, 5)]
    assert [[item.member.name for item in page.items] for page in pages[:3]] == [
        [POST, POWER],
        [LOTUS, TECHNIQUE],
        [TELEGRAPH],
    ]


async def test_many_finds_are_counted_and_paged_as_few_are(book: Roster) -> None:
    many = FEW + 30
    book.session.add_all(
        Member(
            tax_code=f"02{number:08}",
            name=f"Cửa hàng {number:03}" if number % 2 else f"Áo Dài cửa hàng {number:03}",
            status=MemberStatus.APPROVED,
            commune_code=BA_VI,
            registered_at=MORNING,
        )
        for number in range(many)
    )
    await entries.index_missing(book.session)
    pages = [await book.find("cua hang", page=number, size=100) for number in range(7)]
    names = [item.member.name for page in pages for item in page.items]

    assert {(page.total, page.pages) for page in pages} == {(many, 7)}
    assert len(set(names)) == len(names) == many
    assert names == sorted(names, key=sort_key)


async def test_among_many_finds_names_come_first_too(book: Roster) -> None:
    book.session.add_all(
        Member(
            tax_code=f"02{number:08}",
            name=f"Điểm {number:03}" if number > 3 else f"Vì Ba {number}",
            status=MemberStatus.APPROVED,
            commune_code=BA_VI,
            registered_at=MORNING,
        )
        for number in range(FEW + 30)
    )
    await entries.index_missing(book.session)

    found = await book.find("ba vi", size=6)
    names = [item.member.name for item in found.items]
    assert names == ["Vì Ba 0", "Vì Ba 1", "Vì Ba 2", "Vì Ba 3", "Điểm 004", "Điểm 005"]
    following = await book.find("ba vi", page=1, size=6)
    assert following.items[0].member.name == "Điểm 006"
    last = await book.find("ba vi", page=999, size=6)
    assert (last.page, last.total) == (last.pages - 1, FEW + 32)
    assert last.items[-1].member.name == TECHNIQUE


# Who may see what


async def test_only_coordinators_find_who_is_not_plainly_in(book: Roster) -> None:
    assert await book.names("dang cho") == []
    assert await book.names("dang cho", OBSERVER) == []
    assert await book.names("dang cho", COORDINATOR) == [HIDDEN]
    assert await book.names("", COORDINATOR, Filters(status=MemberStatus.PENDING)) == [HIDDEN]
    assert HIDDEN not in await book.names("", MEMBER, Filters(status=MemberStatus.PENDING))


async def test_one_whose_state_changed_without_a_word_to_the_roster_is_not_shown(book: Roster) -> None:
    book.members[POWER].status = MemberStatus.SUSPENDED
    await book.session.flush()

    assert [item.member.name for item in (await book.find("dien luc")).items] == []


@pytest.mark.parametrize("text", ["024 3822 1234", "02438221234", "+84 24 38221234", "(024) 3822-1234", "38221234"])
async def test_a_phone_finds_its_business_for_those_who_may_see_phones(text: str, book: Roster) -> None:
    assert await book.names(text) == [POWER]
    assert await book.names(text, COORDINATOR) == [POWER]
    assert await book.names(text, OBSERVER) == []


async def test_pieces_of_a_phone_find_nothing(book: Roster) -> None:
    for piece in ("3822", "8221234", "0243822"):
        assert await book.names(piece, COORDINATOR) == []


async def household(book: Roster) -> str:
    """Let a household business be there, whose tax code is its owner's personal number; returns its name."""
    shop = await business(book.session, "025201001890", "Tạp hóa Sông Thao", (POSTAL,), BA_VI)
    await entries.refresh(book.session, member_ids=[id_of(shop)])
    return shop.name


@pytest.mark.parametrize("viewer", [MEMBER, OBSERVER])
async def test_whoever_sees_a_personal_number_in_part_finds_its_household_only_by_the_whole(
    viewer: Viewer, book: Roster
) -> None:
    shop = await household(book)
    number = "025201001890"
    parts = {number[start:end] for start in range(12) for end in range(start + 1, 13)} - {number}

    assert [part for part in sorted(parts) if shop in await book.names(part, viewer)] == []
    assert await book.names(f"{number}1", viewer) == []
    assert await book.names("song thao 0252", viewer) == []
    assert await book.names(number, viewer) == [shop]
    assert await book.names("0252 0100 1890", viewer) == [shop]
    assert await book.names(f"thao {number}", viewer) == [shop]


@pytest.mark.parametrize("viewer", [MEMBER, OBSERVER])
async def test_what_is_nearly_a_personal_number_offers_its_household_to_coordinators_alone(
    viewer: Viewer, book: Roster
) -> None:
    shop = await household(book)

    async def offered(text: str, viewer: Viewer) -> list[str]:
        search = roster_search.prepare(text, viewer=viewer, filters=NO_FILTERS, now=MORNING)
        found = await roster_nearest.find(book.session, search=search)
        return [*(one.name for one in found.alike), *(f"{one.dropped}: {one.total}" for one in found.fewer)]

    assert await offered("025201001891", viewer) == []
    assert await offered("qqqq 0252", viewer) == []
    assert await offered("025201001891", COORDINATOR) == [shop]
    assert await offered("qqqq 0252", COORDINATOR) == ["qqqq: 1"]


@pytest.mark.parametrize("text", ["0252", "20100", "890", "02", "025201001890", "song 1890"])
async def test_coordinators_find_a_household_by_any_part_of_its_tax_code(text: str, book: Roster) -> None:
    assert await household(book) in await book.names(text, COORDINATOR)


async def test_the_phone_of_a_person_is_found_by_members_only_with_consent(book: Roster) -> None:
    lan = await person(book.session, 1001, "Trần Thị Lan")
    (await speak(book.session, lan, book.members[LOTUS])).phone = "+84912345678"
    await book.refresh(LOTUS)
    assert await book.names("0912345678") == []
    assert await book.names("0912345678", COORDINATOR) == [LOTUS]

    await accounts.consent(book.session, person=lan, purpose=Purpose.MEMBERSHIP, now=MORNING)
    assert await book.names("0912345678") == []
    await accounts.consent(book.session, person=lan, purpose=Purpose.LISTING, now=MORNING)
    assert await book.names("0912 345 678") == [LOTUS]
    assert await book.names("84912345678") == [LOTUS]

    await book.session.exec(update(Consent).values(withdrawn_at=MORNING))
    assert await book.names("0912345678") == []
    await book.session.exec(update(Consent).values(withdrawn_at=None, text_version="2020-01"))
    assert await book.names("0912345678") == []


# Filters and counts


async def test_filters_narrow_down_together(book: Roster) -> None:
    fibre = (await book.session.exec(select(Capability))).one()
    assert await book.names("", filters=Filters(sector=TELECOM)) == [LOTUS, TELEGRAPH]
    assert await book.names("", filters=Filters(commune=HOAN_KIEM)) == [POST, POWER, TELEGRAPH]
    assert await book.names("", filters=Filters(sector=TELECOM, commune=HOAN_KIEM)) == [TELEGRAPH]
    assert await book.names("", filters=Filters(capability=id_of(fibre))) == [POWER]
    assert await book.names("sen", filters=Filters(sector=POSTAL)) == []


async def test_who_is_away_is_left_out_of_those_available_now(book: Roster) -> None:
    book.members[POST].unavailable_until = MORNING + timedelta(days=2)
    book.members[POWER].unavailable_until = MORNING - timedelta(days=2)
    await book.session.flush()

    assert await book.names("", COORDINATOR, Filters(available=True)) == [POWER, LOTUS, TECHNIQUE, TELEGRAPH]


async def test_coordinators_find_whose_data_are_old(book: Roster) -> None:
    long_ago = MORNING - EVERY
    book.members[POST].registered_at = long_ago
    book.members[POWER].registered_at = long_ago
    book.members[POWER].confirmed_at = MORNING
    book.members[HIDDEN].registered_at = long_ago
    await book.session.flush()

    assert await book.names("", COORDINATOR, Filters(unconfirmed=True)) == [POST]
    assert len(await book.names("", MEMBER, Filters(unconfirmed=True))) == 5


async def test_finds_are_counted_by_each_value_of_a_filter(book: Roster) -> None:
    fibre = (await book.session.exec(select(Capability))).one()
    everything = roster_search.prepare("", viewer=MEMBER, filters=NO_FILTERS, now=MORNING)
    companies = roster_search.prepare("cong ty", viewer=COORDINATOR, filters=NO_FILTERS, now=MORNING)

    assert await roster_search.by_sector(book.session, search=everything) == {TELECOM: 2, POSTAL: 1, IT: 3}
    assert await roster_search.by_capability(book.session, search=everything) == {id_of(fibre): 1}
    assert await roster_search.by_commune(book.session, search=everything) == {HOAN_KIEM: 3, BA_VI: 2}
    assert await roster_search.by_status(book.session, search=companies) == {
        MemberStatus.APPROVED: 3,
        MemberStatus.PENDING: 1,
    }


def test_filters_are_kept_and_taken_away_one_by_one() -> None:
    filters = Filters(sector=TELECOM, available=True, status=MemberStatus.INVITED)

    assert Filters.read(filters.write()) == filters
    assert filters.without("sector") == replace(filters, sector=None)
    assert NO_FILTERS.write() == {}


# What was typed


@pytest.mark.parametrize(
    "text", ["%", "_", "%%%", "'", '"', "\\", "' OR 1=1 --", "⚡️🔥", "\u202e\u200f", "=", "; DROP"]
)
async def test_signs_find_nothing_that_their_letters_do_not(text: str, book: Roster) -> None:
    letters = [needle.shown for needle in needles(text)]
    found = await book.names(text)

    assert found == (await book.names("") if not letters else [])


@given(st.text(max_size=5000))
def test_whatever_is_typed_is_understood_as_a_few_plain_words(text: str) -> None:
    wanted = needles(text)

    assert len(spoken(wanted)) <= 400
    assert all(needle.joined.isalnum() for needle in wanted)
    assert needles(spoken(wanted)) == wanted


async def test_a_long_text_is_searched_without_trouble(book: Roster) -> None:
    assert await book.names("điện lực " * 455) == [POWER]
    assert await book.names("x" * 4096) == []


# Nothing found


async def nearest(book: Roster, text: str, filters: Filters = NO_FILTERS) -> roster_nearest.Nearest:
    search = roster_search.prepare(text, viewer=MEMBER, filters=filters, now=MORNING)
    return await roster_nearest.find(book.session, search=search)


async def test_one_word_less_is_offered_with_what_it_finds(book: Roster) -> None:
    found = await nearest(book, "vien thong khongco")

    assert [(fewer.place, fewer.dropped, fewer.total) for fewer in found.fewer] == [(2, "khongco", 2)]


async def test_the_same_without_filters_is_offered(book: Roster) -> None:
    found = await nearest(book, "dien luc", Filters(sector=POSTAL))

    assert found.without_filters == 1
    assert found.alike == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dien luk dong do", POWER),
        ("dienluc", POWER),
        ("hoa seen", LOTUS),
        ("ao dia", TELEGRAPH),
        ("0100000012", POWER),
    ],
)
async def test_names_and_tax_codes_much_alike_are_offered(typed: str, meant: str, book: Roster) -> None:
    found = await nearest(book, typed)

    assert meant in [member.name for member in found.alike]


async def test_what_is_like_nothing_offers_nothing(book: Roster) -> None:
    for text in ("qqqqqq", "🔥", "12"):
        found = await nearest(book, text)
        assert (found.fewer, found.without_filters, found.alike) == ([], 0, [])


async def test_members_are_not_offered_whom_they_may_not_see(book: Roster) -> None:
    found = await nearest(book, "dang chow")

    assert HIDDEN not in [member.name for member in found.alike]
    assert found.fewer == []


async def test_entries_hold_phones_as_they_are_dialled_at_home(book: Roster) -> None:
    phones = await book.session.exec(select(RosterEntry.phones).where(col(RosterEntry.phones) != ""))
    assert phones.all() == [" 02438221234"]
