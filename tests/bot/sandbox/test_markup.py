"""Telegram's HTML: text, entities with UTF-16 offsets, and what does not parse."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.errors import ApiError
from bot.sandbox.reading.markup import formatted, parse_html, utf16_length


def entities_of(source: str) -> list[tuple[str, str]]:
    """Return each entity's kind and the text that it covers."""
    text, entities = formatted(source, "HTML", [])
    units = text.encode("utf-16-le")
    return [
        (each["type"], units[each["offset"] * 2 : (each["offset"] + each["length"]) * 2].decode("utf-16-le"))
        for each in entities
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<b>đậm</b>", [("bold", "đậm")]),
        ("🔴 <strong>đỏ</strong>", [("bold", "đỏ")]),
        ("<b>a<i>b</i></b>", [("bold", "ab"), ("italic", "b")]),
        ("<u>a</u><ins>b</ins>", [("underline", "a"), ("underline", "b")]),
        ("<s>a</s><del>b</del>", [("strikethrough", "a"), ("strikethrough", "b")]),
        ("<tg-spoiler>a</tg-spoiler>", [("spoiler", "a")]),
        ('<span class="tg-spoiler">a</span>', [("spoiler", "a")]),
        ("<code>/a &lt;b&gt;</code>", [("code", "/a <b>")]),
        ("<blockquote>a</blockquote>", [("blockquote", "a")]),
        ("<blockquote expandable>a</blockquote>", [("expandable_blockquote", "a")]),
        ("<b></b>a", []),
        ("/start rồi /help@san_sang_bot", [("bot_command", "/start"), ("bot_command", "/help@san_sang_bot")]),
        ("hỏi @mai_tran #sựcố", [("mention", "@mai_tran"), ("hashtag", "#sựcố")]),
        ("xem https://a.vn/b?c=1.", [("url", "https://a.vn/b?c=1")]),
        ("viết a@b.vn, 12/3/2026", [("email", "a@b.vn")]),
        ("  <b> a </b>  ", [("bold", "a")]),
    ],
)
def test_entities_cover_what_they_mark(source: str, expected: list[tuple[str, str]]) -> None:
    assert entities_of(source) == expected


def test_a_link_carries_its_address_and_code_its_language() -> None:
    _, links = parse_html('<a href="https://a.vn/?x=1&amp;y=2">đây</a>')
    _, codes = parse_html('<pre><code class="language-python">a = 1</code></pre>')

    assert links == [{"type": "text_link", "url": "https://a.vn/?x=1&y=2", "offset": 0, "length": 3}]
    assert codes == [{"type": "pre", "language": "python", "offset": 0, "length": 5}]


def test_named_and_numbered_characters_are_read_and_others_stay() -> None:
    assert parse_html("&lt;&gt;&amp;&quot;&#273;&#x111; &nbsp; a & b")[0] == '<>&"đđ &nbsp; a & b'


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>đ</i>", 'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"'),
        ("đ<div>a</div>", 'Unsupported start tag "div" at byte offset 2'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_what_does_not_parse_is_refused(source: str, reason: str) -> None:
    with pytest.raises(ApiError) as refusal:
        parse_html(source)

    assert refusal.value.description == f"Bad Request: can't parse entities: {reason}"


def test_beyond_a_hundred_entities_the_rest_is_dropped_silently() -> None:
    text, entities = formatted("<b>a</b> " * 120, "HTML", [])

    assert len(text) == 239
    assert len(entities) == 100


def test_entities_of_the_bots_own_must_lie_within_the_text() -> None:
    inside: list[Any] = [{"type": "bold", "offset": 1, "length": 2}]

    assert formatted("🔴a", "", inside) == ("🔴a", inside)
    with pytest.raises(ApiError, match="ENTITY_BOUNDS_INVALID"):
        formatted("🔴a", "", [{"type": "bold", "offset": 1, "length": 3}])


@given(st.text())
def test_escaped_text_always_comes_back_as_it_was(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    assert parse_html(f"<b>{escaped}</b>")[0] == text


@given(st.text(alphabet="ab🔴đ<>/&; ="))
def test_any_text_either_parses_or_is_refused_and_entities_lie_within_it(source: str) -> None:
    try:
        text, entities = formatted(source, "HTML", [])
    except ApiError:
        return
    assert all(0 <= each["offset"] < each["offset"] + each["length"] <= utf16_length(text) for each in entities)
