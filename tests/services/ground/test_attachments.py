"""What is attached, and how it goes out again."""

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.attachments import AttachmentKind
from services.ground import attachments
from services.ground.attachments import Attachment, TooManyFiles, check_number, has_caption, parts_of


def test_words_stand_under_all_but_a_round_video_and_a_place() -> None:
    bare = {kind for kind in AttachmentKind if not has_caption(Attachment(kind, "1"))}
    assert bare == {AttachmentKind.VIDEO_NOTE, AttachmentKind.LOCATION}


def test_photos_and_videos_share_albums_of_ten_and_documents_have_their_own() -> None:
    kinds = [*[AttachmentKind.PHOTO] * 9, AttachmentKind.VIDEO, AttachmentKind.PHOTO]
    kinds += [AttachmentKind.DOCUMENT, AttachmentKind.DOCUMENT, AttachmentKind.VOICE, AttachmentKind.VOICE]
    parts = parts_of([Attachment(kind, str(number)) for number, kind in enumerate(kinds)])
    assert [len(part) for part in parts] == [10, 1, 2, 1, 1]


def test_ten_files_go_with_one_word_and_eleven_do_not() -> None:
    photos = [Attachment(AttachmentKind.PHOTO, str(number)) for number in range(11)]
    assert len(check_number(photos[:10])) == 10
    with pytest.raises(TooManyFiles):
        check_number(photos)


async def test_of_a_long_name_120_characters_are_kept(session: AsyncSession) -> None:
    named = Attachment(AttachmentKind.DOCUMENT, "1", name="x" * 121)
    await attachments.keep(session, subject="incident", subject_id=1, attachments=[named])
    (kept,) = await attachments.of(session, subject="incident", subject_id=1)
    assert kept.name == "x" * 120


def test_what_an_edited_message_brings_takes_the_place_of_what_it_brought_before() -> None:
    first, second, other = (
        Attachment(AttachmentKind.PHOTO, name, name, message_id=message_id)
        for name, message_id in (("a", 7), ("b", 8), ("c", 7))
    )

    together = attachments.joined(attachments.joined((), first), second)

    assert [one.file_id for one in attachments.joined(together, other)] == ["c", "b"]
    assert [one.file_id for one in attachments.joined(together, first)] == ["a", "b"]
