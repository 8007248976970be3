"""Versions of scripts: worked on by whoever opens them, saved at once, and kept by what runs."""

from dataclasses import replace

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.attachments import AttachmentKind
from models.identity import id_of
from models.scripts import SCRIPT_STEP_SUBJECT, ScriptKind, StepStart
from services.ground import attachments
from services.ground.attachments import Attachment
from services.scripts import running, versions, writing
from services.scripts.versions import (
    ScriptReplaced,
    ScriptRetired,
    ScriptSaved,
    ScriptTitleLength,
    ScriptTitleTaken,
    ScriptUnknown,
    ScriptWithoutSteps,
)
from services.scripts.writing import (
    MOST_MINUTES,
    MOST_STEPS,
    ScriptStepUnknown,
    StepExpectedLength,
    StepMinutesRange,
    StepTextLength,
    StepWords,
    TooManySteps,
)
from tests.network import MORNING, Network, found_network
from tests.services.scripting import then, timed, write
from tests.services.tasking import after

PLAYBOOK = ScriptKind.PLAYBOOK


async def texts(network: Network, script_id: int) -> list[tuple[int, str]]:
    steps = await versions.steps_of(network.session, script_id=script_id)
    return [(step.place, step.text) for step in steps]


async def test_a_change_is_a_new_version_and_what_runs_keeps_the_one_before(session: AsyncSession) -> None:
    network = await found_network(session)
    by = network.coordinator
    script = await write(network, timed("Một", 0), timed("Hai", 5))
    run = await running.start(session, script=script, by=by, now=MORNING)

    work = await versions.begin_work(session, script_id=id_of(script), by=by, now=after(minutes=1))
    same = await versions.begin_work(session, script_id=id_of(script), by=network.colleague, now=after(minutes=2))
    assert same is work
    first, second = await versions.steps_of(session, script_id=id_of(work))
    await writing.change(
        session, step_id=id_of(first), words=replace(writing.words_of(first), text="Khác"), by=by, now=MORNING
    )
    await writing.take_out(session, step_id=id_of(second), by=by, now=MORNING)
    assert await versions.counting(session, kind=PLAYBOOK, name=script.name) is script
    await versions.save(session, script_id=id_of(work), by=by, now=after(minutes=3))

    assert (script.version, work.version) == (1, 2)
    assert await versions.listed(session, kind=PLAYBOOK) == [work]
    assert [one.step.text for one in await running.of_run(session, run_id=id_of(run))] == ["Một", "Hai"]
    assert await texts(network, id_of(work)) == [(1, "Khác")]
    with pytest.raises(ScriptReplaced):
        await versions.usable(session, script_id=id_of(script))
    with pytest.raises(ScriptSaved):
        await writing.add(session, script_id=id_of(work), words=then("Ba"), by=by, now=MORNING)


async def test_what_was_worked_on_can_be_dropped_and_the_one_that_counts_stays(session: AsyncSession) -> None:
    network = await found_network(session)
    by = network.coordinator
    script = await write(network, timed("Một", 0))
    work = await versions.begin_work(session, script_id=id_of(script), by=by, now=MORNING)
    work_id = id_of(work)

    assert await versions.drop(session, script_id=work_id, by=by, now=MORNING) is script
    assert await texts(network, work_id) == []
    with pytest.raises(ScriptUnknown):
        await versions.by_id(session, script_id=work_id)
    with pytest.raises(ScriptSaved):
        await versions.drop(session, script_id=id_of(script), by=by, now=MORNING)


async def test_steps_are_moved_and_numbered_anew_and_photos_go_along_into_the_next_version(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    by = network.coordinator
    script = await versions.begin_new(session, kind=PLAYBOOK, title="Mất điện", by=by, now=MORNING)
    one, two, three = [
        await writing.add(session, script_id=id_of(script), words=then(text), by=by, now=MORNING)
        for text in ("Một", "Hai", "Ba")
    ]
    photo = Attachment(AttachmentKind.PHOTO, "file", "unique")
    await writing.attach(session, step_id=id_of(two), files=[photo], by=by, now=MORNING)

    await writing.move(session, step_id=id_of(three), places=-1, by=by, now=MORNING)
    assert await texts(network, id_of(script)) == [(1, "Một"), (2, "Ba"), (3, "Hai")]
    await writing.move(session, step_id=id_of(one), places=-1, by=by, now=MORNING)
    assert await texts(network, id_of(script)) == [(1, "Một"), (2, "Ba"), (3, "Hai")]
    await writing.move(session, step_id=id_of(two), places=1, by=by, now=MORNING)
    await writing.take_out(session, step_id=id_of(three), by=by, now=MORNING)
    assert await texts(network, id_of(script)) == [(1, "Một"), (2, "Hai")]

    await versions.save(session, script_id=id_of(script), by=by, now=MORNING)
    work = await versions.begin_work(session, script_id=id_of(script), by=by, now=MORNING)
    _, copied = await versions.steps_of(session, script_id=id_of(work))
    assert await attachments.of(session, subject=SCRIPT_STEP_SUBJECT, subject_id=id_of(copied)) == [photo]


async def test_what_is_out_of_use_is_not_offered_and_comes_back(session: AsyncSession) -> None:
    network = await found_network(session)
    by = network.coordinator
    script = await write(network, timed("Một", 0))

    await versions.retire(session, script_id=id_of(script), by=by, now=MORNING)
    assert await versions.listed(session, kind=PLAYBOOK) == []
    assert await versions.listed(session, kind=PLAYBOOK, retired=True) == [script]
    with pytest.raises(ScriptRetired):
        await versions.usable(session, script_id=id_of(script))
    await versions.bring_back(session, script_id=id_of(script), by=by, now=MORNING)

    assert await versions.listed(session, kind=PLAYBOOK) == [script]
    # What was worked on meanwhile is out of use as the version before it is.
    work = await versions.begin_work(session, script_id=id_of(script), by=by, now=MORNING)
    await versions.retire(session, script_id=id_of(script), by=by, now=MORNING)
    await versions.save(session, script_id=id_of(work), by=by, now=MORNING)
    assert await versions.listed(session, kind=PLAYBOOK) == []
    await versions.bring_back(session, script_id=id_of(work), by=by, now=MORNING)
    assert await versions.listed(session, kind=PLAYBOOK) == [work]
    assert await versions.listed(session, kind=ScriptKind.DRILL) == []


async def test_words_of_the_product_in_english_give_way_to_what_is_typed(session: AsyncSession) -> None:
    network = await found_network(session)
    by = network.coordinator
    script = await versions.begin_new(session, kind=PLAYBOOK, title="Lũ", by=by, now=MORNING)
    step = await writing.add(session, script_id=id_of(script), words=then("Một"), by=by, now=MORNING)
    step.text_en, step.expected_en = "One", "Done"

    words = writing.words_of(step)
    step = await writing.change(session, step_id=id_of(step), words=replace(words, within=5), by=by, now=MORNING)
    assert (step.text_en, step.within) == ("One", 5)
    words = replace(words, text="Khác", starts=StepStart.BEGINNING, expected="Xong")
    step = await writing.change(session, step_id=id_of(step), words=words, by=by, now=MORNING)

    assert (step.text, step.text_en, step.expected_en, step.starts) == ("Khác", None, None, StepStart.BEGINNING)


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (StepWords(""), StepTextLength),
        (StepWords("x" * 401), StepTextLength),
        (StepWords("x", expected="x" * 201), StepExpectedLength),
        (StepWords("x", minutes=-1), StepMinutesRange),
        (StepWords("x", within=0), StepMinutesRange),
        (StepWords("x", within=MOST_MINUTES + 1), StepMinutesRange),
    ],
)
async def test_what_cannot_be_is_refused_and_changes_nothing(
    session: AsyncSession, words: StepWords, refusal: type[Exception]
) -> None:
    network = await found_network(session)
    script = await versions.begin_new(session, kind=PLAYBOOK, title="Lũ", by=network.coordinator, now=MORNING)

    with pytest.raises(refusal):
        await writing.add(session, script_id=id_of(script), words=words, by=network.coordinator, now=MORNING)

    assert await texts(network, id_of(script)) == []


async def test_a_script_has_a_name_and_steps_and_not_too_many(session: AsyncSession) -> None:
    network = await found_network(session)
    by = network.coordinator
    for title in ("", "x" * 61):
        with pytest.raises(ScriptTitleLength):
            await versions.begin_new(session, kind=PLAYBOOK, title=title, by=by, now=MORNING)
    script = await versions.begin_new(session, kind=PLAYBOOK, title="Lũ", by=by, now=MORNING)
    with pytest.raises(ScriptWithoutSteps):
        await versions.save(session, script_id=id_of(script), by=by, now=MORNING)
    with pytest.raises(ScriptStepUnknown):
        await writing.step_by_id(session, step_id=9999)
    for number in range(MOST_STEPS):
        await writing.add(session, script_id=id_of(script), words=then(str(number)), by=by, now=MORNING)
    with pytest.raises(TooManySteps):
        await writing.add(session, script_id=id_of(script), words=then("x"), by=by, now=MORNING)


async def test_two_scripts_in_use_have_no_name_in_common_however_it_is_spelt(session: AsyncSession) -> None:
    network = await found_network(session)
    kind, by = ScriptKind.PLAYBOOK, network.coordinator
    one = await versions.begin_new(session, kind=kind, title="Mất điện", by=by, now=MORNING)

    with pytest.raises(ScriptTitleTaken):
        await versions.check_free(session, kind=kind, title="MẤT ĐIỆN")
    assert await versions.check_free(session, kind=kind, title="Mất điện", but=one.name)
    assert await versions.check_free(session, kind=ScriptKind.DRILL, title="Mất điện")
    await writing.add(session, script_id=id_of(one), words=then("Gọi"), by=by, now=MORNING)
    await versions.save(session, script_id=id_of(one), by=by, now=MORNING)
    await versions.retire(session, script_id=id_of(one), by=by, now=MORNING)
    assert await versions.check_free(session, kind=kind, title="Mất điện")
