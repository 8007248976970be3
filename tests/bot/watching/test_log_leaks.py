"""Whatever goes wrong, no log and no traceback holds the token, a phone number, a name, or what a person wrote."""

import asyncio
import io
import json
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import update
from sqlalchemy.exc import DataError, IntegrityError, OperationalError
from sqlmodel import col, select

from bot.sandbox.traffic.faults import Fault
from bot.watching import logs
from bot.watching.tracebacks import UNTOLD, said, told
from models.applications import Application, ApplicationKind, ApplicationStatus
from models.channels import Channel
from models.drafts import Draft
from models.identity import id_of
from models.inbox import InboxState
from models.members import Member
from models.people import Person
from services.applications.form import Form
from services.applications.kinds import APPLICATION
from services.outbox import broadcasts
from tests.bot.engine.test_answers_together import READY, alerted, handed_over, refusing
from tests.bot.engine.test_inbox import rows, work
from tests.enrolment import enrol
from tests.scenarios.declaring import declare
from tests.story import COORDINATOR, TOKEN, Story, text_of

AN, BINH, CHI = 201, 202, 203
NAMES = ("Nguyễn Văn Kín", "Lê Thị Ẩn", "Phạm Giấu", "Viễn thông Lặng")
TEXTS = ("Tủ cáp bí mật", "Mật khẩu là hoa-sen", "Xin đừng ghi lại")
PHONES = ("+84912345678", "0912 345 678", "0912.345.678", "84912345678")
NEEDLES = (*NAMES, *TEXTS, *PHONES, "912345678", TOKEN, TOKEN.partition(":")[2])


@contextmanager
def listening() -> Iterator[list[dict[str, Any]]]:
    """Log everything to a standard error of our own; its lines are there at the end."""
    lines: list[dict[str, Any]] = []
    with redirect_stderr(io.StringIO()) as stream:
        logs.set_up("DEBUG", secrets=[TOKEN])
        try:
            yield lines
        finally:
            logs.set_up("WARNING")
    written = stream.getvalue()
    assert [needle for needle in NEEDLES if needle in written or json.dumps(needle)[1:-1] in written] == []
    lines += [json.loads(line) for line in written.splitlines()]


async def break_draft(story: Story, telegram_id: int) -> None:
    """Let a draft hold what its form cannot be read from, and what its person wrote."""
    async with story.database.writing() as session:
        person = (await session.exec(select(Person).where(Person.telegram_id == telegram_id))).one()
        await session.exec(
            update(Draft)
            .where(col(Draft.person_id) == id_of(person))
            .values(data={"form": {"kind": TEXTS[0], "title": [TEXTS[1]], "description": {"phone": PHONES[1]}}})
        )


async def queue_unmakeable(story: Story) -> None:
    """Queue a card that cannot be made, for its application has nobody behind it."""
    async with story.database.writing() as session:
        coordinator = (await session.exec(select(Person).where(Person.telegram_id == COORDINATOR))).one()
        member = (await session.exec(select(Member))).first()
        assert member is not None
        application = Application(
            kind=ApplicationKind.JOIN,
            member_id=id_of(member),
            person_id=id_of(coordinator),
            status=ApplicationStatus.SUBMITTED,
            submitted_at=story.clock.now(),
        )
        session.add(application)
        await session.flush()
        await broadcasts.queue(
            session,
            kind=APPLICATION,
            people=[id_of(coordinator)],
            subject_id=application.id,
            now=story.clock.now(),
        )


async def test_a_story_in_which_everything_fails_leaves_nothing_in_the_logs(story: Story) -> None:
    for person, name in zip((AN, BINH, CHI), NAMES, strict=False):
        await enrol(story, person, name, f"{NAMES[3]} {person}")
    faults = story.world.faults

    with listening() as lines:
        # Telegram refuses, cuts off, cannot read, asks to wait; one has blocked the bot.
        story.world.block(CHI)
        faults.add(Fault("unparsable_html", "sendMessage", chat_id=AN))
        faults.add(Fault("429", "sendMessage", chat_id=AN))
        faults.add(Fault("500", "sendMessage", chat_id=BINH))
        await declare(story, TEXTS[0])
        faults.add(Fault("drop_after", "sendMessage", chat_id=AN, times=3))
        await story.press(AN, "✅ Sẵn sàng")
        await story.say(AN, f"{TEXTS[2]}, gọi {PHONES[1]} hoặc {PHONES[2]}")
        # A broken draft: its form cannot be read, three times over.
        await story.say(COORDINATOR, f"/suco {TEXTS[1]}")
        await break_draft(story, COORDINATOR)
        await story.world.say(COORDINATOR, f"{TEXTS[2]} {PHONES[0]}")
        await work(story)
        # An update that cannot be read at all.
        spoiled = {"message_id": 7, "date": "yesterday", "chat": {"id": AN, "type": "private"}, "text": TEXTS[1]}
        story.world.queue.put("message", {**spoiled, "from": {"id": AN, "first_name": NAMES[0], "is_bot": False}}, AN)
        await work(story)
        # A card that cannot be made, and Telegram gone altogether.
        await queue_unmakeable(story)
        await work(story)
        faults.add(Fault("away"))
        story.clock.advance(60)
        await queue_unmakeable(story)
        await story.house.delivery.step(Channel.TELEGRAM)
        await story.house.watch.step()
        faults.clear()
        loop = asyncio.get_running_loop()
        loop.call_exception_handler(
            {"message": "Task exception was never retrieved", "exception": ValueError(TEXTS[0]), "future": TEXTS[1]}
        )
        logging.getLogger("telegram.ext").warning("no way to /bot%s/getMe", TOKEN)

    events = [line["event"] for line in lines]
    for event in (
        "telegram could not read our text",
        "message not sent",
        "an update failed",
        "an update is quarantined",
        "an update is applied",
        "a message could not be made",
        "Task exception was never retrieved",
        "no way to /bot[secret]/getMe",
    ):
        assert event in events, event
    assert [row.state for row in await rows(story)].count(InboxState.QUARANTINED) == 2
    failed = next(line for line in lines if line["event"] == "an update failed")
    # Where it went wrong is told, and what was wrong with which field.
    assert "declarations/fields.py" in failed["exception"]
    assert "kind: enum" in failed["exception"]
    assert isinstance(failed["update_id"], int)


async def test_lines_name_the_incident_that_they_are_about(story: Story) -> None:
    await enrol(story, AN, NAMES[0], NAMES[3])
    with listening() as lines:
        story.world.faults.add(Fault("drop_before", "sendMessage", chat_id=AN))
        await declare(story, TEXTS[0])
        code = next(word for word in story.last(AN)["text"].split() if word.startswith("SC-")).strip("·:.,")
        await story.press(AN, "✅ Sẵn sàng")
        await story.say(AN, "/trogiup")

    by_event = [(line["event"], line.get("incident")) for line in lines]
    assert ("message not sent", code) in by_event
    applied = [incident for event, incident in by_event if event == "an update is applied"]
    assert applied[-2:] == [code, None]
    assert not any("incident_id" in line for line in lines)


async def test_an_answer_that_is_applied_by_itself_names_its_incident_as_well(story: Story) -> None:
    await alerted(story)
    code = next(word for word in text_of(story.chat(AN)[-1]).split() if word.startswith("SC-")).strip("·:.,")
    await handed_over(story, (AN, READY), (CHI, READY))
    async with refusing(story, CHI):
        with listening() as lines:
            await story.house.dispatcher.drain()

    assert "taps that share a commit are applied one by one" in [line["event"] for line in lines]
    assert [line.get("incident") for line in lines if line["event"] == "an update is applied"] == [code]


def raised(error: Exception) -> Exception:
    """Raise an error, so that it has a traceback."""
    with pytest.raises(type(error)) as caught:
        raise error
    return caught.value


def invalid() -> ValidationError:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Form).validate_python({"phone": {"written": PHONES[0]}, "name": [NAMES[0]]})
    return caught.value


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ValueError(TEXTS[0]), UNTOLD),
        (KeyError(NAMES[0]), UNTOLD),
        (LookupError(), ""),
        (AttributeError("'NoneType' object has no attribute 'name'"), "'NoneType' object has no attribute 'name'"),
        (DataError("INSERT", {}, ValueError(f"invalid input for query argument $1: {TEXTS[0]!r}")), UNTOLD),
        (ConnectionRefusedError(111, "Connection refused"), "[Errno 111] Connection refused"),
    ],
)
def test_a_message_is_told_only_where_it_cannot_quote_a_person(error: BaseException, words: str) -> None:
    assert said(error) == words


def test_what_a_database_quotes_of_a_row_is_not_told() -> None:
    quoting = Exception(f'duplicate key value violates "uq_people"\nDETAIL:  Key (name)=({NAMES[0]}) already exists.')
    words = said(
        IntegrityError("INSERT INTO people (name) VALUES ($1)", {"name": NAMES[0]}, quoting, hide_parameters=True)
    )

    assert "uq_people" in words
    assert "INSERT INTO people" in words
    assert NAMES[0] not in words


def test_a_form_that_cannot_be_read_is_told_by_its_fields() -> None:
    words = said(invalid())

    assert "name: " in words
    assert [needle for needle in NEEDLES if needle in words] == []


def test_a_traceback_tells_of_causes_and_groups_without_their_words() -> None:
    cause = raised(OperationalError("SELECT 1", {}, Exception("database is locked")))
    outer = ValueError(TEXTS[0])
    outer.__cause__ = cause
    group = raised(ExceptionGroup("several", [raised(outer), raised(KeyError(NAMES[0]))]))

    written = told((type(group), group, group.__traceback__))

    assert "database is locked" in written
    assert "2 of 2" in written
    assert __file__ in written
    assert [needle for needle in NEEDLES if needle in written] == []


@pytest.mark.parametrize("phone", PHONES)
def test_phone_numbers_are_blotted_out_however_they_are_written(phone: str) -> None:
    assert logs.redact(None, "", f"gọi {phone}, ngay") == "gọi [phone], ngay"
    assert logs.redact(None, "", f'{{"phone": "{phone}"}}') == '{"phone": "[phone]"}'


@pytest.mark.parametrize(
    "harmless",
    [
        '{"timestamp": "2026-11-20T02:00:00.012345Z"}',
        '{"update_id": 912345678, "chat_id": -1001234567890, "seconds": 0.0912345678}',
        "after 09:12:34 +07:00 at 0x0912345678ab",
        "SC-2026-0001",
        "/srv/venv/lib/python3.11/site-packages/telegram/ext/_application.py, line 1297",
    ],
)
def test_ids_instants_and_fractions_are_no_phone_numbers(harmless: str) -> None:
    assert logs.redact(None, "", harmless) == harmless


def test_what_ends_the_program_is_logged_without_its_words() -> None:
    with listening() as lines:
        error = raised(ValueError(TEXTS[0]))
        logs.last_word(type(error), error, error.__traceback__)

    (line,) = lines
    assert (line["event"], line["level"]) == ("the program ended", "critical")
    assert "ValueError" in line["exception"]


def test_what_ends_a_thread_is_logged_without_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ValueError(TEXTS[0])

    monkeypatch.setattr(threading, "excepthook", logs.last_word_of_thread)
    with listening() as lines:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()

    (line,) = lines
    assert "ValueError" in line["exception"]
