"""The playbooks that the product brings, each a file of `shipped/`: the first versions of an office's own."""

import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.scripts import Script, ScriptKind, ScriptStep, StepRole, StepStart
from services.scripts import versions

_FOLDER = Path(__file__).parent / "shipped"


def read() -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the name and the content of each file."""
    for path in sorted(_FOLDER.glob("*.toml")):
        yield path.stem, tomllib.loads(path.read_text("utf-8"))


async def lay_down(session: AsyncSession, *, now: datetime) -> None:
    """Store those of which there is no version yet; what an office changed or retired stays as it is."""
    known = set(await versions.names(session, kind=ScriptKind.PLAYBOOK))
    if all(path.stem in known for path in _FOLDER.glob("*.toml")):
        return
    for name, content in read():
        if name not in known:
            await _store(session, name, content, now=now)


async def _store(session: AsyncSession, name: str, content: dict[str, Any], *, now: datetime) -> None:
    steps = content.pop("steps")
    script = Script(kind=ScriptKind.PLAYBOOK, name=name, version=1, made_at=now, saved_at=now, **content)
    session.add(script)
    await session.flush()
    session.add_all(
        ScriptStep(
            script_id=id_of(script),
            place=place,
            **{**step, "role": StepRole(step["role"]), "starts": StepStart(step["starts"])},
        )
        for place, step in enumerate(steps, 1)
    )
    await session.flush()
