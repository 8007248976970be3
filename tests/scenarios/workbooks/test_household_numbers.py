"""A household's tax code is its owner's personal number: shown in part, taken out in full only when asked for."""

import pytest
from sqlmodel import select

from models.audit import AuditEntry
from models.identity import id_of
from models.members import Member
from models.people import Role
from models.roster import RosterEntry
from services.members import entries
from tests.enrolment import appoint, enrol
from tests.scenarios.importing import content_of, files, first_sheet, import_list, lines, workbook
from tests.scenarios.searching import ask, titles
from tests.services.lists import row, tax_code, xlsx
from tests.story import COORDINATOR, Story, buttons_of

HOUSEHOLD, IN_PART = "025201001890", "0252…890"
AN, OBSERVER = 501, 502
NAME = "Tạp hóa Sông Thao"


async def a_household(story: Story, *people: int) -> None:
    """Let some people speak for a household business."""
    for person in people:
        await enrol(story, person, f"Người {person}", NAME)
    async with story.database.writing() as session:
        member = (await session.exec(select(Member).where(Member.name == NAME))).one()
        member.tax_code = HOUSEHOLD
        await session.flush()
        await entries.refresh(session, member_ids=[id_of(member)])


async def open_card(story: Story, person: int) -> str:
    await story.say(person, "/danhba")
    await story.say(person, "Sông Thao")
    if NAME not in story.text(person) or "Mã số thuế" not in story.text(person):
        await story.press(person, NAME)
    return story.text(person)


async def test_an_observer_and_another_business_see_a_part_of_it_and_who_needs_it_all(story: Story) -> None:
    await a_household(story, AN)
    await enrol(story, 503, "Lê Thị Bình", "Ánh Sao")
    await appoint(story, OBSERVER, "Quan sát", role=Role.OBSERVER)

    for person in (OBSERVER, 503):
        card = await open_card(story, person)
        assert f"Mã số thuế: {IN_PART}" in card
        assert HOUSEHOLD not in card
    assert f"Mã số thuế: {HOUSEHOLD}" in await open_card(story, COORDINATOR)
    assert f"Mã số thuế: {HOUSEHOLD}" in await open_card(story, AN)


async def test_an_observer_and_another_business_read_no_more_of_it_off_what_a_search_finds(story: Story) -> None:
    await a_household(story, AN)
    await enrol(story, 503, "Lê Thị Bình", "Ánh Sao")
    await appoint(story, OBSERVER, "Quan sát", role=Role.OBSERVER)

    for person in (OBSERVER, 503):
        for part in ("0252", "02520", "20100", "01890", HOUSEHOLD[:-1]):
            await story.say(person, f"/danhba {part}")
            assert "Không tìm thấy đơn vị nào" in story.text(person)
            assert NAME not in " ".join(buttons_of(story.last(person)))
            assert titles(await ask(story, person, part)) == []
        await story.say(person, f"/danhba {HOUSEHOLD}")
        assert f"{NAME} – theo mã số thuế" in story.text(person)
        assert titles(await ask(story, person, HOUSEHOLD)) == [NAME]
    await story.say(COORDINATOR, "/danhba 02520")
    assert f"{NAME} – theo mã số thuế" in story.text(COORDINATOR)
    assert titles(await ask(story, COORDINATOR, "20100")) == [NAME]


@pytest.mark.parametrize(
    ("button", "code", "recorded"),
    [("📑 Xuất, che số định danh", IN_PART, False), ("Xuất đủ số định danh", HOUSEHOLD, True)],
)
async def test_the_roster_goes_out_with_whole_numbers_only_when_asked_for(
    story: Story, button: str, code: str, recorded: bool
) -> None:
    await a_household(story, AN)
    await import_list(story, xlsx([row(1)]))
    await story.say(COORDINATOR, "/nhapxuat")
    await story.press(COORDINATOR, "📑 Xuất danh bạ")
    assert "1 hộ kinh doanh" in story.text(COORDINATOR)
    assert not files(story)

    await story.press(COORDINATOR, button)

    book = workbook(story, "danh-ba")
    assert {line[0] for line in lines(first_sheet(book))[1:]} == {code, tax_code(1)}
    assert [line[0] for line in lines(book.worksheets[1])[1:]] == [code]
    async with story.database.reading() as session:
        kept = (await session.exec(select(AuditEntry).where(AuditEntry.action == "roster-exported"))).one()
    assert ("personal_numbers" in (kept.after or {})) is recorded


async def test_without_households_nothing_is_asked(story: Story) -> None:
    await import_list(story, xlsx([row(1)]))
    await story.say(COORDINATOR, "/nhapxuat")

    await story.press(COORDINATOR, "📑 Xuất danh bạ")

    assert files(story)


async def test_a_printed_sheet_has_a_part_of_it(story: Story) -> None:
    await import_list(story, xlsx([row(1, tax_code=HOUSEHOLD)]))
    await story.press(COORDINATOR, "🖨 Phiếu mời cho 1 đơn vị")

    sheet = content_of(story, files(story)[-1]).decode()

    assert IN_PART in sheet
    assert HOUSEHOLD not in sheet


async def test_it_goes_with_the_last_who_speaks_for_the_household(story: Story) -> None:
    await a_household(story, AN, 504)

    await withdraw(story, AN)
    assert await code_of(story) == HOUSEHOLD
    await withdraw(story, 504)

    code = await code_of(story)
    assert HOUSEHOLD not in code
    assert not code.isdecimal()
    async with story.database.reading() as session:
        words = (await session.exec(select(RosterEntry.words))).all()
    assert not any(HOUSEHOLD in one for one in words)
    assert "Mã số thuế: (đã xóa)" in await open_card(story, COORDINATOR)


async def withdraw(story: Story, person: int) -> None:
    await story.say(person, "/dulieu")
    await story.press(person, "Rút lại đồng ý")
    await story.press(person, next(one for one in buttons_of(story.last(person)) if "xóa" in one.lower()))


async def code_of(story: Story) -> str:
    async with story.database.reading() as session:
        return (await session.exec(select(Member.tax_code).where(Member.name == NAME))).one()
