"""Make the data of the wing `places` anew from the lists of administrative units.

    .venv/bin/python -m tools.places FOLDER

FOLDER holds `provinces.csv` (code, kind, name, since), `communes.csv` (code, kind, name, province_code, kind_since),
`communes-before-2025.csv` and `commune-places.csv`. Where the kind of a unit has changed since July 2025, `since` and
`kind_since` say by which resolution and from which day ("36/2026/QH16, 2026-09-01"): each kind gets a row of its own,
with the day from which it holds. Nothing is fetched.
"""

import csv
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

DATA = Path(__file__).parent.parent / "services/places/lists"
FIRST_DAY = "2025-07-01"
KIND_BEFORE = {"Phường": "Xã", "Thành phố": "Tỉnh"}
PROVINCES = ("code", "kind", "name", "from", "by")
COMMUNES = ("code", "kind", "name", "province_code", "from", "by")
FORMER = ("code", "name", "district", "province", "now")
SPOTS = ("code", "latitude", "longitude", "km2", "neighbours")


def main(folder: Path) -> None:
    """Write the four files of the product from those of a folder."""
    _write("provinces.csv", PROVINCES, _dated(_rows(folder, "provinces.csv"), "since"))
    _write("communes.csv", COMMUNES, _dated(_rows(folder, "communes.csv"), "kind_since"))
    _write("communes-before-2025.csv", FORMER, _rows(folder, "communes-before-2025.csv"))
    _write("commune-places.csv", SPOTS, _rows(folder, "commune-places.csv"))


def _rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _dated(rows: Iterable[Mapping[str, str]], since: str) -> Iterator[dict[str, str]]:
    """Give a row for each kind that a unit has had, with the day from which it holds, the newest last."""
    for row in rows:
        if not row[since]:
            yield {**row, "from": FIRST_DAY, "by": ""}
            continue
        by, day = row[since].split(", ")
        yield {**row, "kind": KIND_BEFORE[row["kind"]], "from": FIRST_DAY, "by": ""}
        yield {**row, "from": day, "by": by}


def _write(name: str, columns: tuple[str, ...], rows: Iterable[Mapping[str, str]]) -> None:
    with (DATA / name).open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        out.writeheader()
        out.writerows(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
