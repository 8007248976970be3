"""Charts are pictures in which every letter can be read, whatever a business is called."""

import asyncio
import threading
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from matplotlib.colors import to_hex
from matplotlib.image import imread
from matplotlib.text import Text

import handlers.drills
from handlers.frame.charts import bars, drawing
from handlers.frame.charts.bars import MOST_BARS, Bar, BarChart
from handlers.frame.charts.lettering import MISSING, legible, letters

VIETNAMESE = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
ROWS = (Bar("Toàn mạng lưới", 71, 55), Bar("Viễn thông Sông Hồng", 100, 80), Bar("Công nghệ Hoa Sen", 0))


def chart(*rows: Bar, title: str = "DIỄN TẬP · DK-2026-0001", note: str = "") -> BarChart:
    return BarChart(title, rows or ROWS, top=100, scale="Điểm", now="Lần này", before="Lần trước", note=note)


def size(content: bytes) -> tuple[int, int]:
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    height, width, *_ = imread(BytesIO(content)).shape
    return width, height


def colours(content: bytes) -> set[str]:
    dots = imread(BytesIO(content))
    return {to_hex((r, g, b)) for r, g, b, *_ in {tuple(map(float, dot)) for dot in dots.reshape(-1, dots.shape[-1])}}


def words_of_charts() -> str:
    """Give all that we write into charts ourselves, in both languages."""
    files = Path(handlers.drills.__file__).parent.glob("drills.*.ftl")
    lines = [line for file in files for line in file.read_text("utf-8").splitlines() if line.startswith("score-chart-")]
    assert len(lines) >= 2 * 5
    return "".join(lines)


def test_the_font_has_every_letter_of_vietnamese_and_of_our_own_words() -> None:
    wanted = {*VIETNAMESE, *VIETNAMESE.upper(), *words_of_charts(), "\u2026"}
    assert {one for one in wanted if ord(one) not in letters()} == set()


def test_what_is_counted_has_no_quarters_on_its_scale_and_what_is_measured_is_said_exactly() -> None:
    few = BarChart("Sự cố", [Bar("Cáp quang", 1, 0)], top=1, scale="số sự cố", now="11", before="10")
    (axes,) = bars.drawn(few).axes
    assert [float(tick).is_integer() for tick in axes.get_xticks()] == [True] * len(axes.get_xticks())
    measured = Bar("Sẵn sàng", 12.5, 0.4, "12,5 phút", "24 giây")
    (axes,) = bars.drawn(chart(measured)).axes
    assert {"12,5 phút", "24 giây"} <= {text.get_text() for text in axes.texts}
    assert axes.patches[0].get_width() == 12.5  # type: ignore[attr-defined]


def test_a_text_is_composed_and_shows_a_box_where_the_font_has_no_letter() -> None:
    taken_apart = unicodedata.normalize("NFD", "Viễn thông Đống Đa")
    assert legible(taken_apart) == "Viễn thông Đống Đa"
    assert legible("Hoa\n Sen 🌸") == f"Hoa Sen {MISSING}"


@pytest.mark.filterwarnings("error")
def test_no_glyph_is_missing_from_a_picture_whatever_names_hold() -> None:
    # matplotlib warns of each glyph that the font lacks, and reads what stands between dollars as a formula.
    hostile = Bar("🌸 $x^2$ and $\\frac{ 漢字 _ Công ty TNHH \x00\u202e", 40, 12)
    assert size(bars.png(chart(hostile, title="$\\bad$ 🌸", note="và 漢字"))) > (1000, 200)


def test_a_picture_grows_with_its_rows_and_stays_what_telegram_takes_as_a_photo() -> None:
    small = size(bars.png(chart()))
    full = size(bars.png(chart(*(Bar(f"Đơn vị {number}", number, number) for number in range(MOST_BARS)))))
    assert small[0] == full[0]
    assert small[1] < full[1]
    # docs/telegram.md: width and height together, and the longer side beside the shorter.
    assert sum(full) <= 10_000
    assert max(full) <= 20 * min(full)


def test_every_letter_is_read_on_a_phone_and_long_names_leave_room_for_the_bars() -> None:
    name, title = (
        "Công ty Cổ phần Viễn thông Sông Hồng…",
        "DIỄN TẬP · DK-2026-0001 · Mất điện mùa bão tại các xã vùng núi",
    )
    exact = Bar(name, 100, 40, "12 giờ 35 phút", "4 giờ 10 phút")
    drawn = bars.drawn(chart(exact, title=title, note="Không vẽ khoảng thời gian đo được dưới 3 lần."))
    drawn.draw_without_rendering()
    (axes,) = drawn.axes

    whole = drawn.bbox
    texts = [one for one in drawn.findobj(Text) if isinstance(one, Text) and one.get_visible() and one.get_text()]
    assert {name, title} <= {" ".join(one.get_text().split()) for one in texts}
    # A phone is some 390 points wide.
    assert min(float(one.get_fontsize()) for one in texts) / (drawn.get_figwidth() * 72) * 390 >= 8
    for one in texts:
        there = one.get_window_extent()
        assert whole.x0 <= there.x0 <= there.x1 <= whole.x1, one.get_text()
    assert axes.get_position().width > 0.4


def test_last_time_is_drawn_beside_this_time_and_only_where_there_was_one() -> None:
    assert colours(bars.png(chart())) >= {bars.NOW, bars.BEFORE}
    assert colours(bars.png(chart(Bar("A", 50)))) & {bars.NOW, bars.BEFORE} == {bars.NOW}


async def test_charts_are_drawn_beside_the_loop_one_after_another() -> None:
    seen: list[tuple[str, int]] = []

    def draw(name: str) -> bytes:
        seen.append((name, threading.get_ident()))
        return name.encode()

    drawn = await asyncio.gather(*(drawing.beside(draw, name) for name in ("a", "b", "c")))

    assert drawn == [b"a", b"b", b"c"]
    assert [name for name, _ in seen] == ["a", "b", "c"]
    assert {thread for _, thread in seen}.isdisjoint({threading.get_ident()})
    assert len({thread for _, thread in seen}) == 1
