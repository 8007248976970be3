"""One thing has one word: the glossary's table says which, and no text uses another for it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from models.people import Language
from tests.handlers import sources

# Headings that people write in their own lists are read, never shown.
READ_ONLY = "workbook-spellings-"
TEXTS = {
    Language.VIETNAMESE: ("handlers/**/*.vi.ftl", "bot/**/vi.ftl"),
    Language.ENGLISH: ("handlers/**/*.en.ftl", "bot/**/en.ftl"),
}


class Choice(NamedTuple):
    """A row of the table: the word to use, those that it stands for, and where one of these means something else."""

    language: Language
    use: str
    avoid: list[str]
    unless: list[str]


def table() -> list[Choice]:
    """Read the glossary's table of words, one choice a row."""
    text = (sources.ROOT / "docs/glossary.md").read_text("utf-8")
    section = text.partition("\n## Words to use")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line[:1] == "|"]
    return [Choice(Language(row[0]), row[1], _list(row[2]), _list(row[3])) for row in rows[2:]]


def _list(cell: str) -> list[str]:
    return [each.strip() for each in cell.split(";") if each.strip()]


def avoided(line: str, choice: Choice) -> list[str]:
    """Find which words of a choice a line uses that it should not, whatever their capitals."""
    for fine in choice.unless:
        line = re.sub(re.escape(fine), " ", line, flags=re.IGNORECASE)
    return [word for word in choice.avoid if re.search(_whole(word), line, re.IGNORECASE)]


def _whole(word: str) -> str:
    """Write a word as a pattern that no longer word answers; a sign is found wherever it stands."""
    return rf"(?<!\w){re.escape(word)}(?!\w)" if word[0].isalpha() else re.escape(word)


def texts(language: Language) -> Iterator[tuple[Path, int, str]]:
    """Give every line of the texts of a language, without keys and comments."""
    for pattern in TEXTS[language]:
        for path in sorted(sources.ROOT.glob(pattern)):
            for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
                if not line.startswith(("#", READ_ONLY)):
                    yield path.relative_to(sources.ROOT), number, re.sub(r"^-?[a-z][\w-]* =|^\s*\*?\[\w+\]", "", line)


def test_no_text_uses_a_word_that_the_glossary_avoids() -> None:
    wrong = [
        f"{path}:{number}: “{word}”, not “{choice.use}”"
        for choice in table()
        for path, number, line in texts(choice.language)
        for word in avoided(line, choice)
    ]

    assert wrong == []


def test_the_texts_of_every_wing_and_of_the_chat_page_are_read() -> None:
    for language in Language:
        read = {path.parent for path, _, _ in texts(language)}
        assert {path.parent for path in _all_texts(language)} == read


def _all_texts(language: Language) -> set[Path]:
    return {
        path.relative_to(sources.ROOT)
        for floor in ("bot", "handlers", "services", "models")
        for path in (sources.ROOT / floor).rglob("*.ftl")
        if path.name.split(".")[-2] == language
    }


def test_each_word_is_chosen_or_avoided_never_both() -> None:
    for language in Language:
        rows = [row for row in table() if row.language == language]
        kept, out = {row.use for row in rows}, [word for row in rows for word in row.avoid]

        assert len(rows) >= 8
        assert len(out) == len(set(out))
        assert kept.isdisjoint(out)


def test_the_words_that_once_stood_side_by_side_are_chosen() -> None:
    chosen = {row.use: row.avoid for row in table()}

    assert "chủ hệ thống" in chosen["quản trị hệ thống"]
    assert "chạm" in chosen["bấm"]
    assert "chấp thuận" in chosen["phê duyệt"]
    assert "giao việc" in chosen["giao nhiệm vụ"]
    assert "tình trạng" in chosen["trạng thái"]
    assert "đường dẫn" in chosen["liên kết"]
    assert "owners" in chosen["system administrator"]
    assert "looked" in chosen["view"]


def test_a_word_is_found_whole_and_not_where_it_means_something_else() -> None:
    approve = Choice(Language.VIETNAMESE, "phê duyệt", ["duyệt", "chấp thuận"], ["phê duyệt", "trình duyệt"])
    tap = Choice(Language.VIETNAMESE, "bấm", ["chạm"], [])

    assert avoided("Điều phối viên duyệt, chấp thuận hồ sơ", approve) == ["duyệt", "chấp thuận"]
    assert avoided("Phê duyệt rồi mở bằng trình duyệt", approve) == []
    assert avoided("Chạm một nút", tap) == ["chạm"]
    assert avoided("Đi chậm", tap) == []
    assert avoided("Gửi «máy phát»?", Choice(Language.VIETNAMESE, "“…”", ["«"], [])) == ["«"]
