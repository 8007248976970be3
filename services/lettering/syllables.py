"""Whether a written word can be a Vietnamese syllable: how its letters may follow one another, and its one tone."""

import re
from functools import lru_cache

from services.notation.spelling import nfc, nfd

_TONES = "\u0300\u0309\u0303\u0301\u0323"
# Acute and dot: a syllable that ends in a stop has no other.
_TONES_OF_STOPS = "\u0301\u0323"
# With k, r and l for names of the highlands: Đắk Lắk, Krông Ana, Plei.
_ONSETS = "b bl br c ch d dr đ đr g gh gi h k kh kl kr l m n ng ngh nh p ph pl pr qu r s t th tr v x"
_RHYMES = (
    "a ac ach ai ak am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êk êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi ok om on ong oong "
    "ooc op ot ô ôc ôi ôk ôm ôn ông ôp ôt ơ ơi ơm ơn ơng ơp ơt u ua uân uâng uât uây uc uê uêch uên uênh uêt ui uk um "
    "un ung uôc uôi uôm uôn uông uôp uôt uơ up ut uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi "
    "ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu"
)
_SYLLABLE = re.compile(
    f"(?:{'|'.join(_ONSETS.split())})?(?:{'|'.join(_RHYMES.split())})|quy(?:ch|n|nh|p|t)?|gi[nm]?|giêng|giêt"
)
# The vowels; u after q, and i between g and another, belong to what stands before them.
_VOWELS = re.compile(r"(?:(?<=q)u|(?<=g)i(?=[aăâeêioôơuưy]))?([aăâeêioôơuưy]+)")
_SHAPED = "ăâêôơư"
_EITHER = ("oa", "oe", "uy")
_STOP = re.compile(r".*(?:c|ch|p|t)")
# Letters with a shape and without a tone. VNI has its hats after the vowel: "COÂNG".
_ABBREVIATION = re.compile(r"(?!.*[AEO][ÂÊ])[A-ZĐÐĂÂÊÔƠƯ]+|[ĐÐ][a-z]+")


def is_abbreviation(word: str) -> bool:
    """Tell whether a word is written as people abbreviate today: "SĐT", "BĐ", "Đt"."""
    return _ABBREVIATION.fullmatch(word) is not None


@lru_cache(maxsize=50_000)
def is_syllable(word: str) -> bool:
    """Tell whether a word, of any case, with its marks, can be one Vietnamese syllable."""
    letters = re.findall(r".[\u0300-\u036f]*", nfd(word.lower()))
    tones = [(place, mark) for place, letter in enumerate(letters) for mark in letter[1:] if mark in _TONES]
    plain = nfc("".join(mark for letter in letters for mark in letter if mark not in _TONES))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(plain):
        return False
    if tones and tones[0][0] not in _places_of_tone(plain):
        return False
    return not _STOP.fullmatch(plain) or (bool(tones) and tones[0][1] in _TONES_OF_STOPS)


def _places_of_tone(plain: str) -> tuple[int, ...]:
    """Tell on which letters the tone of a syllable may stand, counted from 0: hoà and hòa are both usual."""
    found = _VOWELS.search(plain)
    if found is None:
        return ()
    vowels, first, is_closed = found[1], found.start(1), found.end(1) < len(plain)
    shaped = [place for place, vowel in enumerate(vowels) if vowel in _SHAPED]
    if shaped:
        return (first + shaped[-1],)
    if is_closed or len(vowels) == 1:
        return (first + len(vowels) - 1,)
    if vowels in _EITHER:
        return (first, first + 1)
    return (first + len(vowels) - 2,)
