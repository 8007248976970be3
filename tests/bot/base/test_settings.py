"""Settings: a wrong value is named on one line with what is allowed; an empty one counts as not set."""

from pathlib import Path

import pytest

from bot.base.settings import ALLOWED, Settings, SettingWrong, read_settings
from bot.base.settings import SECRET as SECRETS
from models.people import Language

SECRET = "hunter2-is-no-token"
CANNOT = "the value cannot be used. Allowed:"


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Begin in an empty folder, with none of our settings in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_without_any_setting_it_is_the_sandbox() -> None:
    settings = read_settings()

    assert settings.in_sandbox
    assert settings.database == "sqlite+aiosqlite:///data/sandbox.db"
    assert settings.office.language is Language.VIETNAMESE
    assert str(settings.office.time_zone) == "Asia/Ho_Chi_Minh"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_API_URL", "api.telegram.org"),
        ("BOT_API_URL", "ftp://api.telegram.org"),
        ("BOT_API_URL", "https://"),
        ("BOT_PROXY", "socks5://127.0.0.1:1080"),
        ("BOT_PROXY", "127.0.0.1:3128"),
        ("DATABASE_URL", "mysql://localhost/x"),
        ("DATABASE_URL", "data/san-sang.db"),
        ("DATABASE_URL", "sqlite+aiosqlite:///"),
        ("DATABASE_URL", "sqlite+aiosqlite:///:memory:"),
        ("DATABASE_URL", "redis://localhost/x"),
        ("DATABASE_URL", "postgresql+asyncpg://localhost/"),
        ("DATABASE_URL", f"postgresql+asyncpg://bot:{SECRET}@localhost:port/san_sang"),
        ("DATABASE_URL", f"postgresql+asyncpg://bot:{SECRET}@localhost:70000/san_sang"),
        ("BOT_PROXY", f"http://user:{SECRET}@[::1"),
        ("BOT_PROXY", f"http://user:{SECRET}@127.0.0.1:70000"),
        ("WEBHOOK_URL", "bot.example.vn/telegram"),
        ("WEBHOOK_SECRET", "two words"),
        ("WEBHOOK_SECRET", "x" * 257),
        ("LISTEN_PORT", "65536"),
        ("OWNER_IDS", "an"),
        ("OWNER_IDS", "12;13"),
        ("OWNER_IDS", "-5"),
        ("OWNER_IDS", "0"),
        ("OWNER_IDS", "9223372036854775808"),
        ("PROVINCE", "99"),
        ("PROVINCE", "Hà Nội"),
        ("TIME_ZONE", "Hanoi"),
        ("TIME_ZONE", "Asia"),
        ("TIME_ZONE", "../Asia/Ho_Chi_Minh"),
        ("TIME_ZONE", "../../../etc/passwd"),
        ("TIME_ZONE", "/etc/passwd"),
        ("TIME_ZONE", "."),
        ("LANGUAGE", "fr"),
        ("SANDBOX_PORT", "70000"),
        ("SANDBOX_PORT", "eighty"),
        ("MESSAGES_PER_SECOND", "0"),
        ("MESSAGES_PER_SECOND", "1001"),
        ("WATCH_PORT", "70000"),
        ("HEARTBEAT", "ftp://example.org/key"),
        ("CAP_SENDER", "Sở KHCN"),
        ("CAP_SENDER", "a,b"),
        ("CAP_TOKEN", "short"),
        ("CAP_ADDRESS", "/cap"),
        ("CAP_WEB", "phutho.gov.vn"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_a_wrong_value_is_named_on_one_line_with_what_is_allowed(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingWrong) as wrong:
        read_settings()

    said = str(wrong.value)
    assert said.startswith(f"{name}: ")
    assert (value in said.partition("Allowed: ")[0]) is (name.lower() not in SECRETS)
    assert said.endswith(f"Allowed: {ALLOWED[name.lower()]}.")
    assert "\n" not in said
    assert wrong.value.__cause__ is None


@pytest.mark.parametrize("value", [SECRET, "123:" + "x" * 65, f"123456:{SECRET} ", "123456"])
def test_a_mistyped_token_is_never_shown(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("BOT_TOKEN", value)

    with pytest.raises(SettingWrong) as wrong:
        read_settings()

    assert str(wrong.value) == f"BOT_TOKEN: the value cannot be used. Allowed: {ALLOWED['bot_token']}."


def test_a_password_in_the_address_of_a_proxy_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_PROXY", f"socks5://user:{SECRET}@127.0.0.1:1080")

    with pytest.raises(SettingWrong) as wrong:
        read_settings()

    assert SECRET not in str(wrong.value)


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_an_empty_value_counts_as_not_set(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name.upper(), "")

    assert read_settings() == Settings(_env_file=None)


def test_a_password_of_the_database_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgresql+asyncpg://bot:{SECRET}@127.0.0.1/san_sang")
    assert SECRET not in read_settings().database_shown
    assert read_settings().on_server

    monkeypatch.setenv("DATABASE_URL", f"mysql://bot:{SECRET}@127.0.0.1/san_sang")
    with pytest.raises(SettingWrong) as wrong:
        read_settings()
    assert SECRET not in str(wrong.value)


def test_a_webhook_needs_its_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "https://bot.example.vn/telegram/")
    with pytest.raises(SettingWrong, match=r"^WEBHOOK_SECRET: .* needed with WEBHOOK_URL"):
        read_settings()

    monkeypatch.setenv("WEBHOOK_SECRET", "A-good_one")
    assert read_settings().webhook_url == "https://bot.example.vn/telegram"


@pytest.mark.parametrize("name", ["BOT_API_URL", "WEBHOOK_URL"])
@pytest.mark.parametrize("value", [f"ftp://bot:{SECRET}@example.org", f"bot:{SECRET}@example.org/telegram"])
def test_a_password_in_any_address_is_never_shown(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingWrong, match=f"^{name}: the value cannot be used"):
        read_settings()


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
@pytest.mark.parametrize("character", ["\n", "\t", "\x1b", "\x7f", "\udcff"], ids=ascii)
def test_no_value_holds_what_cannot_be_written_on_a_line(
    monkeypatch: pytest.MonkeyPatch, name: str, character: str
) -> None:
    monkeypatch.setenv(name.upper(), f"a{character}b")

    with pytest.raises(SettingWrong, match=f"^{name.upper()}: ") as wrong:
        read_settings()

    assert character not in str(wrong.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (f"BOT_TOKEN=123456:{SECRET}\n".encode("utf-16"), ".env is no text in UTF-8. Save it in that encoding."),
        (f"BOT_TOKEN=123456:{SECRET}\nX=\xe9".encode("latin-1"), ".env is no text in UTF-8. Save it in that encoding."),
        (bytes(range(256)), ".env is no text in UTF-8. Save it in that encoding."),
        (f"BOT_TOKEN=123456:{SECRET}\nHEARTBEAT=a\0b".encode(), f"HEARTBEAT: {CANNOT} {ALLOWED['heartbeat']}."),
    ],
)
def test_a_file_that_is_no_text_is_said_to_be_none(content: bytes, said: str) -> None:
    Path(".env").write_bytes(content)

    with pytest.raises(SettingWrong) as wrong:
        read_settings()

    assert str(wrong.value) == said
    assert wrong.value.__suppress_context__


def test_a_folder_in_the_place_of_the_file_is_not_taken_for_no_settings() -> None:
    # Docker makes one where the file that it should mount is missing: the bot would play instead of working.
    Path(".env").mkdir()

    with pytest.raises(SettingWrong, match=r"^\.env cannot be read: Is a directory\.$"):
        read_settings()


def test_a_file_that_begins_with_the_mark_of_windows_is_read_from_its_first_line() -> None:
    Path(".env").write_text("BOT_TOKEN=123456:from-the-file\n", "utf-8-sig")

    assert read_settings().bot_token == "123456:from-the-file"


def test_of_a_value_without_end_the_beginning_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OWNER_IDS", "9" * 5000)

    with pytest.raises(SettingWrong) as wrong:
        read_settings()

    assert len(str(wrong.value)) < 300


def test_the_largest_id_that_telegram_gives_may_be_an_owners(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OWNER_IDS", "1,4503599627370495")

    assert read_settings().owner_ids == (1, 2**52 - 1)


def test_what_is_allowed_is_explained_for_every_setting() -> None:
    assert set(ALLOWED) == set(Settings.model_fields)


def test_settings_come_from_a_file_and_the_environment_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text(
        "BOT_TOKEN=123456:from-the-file\nOWNER_IDS= 5, 6 ,\nPROVINCE=1\nLANGUAGE=en\nSANDBOX_PORT=\nOTHER=x\n", "utf-8"
    )
    monkeypatch.setenv("LANGUAGE", "vi")

    settings = read_settings()

    assert settings.bot_token == "123456:from-the-file"
    assert settings.owner_ids == (5, 6)
    assert settings.province == "01"
    assert settings.language is Language.VIETNAMESE
    assert settings.sandbox_port == 8765


@pytest.mark.parametrize("gettext", ["en_US:en", "en_US", "vi_VN:en_US:en"])
def test_the_language_that_a_desktop_sets_for_gettext_is_not_ours(
    gettext: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", gettext)
    assert read_settings().language is Language.VIETNAMESE

    monkeypatch.setenv("LANGUAGE", gettext)
    Path(".env").write_text("LANGUAGE=en\n", "utf-8")
    assert read_settings().language is Language.ENGLISH


def test_play_and_earnest_have_different_databases(monkeypatch: pytest.MonkeyPatch) -> None:
    in_play = read_settings().database
    monkeypatch.setenv("BOT_TOKEN", "123456:TEST-token")

    assert read_settings().database != in_play
    assert not read_settings().in_sandbox


def test_an_address_may_end_with_a_stroke(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_API_URL", "http://127.0.0.1:8081/")

    assert read_settings().bot_api_url == "http://127.0.0.1:8081"
