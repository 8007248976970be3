"""What people tap is read whole on a phone, in five rows: menus, cards and the tally, in both languages.

A message splits a row whose labels a phone would cut; here the rows are laid out so that none has to be split.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from handlers.frame.views.fitting import WIDEST_OF, width_of
from handlers.frame.views.home import Home
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.front import layout
from handlers.front import views as front
from handlers.incidents.views import cards as incidents
from handlers.tasks.views import cards as tasks
from models.incidents import IncidentKind, IncidentStatus, IncidentType, Severity
from models.members import Member, MemberStatus
from models.people import Language
from models.responses import Answer, Response
from models.tasks import Task, TaskState, TaskStep
from services.incidents.standings import Standing
from services.tasks.orders import StepTaken, TaskSheet

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
HOME = Home("25", "Mạng lưới ứng cứu", "response network")
READERS = [Reader(language, ZoneInfo("Asia/Ho_Chi_Minh"), HOME) for language in Language]
MOST_ROWS = 5
BUSINESS = Member(
    id=1,
    tax_code="0100000001",
    name="Viễn thông Sông Hồng",
    status=MemberStatus.APPROVED,
    commune_code="00070",
    registered_at=NOW,
)


def menus(reader: Reader) -> Iterator[Message]:
    for kind, rows in layout.MENU.items():
        yield front.menu(
            reader,
            kind=kind,
            things=(),
            buttons=0,
            entries=layout.fitted(rows, taken=0),
            department="Sở",
            businesses=(),
            greeting=False,
        )
        yield front.more(reader, layout.behind(rows))


def alerts(reader: Reader) -> Iterator[Message]:
    for given, files in product((None, *Answer), (0, 1)):
        facts = incidents.Facts(
            code="SC-2026-0001",
            kind=IncidentKind.INCIDENT,
            type=IncidentType.TECHNICAL,
            severity=Severity.SERIOUS,
            status=IncidentStatus.OPEN,
            title="Đứt cáp",
            description="Đứt cáp",
            headcount_wanted=0,
            until_at=None,
            communes=[],
            sectors=[],
            capabilities=[],
            files=files,
            declared_at=NOW,
            department="Sở",
        )
        response = Response(id=1, incident_id=1, member_id=1, person_id=1, answer=given, answered_at=NOW)
        standing = Standing(member=BUSINESS, response=response if given else None, by="An")
        yield incidents.card(reader, facts, standings=[standing], now=NOW)


def orders(reader: Reader) -> Iterator[Message]:
    for state, files, spoken_for in product(TaskState, (0, 99), (True, False)):
        task = Task(
            id=1,
            year=2026,
            number=1,
            code="NV-2026-0001",
            member_id=1,
            severity=Severity.MEDIUM,
            what="Hàn cáp",
            place="Cổng số 2",
            due_at=NOW + timedelta(hours=2),
            state=state,
            state_at=NOW,
            asked_by_id=1,
            asked_at=NOW,
            draft_key="1:a",
        )
        step = StepTaken(TaskStep.ASSIGNED, 1, BUSINESS.name, "Hạ", NOW, files=files)
        sheet = TaskSheet(task, BUSINESS, None, "Hạ", [step], spoken_for)
        yield tasks.watch(reader, sheet, department="Sở", now=NOW)
        yield tasks.alarm(reader, sheet, "done", now=NOW)
        yield tasks.card(reader, sheet, department="Sở", now=NOW)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.language)
@pytest.mark.parametrize("shown", [menus, alerts, orders])
def test_every_label_is_whole_and_every_button_in_sight(shown: object, reader: Reader) -> None:
    assert callable(shown)
    messages = list(shown(reader))

    assert len(messages) > 5
    for message in messages:
        rows = [[button.text for button in row] for row in message.rows]
        assert len(rows) <= MOST_ROWS, rows
        for row in rows:
            assert [label for label in row if width_of(label) > WIDEST_OF[len(row)]] == []


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.language)
def test_what_is_loud_on_a_task_is_what_to_do_next_and_never_to_cancel_or_decline(reader: Reader) -> None:
    for message in orders(reader):
        loud = [button for row in message.rows for button in row if button.style]
        assert len(loud) <= 1
        assert all(not button.data.endswith((":cancelled", ":declined")) for button in loud)
