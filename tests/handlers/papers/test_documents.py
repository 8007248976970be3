"""Every document has the boxes of an official one, whatever is missing, and says whose it is and how far it may go."""

from io import BytesIO

from docx import Document
from docx.document import Document as Paper
from sqlmodel.ext.asyncio.session import AsyncSession

from tests.network import found_network
from tests.papers.night import documents_of


def words_of(paper: Paper) -> str:
    """Give all words of a document, those of tables and of the corner too."""
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    corner = [one.text for one in paper.sections[0].first_page_header.paragraphs]
    return "\n".join([*corner, *(one.text for one in paper.paragraphs), *cells])


async def test_every_document_has_the_boxes_of_an_official_one(session: AsyncSession) -> None:
    written = await documents_of(await found_network(session))
    papers = {name: Document(BytesIO(content)) for name, content in written.items()}

    assert set(papers) == {"initial", "final", "request", "incident", "minutes", "half_year", "exercise"}
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
    assert "TLP:AMBER" in words_of(papers["initial"])
    assert "DIỄN TẬP" in words_of(papers["exercise"])
    assert "THƯ KÝ" in words_of(papers["minutes"])
    assert "GIÁM ĐỐC" not in words_of(papers["minutes"])


async def test_the_half_year_counts_real_incidents_and_the_drill_tells_its_answers(session: AsyncSession) -> None:
    written = await documents_of(await found_network(session))
    half_year, exercise = (Document(BytesIO(written[name])) for name in ("half_year", "exercise"))

    counts = {row.cells[1].text: [cell.text for cell in row.cells[2:]] for row in half_year.tables[1].rows}
    assert counts["Sự cố kỹ thuật"] == ["1", "1", "0", "", "0"]
    assert counts["Tổng cộng"] == ["1", "1", "0", "", "0"]
    words = words_of(exercise)
    for said in ("Mất điện diện rộng.", "Đã thực hiện", "10:04, 20/11/2026", "chưa phát", "Số lượt trả lời: 1/3 (33%)"):
        assert said in words
