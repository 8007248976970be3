"""Text files by their bytes: UTF-8, UTF-16, Windows-1258 or an old font; a stray byte spoils its own cell alone."""

import codecs
import re
from itertools import islice

from services.lettering.recognition import LETTER_LOST, count_words, recognise
from services.lettering.writings import western
from services.notation.spelling import nfc

MARKS = (
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BETWEEN_CELLS = re.compile(rb"[,;\t\r\n]+")
# So many cells with letters beyond ASCII tell how a file is written.
TELLING = 500


def decode(content: bytes) -> str | None:
    """Read a file of text; None for what is none. A byte that is no letter becomes the mark of a lost one."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding)
    if content[1:200:2].count(0) > len(content[1:200:2]) // 2:
        return _strictly(content, "utf-16-le")
    plain = content.removeprefix(codecs.BOM_UTF8)
    text = _strictly(plain, "utf-8")
    return text if text is not None else _with_strays(plain)


def _with_strays(content: bytes) -> str | None:
    text = content.decode("utf-8", "replace")
    strays = text.count(LETTER_LOST)
    if sum(not letter.isascii() for letter in text) > 2 * strays:
        return text
    return _of_one_byte(content)


def _of_one_byte(content: bytes) -> str | None:
    """Choose between the code page of Vietnam and the old fonts by what makes more words; None for what is no text."""
    cells = (cell for cell in _BETWEEN_CELLS.split(content) if not cell.isascii())
    telling = list(islice(cells, TELLING))
    in_code_page = sum(count_words(nfc(_strictly(cell, "cp1258") or "")) for cell in telling)
    in_old_fonts = sum(count_words(found.text) for cell in telling if (found := recognise(western(cell))) is not None)
    return western(content) if in_old_fonts > in_code_page else _strictly(content, "cp1258")


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None
