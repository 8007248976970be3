"""What is attached, and how it goes out again."""

from models.attachments import AttachmentKind
from services.ground.attachments import Attachment, has_caption, parts_of


def test_words_stand_under_all_but_a_round_video_and_a_place() -> None:
    bare = {kind for kind in AttachmentKind if not has_caption(Attachment(kind, "1"))}
    assert bare == {AttachmentKind.VIDEO_NOTE, AttachmentKind.LOCATION}


def test_photos_and_videos_share_albums_of_ten_and_documents_have_their_own() -> None:
    kinds = [*[AttachmentKind.PHOTO] * 9, AttachmentKind.VIDEO, AttachmentKind.PHOTO]
    kinds += [AttachmentKind.DOCUMENT, AttachmentKind.DOCUMENT, AttachmentKind.VOICE, AttachmentKind.VOICE]
    parts = parts_of([Attachment(kind, str(number)) for number, kind in enumerate(kinds)])
    assert [len(part) for part in parts] == [10, 1, 2, 1, 1]
