"""Draws the house from its folders, its imports and the order that import-linter holds: `make house`.

A floor is a band, and a folder of it a box with the number of its modules. The lowest box stands at the left of the
lowest line, and the same wing has the same place on both floors that have wings. Models have no order but the alphabet.
"""

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs/house.svg"
WIDTH = 900
# All lengths are pixels of a picture as wide as a page of text.
BAND_LEFT, BAND_WIDTH, GAP = 10, 838, 30
HEADER, FOOTER = 30, 34
A_LINE, PITCH, BOX_WIDTH, BOX_HEIGHT, STEP = 9, 92, 86, 38, 44
INK, FAINT, ARROW = "#1f2933", "#66727f", "#7b8794"


@dataclass(frozen=True)
class Floor:
    """One of the four floors: its folder, what it does, and its colours."""

    name: str
    does: str
    band: str
    edge: str


@dataclass(frozen=True)
class Box:
    """A folder or module of a floor: its name, how many modules are in it, and its place; line 0 is the highest."""

    name: str
    modules: int
    column: int
    line: int


@dataclass(frozen=True)
class Band:
    """A floor with its boxes, and where it stands in the picture."""

    floor: Floor
    boxes: list[Box]
    top: int

    @property
    def lines(self) -> int:
        """Tell in how many lines the boxes stand."""
        return max(box.line for box in self.boxes) + 1

    @property
    def height(self) -> int:
        """Tell how high the band is."""
        return HEADER + self.lines * STEP + 4


FLOORS = [
    Floor("bot", "runs: settings, clock, inbox, delivery, command line, sandbox", "#eaf0fb", "#9db4dd"),
    Floor("handlers", "talks: hears an update, calls one service, says what to show", "#e9f5ee", "#93c4a6"),
    Floor("services", "decides: rules and queries; no Telegram, no clock, no settings", "#fdf3e3", "#dfb878"),
    Floor("models", "remembers: tables, enumerations, what must hold of one row", "#f4edf9", "#bfa2d4"),
]


def modules(path: Path) -> int:
    """Count the modules of a folder and of all below it; a file is one."""
    return sum(file.name != "__init__.py" for file in path.rglob("*.py")) if path.is_dir() else 1


def from_below(floor: str) -> list[str]:
    """List the folders of a floor in the order that import-linter holds, the lowest first."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each.get("containers") == [floor])
    return [name for layer in reversed(layers) for name in layer.split(" | ")]


def places(below: list[str], above: list[str]) -> list[str]:
    """Give one order for the wings of two floors; the lowest of both share a place, under the lower floor's name."""
    order = list(below)
    for before, name in pairwise([below[0], *above[1:]]):
        if name not in order:
            order.insert(order.index(before) + 1, name)
    return order


def boxes(floor: str) -> list[Box]:
    """Make the boxes of a floor; where it has no folders, each of its modules is one."""
    folder = ROOT / floor
    if floor == "models":
        files = sorted(file for file in folder.glob("*.py") if file.stem != "__init__")
        return [Box(file.stem, 1, at % A_LINE, at // A_LINE) for at, file in enumerate(files)]
    own = [name for name in from_below(floor) if not name.startswith("__")]
    order = own if floor == "bot" else places(from_below("services"), from_below("handlers"))
    at = {name: order.index(name) if name in order else 0 for name in own}
    highest = max(at.values()) // A_LINE
    paths = {name: folder / name if (folder / name).is_dir() else folder / f"{name}.py" for name in own}
    return [
        Box(paths[name].name, modules(paths[name]), at[name] % A_LINE, highest - at[name] // A_LINE) for name in own
    ]


def bands() -> list[Band]:
    """Stack the floors, the highest first."""
    stacked: list[Band] = []
    for floor in FLOORS:
        top = stacked[-1].top + stacked[-1].height + GAP if stacked else BAND_LEFT
        stacked.append(Band(floor, boxes(floor.name), top))
    return stacked


def imported(floor: str) -> set[str]:
    """Name the floors that some module of a floor imports."""
    found: set[str] = set()
    for file in (ROOT / floor).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
            elif isinstance(node, ast.Import):
                found.update(each.name.partition(".")[0] for each in node.names)
    return found & {each.name for each in FLOORS} - {floor}


def text(x: float, y: float, words: str, *, size: float = 12, colour: str = INK, more: str = "") -> str:
    """Write words at a point."""
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="{colour}"{more}>{words}</text>'


def box(one: Box, band: Band) -> Iterator[str]:
    """Draw a box: a module by itself has a name alone."""
    x, y = BAND_LEFT + 8 + one.column * PITCH, band.top + HEADER + one.line * STEP
    middle = ' text-anchor="middle"'
    yield (
        f'<rect x="{x}" y="{y}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="5" fill="#ffffff" '
        f'stroke="{band.floor.edge}"/>'
    )
    counted = one.modules > 1
    yield text(x + BOX_WIDTH / 2, y + (17 if counted else 23), one.name, size=11.5, more=middle)
    if counted:
        yield text(x + BOX_WIDTH / 2, y + 31, f"{one.modules} modules", size=10, colour=FAINT, more=middle)


def band(one: Band) -> Iterator[str]:
    """Draw a floor."""
    floor, total = one.floor, modules(ROOT / one.floor.name)
    yield (
        f'<rect x="{BAND_LEFT}" y="{one.top}" width="{BAND_WIDTH}" height="{one.height}" rx="9" fill="{floor.band}" '
        f'stroke="{floor.edge}"/>'
    )
    yield text(BAND_LEFT + 10, one.top + 20, f"{floor.name}/", size=15, more=' font-weight="bold"')
    yield text(BAND_LEFT + 100, one.top + 20, floor.does, size=12.5)
    end = ' text-anchor="end"'
    yield text(BAND_LEFT + BAND_WIDTH - 12, one.top + 20, f"{total} modules", size=11, colour=FAINT, more=end)
    for each in one.boxes:
        yield from box(each, one)


def arrow(points: str) -> str:
    """Draw an arrow along some points."""
    return f'<path d="{points}" fill="none" stroke="{ARROW}" stroke-width="2" marker-end="url(#head)"/>'


def arrows(stack: list[Band]) -> Iterator[str]:
    """Draw which floor imports which: to the next one straight down, to those below it around the side."""
    side = BAND_LEFT + BAND_WIDTH
    around = 0
    for (upper, over), (lower, under) in combinations(enumerate(stack), 2):
        if under.floor.name not in imported(over.floor.name):
            continue
        if lower == upper + 1:
            x = BAND_LEFT + BAND_WIDTH // 2
            yield arrow(f"M{x} {over.top + over.height + 2}V{under.top - 8}")
        else:
            around += 1
            start, end = over.top + 14 + 10 * around, under.top + 10 + 10 * around
            yield arrow(f"M{side} {start}H{side + 4 + 11 * around}V{end}H{side + 8}")


def drawn() -> str:
    """Draw the picture."""
    stack = bands()
    bottom = stack[-1].top + stack[-1].height
    legend = (
        "An arrow leads from whatever imports to what is imported. Above the models, a box imports only those to its "
        "left and in the lines below; buttons may lead up."
    )
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {bottom + FOOTER}" width="{WIDTH}" '
        f'height="{bottom + FOOTER}" font-family="Helvetica, Arial, sans-serif" role="img">',
        "<title>The floors and wings of the house</title>",
        f'<defs><marker id="head" viewBox="0 0 8 8" refX="4" refY="4" markerWidth="5" markerHeight="5" orient="auto">'
        f'<path d="M0 0L8 4L0 8z" fill="{ARROW}"/></marker></defs>',
        f'<rect width="{WIDTH}" height="{bottom + FOOTER}" fill="#ffffff"/>',
        *(line for one in stack for line in band(one)),
        *arrows(stack),
        text(BAND_LEFT + 2, bottom + 22, legend, size=11.5, colour=FAINT),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    PICTURE.write_text(drawn(), "utf-8")
