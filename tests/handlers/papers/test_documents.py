"""Every document has the boxes of an official one, whatever is missing, and says whose it is and how far it may go."""

from collections.abc import Mapping
from io import BytesIO

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.table import _Row
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.papers.views import boxes
from tests.network import found_network
from tests.papers.night import documents_of


def words_of(paper: Paper) -> str:
    """Give all words of a document, those of tables and of the corner too."""
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    corner = [one.text for one in paper.sections[0].first_page_header.paragraphs]
    return "\n".join([*corner, *(one.text for one in paper.paragraphs), *cells])


def has(row: _Row, word: str) -> bool:
    """Tell whether a row of a table carries a property."""
    properties = row._tr.trPr
    return properties is not None and properties.find(qn(f"w:{word}")) is not None


WRITTEN: dict[str, bytes] = {}


async def written_once(session: AsyncSession) -> Mapping[str, bytes]:
    """Write the documents for the first test that asks: what is in them stays the same."""
    if not WRITTEN:
        WRITTEN.update(await documents_of(await found_network(session)))
    return WRITTEN


async def test_every_document_has_the_boxes_of_an_official_one(session: AsyncSession) -> None:
    written = await written_once(session)
    papers = {name: Document(BytesIO(content)) for name, content in written.items()}

    assert set(papers) == {
        *("initial", "final", "request", "incident", "minutes"),
        *("half_year", "exercise", "figures", "honours"),
    }
    for name, paper in papers.items():
        words, section = words_of(paper), paper.sections[0]
        for box in (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
            "Số:",
            "Hà Nội, ngày",
            "Nơi nhận:",
        ):
            assert box in words, (name, box)
        assert section.page_width is not None, name
        assert section.left_margin is not None, name
        assert (round(section.page_width.mm), round(section.left_margin.mm)) == (210, 30), name
        assert "./." in words, name
        assert "TLP:" in words, name
        assert "- Lưu: VT, CĐS." in words, name
        # No row goes on over the end of a page, and headings come again on the next.
        for table in paper.tables:
            assert all(has(row, "cantSplit") for row in table.rows), name
    assert "TLP:AMBER" in words_of(papers["initial"])
    assert "DIỄN TẬP" in words_of(papers["exercise"])
    assert "THƯ KÝ" in words_of(papers["minutes"])
    assert "GIÁM ĐỐC" not in words_of(papers["minutes"])


async def test_the_half_year_counts_real_incidents_and_the_drill_tells_its_answers(session: AsyncSession) -> None:
    written = await written_once(session)
    half_year, exercise = (Document(BytesIO(written[name])) for name in ("half_year", "exercise"))

    counts = {row.cells[1].text: [cell.text for cell in row.cells[2:]] for row in half_year.tables[1].rows}
    assert counts["Sự cố kỹ thuật"] == ["1", "0", "1", "", "0"]
    assert counts["Tổng cộng"] == ["1", "0", "1", "", "0"]
    words = words_of(exercise)
    for said in ("Mất điện diện rộng.", "Đã thực hiện", "10:04, 20/11/2026", "chưa phát", "Số lượt trả lời: 1/3 (33%)"):
        assert said in words


async def test_very_many_answers_are_a_line_in_the_report_and_a_table_in_its_appendix(session: AsyncSession) -> None:
    paper = Document(BytesIO((await written_once(session))["incident"]))

    texts = [one.text for one in paper.paragraphs]
    (line,) = [text for text in texts if "đơn vị trả lời" in text]
    assert line.startswith("140 đơn vị trả lời: Sẵn sàng 20; ")
    assert texts.index("Phụ lục") > next(at for at, text in enumerate(texts) if text.endswith("./."))
    table = paper.tables[-1]
    assert len(table.rows) == 141
    assert has(table.rows[0], "tblHeader")
    # The course does not tell each answer once more.
    assert not any("trả lời:" in cell.text for one in paper.tables[:-1] for row in one.rows for cell in row.cells)


async def test_what_a_business_is_honoured_for_is_said_without_a_code(session: AsyncSession) -> None:
    words = words_of(Document(BytesIO((await written_once(session))["honours"])))

    assert "Phát hiện và báo sớm sự cố “Đứt cáp quang” lúc 09:00, 20/11/2026, trước cảnh báo 12 phút;" in words
    assert "-2026-0001" not in words


async def test_who_sat_in_a_meeting_to_which_nobody_was_called_is_left_to_be_written_by_hand(
    session: AsyncSession,
) -> None:
    paper = Document(BytesIO((await written_once(session))["minutes"]))

    texts = [one.text for one in paper.paragraphs]
    place = next(at for at, text in enumerate(texts) if text.startswith("2. "))
    assert texts[place + 1 : place + 6] == [*["\t"] * 4, texts[place + 5]]
    assert texts[place + 5].startswith("3. ")
    # The lines are seen: dots lead from the left to the edge of the text.
    for line in paper.paragraphs[place + 1 : place + 5]:
        (stop,) = line.paragraph_format.tab_stops
        assert stop.leader is WD_TAB_LEADER.DOTS
        assert round(stop.position.mm) == round(boxes.WIDTH.mm)
    assert "Không có" not in "\n".join(texts)
