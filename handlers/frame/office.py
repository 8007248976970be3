"""The office that runs the network, as its settings describe it."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from handlers.frame.views.home import Home
from handlers.frame.views.reader import Reader
from models.people import Language


@dataclass(frozen=True)
class Office:
    """The coordinating department, its province, its clock, its language, its bot and its network."""

    department: str
    province_code: str
    time_zone: ZoneInfo
    language: Language
    # Telegram tells it at the start; links to the bot are made of it.
    bot: str = ""
    network: str = ""
    network_in_english: str = ""
    # Where people turn who have a wish about their data, as the settings say it.
    address: str = ""
    # The body above the department, as official documents name it; empty is the province's committee.
    superior: str = ""
    # The part of the department that drafts its documents, as they name it; may be empty.
    unit: str = ""
    # Where phones reach the calendars; empty where none are served.
    calendar_address: str = ""

    def reader(self, language: Language) -> Reader:
        """Make the reader of a language: with the office's clock, who knows its province and network."""
        home = Home(self.province_code, self.network, self.network_in_english)
        return Reader(language, self.time_zone, home)

    def link(self, payload: str) -> str:
        """Make a link that opens the private chat with the bot and says the payload to it."""
        return f"https://t.me/{self.bot}?start={payload}"

    def group_link(self, payload: str) -> str:
        """Make a link that asks for a group, lets the bot in and says the payload there."""
        return f"https://t.me/{self.bot}?startgroup={payload}"

    def operations_link(self, payload: str) -> str:
        """Make a link that asks for a group, lets the bot in as an administrator, and says the payload there."""
        return f"{self.group_link(payload)}&admin=manage_topics+pin_messages+delete_messages"
