"""Every command, button and inline query × everybody × every place × what is tapped: only what is allowed happens.

Most cells are refusals, and alike: by default a fixed draw of them is tried, all of them by `make security`.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import fields
from zlib import crc32
from zoneinfo import ZoneInfo

from telegram.ext import CommandHandler

from handlers.frame.context import Context
from handlers.frame.taps import Tap
from handlers.frame.views.reader import Reader
from handlers.frame.words import (
    AnswerInline,
    TapNotice,
)
from handlers.front.face import ALL_FACES
from handlers.front.routes import routes
from handlers.watch.views import sorry_in_short
from models.people import Language
from tests.security.rehearsal import Outcome, rehearsing
from tests.security.rights import ALL, BUTTONS, CALLERS, COMMANDS, MEMBERS, SPEAKERS, STAFF
from tests.security.town import (
    ACTORS,
    OPERATIONS,
    PRIMARY_PHONE,
    REPRESENTATIVE_PHONE,
    SECRET_INCIDENT,
    SECRET_PLACE,
    SECRET_QUESTION,
    SECRET_REPORT,
    SECRET_SYSTEM,
    SECRET_TASK,
    TELECOM,
    Town,
    town,
)
from tests.security.vocabulary import Button, buttons
from tests.story import Json, Story

# One cell in so many is tried where refusals are alike.
EVERY = 1 if os.environ.get("SECURITY") == "all" else 160
BETWEEN_DIGITS = re.compile(r"[\s.\u00a0-]")
PHONES = {PRIMARY_PHONE.removeprefix("+84"), REPRESENTATIVE_PHONE.removeprefix("+84")}
SECRETS = (SECRET_INCIDENT, SECRET_TASK, SECRET_PLACE, SECRET_QUESTION, SECRET_SYSTEM, SECRET_REPORT)
# A newcomer who is served becomes known, and that is all.
OWN_DIALOGUE = frozenset({"drafts"})
# What a member writes becomes a question, which coordinators are told of.
OFFERED = frozenset({"people", "questions"})
ASKED = frozenset({"questions", "question_climbs", "broadcasts", "deliveries"})
# A group is told at most once an hour that commands belong into the private chat.
HINTED = frozenset({"groups", "operations_groups"})
OTHER_GROUP, CHANNEL = -1009001, -1009002


def is_drawn(share: int, *cell: object) -> bool:
    """Tell whether a cell is tried: `share` in EVERY of them, always the same."""
    return crc32(repr(cell).encode()) % EVERY < share


def who(story: Story, name: str) -> Json:
    """Give what Telegram says of an actor."""
    return story.world.people.get(ACTORS[name]).person.as_user()


def place_of(chat_id: int) -> Json:
    """Give what Telegram says of a chat."""
    kind = "private" if chat_id > 0 else "channel" if chat_id == CHANNEL else "supergroup"
    return {"id": chat_id, "type": kind} | ({} if chat_id > 0 else {"title": "Nhóm"})


def tap(story: Story, name: str, data: str, chat_id: int | None = None) -> Json:
    """Make the update of a tap."""
    message = {"message_id": 5, "date": int(story.clock()), "chat": place_of(chat_id or ACTORS[name]), "text": "…"}
    return {
        "callback_query": {
            "id": "1",
            "from": who(story, name),
            "chat_instance": "1",
            "data": data,
            "message": message,
        }
    }


def message(story: Story, name: str, text: str, chat_id: int | None = None) -> Json:
    """Make the update of a message; in a channel nobody has written it."""
    place = place_of(chat_id or ACTORS[name])
    length = len(text.split()[0])
    entities = [{"type": "bot_command", "offset": 0, "length": length}] if text.startswith("/") else []
    said = {"message_id": 6, "date": int(story.clock()), "chat": place, "text": text, "entities": entities}
    if place["type"] == "channel":
        return {"channel_post": {**said, "sender_chat": place}}
    return {"message": {**said, "from": who(story, name)}}


def said(outcome: Outcome) -> str:
    """Give all that was said, as it can be searched for numbers."""
    return BETWEEN_DIGITS.sub("", repr(outcome.words))


def check_refused(outcome: Outcome, cell: object) -> None:
    """See that a tap was answered politely, told nothing, and changed nothing."""
    assert outcome.refused, cell
    assert not outcome.changed, (cell, outcome.changed)
    (word,) = outcome.words
    assert isinstance(word, TapNotice), cell
    assert word.text, cell
    assert word.text not in apologies(), cell
    assert not any(secret in word.text for secret in SECRETS), cell


def apologies() -> set[str]:
    """Give what is only said when the program stumbled."""
    return {sorry_in_short(Reader(language, ZoneInfo("Asia/Ho_Chi_Minh"))) for language in Language}


def check_numbers(outcome: Outcome, name: str, cell: object) -> None:
    """See that only those are shown a person's number who may call them."""
    if name not in CALLERS:
        assert not any(phone in said(outcome) for phone in PHONES), cell


def test_the_table_knows_every_button_and_no_other() -> None:
    fields_of_taps = {one.name for tap in ALL_FACES.taps for one in fields(tap)}
    ids = dict.fromkeys(fields_of_taps, (1, 2))
    here = Town(ids=ids, people={"observer": 1}, group=0, newest_link=1, staff_link=2, accepted_link=3)
    known = {button.name for button in buttons(here)}

    assert known == set(BUTTONS), "tests/security/rights.py says who may press what"
    assert {name.partition(":")[0] for name in known} == {one.__name__ for one in Tap.__subclasses__()}


def test_the_table_knows_every_command_and_no_other() -> None:
    heard = {handler_name(route) for route in routes() if isinstance(route, CommandHandler)}

    assert heard == set(COMMANDS), "tests/security/rights.py says who may use which command"


def handler_name(route: CommandHandler[Context, None]) -> str:
    """Give the English name of a command."""
    return next((names[-1] for names in known_names() if set(names) == set(route.commands)), "")


def known_names() -> Iterator[tuple[str, ...]]:
    """Give the names of every command, the English one last."""
    yield from (command.names for command in ALL_FACES.commands)


async def test_a_button_does_for_everybody_what_they_may_and_nothing_else(story: Story) -> None:
    here = await town(story)
    served: dict[str, set[str]] = {name: set() for name in BUTTONS}
    async with rehearsing(story) as rehearsal:
        for button in buttons(here):
            right = BUTTONS[button.name]
            for name in sorted(ALL):
                allowed = name in (right.here if button.is_live else right.elsewhere)
                if name in served[button.name] if allowed and button.is_live else not drawn(button, name, allowed):
                    continue
                outcome = await rehearsal.hear(tap(story, name, button.data))
                cell = (name, button)
                check_numbers(outcome, name, cell)
                if not allowed or outcome.refused:
                    check_refused(outcome, cell)
                elif button.is_live:
                    served[button.name].add(name)

    for name, right in BUTTONS.items():
        assert served[name] == right.here, (name, served[name] ^ right.here)


def drawn(button: Button, name: str, allowed: bool) -> bool:
    """Tell whether a cell is tried: of refusals some, of what is about other things fewer."""
    return is_drawn(4 if button.is_live or allowed else 1, button.data, name)


async def test_a_button_in_a_group_serves_only_those_who_speak_for_its_business(story: Story) -> None:
    here = await town(story)
    served: dict[str, set[str]] = {name: set() for name in BUTTONS}
    async with rehearsing(story) as rehearsal:
        for button in buttons(here):
            right = BUTTONS[button.name].in_group
            if not button.is_live:
                continue
            for name in sorted(ALL):
                if name in served[button.name] or not (name in right or is_drawn(3, button.data, name)):
                    continue
                outcome = await rehearsal.hear(tap(story, name, button.data, here.group))
                if name not in right or outcome.refused:
                    check_refused(outcome, (name, button))
                else:
                    served[button.name].add(name)

    for name, row in BUTTONS.items():
        assert served[name] == row.in_group, name
        assert row.in_group <= SPEAKERS


async def test_a_button_in_the_operations_group_serves_only_those_whose_role_includes_it(story: Story) -> None:
    here = await town(story)
    served: dict[str, set[str]] = {name: set() for name in BUTTONS}
    async with rehearsing(story) as rehearsal:
        for button in buttons(here):
            right = BUTTONS[button.name].in_operations
            if not button.is_live:
                continue
            for name in sorted(ALL):
                if name in served[button.name] or not (name in right or is_drawn(3, button.data, name)):
                    continue
                outcome = await rehearsal.hear(tap(story, name, button.data, OPERATIONS))
                if name not in right or outcome.refused:
                    check_refused(outcome, (name, button))
                else:
                    served[button.name].add(name)

    for name, row in BUTTONS.items():
        assert served[name] == row.in_operations, name
        assert row.in_operations <= STAFF


async def test_a_word_in_the_operations_group_tells_nothing_to_whoever_coordinates_nothing(story: Story) -> None:
    await town(story)
    written = [f"/{name}" for names in known_names() for name in names[-1:]]
    async with rehearsing(story) as rehearsal:
        for name in sorted(ALL - STAFF):
            for text in ("xin chào", *written):
                if is_drawn(6, name, text, OPERATIONS):
                    outcome = await rehearsal.hear(message(story, name, text, OPERATIONS))
                    cell = (name, text)
                    assert outcome.changed <= HINTED, cell
                    assert len(outcome.words) <= 1, cell
                    assert not any(secret in said(outcome) for secret in (*SECRETS, *PHONES)), cell


async def test_a_button_in_a_foreign_group_or_a_channel_serves_nobody(story: Story) -> None:
    here = await town(story)
    async with rehearsing(story) as rehearsal:
        for button in buttons(here):
            for name in sorted(ALL):
                for chat in (OTHER_GROUP, CHANNEL):
                    if button.is_live and is_drawn(2, button.data, name, chat):
                        outcome = await rehearsal.hear(tap(story, name, button.data, chat))
                        check_refused(outcome, (name, button, chat))


async def test_a_command_is_heard_from_those_who_may_under_each_of_its_names(story: Story) -> None:
    await town(story)
    async with rehearsing(story) as rehearsal:
        for names in known_names():
            for name in sorted(ALL):
                allowed = name in COMMANDS[names[-1]]
                for command in names if is_drawn(12, name, names) else names[-1:]:
                    outcome = await rehearsal.hear(message(story, name, f"/{command}"))
                    cell = (name, command)
                    # What is kept true from now on comes by the outbox.
                    assert outcome.words or "deliveries" in outcome.changed, cell
                    assert outcome.refused is not allowed, cell
                    assert allowed or not outcome.changed, cell
                    check_numbers(outcome, name, cell)


async def test_a_word_in_a_group_or_a_channel_changes_nothing_and_tells_nothing(story: Story) -> None:
    here = await town(story)
    written = [f"/{name}@{story.house.bot.username}" for names in known_names() for name in names[-1:]]
    # By this word a foreign group becomes the operations group.
    founding = ("owner", f"/operations@{story.house.bot.username}")
    async with rehearsing(story) as rehearsal:
        for name in sorted(ALL):
            for text in ("xin chào", *written):
                for chat in (here.group, OTHER_GROUP, CHANNEL):
                    if not is_drawn(6, name, text, chat) or (name, text, chat) == (*founding, OTHER_GROUP):
                        continue
                    outcome = await rehearsal.hear(message(story, name, text, chat))
                    cell = (name, text, chat)
                    assert outcome.changed <= HINTED, cell
                    assert len(outcome.words) <= (0 if chat == CHANNEL else 1), cell
                    assert not any(secret in said(outcome) for secret in (*SECRETS, *PHONES)), cell


async def test_an_inline_query_answers_only_those_who_read_the_roster(story: Story) -> None:
    await town(story)
    async with rehearsing(story) as rehearsal:
        for name in sorted(ALL):
            for text in ("", "sông hồng", "0912000111", "<b>&", "x" * 256):
                raw = {"inline_query": {"id": "1", "from": who(story, name), "query": text, "offset": ""}}
                outcome = await rehearsal.hear(raw)
                (answer,) = outcome.words
                assert isinstance(answer, AnswerInline), name
                assert not outcome.changed, name
                shown = said(outcome).replace(text, "")
                assert not any(phone in shown for phone in PHONES), (name, text, shown)
                if name not in CALLERS | {"observer"}:
                    assert not answer.results, name


async def test_words_of_everybody_are_answered_and_only_those_of_members_go_anywhere_at_once(story: Story) -> None:
    await town(story)
    async with rehearsing(story) as rehearsal:
        for name in sorted(ALL):
            outcome = await rehearsal.hear(message(story, name, "Xin chào"))

            # That a member was heard is said by way of the outbox.
            assert outcome.words or (name in MEMBERS and "deliveries" in outcome.changed), name
            mays = OWN_DIALOGUE if name in STAFF else ASKED if name in MEMBERS else OFFERED
            assert outcome.changed <= mays, name


async def test_taking_back_what_was_never_offered_records_nothing(story: Story) -> None:
    here = await town(story)
    member, person = here.ids["member_id"][0], here.people["representative"]
    async with rehearsing(story) as rehearsal:
        for name, changes in (("representative", False), ("primary", True)):
            outcome = await rehearsal.hear(tap(story, name, f"rp:{member}:{person}:unoffer"))

            assert ("audit" in outcome.changed) is changes, name


async def test_a_deep_link_tells_nobody_what_they_may_not_know(story: Story) -> None:
    here = await town(story)
    task, member = here.ids["task_id"][0], here.ids["member_id"][0]
    payloads = (f"t-{task}", f"t-{'9' * 40}", "t-", "m-٣", "i-" + "A" * 32, "i-", "g-", "r-x", "z-1", "x" * 64)
    async with rehearsing(story) as rehearsal:
        for name in sorted(ALL):
            for payload in (*payloads, f"m-{member}"):
                outcome = await rehearsal.hear(message(story, name, f"/start {payload}"))
                cell = (name, payload)
                # A card that is kept true from then on comes by way of the outbox.
                assert outcome.words or "deliveries" in outcome.changed, cell
                check_numbers(outcome, name, cell)
                if name not in BUTTONS["TaskTap"].here:
                    assert not any(secret in said(outcome) for secret in SECRETS), cell
                if name not in BUTTONS["MemberTap:show"].here and payload.startswith("m-"):
                    assert TELECOM not in said(outcome), cell
