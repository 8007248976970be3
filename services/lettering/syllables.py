"""Whether a written word can be a Vietnamese syllable: how its letters may follow one another, and its one tone."""

import re
import unicodedata
from functools import lru_cache

from services.notation.spelling import nfc

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
    "ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ych ynh yt"
)
_SYLLABLE = re.compile(f"(?:{'|'.join(_ONSETS.split())})?(?:{'|'.join(_RHYMES.split())})|gi[nm]?|giêng|giêt")
_STOP = re.compile(r".*(?:c|ch|p|t)")


@lru_cache(maxsize=50_000)
def is_syllable(word: str) -> bool:
    """Tell whether a word, of any case, with its marks, can be one Vietnamese syllable."""
    apart = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in apart if mark in _TONES]
    plain = nfc("".join(letter for letter in apart if letter not in _TONES))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(plain):
        return False
    return not _STOP.fullmatch(plain) or (bool(tones) and tones[0] in _TONES_OF_STOPS)
