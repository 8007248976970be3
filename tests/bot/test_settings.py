"""Settings come from the environment and `.env`; a wrong one is named on one line."""

from pathlib import Path

import pytest

from bot.settings import read_settings
from models.people import Language


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Read settings in a folder without a `.env` of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("gettext", ["en_US:en", "en_US", "vi_VN:en_US:en"])
def test_the_language_that_a_desktop_sets_for_gettext_is_not_ours(
    gettext: str, empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", gettext)
    assert read_settings().language is Language.VIETNAMESE

    monkeypatch.setenv("LANGUAGE", gettext)
    (empty_folder / ".env").write_text("LANGUAGE=en\n")
    assert read_settings().language is Language.ENGLISH
