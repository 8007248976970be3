"""What a neighbour's message may say, and by which word one that is wrong is refused."""

from datetime import UTC, datetime, timedelta

import pytest

from models.peers import PeerTrouble, ProposalState
from services.cap.facts import moment
from services.peers import checking
from services.peers.checking import PeerWrong
from tests.neighbour import PHU_THO, message

NOW = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
BEFORE = f"{PHU_THO},PT-0,{moment(NOW - timedelta(hours=1))}"
OTHERS = f"ai-do@khac.example,PT-0,{moment(NOW - timedelta(hours=1))}"
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">]><alert>&b;</alert>'
DEEP = b"<a>" * 5000 + b"</a>" * 5000


def trouble(body: bytes) -> PeerTrouble:
    """Tell by which word a message is refused."""
    with pytest.raises(PeerWrong) as refused:
        checking.check(body, now=NOW)
    assert len(refused.value.detail) <= 120
    return refused.value.trouble


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"msgType": "Shout"}, PeerTrouble.TYPE),
        ({"msgType": "Ack", "references": BEFORE}, PeerTrouble.NOT_FOR_PEOPLE),
        ({"status": "Serious"}, PeerTrouble.STATUS_WORD),
        ({"status": "Test"}, PeerTrouble.NOT_FOR_PEOPLE),
        ({"scope": "Everybody"}, PeerTrouble.SCOPE),
        ({"scope": "Private"}, PeerTrouble.SCOPE),
        ({"sent": moment(NOW + timedelta(hours=1))}, PeerTrouble.FUTURE),
        ({"sent": "2026-11-30T09:00:00"}, PeerTrouble.UNREADABLE),
        ({"sent": "yesterday"}, PeerTrouble.UNREADABLE),
        ({"sent": "0001-01-01T00:00:00+14:00"}, PeerTrouble.EXPIRED),
        ({"expires": moment(NOW - timedelta(hours=1))}, PeerTrouble.EXPIRY),
        ({"headline": "", "event": ""}, PeerTrouble.EMPTY),
        ({"identifier": "PT 1"}, PeerTrouble.BROKEN_RULE),
        ({"identifier": "P" * 400}, PeerTrouble.BROKEN_RULE),
        ({"msgType": "Update"}, PeerTrouble.BROKEN_RULE),
        ({"msgType": "Update", "references": OTHERS}, PeerTrouble.NOT_FIRST),
        ({"msgType": "Cancel", "references": OTHERS}, PeerTrouble.NOT_FIRST),
    ],
)
def test_what_is_wrong_is_refused_by_a_word_that_says_why(said: dict[str, str], expected: PeerTrouble) -> None:
    assert trouble(message(NOW, **said)) is expected


@pytest.mark.parametrize("body", [b"", b"<alert/>", b"\x00\xff", LAUGHS, DEEP, b"<a>" + b"x" * 1_100_000 + b"</a>"])
def test_what_is_hostile_is_unreadable(body: bytes) -> None:
    assert trouble(body) is PeerTrouble.UNREADABLE


def test_what_lasts_for_ever_stands_a_month() -> None:
    checked = checking.check(message(NOW, expires="9999-12-31T23:59:59-12:00"), now=NOW)

    assert checked.expires_at == NOW + checking.LONGEST
    assert checked.state is ProposalState.OPEN


def test_an_end_is_told_from_an_update() -> None:
    body = message(NOW, msgType="Update", references=BEFORE, responseType="AllClear")

    assert checking.check(body, now=NOW).state is ProposalState.OVER
