"""Policies on a phone: whole labels, five rows, a dozen lines, whatever a department has set."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.frame.views.home import Home
from handlers.frame.views.message import Message, plain
from handlers.frame.views.reader import Reader
from handlers.policies.forms import PolicyForm
from handlers.policies.views import pages, steps
from models.circles import WaveCircle
from models.drafts import Dialogue, Draft
from models.incidents import Severity
from models.people import Language, Role
from services.policies import simulation
from services.policies.simulation import Scenario
from services.policies.terms import DEFAULTS, Quiet, Wave, written

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NIGHT = datetime(2026, 11, 21, 3, 0, tzinfo=ZONE)
READERS = [Reader(language, ZONE, Home("01", "Mạng lưới ứng cứu", "response network")) for language in Language]
FULL = replace(
    DEFAULTS[Severity.SERIOUS],
    reminders=(1410, 1420, 1430, 1440),
    waves=tuple(Wave(circle, 1440, 1000) for circle in WaveCircle),
    quiet=Quiet(22 * 60, 6 * 60),
    raise_after=1440,
    told=(Role.OBSERVER,),
)


def shown(reader: Reader) -> Iterator[Message]:
    yield pages.policies(reader, dict.fromkeys(Severity, FULL))
    yield pages.policy(reader, Severity.SERIOUS, FULL, None, businesses=140)
    draft = Draft(person_id=1, key="k" * 8, dialogue=Dialogue.POLICY, step="home", data={}, updated_at=NIGHT)
    form = PolicyForm(Severity.SERIOUS, written(FULL), 1, WaveCircle.NEIGHBOURS, steps.ITEMS[0])
    for step in steps.STEPS:
        draft.step = step
        yield steps.step(reader, draft, form)
    draft.data = form.write()
    for scenario in Scenario:
        tried = simulation.tried(FULL, scenario, severity=Severity.SERIOUS, since=NIGHT, time_zone=ZONE)
        flags = simulation.flags(FULL, severity=Severity.SERIOUS)
        trial = pages.Trial(FULL, scenario, NIGHT, tried, flags, 140)
        yield pages.trial_as_it_is(reader, Severity.SERIOUS, trial)
        yield steps.try_out(reader, draft, trial)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.language)
def test_every_page_fits_a_phone(reader: Reader) -> None:
    for message in shown(reader):
        lines = [line for line in plain(message.text).splitlines() if line]
        assert len(message.rows) <= 5, message.rows
        assert len(lines) <= 13, message.text


def test_what_comes_after_midnight_of_a_trial_has_its_day() -> None:
    policy = replace(FULL, reminders=(40, 1400), waves=(), quiet=None, raise_after=None)
    tried = simulation.tried(policy, Scenario.SILENCE, severity=Severity.SERIOUS, since=NIGHT, time_zone=ZONE)
    text = plain(
        pages.trial_text(READERS[0], Severity.SERIOUS, pages.Trial(policy, Scenario.SILENCE, NIGHT, tried, (), 140))
    )

    assert "\n03:40 · " in text
    assert "\n02:20 22/11 · " in text


def test_a_number_that_the_network_cannot_reach_is_said_to_stop_nothing() -> None:
    policy = replace(FULL, waves=(Wave(WaveCircle.PROVINCE, 20, 141), Wave(WaveCircle.SECTOR, 30, 140)))
    text = plain(pages.policy(READERS[0], Severity.SERIOUS, policy, None, businesses=140).text)

    assert (
        "⚠️ Luôn gọi, dù bao nhiêu đơn vị sẵn sàng: toàn thành phố (số đã đặt lớn hơn cả mạng lưới, 140 đơn vị)." in text
    )
