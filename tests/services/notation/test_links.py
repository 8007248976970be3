"""Links among words are written so that nobody opens them by mistake."""

from services.notation import links


def test_a_link_among_words_is_written_so_that_nothing_opens_it() -> None:
    told = links.without_links("Bấm http://203.0.113.7:80/a?b=1.2, rồi (https://evil.example).")

    assert told == "Bấm hxxp://203[.]0[.]113[.]7:80/a?b=1.2, rồi (hxxps://evil[.]example)[.]"
    assert not links.opens(told)


def test_only_what_a_program_opens_is_a_live_link() -> None:
    assert links.opens("Tải bản vá tại HTTPS://patch.example/b")
    assert not links.opens("Chặn tcp://203.0.113.7 và hxxp://evil.example")
