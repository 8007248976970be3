"""What is said directly of what is for few is labelled once and protected, and so is what people attached beside it.

A file of ours, which its reader asked for, can be saved unless it is for named people alone.
"""

import pytest
from markupsafe import Markup
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.frame import guarding
from handlers.frame.views.message import Message
from handlers.frame.words import Send, SendAlbum, SendAttachment, SendNewFile, Show, TapNotice, Whisper, Word
from models.attachments import AttachmentKind
from models.tlp import Tlp
from services.ground.attachments import Attachment
from services.reports.reporting import Sign
from tests.network import Network, found_network
from tests.services.reporting import WORDS, report

PHOTO = Attachment(AttachmentKind.PHOTO, "photo", "p")


def said(text: str) -> Message:
    return Message(Markup(text))  # noqa: S704 - a text of this test


async def shown(session: AsyncSession, text: str) -> Message:
    """Give the message that comes of a text."""
    (word,) = await guarding.guard(session, [Send(said(text))])
    assert isinstance(word, Send)
    return word.message


async def labelled(session: AsyncSession, label: Tlp) -> Network:
    network = await found_network(session)
    incident = await network.declare()
    incident.tlp = label
    await session.flush()
    return network


async def test_whatever_names_an_incident_for_few_gets_its_label_and_is_protected_in_every_place(
    session: AsyncSession,
) -> None:
    await labelled(session, Tlp.AMBER)
    message = said("Sự cố SC-2026-0001")
    words: list[Word] = [Show(message), Send(message), Whisper(message, TapNotice("Xem tin riêng."))]

    found = [word.message for word in await guarding.guard(session, words) if isinstance(word, Show | Send | Whisper)]

    assert [(one.text, one.protected) for one in found] == [("TLP:AMBER · Sự cố SC-2026-0001", True)] * 3


async def test_one_label_stands_on_what_names_an_incident_for_fewer_than_it_says_itself(session: AsyncSession) -> None:
    await labelled(session, Tlp.AMBER)

    for begins in ("TLP:CLEAR", "TLP:AMBER+STRICT"):
        told = await shown(session, f"{begins} · 📚 BH-2026-0001\nRút ra từ SC-2026-0001")
        first = "TLP:AMBER" if begins == "TLP:CLEAR" else begins
        assert told.text == f"{first} · 📚 BH-2026-0001\nRút ra từ SC-2026-0001"


@pytest.mark.parametrize(
    ("label", "own"), [(Tlp.AMBER, False), (Tlp.AMBER_STRICT, False), (Tlp.RED, True)], ids=["amber", "strict", "red"]
)
async def test_what_people_attached_is_protected_beside_words_for_few_and_a_file_of_ours_for_named_people_alone(
    session: AsyncSession, label: Tlp, own: bool
) -> None:
    await labelled(session, label)
    files: list[Word] = [
        SendAttachment(PHOTO, ""),
        SendAlbum((PHOTO, PHOTO), ""),
        SendNewFile(AttachmentKind.DOCUMENT, "a.xlsx", b"", ""),
    ]

    alone = await guarding.guard(session, files)
    _, *beside = await guarding.guard(session, [Send(said("Sự cố SC-2026-0001")), *files])

    def protected(words: list[Word]) -> list[bool]:
        return [one.protected for one in words if isinstance(one, SendAttachment | SendAlbum | SendNewFile)]

    assert protected(alone) == [False] * 3
    assert protected(beside) == [True, True, own]


async def test_a_file_whose_caption_names_what_is_for_few_is_protected(session: AsyncSession) -> None:
    await labelled(session, Tlp.AMBER)

    (file,) = await guarding.guard(session, [SendAttachment(PHOTO, "Ảnh của SC-2026-0001")])

    assert file == SendAttachment(PHOTO, "Ảnh của SC-2026-0001", protected=True)


async def test_words_that_only_say_a_label_are_protected_and_stay_as_they_are(session: AsyncSession) -> None:
    message = await shown(session, "Bản nháp\nTLP:RED · Lộ mật khẩu")

    assert (message.text, message.protected) == ("Bản nháp\nTLP:RED · Lộ mật khẩu", True)
    assert not (await shown(session, "TLP:GREEN · Bảo trì")).protected


async def test_the_code_of_a_report_gives_the_label_of_the_report(session: AsyncSession) -> None:
    network = await found_network(session)
    await report(network, Sign(text=f"TLP:AMBER {WORDS}"))
    await report(network, Sign(text=WORDS, is_confidential=True), key="second")
    await report(network, key="third")

    assert (await shown(session, "BC-2026-0001")).text == "TLP:AMBER · BC-2026-0001"
    assert (await shown(session, "BC-2026-0002")).text == "TLP:RED · BC-2026-0002"
    assert await shown(session, "BC-2026-0003") == said("BC-2026-0003")


async def test_the_narrowest_of_several_labels_stands_in_the_first_line_and_once_there(session: AsyncSession) -> None:
    network = await labelled(session, Tlp.AMBER)
    await report(network, Sign(text=WORDS, is_confidential=True))

    both = await shown(session, "Đang mở\nSC-2026-0001\nBC-2026-0001")
    assert both.text == "TLP:RED · Đang mở\nSC-2026-0001\nBC-2026-0001"
    again = await shown(session, "TLP:AMBER · SC-2026-0001\nĐang mở")
    assert (again.text.count("TLP"), again.protected) == (1, True)
    below = await shown(session, "Đang mở\nTLP:AMBER · SC-2026-0001")
    assert (below.text, below.protected) == ("TLP:AMBER · Đang mở\nTLP:AMBER · SC-2026-0001", True)


async def test_what_names_nothing_for_few_stays_as_it_is(session: AsyncSession) -> None:
    await labelled(session, Tlp.GREEN)

    for text in ("SC-2026-0001", "SC-2026-0099", "Chào Anh/Chị"):
        assert await shown(session, text) == said(text)
