"""The posts above in the demonstration: some are held, and two show what is missing."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.demonstration.cast import DUTY_OFFICER_ID, STAFF_NAMES
from bot.demonstration.identities import phone
from models.escalation import Post, PostHolder
from models.people import Person

# Beyond the numbers of those who speak for businesses.
FIRST_NUMBER = 900
HELD: Mapping[Post, tuple[str, str]] = {
    Post.FIRST_LEADER: ("Bạch Thị Thảo", "Lãnh đạo, cơ quan cấp trên thứ nhất"),
    Post.SECOND_SPECIALIST: ("Trực ban", "Trung tâm giám sát, cơ quan cấp trên thứ hai"),
    Post.POLICE: ("Trực ban", "Phòng An ninh mạng, Công an"),
    Post.NATIONAL: ("Trực ban", "Mạng lưới ứng cứu quốc gia"),
    Post.COMMITTEE: ("Trực ban", "Văn phòng Ủy ban nhân dân"),
}


async def fill(session: AsyncSession, *, staff: Mapping[int, Person], now: datetime) -> None:
    """Give posts to their holders: one of them is in the bot, the others are called by phone."""
    duty_officer = staff[DUTY_OFFICER_ID]
    session.add(
        PostHolder(
            post=Post.FIRST_SPECIALIST,
            name=STAFF_NAMES[DUTY_OFFICER_ID],
            office="Chuyên viên, cơ quan cấp trên thứ nhất",
            person_id=duty_officer.id,
            since=now,
        )
    )
    session.add_all(
        PostHolder(post=post, name=name, office=office, phone=phone(FIRST_NUMBER + place), since=now)
        for place, (post, (name, office)) in enumerate(HELD.items())
    )
    await session.flush()
