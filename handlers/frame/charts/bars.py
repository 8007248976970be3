"""Lying bars, a row each, with those of the time before below them."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING

from handlers.frame.charts.lettering import font_file, legible

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

# More rows than these are too small to read on a phone.
MOST_BARS = 30
# Blue and grey are told apart by whoever sees no red or green, and on paper.
NOW, BEFORE, LINES = "#1f5fa8", "#b4bcc8", "#d9dde3"
# So narrow that letters of ten points are read on a phone, where the picture is some 390 points wide.
WIDTH, ROW, AROUND, DOTS = 6.0, 0.42, 1.6, 180
# Letters in a line of the title, of a bar's name, and of what stands above and below the bars; of two names in one.
TITLE, NAME, BESIDE = 46, 24, 42
TOGETHER = 30
THICK, NARROW = 0.7, 0.38
SMALL, LARGE = 10, 13


@dataclass(frozen=True)
class Bar:
    """A row: what it is of, how much, and how much the time before, None where there was none.

    `said` and `said_before` are what stands at the ends of the bars; without them the numbers do.
    """

    label: str
    value: float
    before: float | None = None
    said: str = ""
    said_before: str = ""


@dataclass(frozen=True)
class BarChart:
    """What is drawn: bars from the top down, on a scale from 0 to `top`; `note` says what is left out.

    `now` and `before` are what the two kinds of bars are called.
    """

    title: str
    bars: Sequence[Bar]
    top: int
    scale: str
    now: str
    before: str = ""
    note: str = ""


def png(chart: BarChart) -> bytes:
    """Draw bars as a PNG, some thousand dots wide."""
    picture = BytesIO()
    drawn(chart).savefig(picture, format="png")
    return picture.getvalue()


def drawn(chart: BarChart) -> "Figure":
    """Draw bars, to be saved in any form."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

    font = FontProperties(fname=str(font_file()), size=SMALL)
    # An object of its own: what pyplot keeps of all figures would be shared, and never freed.
    title = _lines(chart.title, TITLE)
    height = AROUND + ROW * (len(chart.bars) + title.count("\n"))
    figure = Figure(figsize=(WIDTH, height), dpi=DOTS, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    _draw_bars(axes, chart.bars, font)
    _draw_scale(axes, chart, font)
    large = FontProperties(fname=str(font_file()), size=LARGE)
    figure.suptitle(title, fontproperties=large, parse_math=False)
    _name_kinds(axes, chart, font)
    return figure


def _lines(text: str, most: int) -> str:
    """Break what is written into lines of so many letters."""
    return "\n".join(wrap(legible(text), most))


def _draw_bars(axes: "Axes", bars: Sequence[Bar], font: "FontProperties") -> None:
    """Draw each row, with its number at its end."""
    for row, bar in enumerate(bars):
        two = bar.before is not None
        middle = row - NARROW / 2 if two else row
        axes.barh(middle, bar.value, height=NARROW if two else THICK, color=NOW)
        _write_number(axes, bar.value, bar.said, middle, font)
        if bar.before is not None:
            axes.barh(row + NARROW / 2, bar.before, height=NARROW, color=BEFORE)
            _write_number(axes, bar.before, bar.said_before, row + NARROW / 2, font)


def _write_number(axes: "Axes", number: float, said: str, row: float, font: "FontProperties") -> None:
    axes.annotate(
        legible(said) or str(number),
        (number, row),
        (4, 0),
        textcoords="offset points",
        va="center",
        fontproperties=font,
        annotation_clip=False,
        parse_math=False,
    )


def _draw_scale(axes: "Axes", chart: BarChart, font: "FontProperties") -> None:
    from matplotlib.ticker import MaxNLocator

    axes.set_xlim(0, chart.top)
    # Nobody counts a quarter of an incident.
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_ylim(len(chart.bars) - 0.5, -0.5)
    labels = [_lines(bar.label, NAME) for bar in chart.bars]
    # A name with two dollar signs is no formula.
    axes.set_yticks(range(len(labels)), labels, fontproperties=font, parse_math=False)
    for tick in axes.get_xticklabels():
        tick.set_fontproperties(font)
    below = [chart.scale, chart.note] if chart.note else [chart.scale]
    axes.set_xlabel("\n".join(_lines(one, BESIDE) for one in below), fontproperties=font, parse_math=False)
    axes.tick_params(length=0)
    axes.set_axisbelow(True)
    axes.grid(axis="x", color=LINES)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)


def _name_kinds(axes: "Axes", chart: BarChart, font: "FontProperties") -> None:
    """Say which bars are which, where there are two kinds."""
    if not any(bar.before is not None for bar in chart.bars):
        return
    from matplotlib.patches import Patch

    kinds = [
        Patch(color=NOW, label=_lines(chart.now, BESIDE)),
        Patch(color=BEFORE, label=_lines(chart.before, BESIDE)),
    ]
    columns = 2 if len(chart.now + chart.before) <= TOGETHER else 1
    named = axes.legend(
        handles=kinds, prop=font, loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=columns, frameon=False
    )
    for text in named.get_texts():
        text.set_parse_math(False)
