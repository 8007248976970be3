"""How long an import of 60,000 businesses takes, how much memory, and how long others wait for the database.

`python -m benchmarks.import_members [ROWS]` makes up a list, imports it twice at the command line into a database of
its own, and prints the figures. Another writer stands beside it all the while, as a running bot would, and measures
how long it is kept waiting.
"""

import os
import random
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import xlsxwriter
from stdnum.vn import mst

from bot.base.catalogue import CATALOGUE
from services.places import communes

ROOT = Path(__file__).parents[1]
PROVINCE = "01"
HEADINGS = ("Mã số thuế", "Tên đơn vị", "Lĩnh vực", "Xã/phường", "Điện thoại đơn vị", "Năng lực")
SECTORS = ("Viễn thông", "bưu chính", "CNTT", "Viễn thông; Công nghệ thông tin, công nghệ số")
PEOPLE = (2, 5, 12)


def tax_codes() -> Iterator[str]:
    """Give tax codes whose check digit is right, one after another."""
    number = 100_000_000
    while True:
        number += 1
        check = mst.calc_check_digit(str(number))
        if len(check) == 1:
            yield f"{number}{check}"


def make_up(file: Path, rows: int) -> None:
    """Write a list of so many businesses of Hà Nội."""
    chance = random.Random(1)  # noqa: S311 - made up, and the same each time
    places = [commune.name for commune in communes.communes(PROVINCE)]
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEADINGS)
    for line, tax_code in zip(range(1, rows + 1), tax_codes(), strict=False):
        capability = f"{chance.choice(CATALOGUE).name_vi}: {chance.choice(PEOPLE)}"
        cells = (
            tax_code,
            f"Công ty TNHH Thương mại và Dịch vụ Viễn thông Số {line}",
            chance.choice(SECTORS),
            chance.choice(places),
            f"091{chance.randrange(10**7):07}",
            chance.choice(("", capability)),
        )
        for column, cell in enumerate(cells):
            sheet.write_string(line, column, cell)
    book.close()


@contextmanager
def another_writer(database: Path) -> Iterator[list[float]]:
    """Take the database for writing again and again, and keep how long each time was waited for, in seconds."""
    waits: list[float] = []
    done = threading.Event()

    def knock() -> None:
        connection = sqlite3.connect(database, timeout=60, isolation_level=None)
        while not done.wait(0.02):
            begun = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            waits.append(time.perf_counter() - begun)
            connection.execute("ROLLBACK")
        connection.close()

    knocking = threading.Thread(target=knock)
    knocking.start()
    yield waits
    done.set()
    knocking.join()


def command(folder: Path, *arguments: str) -> tuple[float, float, int, int]:
    """Run `python -m bot` and give its seconds, those of the processor, its peak memory in MB, and its exit code."""
    environment = {**os.environ, "PROVINCE": PROVINCE, "PYTHONPATH": str(ROOT)}
    begun = time.perf_counter()
    process = os.posix_spawn(
        "/bin/sh",
        ["sh", "-c", 'cd "$0" && exec "$@"', str(folder), sys.executable, "-m", "bot", *arguments],
        environment,
    )
    _, status, used = os.wait4(process, 0)
    seconds = time.perf_counter() - begun
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, os.waitstatus_to_exitcode(status)


def measure(rows: int) -> None:
    """Import a list twice, and print what each took."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_up(folder / "list.xlsx", rows)
        command(folder, "migrate")
        for title in ("first", "again"):
            with another_writer(folder / "data" / "sandbox.db") as waits:
                seconds, busy, megabytes, code = command(folder, "members", "import", "list.xlsx")
            waits.sort()
            longest, usual = waits[-1] * 1000, waits[len(waits) * 99 // 100] * 1000
            print(f"{title}: {rows} rows in {seconds:.1f} s ({busy:.1f} s of the processor), {megabytes} MB at most")  # noqa: T201
            print(f"  exit code {code}; another writer waited {longest:.0f} ms at most, {usual:.0f} ms in 99 of 100")  # noqa: T201


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else 60_000)
