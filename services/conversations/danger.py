"""Whether words tell of danger to lives, so that whoever wrote them is told whom to call as well."""

import re

from services.declarations.drill_words import says_drill_first, says_it_is_real
from services.notation.spelling import search_key, tidy_line

# Of one syllable and so other words without their marks ("chạy", "chèt", "nở").
MARKED = re.compile(r"\b(cháy|chết|nổ|sập|đuối|hỏa hoạn|hoả hoạn)\b", re.IGNORECASE)
PLAIN = re.compile(
    r"\b(bi thuong|thuong vong|tu vong|mac ket|bi ket|ket nguoi|duoi nuoc|tinh mang|cap cuu|cuu nguoi|dien giat"
    r"|bat tinh|dam chay|chay lon|injured|wounded|dead|died|dying|trapped|drown\w*|unconscious"
    r"|on fire|fire broke|fire (?:at|in)|caught fire|(?:a|the|big) fire(?! station| alarm| brigade)"
    r"|(?<!nghien )(?<!tra )cuu (?:voi|toi)|electrocuted|lives? (?:is|are|in|at)|life threatening)\b"
)


# Addresses of machines are no words, though one of their parts may be ("2001:db8::dead:beef").
OF_MACHINES = re.compile(r"\S*(?:::|://|\[[.:]\])\S*")
# What a trade or a service is called after tells of no fire.
NO_FIRE = re.compile(r"\bphòng cháy,?(?: và)? chữa cháy\b", re.IGNORECASE)


def is_told_in(text: str) -> bool:
    """Tell whether a text may mean that people are in danger; better once too often than not."""
    text = OF_MACHINES.sub(" ", text)
    return bool(MARKED.search(NO_FIRE.sub(" ", tidy_line(text))) or PLAIN.search(search_key(text)))


def breaks_into_a_drill(text: str) -> bool:
    """Tell whether words that come during a drill are none of it: they say so, or tell of danger and name no drill."""
    return says_it_is_real(text) or (is_told_in(text) and not says_drill_first(text))
