"""What every text may say of the office: its province, its network, and a commune for an example."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from handlers.frame import texts
from models.people import Language
from services.notation.spelling import without_marks
from services.places import communes
from services.places.communes import Commune

# The names under which texts know these words: all of them, whatever a text is given besides.
HOME_WORDS = frozenset({"home", "home_kind", "network", "home_example"})


@dataclass(frozen=True)
class Home:
    """The province (code) of an office, and what its network is called in Vietnamese and in English."""

    province_code: str
    network: str
    network_in_english: str


@lru_cache(maxsize=8)
def home_words(home: Home, language: Language) -> Mapping[str, str]:
    """Give the words: "tỉnh Phú Thọ", "tỉnh", the network's name, and a commune as people type it ("viet tri")."""
    province = communes.province(home.province_code)
    kind = province.kind.name.lower()
    return {
        "home": texts.label(language, f"home-{kind}", name=province.bare_name),
        "home_kind": texts.label(language, f"home-kind-{kind}"),
        "network": home.network if language is Language.VIETNAMESE else home.network_in_english,
        "home_example": without_marks(_example(home.province_code).bare_name),
    }


def _example(province_code: str) -> Commune:
    """Choose a commune whose name is short and has marks, a ward where there is one."""
    listed = communes.communes(province_code)
    good = [one for one in listed if len(one.bare_name.split()) == 2 and one.bare_name.replace(" ", "").isalpha()]
    return next((one for one in good if one.kind is communes.Kind.WARD), (good or list(listed))[0])
