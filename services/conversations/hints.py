"""Which button of an alert words may mean: it is offered, and never pressed for anybody."""

import re

from models.responses import Answer
from services.notation.spelling import search_key

# What is read, without tones and marks; the first that fits counts.
MEANT = (
    (Answer.CANNOT, re.compile(r"\b(khong (the )?tham gia|khong the|cannot|can not|unable)\b")),
    (Answer.READY_120, re.compile(r"\b(2 (gio|tieng|hours?)|120 (phut|min(utes)?))\b")),
    (Answer.READY_60, re.compile(r"\b(1 (gio|tieng|hour)|mot (gio|tieng)|60 (phut|min(utes)?))\b")),
    (Answer.READY_30, re.compile(r"\b(30 (phut|p|min(utes)?)|30p|nua (gio|tieng)|half an hour)\b")),
    (Answer.REMOTE, re.compile(r"\b(tu xa|remote(ly)?)\b")),
    (Answer.READY, re.compile(r"\b(san sang|co mat ngay|dang (den|toi)|on (our|my) way|ready)\b")),
)


def meant(text: str) -> Answer | None:
    """Tell which answer words resemble; None where they resemble none, or ask something."""
    if "?" in text:
        return None
    key = search_key(text)
    return next((answer for answer, pattern in MEANT if pattern.search(key)), None)
