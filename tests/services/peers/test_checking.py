"""What a neighbour's message may say, and by which word one that is wrong is refused."""

import time
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
OPENED = message(NOW).removesuffix(b"</alert>")
MANY_BLOCKS = OPENED + b"<info/>" * 140_000 + b"</alert>"
SOME_BLOCKS = OPENED + b"<info/>" * 60 + b"</alert>"
MANY_AREAS = OPENED + b"<info>" + b"<area/>" * 1_100 + b"</info></alert>"
MANY_OUTLINES = OPENED + b"<info><area>" + b"<polygon/>" * 1_100 + b"</area></info></alert>"
MANY_POINTS = OPENED + b"<info><area><polygon>" + b"1,1 " * 130_000 + b"</polygon></area></info></alert>"
MANY_SIGNS = message(NOW, note="x " * 60_000)
MANY_NAMES = b"<alert " + b" ".join(b'a%d=""' % one for one in range(30_000)) + b"/>"
TOO_MUCH = [MANY_BLOCKS, SOME_BLOCKS, MANY_AREAS, MANY_OUTLINES, MANY_POINTS, MANY_SIGNS, MANY_NAMES]
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
        ({"sent": moment(NOW + timedelta(minutes=6))}, PeerTrouble.FUTURE),
        ({"sent": moment(NOW - timedelta(days=61))}, PeerTrouble.EXPIRED),
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


@pytest.mark.parametrize("body", TOO_MUCH)
def test_what_has_more_parts_than_anybody_writes_is_refused_before_it_costs_anything(body: bytes) -> None:
    before = time.thread_time()
    assert trouble(body) is PeerTrouble.UNREADABLE
    # It took seconds; this machine may be busy.
    assert time.thread_time() - before < 0.5


def test_a_comment_within_a_text_leaves_it_whole() -> None:
    body = message(NOW, headline="Đứt cáp").replace("Đứt cáp".encode(), "Đứt<!-- x --> c<?y z?>áp".encode())

    assert checking.check(body, now=NOW).info.headline == "Đứt cáp"


def test_what_lasts_for_ever_stands_a_month() -> None:
    checked = checking.check(message(NOW, expires="9999-12-31T23:59:59-12:00"), now=NOW)

    assert checked.words.expires_at == NOW + timedelta(days=30)
    assert checked.state is ProposalState.OPEN


def test_an_end_is_told_from_an_update() -> None:
    body = message(NOW, msgType="Update", references=BEFORE, responseType="AllClear")

    assert checking.check(body, now=NOW).state is ProposalState.OVER


@pytest.mark.parametrize("sent", [NOW + timedelta(minutes=4), NOW - timedelta(days=59)])
def test_clocks_may_differ_a_little_and_what_still_stands_may_be_two_months_old(sent: datetime) -> None:
    assert checking.check(message(NOW, sent=moment(sent)), now=NOW).state is ProposalState.OPEN


def test_what_does_not_say_how_long_it_stands_stands_a_day() -> None:
    checked = checking.check(message(NOW, expires=""), now=NOW + timedelta(hours=23))

    assert checked.words.expires_at == NOW + timedelta(days=1)


def test_of_several_languages_the_vietnamese_is_shown_and_an_event_does_for_a_headline() -> None:
    body = message(NOW, headline="")
    english = body[body.index(b"<info>") : body.index(b"</info>") + 7].replace(b"vi-VN", b"en-GB")
    both = body.replace(b"<info>", english + b"<info>", 1)

    assert checking.check(both, now=NOW).info.language == "vi-VN"
    assert checking.check(body.replace(b"vi-VN", b"en-GB"), now=NOW).info.event == "Sự cố"
