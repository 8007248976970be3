"""Each rule that the schema cannot say catches what breaks it, and lets everything else pass."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from services.cap.reading import LARGEST, CapArea, CapDocument, CapInfo, CapUnreadable, read
from services.cap.rules import RULES, broken

SENT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
SQUARE = "21.0,105.0 21.0,105.5 21.5,105.5 21.0,105.0"
GOOD = CapDocument(
    identifier="SC-2026-0001-update-2",
    sender="skhcn@phutho.gov.vn",
    sent=SENT,
    status="Exercise",
    type="Update",
    scope="Restricted",
    note="DT-2026-0001",
    restriction="TLP:GREEN",
    references=("skhcn@phutho.gov.vn,SC-2026-0001-alert-1,2026-11-20T08:00:00+07:00",),
    infos=(
        CapInfo(
            categories=frozenset({"Infra"}),
            effective=SENT,
            onset=SENT,
            expires=SENT + HOUR,
            headline="Đứt cáp",
            texts=("Đứt cáp", "1 < 2 và 3 > 2"),
            addresses=("https://phutho.gov.vn/",),
            areas=(CapArea(polygons=(SQUARE,), circles=("21.3,105.4 5",), has_altitude=True, has_ceiling=True),),
        ),
    ),
)


def of_info(**changes: Any) -> CapDocument:
    """Change the one block of the good document."""
    return replace(GOOD, infos=(replace(GOOD.infos[0], **changes),))


def of_area(**changes: Any) -> CapDocument:
    return of_info(areas=(replace(GOOD.infos[0].areas[0], **changes),))


def referring(reference: str) -> CapDocument:
    return replace(GOOD, references=(reference,))


BROKEN: list[tuple[str, CapDocument]] = [
    ("name-letters", replace(GOOD, identifier="SC 1")),
    ("name-letters", replace(GOOD, sender="a&b")),
    ("name-letters", replace(GOOD, sender="")),
    ("references-missing", replace(GOOD, references=())),
    ("references-earlier", referring("skhcn@phutho.gov.vn,SC-1")),
    ("references-earlier", referring("a,b,yesterday")),
    ("references-earlier", referring("a,b,2026-11-20T08:00:00")),
    ("references-earlier", referring("a,b,2026-11-20T09:00:01+07:00")),
    ("references-earlier", referring(f"{GOOD.sender},{GOOD.identifier},2026-11-20T09:00:00+07:00")),
    ("restriction-missing", replace(GOOD, restriction="")),
    ("addresses-missing", replace(GOOD, scope="Private")),
    ("note-missing", replace(GOOD, note="")),
    ("note-missing", replace(GOOD, status="Actual", type="Error", note="")),
    ("categories-same", replace(GOOD, infos=(*GOOD.infos, replace(GOOD.infos[0], categories=frozenset({"Geo"}))))),
    ("before-sent", of_info(onset=SENT - HOUR)),
    ("expires-last", of_info(effective=SENT + 2 * HOUR)),
    ("headline-length", of_info(headline="x" * 140)),
    ("markup", of_info(texts=("<b>Khẩn</b>",))),
    ("web-absolute", of_info(addresses=("/trang",))),
    ("web-absolute", of_info(addresses=("http://[",))),
    ("on-earth", of_area(polygons=("105.0,21.0 105.5,21.0 105.5,21.5 105.0,21.0",))),
    ("on-earth", of_area(circles=("here 5",))),
    ("on-earth", of_area(polygons=("",))),
    ("polygon-closed", of_area(polygons=("21,105 21,106 22,106 22,105",))),
    ("polygon-closed", of_area(polygons=("21,105 21,106 21,105",))),
    ("ceiling-alone", of_area(has_altitude=False)),
]


def test_a_document_that_keeps_all_rules_breaks_none() -> None:
    assert broken(GOOD) == []
    assert broken(replace(GOOD, status="Actual", type="Alert", references=(), note="")) == []


@pytest.mark.parametrize(("rule", "document"), BROKEN)
def test_a_broken_rule_is_named(rule: str, document: CapDocument) -> None:
    assert rule in broken(document)


def test_every_rule_is_broken_here_by_something() -> None:
    assert {rule for rule, _ in BROKEN} == set(RULES)


def alert(inside: str = "", *, before: str = "") -> bytes:
    """Write an alert with as little as the reader needs."""
    return (
        f'{before}<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>a</identifier>'
        f"<sender>b</sender><sent>2026-11-20T09:00:00+07:00</sent>{inside}</alert>"
    ).encode()


def test_a_document_is_read_with_what_the_rules_look_at() -> None:
    read_again = read(
        alert(
            "<msgType>Update</msgType><references> a,b,c\n d,e,f </references><info><category>Geo</category>"
            "<category>Met</category><headline>H</headline><web>w</web><resource><uri>u</uri></resource>"
            "<area><polygon>p</polygon><circle>c</circle><ceiling>3</ceiling></area></info>"
        )
    )

    assert (read_again.identifier, read_again.sender, read_again.sent, read_again.type) == ("a", "b", SENT, "Update")
    assert read_again.references == ("a,b,c", "d,e,f")
    (info,) = read_again.infos
    assert (info.categories, info.headline, info.addresses) == (frozenset({"Geo", "Met"}), "H", ("w", "u"))
    assert info.areas == (CapArea(polygons=("p",), circles=("c",), has_ceiling=True),)


BOMB = '<!DOCTYPE alert [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    "made",
    [
        lambda: b"no xml",
        lambda: b"<alert/>",
        lambda: alert(before=BOMB),
        lambda: alert("&b;", before=BOMB),
        lambda: alert("<info><expires>tomorrow</expires></info>"),
        lambda: alert("<info><expires>2026-11-20T09:00:00</expires></info>"),
        lambda: b'<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"/>',
        lambda: alert("x" * LARGEST),
    ],
)
def test_what_is_no_alert_is_not_read(made: Callable[[], bytes]) -> None:
    with pytest.raises(CapUnreadable):
        read(made())
