"""Every message is valid by both schemas and keeps the rules beside them, whatever somebody typed as a title."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from handlers.cap.views import documents, feeds, rules
from handlers.cap.views.feeds import FeedOrder
from handlers.frame.views.home import Home
from handlers.frame.views.reader import Reader
from models.cap import CapCause, CapMessage, CapScope, CapType
from models.incidents import IncidentType, Severity
from models.people import Language
from models.tlp import Tlp
from services.cap.facts import CapFacts
from services.cap.reading import NAMESPACE, read
from services.cap.rules import RULES, broken

SCHEMAS = [
    etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / name))
    for name in ("CAP-v1.2.xsd", "cap12_extended.xsd")
]
SENT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
READER = Reader(Language.VIETNAMESE, ZoneInfo("UTC"), Home("25", "Mạng lưới", "network"))
READERS = (READER, replace(READER, language=Language.ENGLISH))
DEPARTMENT = "Sở Khoa học và Công nghệ"
FACTS = CapFacts(
    code="SC-2026-0007",
    cause=CapCause.ALERT,
    is_exercise=False,
    type=IncidentType.ENCRYPTION,
    severity=Severity.CRITICAL,
    title="Mã hóa máy chủ một cửa",
    words="Máy chủ một cửa bị mã hóa.",
    province_code="25",
    communes=("07900",),
    began_at=SENT - timedelta(minutes=90),
    tlp=Tlp.CLEAR,
)


def message(facts: CapFacts = FACTS, **changes: Any) -> CapMessage:
    """Make a message of facts."""
    made = CapMessage(
        id=1,
        incident_id=1,
        cause=facts.cause,
        cause_id=1,
        identifier="SC-2026-0007-alert-1-20261120020000",
        sender="skhcn@phutho.gov.vn",
        sent_at=SENT,
        type=CapType.ALERT,
        scope=CapScope.PUBLIC,
        references="",
        expires_at=SENT + timedelta(days=3),
        facts=facts.written(),
    )
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def document(made: CapMessage, web: str | None = None) -> bytes:
    """Write a message that is valid by both schemas and all rules."""
    body = documents.written(READERS, DEPARTMENT, made, web=web)
    for schema in SCHEMAS:
        schema.assertValid(etree.fromstring(body))
    assert broken(read(body)) == []
    return body


def said(body: bytes, language: str = "vi-VN") -> dict[str, list[str]]:
    """Give what stands in each element, by its name, with the block of one language."""
    found: dict[str, list[str]] = {}
    root = etree.fromstring(body)
    for block in root.findall(f"{{{NAMESPACE}}}info"):
        if block.findtext(f"{{{NAMESPACE}}}language") != language:
            root.remove(block)
    for node in root.iter(f"{{{NAMESPACE}}}*"):
        found.setdefault(etree.QName(node).localname, []).append(node.text or "")
    return found


@pytest.mark.parametrize("is_exercise", [False, True])
def test_what_is_taken_back_is_named_without_a_word_of_what_it_was(*, is_exercise: bool) -> None:
    """Also where its facts were kept, nothing of them is written."""
    before = "skhcn@phutho.gov.vn,SC-2026-0007-alert-1-20261120020000,2026-11-20T08:00:00+07:00"
    facts = replace(FACTS, cause=CapCause.WITHDRAWN, is_exercise=is_exercise)
    made = message(facts, type=CapType.CANCEL, references=before, identifier="SC-2026-0007-withdrawn-1-20261120020000")

    body = document(made)
    found = said(body)

    assert (found["msgType"], found["references"], found["incidents"]) == (["Cancel"], [before], ["SC-2026-0007"])
    assert "không có nghĩa là sự việc đã kết thúc" in found["note"][0]
    assert "that does not mean that it is over" in found["note"][0]
    assert found["note"][0].startswith("SC-2026-0007 ") is is_exercise
    assert "info" not in found
    assert "một cửa" not in body.decode() + documents.headline(READER, facts)
    assert "SC-2026-0007" in documents.headline(READER, facts)


def test_an_alert_says_what_happened_where_and_how_grave_it_is() -> None:
    found = said(document(message(), web="https://skhcn.phutho.gov.vn"))

    expected = {
        "sent": "2026-11-20T09:00:00+07:00",
        "status": "Actual",
        "msgType": "Alert",
        "scope": "Public",
        "incidents": "SC-2026-0007",
        "language": "vi-VN",
        "event": "Mã hóa dữ liệu",
        "responseType": "Monitor",
        "urgency": "Immediate",
        "severity": "Extreme",
        "certainty": "Observed",
        "effective": "2026-11-20T09:00:00+07:00",
        "expires": "2026-11-23T09:00:00+07:00",
        "senderName": "Sở Khoa học và Công nghệ tỉnh Phú Thọ",
        "headline": "Mã hóa máy chủ một cửa",
        "instruction": "Đề nghị theo dõi thông tin tiếp theo của Sở Khoa học và Công nghệ.",
        "web": "https://skhcn.phutho.gov.vn",
        "areaDesc": "Phường Việt Trì",
        "valueName": "VN-COMMUNE",
        "value": "07900",
    }
    assert {name: found[name] for name in expected} == {name: [text] for name, text in expected.items()}
    assert found["category"] == ["Security", "Infra"]
    assert found["description"] == [
        "Máy chủ một cửa bị mã hóa.\nBắt đầu: 07:30, 20/11/2026.\n"
        "Mức độ theo thang của mạng lưới: Đặc biệt nghiêm trọng."
    ]
    assert not {"restriction", "references", "note", "polygon", "onset"} & set(found)


def test_whoever_reads_no_vietnamese_has_a_block_in_english_behind_the_first() -> None:
    body = document(message(replace(FACTS, actions="Đã cô lập.")))
    english = said(body, "en")

    assert [one.language for one in read(body).infos] == ["vi-VN", "en"]
    assert english["event"] == ["Data encrypted"]
    assert english["headline"] == ["Data encrypted: Mã hóa máy chủ một cửa"]
    assert english["senderName"] == [f"{DEPARTMENT} of Phú Thọ Province"]
    assert english["description"] == [
        "The department's own words are in Vietnamese.\nMáy chủ một cửa bị mã hóa.\nDone so far: Đã cô lập.\n"
        "Began: 07:30, 20/11/2026.\nSeverity on the network's own scale: Critical."
    ]
    same = ("category", "responseType", "urgency", "severity", "effective", "expires", "areaDesc", "value")
    assert {name: english[name] for name in same} == {name: said(body)[name] for name in same}


def test_words_of_a_template_are_not_called_vietnamese_in_english() -> None:
    said_in = {reader.language: reader.label("template-fibre-cut-text") for reader in READERS}
    title = READER.label("template-fibre-cut-title")
    made = message(replace(FACTS, title=title, words=said_in[Language.VIETNAMESE]))

    assert "in Vietnamese" not in said(document(made), "en")["description"][0]


def test_a_drill_and_an_end_say_so_in_english_too() -> None:
    drill = said(document(message(replace(FACTS, is_exercise=True))), "en")
    end = said(document(message(replace(FACTS, cause=CapCause.ALL_CLEAR))), "en")

    assert drill["headline"][0].startswith("DRILL – Data encrypted: ")
    assert drill["description"][0].startswith("This is a drill, nothing has really happened.\n")
    assert end["headline"][0].startswith("Over: Data encrypted: ")


def test_it_is_the_same_whenever_it_is_asked_for() -> None:
    assert document(message()) == document(message())


def test_a_drill_says_so_in_its_status_its_headline_and_its_words() -> None:
    found = said(document(message(replace(FACTS, is_exercise=True, code="DT-2026-0003"))))

    assert found["status"] == ["Exercise"]
    assert found["note"] == ["DT-2026-0003"]
    assert found["headline"] == ["DIỄN TẬP – Mã hóa máy chủ một cửa"]
    assert found["description"][0].startswith("Đây là diễn tập, không có sự cố thật.\n")
    assert found["instruction"] == ["Đây là diễn tập, đơn vị không tham gia không cần thực hiện biện pháp nào."]


def test_an_end_is_an_update_that_gives_the_all_clear() -> None:
    before = "skhcn@phutho.gov.vn,SC-2026-0007-alert-1,2026-11-20T08:00:00+07:00"
    facts = replace(FACTS, cause=CapCause.ALL_CLEAR, words="Đã khôi phục.")

    found = said(document(message(facts, type=CapType.UPDATE, references=before)))

    assert (found["msgType"], found["responseType"], found["urgency"]) == (["Update"], ["AllClear"], ["Past"])
    assert (found["severity"], found["references"]) == (["Minor"], [before])
    assert found["headline"] == ["Kết thúc: Mã hóa máy chủ một cửa"]


def test_what_was_done_is_described_and_what_is_asked_for_is_the_instruction() -> None:
    facts = replace(FACTS, cause=CapCause.UPDATE, actions="Đã cô lập.", needs="Kiểm tra sao lưu.", began_at=None)

    found = said(document(message(facts)))

    assert "\nĐã xử lý: Đã cô lập.\n" in found["description"][0]
    assert found["instruction"] == ["Đề nghị: Kiểm tra sao lưu."]


def test_an_end_taken_back_says_that_it_goes_on() -> None:
    found = said(document(message(replace(FACTS, cause=CapCause.REOPENED))))

    assert found["description"][0].startswith("Tin kết thúc trước đó được rút lại, sự cố vẫn đang được xử lý.\n")


@pytest.mark.parametrize(("label", "written"), [(None, "TLP:GREEN"), (Tlp.AMBER, "TLP:AMBER")])
def test_what_is_restricted_says_by_its_label_for_whom_it_is(label: Tlp | None, written: str) -> None:
    found = said(document(message(replace(FACTS, tlp=label), scope=CapScope.RESTRICTED)))

    assert (found["scope"], found["restriction"]) == (["Restricted"], [written])


def test_what_concerns_the_whole_province_has_its_code_and_what_is_no_commune_any_more_its_own() -> None:
    whole = said(document(message(replace(FACTS, communes=()))))
    gone = said(document(message(replace(FACTS, communes=("07900", "99999")))))

    assert (whole["areaDesc"], whole["valueName"], whole["value"]) == (["Tỉnh Phú Thọ"], ["VN-PROVINCE"], ["25"])
    assert (gone["areaDesc"], gone["value"]) == (["Phường Việt Trì, 99999"], ["07900", "99999"])


@pytest.mark.parametrize("type_", IncidentType)
@pytest.mark.parametrize("severity", Severity)
def test_every_type_and_severity_has_its_words(type_: IncidentType, severity: Severity) -> None:
    found = said(document(message(replace(FACTS, type=type_, severity=severity))))

    assert found["category"]
    assert found["severity"] != ["Unknown"]


HOSTILE = st.one_of(
    st.text(max_size=60),
    st.text("<>&;'\"]/!ab \x00\x08\x1f\x85\ufffe\u202e\u2066\u200f\u0627\u05d0\r\n\t", max_size=60),
    st.text("aạ ", min_size=1000, max_size=1000),
    st.sampled_from(
        ["]]>", "<![CDATA[x", "<!-- x", "<b>Khẩn</b>", "<<b>>", "<a<b>c>", "&amp;", "\u202eabc", "🔴" * 300]
    ),
)


@given(title=HOSTILE, words=HOSTILE, needs=HOSTILE, cause=st.sampled_from(CapCause), is_exercise=st.booleans())
@settings(max_examples=60, deadline=None)
def test_whatever_was_typed_it_is_valid_and_turns_nothing_around(
    title: str, words: str, needs: str, cause: CapCause, is_exercise: bool
) -> None:
    facts = replace(FACTS, title=title, words=words, needs=needs, cause=cause, is_exercise=is_exercise)

    body = document(message(facts))

    assert "\u202e" not in body.decode()
    assert all(len(said(body, language)["headline"][0]) < 140 for language in ("vi-VN", "en"))


def test_every_rule_is_said_in_both_languages() -> None:
    english = replace(READER, language=Language.ENGLISH)

    for rule in RULES:
        assert rules.sentence(READER, rule).endswith(".")
        assert rules.sentence(english, rule) != rules.sentence(READER, rule)


def test_a_feed_has_an_entry_with_one_link_for_each_message_and_keeps_its_names() -> None:
    drill = message(replace(FACTS, is_exercise=True), identifier="DT-2026-0003-alert-2-20261120020000")
    order = FeedOrder(CapScope.PUBLIC, "skhcn@phutho.gov.vn", DEPARTMENT, SENT, "https://sansang.phutho.gov.vn")

    feed = etree.fromstring(feeds.written(READER, order, [drill, message()]))

    names = {"a": feeds.ATOM}
    assert feed.findtext("a:id", namespaces=names) == "tag:skhcn@phutho.gov.vn,2026:feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "vi-VN"
    assert feed.findtext("a:updated", namespaces=names) == "2026-11-20T09:00:00+07:00"
    entries = feed.findall("a:entry", names)
    assert [one.findtext("a:title", namespaces=names) for one in entries] == [
        "DIỄN TẬP – Mã hóa máy chủ một cửa",
        "Mã hóa máy chủ một cửa",
    ]
    assert len({one.findtext("a:id", namespaces=names) for one in entries}) == 2
    links = [[dict(link.attrib) for link in one.findall("a:link", names)] for one in entries]
    where = "https://sansang.phutho.gov.vn/cap/"
    href = f"{where}{message().identifier}.xml"
    assert links[1] == [
        {"rel": "alternate", "type": "application/cap+xml", "href": href},
        {"rel": "alternate", "href": href},
    ]


def test_without_an_address_links_are_read_from_where_the_feed_was_found() -> None:
    order = FeedOrder(CapScope.RESTRICTED, "skhcn@phutho.gov.vn", DEPARTMENT, SENT)

    feed = etree.fromstring(feeds.written(READER, order, [message()]))

    links = feed.iter(f"{{{feeds.ATOM}}}link")
    assert {link.get("href") for link in links} == {f"{message().identifier}.xml"}


def test_a_full_feed_stays_below_what_readers_take() -> None:
    order = FeedOrder(CapScope.PUBLIC, "skhcn@phutho.gov.vn", DEPARTMENT, SENT, "https://sansang.phutho.gov.vn")
    long = message(replace(FACTS, title="ạ" * 200))

    assert len(feeds.written(READER, order, [long] * 300)) < 900_000
