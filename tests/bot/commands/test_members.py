"""Lists of businesses at the command line: plain words, exit codes, files that their owner alone reads."""

import asyncio
import re
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from bot.base.lock import only_one
from bot.base.settings import Settings
from bot.cli import app
from bot.sandbox.web.server import serve
from bot.watching import logs
from tests.bot.command_line import Ended
from tests.bot.sandbox.world import World
from tests.services.lists import HEADINGS, row, xlsx

TOKEN = "7123456789:AAFxyz-abcdefghijklmnopqrstuvwxyz01"
DATABASE = Path("data/sandbox.db")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, stocked: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Begin in a folder with an empty network, with none of our settings in the environment."""
    monkeypatch.chdir(tmp_path)
    DATABASE.parent.mkdir()
    shutil.copy(stocked, DATABASE)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    yield
    logs.set_up("WARNING")


def members(*arguments: str, typed: str = "", **settings: str) -> Ended:
    """Run a command for the province of Hà Nội."""
    environment = {"PROVINCE": "01", **settings}
    result = CliRunner().invoke(app, ["members", *arguments], input=typed, env=environment)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ended(result.exit_code, result.stdout, result.stderr)


def list_of(*rows: list[object], name: str = "ds.xlsx") -> str:
    Path(name).write_bytes(xlsx(rows))
    return name


def stored(query: str = "SELECT name FROM members ORDER BY name") -> list[str]:
    connection = sqlite3.connect(DATABASE)
    try:
        return [str(value) for (value,) in connection.execute(query)]
    finally:
        connection.close()


def readable_by(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def test_the_template_is_written_in_the_offices_language_or_another() -> None:
    assert members("template").said == "Đã ghi mau-danh-sach-don-vi.xlsx.\n"
    ended = members("template", "--language", "en", "--output", "out/list.xlsx")

    assert ended == Ended(0, "out/list.xlsx was written.\n", "")
    sheet = openpyxl.load_workbook("out/list.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[1]][:2] == ["Tax code *", "Business name *"]


def test_a_list_is_checked_told_and_taken_over() -> None:
    ended = members("import", list_of(row(1), row(2)))

    assert ended.code == 0
    assert "Kết quả kiểm tra · ds.xlsx" in ended.said
    assert "➕ Đơn vị mới, chờ người đại diện: 2" in ended.said
    assert stored() == ["Công ty số 1 Hà Nội", "Công ty số 2 Hà Nội"]
    assert stored("SELECT person_id FROM audit WHERE action = 'import'") == ["None"]
    for word in ("Kiểm tra", "So sánh với danh bạ", "Ghi"):
        assert re.search(rf"^{word} ━+ 2/2 0:00:0\d$", ended.complained, re.MULTILINE), ended.complained


def test_twice_changes_nothing() -> None:
    members("import", list_of(row(1)))
    before = stored("SELECT count(*) || '/' || (SELECT count(*) FROM audit) FROM members")

    ended = members("import", "ds.xlsx")

    assert ended.code == 0
    assert "danh bạ giữ nguyên" in ended.said
    assert stored("SELECT count(*) || '/' || (SELECT count(*) FROM audit) FROM members") == before


def test_rejected_rows_are_written_beside_the_list_and_told_by_the_exit_code() -> None:
    ended = members("import", list_of(row(1), row(2, commune="Sao Hỏa")))

    assert ended.code == 3
    assert stored() == ["Công ty số 1 Hà Nội"]
    rejected = Path("ds-dong-bi-loai.xlsx")
    assert f"Đã ghi {rejected}." in ended.said
    assert readable_by(rejected) == 0o600
    rows = list(openpyxl.load_workbook(rejected).worksheets[0].iter_rows(values_only=True))
    assert "Sao Hỏa" in str(rows[1][4])


@pytest.mark.parametrize(
    ("arguments", "typed", "name"),
    [
        ((), "y\n", "Tên mới"),
        ((), "n\n", "Công ty số 1 Hà Nội"),
        (("--merge",), "", "Tên mới"),
        (("--no-merge",), "", "Công ty số 1 Hà Nội"),
    ],
)
def test_known_businesses_are_corrected_only_where_somebody_says_so(
    arguments: tuple[str, ...], typed: str, name: str
) -> None:
    members("import", list_of(row(1)))

    ended = members("import", list_of(row(1, name="Tên mới")), *arguments, typed=typed)

    assert ended.code == 0
    assert ("Cập nhật 1 đơn vị đã có theo tệp?" in ended.said) == (not arguments)
    assert stored() == [name]
    assert Path("ds-so-sanh.xlsx").exists()


def test_without_an_answer_nothing_is_taken_over() -> None:
    members("import", list_of(row(1)))

    ended = members("import", list_of(row(1, name="Tên mới"), row(2)), typed="")

    assert ended.code == 1
    assert stored() == ["Công ty số 1 Hà Nội"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7", "mà là tệp PDF"),
        (xlsx([["x"]], headings=("Họ tên",)), "Không thấy cột: Mã số thuế"),
        (xlsx([row()])[:3000], "Tệp bị hỏng"),
        (xlsx([], headings=HEADINGS), "không có dòng nào"),
        (b"x" * (20 * 1024 * 1024 + 1), "Tệp 21 MB vượt quá giới hạn 20 MB"),
    ],
)
def test_a_bad_file_is_refused_in_plain_words_and_changes_nothing(content: bytes, words: str) -> None:
    Path("ds.xlsx").write_bytes(content)

    ended = members("import", "ds.xlsx")

    assert ended.code == 1
    assert words in ended.complained
    assert "Traceback" not in ended.complained
    assert stored() == []


def test_a_file_that_is_not_there_is_named() -> None:
    ended = members("import", "nowhere.xlsx", LANGUAGE="en")

    assert (ended.code, ended.complained) == (1, "nowhere.xlsx cannot be read: No such file or directory\n")


def test_a_folder_that_cannot_be_written_is_named() -> None:
    Path("out").write_text("no folder")

    ended = members("template", "--output", "out/list.xlsx")

    assert ended.code == 1
    assert ended.complained.startswith("Không ghi được out/list.xlsx: ")


def test_the_bot_that_runs_does_not_keep_a_list_out() -> None:
    members("import", list_of(row(1)))
    with only_one(DATABASE):
        ended = members("import", list_of(row(2)))

    assert ended.code == 0
    assert len(stored()) == 2


def test_the_roster_is_exported_for_the_office_alone() -> None:
    assert members("export").complained == "Chưa có dữ liệu để xuất.\n"
    members("import", list_of(row(1)))

    ended = members("export", "--output", "danh-ba.xlsx")

    assert ended.code == 0
    assert "chỉ dùng trong cơ quan điều phối" in ended.said
    assert readable_by(Path("danh-ba.xlsx")) == 0o600
    assert stored("SELECT action FROM audit WHERE subject = 'export'") == ["roster-exported"]


async def test_sheets_are_made_with_links_to_the_bot_that_the_token_belongs_to() -> None:
    await asyncio.to_thread(members, "import", list_of(row(1), row(2, commune="Ba Vì")))
    database = f"sqlite+aiosqlite:///{DATABASE}"
    async with serve(World(TOKEN, username="mang_luoi_bot")) as address:

        def sheet(*arguments: str) -> Ended:
            return members("sheet", *arguments, BOT_TOKEN=TOKEN, BOT_API_URL=address, DATABASE_URL=database)

        one = await asyncio.to_thread(sheet, "--commune", "ba vi", "--output", "phieu")
        nobody = await asyncio.to_thread(sheet, "--commune", "hoan kiem")
        misspelt = await asyncio.to_thread(sheet, "--commune", "Hoàn Kím")
        unclear = await asyncio.to_thread(sheet, "--commune", "Sao Hỏa")

    assert (one.code, nobody.code, unclear.code) == (0, 0, 1)
    assert "Đã tạo phiếu mời cho 1 đơn vị." in one.said
    assert links_in("phieu") == 1
    assert "Sao Hỏa" in unclear.complained
    # Nobody is asked at a command line, so nothing is guessed there.
    assert (misspelt.code, "Có thể là: Phường Hoàn Kiếm." in misspelt.complained) == (1, True)


def links_in(folder: str) -> int:
    """Count the links of the one sheet in a folder, which its owner alone reads."""
    (file,) = Path(folder).iterdir()
    assert readable_by(file) == 0o600
    return file.read_text("utf-8").count("https://t.me/mang_luoi_bot?start=i-")


def test_sheets_without_a_bot_are_refused_in_plain_words() -> None:
    members("import", list_of(row(1)))

    ended = members("sheet", SANDBOX_PORT="1")

    assert ended.code == 1
    assert ended.complained.startswith("Liên kết mời cần tên của bot: http://127.0.0.1:1: ")
    assert stored("SELECT count(*) FROM invitations") == ["0"]


def test_help_names_every_command_with_what_it_does() -> None:
    ended = members("--help", COLUMNS="120")

    for command in ("template", "import", "export", "sheet"):
        assert re.search(rf"\b{command}\s+[A-Z].*\.", ended.said), command


@pytest.mark.parametrize(("typed", "names"), [("y\n", ["Công ty Điện lực Ba Đình"]), ("n\n", [])])
def test_what_is_written_for_an_old_font_is_converted_where_somebody_says_so(typed: str, names: list[str]) -> None:
    ended = members("import", list_of(row(1, name="C«ng ty §iÖn lùc Ba §×nh")), typed=typed)

    assert "ví dụ “C«ng ty §iÖn lùc Ba §×nh” → “Công ty Điện lực Ba Đình”" in ended.said
    assert "Chuyển 1 dòng sang Unicode rồi kiểm tra lại?" in ended.said
    assert ended.code == (0 if names else 3)
    assert stored() == names
