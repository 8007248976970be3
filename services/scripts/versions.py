"""Versions of scripts: one counts, one may be worked on, and those before stay for the runs that keep them."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import IncidentType
from models.people import Person
from models.scripts import SCRIPT_STEP_SUBJECT, Script, ScriptKind, ScriptStep
from services.ground import attachments, audit
from services.ground.refusals import Refusal
from services.notation.spelling import reading_key, sort_key

TITLE_LENGTH = 60
MOST_SCRIPTS = 100


class ScriptUnknown(Refusal):
    """There is no such script, or this version of it was dropped."""


class ScriptReplaced(Refusal):
    """The version is not the one that counts any more: version `version` does."""


class ScriptRetired(Refusal):
    """The script `title` is not in use any more."""


class ScriptSaved(Refusal):
    """A version that was saved is not changed any more; a new one is begun for that."""


class ScriptTitleTaken(Refusal):
    """Another script of the same kind (`kind`) that is in use is called `title` already."""


class ScriptTitleLength(Refusal):
    """The title is empty or longer than `limit` characters; it has `length`."""


class ScriptWithoutSteps(Refusal):
    """A version without a step cannot be saved."""


async def by_id(session: AsyncSession, *, script_id: int) -> Script:
    """Find a version; raises ScriptUnknown."""
    script = await session.get(Script, script_id)
    if script is None:
        raise ScriptUnknown
    return script


async def usable(session: AsyncSession, *, script_id: int) -> Script:
    """Find a version that counts; raises ScriptUnknown, ScriptRetired or ScriptReplaced."""
    script = await by_id(session, script_id=script_id)
    if script.retired_at is not None:
        raise ScriptRetired(title=script.title, kind=script.kind)
    if script.saved_at is None:
        raise ScriptUnknown
    if script.replaced_at is not None:
        now_counts = await counting(session, kind=script.kind, name=script.name)
        raise ScriptReplaced(version=now_counts.version if now_counts else script.version, kind=script.kind)
    return script


async def in_work(session: AsyncSession, *, script_id: int) -> Script:
    """Find a version that may be changed; raises ScriptUnknown or ScriptSaved."""
    script = await by_id(session, script_id=script_id)
    if script.saved_at is not None:
        raise ScriptSaved
    return script


async def counting(session: AsyncSession, *, kind: ScriptKind, name: str) -> Script | None:
    """Find the version of a script that counts, if it has one."""
    query = select(Script).where(
        Script.kind == kind,
        Script.name == name,
        col(Script.saved_at).is_not(None),
        col(Script.replaced_at).is_(None),
    )
    return (await session.exec(query)).first()


async def worked_on(session: AsyncSession, *, kind: ScriptKind, name: str) -> Script | None:
    """Find the version of a script that is being worked on, if there is one."""
    query = select(Script).where(Script.kind == kind, Script.name == name, col(Script.saved_at).is_(None))
    return (await session.exec(query)).first()


async def listed(session: AsyncSession, *, kind: ScriptKind, retired: bool = False) -> Sequence[Script]:
    """List the versions that count, and those of scripts that were never saved yet, by title.

    With `retired`, those that are out of use instead.
    """
    in_use = col(Script.retired_at).is_not(None) if retired else col(Script.retired_at).is_(None)
    never_saved = col(Script.saved_at).is_(None) & (col(Script.version) == 1)
    query = (
        select(Script)
        .where(Script.kind == kind, col(Script.replaced_at).is_(None), in_use)
        .where(col(Script.saved_at).is_not(None) | never_saved)
        .order_by(col(Script.id))
        .limit(MOST_SCRIPTS)
    )
    return sorted(await session.exec(query), key=lambda script: sort_key(script.title))


async def names(session: AsyncSession, *, kind: ScriptKind) -> Sequence[str]:
    """Name every script that there ever was of a kind."""
    return (await session.exec(select(Script.name).where(Script.kind == kind).distinct())).all()


async def steps_of(session: AsyncSession, *, script_id: int) -> Sequence[ScriptStep]:
    """List the steps of a version in their order."""
    query = select(ScriptStep).where(ScriptStep.script_id == script_id).order_by(col(ScriptStep.place))
    return (await session.exec(query)).all()


async def begin_new(session: AsyncSession, *, kind: ScriptKind, title: str, by: Person, now: datetime) -> Script:
    """Begin a script of one's own, with no step yet; raises ScriptTitleLength."""
    script = Script(
        kind=kind,
        name=secrets.token_hex(8),
        version=1,
        title=check_title(title),
        made_at=now,
        made_by_id=id_of(by),
    )
    session.add(script)
    await session.flush()
    _record(session, script, "begun", by=by, now=now)
    return script


def check_title(title: str) -> str:
    """Give the title back; raises ScriptTitleLength."""
    if not 0 < len(title) <= TITLE_LENGTH:
        raise ScriptTitleLength(limit=TITLE_LENGTH, length=len(title))
    return title


async def check_free(session: AsyncSession, *, kind: ScriptKind, title: str, but: str = "") -> str:
    """Give a title back that no other script in use has, however it is spelt; raises ScriptTitleTaken.

    `but` is the script (name) that is to have it.
    """
    key = reading_key(title)
    for script in await listed(session, kind=kind):
        if script.name != but and key in (reading_key(script.title), reading_key(script.title_en or script.title)):
            raise ScriptTitleTaken(title=script.title, kind=kind)
    return title


async def rename(session: AsyncSession, *, script_id: int, title: str, by: Person, now: datetime) -> Script:
    """Give the version that is worked on another name; raises ScriptUnknown, ScriptSaved or ScriptTitleLength."""
    script = await in_work(session, script_id=script_id)
    script.title, script.title_en = check_title(title), None
    await session.flush()
    _record(session, script, "renamed", by=by, now=now)
    return script


async def turn_type(session: AsyncSession, *, script_id: int, one: IncidentType, by: Person, now: datetime) -> Script:
    """Propose the version that is worked on for a type of incident, or no longer; raises what `in_work` raises."""
    script = await in_work(session, script_id=script_id)
    taken = set(script.types) ^ {one}
    # A new list: a change inside the old one would not be noticed and never stored.
    script.types = [str(known) for known in IncidentType if known in taken]
    await session.flush()
    _record(session, script, "types-changed", by=by, now=now)
    return script


async def begin_work(session: AsyncSession, *, script_id: int, by: Person, now: datetime) -> Script:
    """Give the version of a script that is being worked on; a new one begins as a copy of the one that counts.

    Raises what `usable` raises.
    """
    script = await by_id(session, script_id=script_id)
    begun = await worked_on(session, kind=script.kind, name=script.name)
    if begun is not None:
        return begun
    script = await usable(session, script_id=script_id)
    kept = script.model_dump(exclude={"id", "version", "made_at", "made_by_id", "saved_at"})
    copy = Script(**kept, version=script.version + 1, made_at=now, made_by_id=id_of(by))
    session.add(copy)
    await session.flush()
    for step in await steps_of(session, script_id=script_id):
        await _copy_step(session, step, script_id=id_of(copy))
    _record(session, copy, "begun", by=by, now=now)
    return copy


async def _copy_step(session: AsyncSession, step: ScriptStep, *, script_id: int) -> None:
    copy = ScriptStep(**step.model_dump(exclude={"id", "script_id"}), script_id=script_id)
    session.add(copy)
    await session.flush()
    files = await attachments.of(session, subject=SCRIPT_STEP_SUBJECT, subject_id=id_of(step))
    await attachments.keep(session, subject=SCRIPT_STEP_SUBJECT, subject_id=id_of(copy), attachments=files)


async def save(session: AsyncSession, *, script_id: int, by: Person, now: datetime) -> Script:
    """Let the version that was worked on count from now on; what runs keeps the one before.

    Raises ScriptUnknown, ScriptSaved or ScriptWithoutSteps.
    """
    script = await in_work(session, script_id=script_id)
    if not await steps_of(session, script_id=script_id):
        raise ScriptWithoutSteps(kind=script.kind)
    before = await counting(session, kind=script.kind, name=script.name)
    if before is not None:
        before.replaced_at = now
        script.retired_at = before.retired_at
    script.saved_at = now
    await session.flush()
    _record(session, script, "saved", by=by, now=now)
    return script


async def drop(session: AsyncSession, *, script_id: int, by: Person, now: datetime) -> Script | None:
    """Drop what was worked on; gives the version that counts, if there is one. Raises ScriptUnknown or ScriptSaved."""
    script = await in_work(session, script_id=script_id)
    for step in await steps_of(session, script_id=script_id):
        await attachments.forget(session, subject=SCRIPT_STEP_SUBJECT, subject_id=id_of(step))
    _record(session, script, "dropped", by=by, now=now)
    await session.exec(delete(ScriptStep).where(col(ScriptStep.script_id) == script_id))
    await session.delete(script)
    await session.flush()
    return await counting(session, kind=script.kind, name=script.name)


async def retire(session: AsyncSession, *, script_id: int, by: Person, now: datetime) -> Script:
    """Take a script out of use; what runs goes on. Raises what `usable` raises."""
    script = await usable(session, script_id=script_id)
    script.retired_at = now
    await session.flush()
    _record(session, script, "retired", by=by, now=now)
    return script


async def bring_back(session: AsyncSession, *, script_id: int, by: Person, now: datetime) -> Script:
    """Take a script into use again; raises ScriptUnknown."""
    script = await by_id(session, script_id=script_id)
    if script.retired_at is not None:
        script.retired_at = None
        await session.flush()
        _record(session, script, "brought-back", by=by, now=now)
    return script


def _record(session: AsyncSession, script: Script, what: str, *, by: Person, now: datetime) -> None:
    audit.record(
        session,
        person=by,
        action=f"script-{what}",
        subject="script",
        subject_id=script.id,
        now=now,
        after={"kind": script.kind, "name": script.name, "version": script.version, "title": script.title},
    )
