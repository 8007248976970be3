"""What Telegram tells of the operations group, and how its topics are called."""

from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import ChatMember, ChatMemberAdministrator

from handlers.frame.office import Office
from handlers.operations.views import cards
from services.incidents import lifecycle
from services.operations.rooms import Checked


async def name_of(session: AsyncSession, *, incident_id: int, office: Office) -> str:
    """Make the name of an incident's topic, in the office's language."""
    incident = await lifecycle.by_id(session, incident_id=incident_id)
    return cards.topic_name(office.reader(office.language), incident)


def checked(is_forum: bool, member: ChatMember, *, reads_all: bool) -> Checked:
    """Read from what the bot is in a group what it may do there."""
    admin = member if isinstance(member, ChatMemberAdministrator) else None
    return Checked(
        is_forum=is_forum,
        may_manage_topics=bool(admin and admin.can_manage_topics),
        may_pin=bool(admin and admin.can_pin_messages),
        may_delete=bool(admin and admin.can_delete_messages),
        hears_all=admin is not None or reads_all,
    )
