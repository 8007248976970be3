"""A first line that names a drill says that it is one; nothing else is marked."""

from zoneinfo import ZoneInfo

import pytest
from markupsafe import Markup

from handlers.frame.views.drill_word import marked
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from models.people import Language

READER = Reader(Language.VIETNAMESE, ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("❓ <b>DT-2026-0001</b> · Hỏi\nLời", "DIỄN TẬP · ❓ <b>DT-2026-0001</b> · Hỏi\nLời"),
        ("DK-2026-0012", "DIỄN TẬP · DK-2026-0012"),
        ("🧪 <b>DIỄN TẬP · DT-2026-0001</b>", "🧪 <b>DIỄN TẬP · DT-2026-0001</b>"),
        ("🔴 SC-2026-0001 · Cháy\nnhư DT-2026-0001", "🔴 SC-2026-0001 · Cháy\nnhư DT-2026-0001"),
        ("Tình hình\nDT-2026-0001", "Tình hình\nDT-2026-0001"),
    ],
)
def test_the_word_stands_before_a_drills_code_in_the_first_line(text: str, shown: str) -> None:
    assert marked(READER, Message(Markup(text))).text == shown  # noqa: S704 - only compared
