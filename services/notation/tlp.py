"""Labels of the Traffic Light Protocol in words: read in the spellings that people use, written, and taken out."""

import re

from models.tlp import NARROW, Tlp
from services.notation.spelling import nfc

# Letters of other alphabets that look like ours, and the wide forms of ours: one for one, so that places stay.
_ALIKE = {
    **{0xFF01 + at: 0x21 + at for at in range(94)},
    **{0x0410 + at: ord(one) for at, one in enumerate("A B  E    K MHO PCT   X") if one != " "},
    **{0x0430 + at: ord(one) for at, one in enumerate("a b  e    k mho pct   x") if one != " "},
    **{0x0391 + at: ord(one) for at, one in enumerate("AB  EZH IK MN O P TY X") if one != " "},
}
_AMBER = r"AMBER|YELLOW|HỔ\s+PHÁCH|VÀNG"
# Also misspelt: read as AMBER alone, it would go to more than it is for.
_STRICT = r"[\s+\-_./&:,()–—]*(?:STRICT|NGHI[ÊE]M\s+NG[^\W\d_]+)"
_COLOURS = {
    # "WHITE" is what CLEAR was called before version 2.
    Tlp.AMBER_STRICT: rf"(?:{_AMBER}){_STRICT}",
    Tlp.RED: r"RED|ĐỎ",
    Tlp.AMBER: _AMBER,
    Tlp.GREEN: r"GREEN|XANH(?:\s+LÁ)?(?:\s+CÂY)?(?!\s+(?:DƯƠNG|LAM|BIỂN|NƯỚC|DA)(?!\w))",
    Tlp.CLEAR: r"CLEAR|WHITE|TRẮNG",
}
_NO_LABELS = (
    r"XANH\s+(?:DƯƠNG|LAM|BIỂN|NƯỚC|DA)|HỒNG|TÍM|CAM|NÂU|ĐEN|XÁM|BẠC|BLUE|PINK|PURPLE|VIOLET|ORANGE|BROWN|BLACK|GR[AE]Y"
)
_COLOUR = "|".join(_COLOURS.values())
_BEFORE, _AFTER = r"(?<![^\W_])", r"(?![^\W_])"
# What is stuck on a thing is no label of a text.
_NOT_STUCK_ON = "".join(rf"(?<!{verb} )" for verb in ("DÁN", "GẮN", "TEM", "BÓC", "ĐEO", "IN"))
_SAID = re.compile(
    rf"{_BEFORE}TLP[\s:=._\-–—/|()\[\]\"']*(?P<tlp>{_COLOUR}){_AFTER}"
    rf"|{_BEFORE}NHÃN\s*[:=]\s*(?P<said>{_COLOUR}){_AFTER}"
    rf"|{_BEFORE}NHÃN\s+(?P<named>{_COLOUR})(?=\s*[:\]–—|])"
    rf"|{_NOT_STUCK_ON}{_BEFORE}NHÃN\s+(?P<clause>{_COLOUR})(?=\s*(?:[,;.)\n]|$))"
    rf"|{_BEFORE}(?P<strict>(?:AMBER|HỔ\s+PHÁCH){_STRICT}){_AFTER}",
    re.IGNORECASE,
)
_ANY = re.compile(
    rf"{_BEFORE}TLP{_AFTER}[\s:=._\-–—/|()\[\]\"']*(?:(?:{_NO_LABELS}){_AFTER}|\S{{0,20}})"
    rf"|{_NOT_STUCK_ON}{_BEFORE}NHÃN(?:\s*[:=]\s*|\s+)(?:M[ÀA]U\s+)?(?:{_NO_LABELS}){_AFTER}",
    re.IGNORECASE,
)
# What stands around a label and goes with it.
_OPENING, _BEHIND = re.compile(r"[\[(]\s*$"), re.compile(r"[\])]?[ \t]*[\]):·.,\-–—|]*[ \t]*")


def label_in(text: str) -> Tlp | None:
    """Read the label that a text names; of several the narrowest counts."""
    return narrowest(*(_colour_of(found) for found in _SAID.finditer(_folded(text))))


def narrowest(*labels: Tlp | None) -> Tlp | None:
    """Give the label that is for the fewest; None where none is one."""
    return max((one for one in labels if one is not None), key=list(Tlp).index, default=None)


def resembling(text: str) -> str:
    """Give the words of a text that look like a label and are none; an empty one where there are none."""
    folded, composed = _folded(text), nfc(text)
    meant = [found.span() for found in _SAID.finditer(folded)]
    for found in _ANY.finditer(folded):
        if not any(start <= found.start() < end for start, end in meant):
            return composed[found.start() : found.end()]
    return ""


def unlabelled(text: str) -> str:
    """Give a text without the labels that it names."""
    composed, at, parts = nfc(text), 0, list[str]()
    for found in _SAID.finditer(_folded(text)):
        parts.append(_OPENING.sub("", composed[at : found.start()]))
        at = found.end()
        if behind := _BEHIND.match(composed, at):
            at = behind.end()
    return "".join([*parts, composed[at:]]).strip()


def as_title(title: str) -> str:
    """Give a title as it is kept: without a label, unless it says nothing else."""
    return unlabelled(title) or title


def written(label: Tlp) -> str:
    """Write a label: "TLP:AMBER+STRICT"."""
    return f"TLP:{label.upper().replace('_', '+')}"


def before_words(label: Tlp) -> str:
    """Write what stands before words that quote something narrow; nothing where everybody may read it."""
    return f"{written(label)} · " if label in NARROW else ""


def _folded(text: str) -> str:
    return nfc(text).translate(_ALIKE)


def _colour_of(found: re.Match[str]) -> Tlp:
    said = next(filter(None, found.groups()))
    return next(one for one, colour in _COLOURS.items() if re.fullmatch(colour, said, re.IGNORECASE))
