"""Files in stories: photos whose content is their own, what came below some words, and which kinds those are."""

from models.attachments import AttachmentKind
from tests.scenarios.declaring import PIXEL
from tests.story import Json, Story, text_of


async def send_photo(story: Story, person: int, caption: str = "", name: str = "a") -> int:
    """Send a photo whose content is its own; returns the message's id."""
    content = PIXEL + name.encode()
    message_id = await story.world.upload(
        person, filename=f"{name}.png", content=content, mime="image/png", kind="photo", caption=caption
    )
    await story.settle()
    return message_id


async def edit(story: Story, person: int, message_id: int, text: str) -> None:
    """Give a message other words, or the file in it another caption."""
    await story.world.edit(person, message_id, text)
    await story.settle()


def below(story: Story, chat_id: int, words: str) -> list[Json]:
    """List what came to a chat after the last message with some words."""
    chat = story.chat(chat_id)
    last = max(number for number, message in enumerate(chat) if words in text_of(message) and "caption" not in message)
    return chat[last + 1 :]


def kinds_of(messages: list[Json]) -> list[str]:
    """Tell what kinds of files some messages are."""
    return [next(kind for kind in AttachmentKind if kind in message) for message in messages]
