"""An incident that becomes for fewer later labels what was sent of it before, whichever kind of message that is."""

import pytest

from models.tlp import Tlp
from tests.scenarios.declaring import AN
from tests.scenarios.honours.test_labels_afterwards import relabel
from tests.scenarios.tasking import given
from tests.story import COORDINATOR, Story, text_of


async def told(story: Story) -> None:
    """Let An's business get a task, an update and the end of an incident, and ask something of it."""
    await given(story)
    await story.say(COORDINATOR, "/tinhhinh")
    await story.press(COORDINATOR, "SC-2026-0001")
    await story.press(COORDINATOR, "✉️ Nhắn tin…")
    await story.press(COORDINATOR, "📣 Báo tin cho tất cả")
    await story.say(COORDINATOR, "Đã khoanh vùng.")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.say(AN, "Cổng số 2 có khóa không?")
    await story.say(COORDINATOR, "/tinhhinh")
    await story.press(COORDINATOR, "SC-2026-0001")
    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.say(COORDINATOR, "Đã khôi phục")
    await story.press(COORDINATOR, "🟢")
    await story.pass_time(minutes=1)


@pytest.mark.parametrize("label", [Tlp.AMBER, Tlp.AMBER_STRICT])
async def test_every_kind_of_message_that_tells_of_it_says_from_then_on_for_whom_it_is(
    story: Story, label: Tlp
) -> None:
    await told(story)
    await relabel(story, label)

    written = {Tlp.AMBER: "TLP:AMBER", Tlp.AMBER_STRICT: "TLP:AMBER+STRICT"}[label]
    shown = [text_of(one) for one in story.chat(AN)]
    for words in ("NV-2026-0001", "Đã khoanh vùng.", "✔ Đã chuyển", "Đã khôi phục"):
        found = [one for one in shown if words in one]
        assert found, words
        assert [one for one in found if written not in one.partition("\n")[0]] == []

    await relabel(story, Tlp.GREEN)
    assert not any("TLP:AMBER" in text_of(one) for one in story.chat(AN))
