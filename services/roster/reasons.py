"""Why a business was found: what was typed stands in its name, or in what else is known of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Capability
from models.identity import id_of
from models.members import Member, MemberCapability
from models.people import Language
from services.members.capabilities import name_of
from services.notation.spelling import search_key
from services.places import communes
from services.roster.query import INSIDE_FROM, Needle


class FoundIn(StrEnum):
    """Where the words stand that were looked for."""

    NAME = "name"
    CAPABILITY = "capability"
    COMMUNE = "commune"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True)
class Reason:
    """Where a business was found, and by which capabilities or commune (names)."""

    where: FoundIn
    names: Sequence[str] = ()


async def reasons(
    session: AsyncSession, *, wanted: Sequence[Needle], members: Sequence[Member], language: Language
) -> Mapping[int, Reason]:
    """Tell of each of some businesses (ids) why it was found."""
    words = [word for needle in wanted for word in needle.groups]
    held: dict[int, list[str]] = {}
    query = (
        select(MemberCapability.member_id, Capability)
        .join(Capability, col(Capability.id) == col(MemberCapability.capability_id))
        .where(col(MemberCapability.member_id).in_([id_of(member) for member in members]))
        .order_by(col(Capability.id))
    )
    for member_id, capability in await session.exec(query):
        held.setdefault(member_id, []).append(name_of(capability, language))
    return {id_of(one): _reason(one, words, held.get(id_of(one), ())) for one in members}


def _reason(member: Member, words: Sequence[str], held: Sequence[str]) -> Reason:
    missing = [word for word in words if not stands_in(word, member.name)]
    if not missing:
        return Reason(FoundIn.NAME)
    able = [name for name in held if any(stands_in(word, name) for word in missing)]
    if able:
        return Reason(FoundIn.CAPABILITY, able)
    commune = communes.commune(member.commune_code).name
    if any(stands_in(word, commune) for word in missing):
        return Reason(FoundIn.COMMUNE, [commune])
    return Reason(FoundIn.ELSEWHERE)


def stands_in(word: str, text: str) -> bool:
    """Tell whether a word, in search spelling, stands in a text: a short one where a word begins."""
    return (word if len(word) >= INSIDE_FROM else f" {word}") in f" {search_key(text)} "
