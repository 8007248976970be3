"""Who plays: the people of the demonstration as the sandbox takes them, some by hand and most by themselves."""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any

from bot.demonstration.businesses import FEATURED, Business, Spokesperson, businesses, first_of
from bot.demonstration.identities import phone, tax_code, telegram_id
from bot.demonstration.texts import words
from bot.demonstration.variety import shuffled
from models.members import Sector

Json = dict[str, Any]

COORDINATOR_ID = telegram_id(1)
OWNER_ID = COORDINATOR_ID
DUTY_OFFICER_ID = telegram_id(2)
OBSERVER_ID = telegram_id(6)
REPRESENTATIVE_IDS = {sector: telegram_id(number) for sector, (number, _) in FEATURED.items()}
TELECOM_ID = REPRESENTATIVE_IDS[Sector.TELECOM]
POSTAL_ID = REPRESENTATIVE_IDS[Sector.POSTAL]
IT_ID = REPRESENTATIVE_IDS[Sector.IT]
NEWCOMER_ID = telegram_id(11)
ENGLISH_NEWCOMER_ID = telegram_id(12)

STAFF_NAMES = {
    COORDINATOR_ID: "Đoàn Thị Bích Hạ",
    DUTY_OFFICER_ID: "Mạc Quang Thịnh",
    OBSERVER_ID: "Tạ Đình Lãm",
}
NEWCOMER_TAX_CODE = tax_code(901)
ENGLISH_NEWCOMER_TAX_CODE = tax_code(902)

# In which the chat page may be opened.
LANGUAGES = ("vi", "en")

# How many in a hundred of those who play themselves; the rest answer promptly.
SHARES = {"unreachable": 5, "silent": 20, "slow": 30}
# Every so many businesses there is one of which nobody can be reached, or of which nobody answers.
WHOLE_BUSINESSES = {"unreachable": 24, "silent": 10}
# Parts of the buttons' texts in both languages, of which a person sees one, and how often each is chosen.
ANSWERS = {
    "ready": ("✅",),
    "ready_30": ("30 phút", "30 min"),
    "ready_60": ("1 giờ", "1 h"),
    "ready_120": ("2 giờ", "2 h"),
    "remote": ("💻",),
    "needs_info": ("❓",),
    "cannot": ("⛔",),
}
WEIGHTS = {
    "prompt": {"ready": 50, "ready_30": 18, "ready_60": 8, "ready_120": 3, "remote": 10, "needs_info": 4, "cannot": 7},
    "slow": {"ready": 20, "ready_30": 16, "ready_60": 17, "ready_120": 12, "remote": 14, "needs_info": 9, "cannot": 12},
}


def cast(province_code: str, language: str) -> list[Json]:
    """List everybody as JSON for `PUT /sandbox/people`, those played by hand first; raises ProvinceUnknown.

    `language` ("vi" or "en") is that of the notes and headings, and of the Telegram of those played by hand.
    """
    return [*_by_hand(province_code, language), *_by_themselves(province_code, language)]


@cache
def tempers(province_code: str) -> dict[int, str]:
    """Tell how each representative (by Telegram id) answers, except those played by hand."""
    by_business = [_simulated(business) for business in businesses(province_code)]
    simulated = list(chain.from_iterable(by_business))
    chosen: dict[int, str] = {}
    for temper, share in SHARES.items():
        together = chain.from_iterable(_wholly(temper, by_business))
        candidates = dict.fromkeys([*together, *shuffled(simulated, temper)])
        free = [person for person in candidates if person not in chosen]
        chosen.update(dict.fromkeys(free[: round(len(simulated) * share / 100)], temper))
    return {person: chosen.get(person, "prompt") for person in simulated}


def _wholly(temper: str, by_business: list[list[int]]) -> list[list[int]]:
    """Choose the businesses of which everybody has this temper, so that alerts meet some of each kind."""
    every = WHOLE_BUSINESSES.get(temper)
    return by_business[every - 1 :: every] if every else []


def _simulated(business: Business) -> list[int]:
    by_hand = REPRESENTATIVE_IDS.values()
    return [each.telegram_id for each in business.spokespeople if each.telegram_id not in by_hand]


def _by_hand(province_code: str, language: str) -> list[Json]:
    staff = {"language_code": language, **_heading("group-staff", language), "started": True}
    new = {**_heading("group-newcomers", language), "started": False}
    newcomer = _note("note-newcomer", language, tax_code=NEWCOMER_TAX_CODE)
    english_newcomer = _note("note-english-newcomer", language, tax_code=ENGLISH_NEWCOMER_TAX_CODE)
    people = [
        _person(1, STAFF_NAMES[COORDINATOR_ID], **_note("note-coordinator", language), **staff),
        _person(2, STAFF_NAMES[DUTY_OFFICER_ID], **_note("note-duty-officer", language), **staff),
        _person(6, STAFF_NAMES[OBSERVER_ID], **_note("note-observer", language), **staff),
        *(_featured(first_of(sector, province_code), language) for sector in FEATURED),
        _person(11, "Lương Thị Hải Vân", language_code=language, **newcomer, **new),
        _person(12, "Alice Newbury", language_code="en", **english_newcomer, **new),
    ]
    return [{**person, "featured": True} for person in people]


def _note(key: str, language: str, **values: str) -> Json:
    """Say who somebody is, in the language of the office, and in each in which the page may be opened."""
    return {"note": words(language, key, **values), "notes": {one: words(one, key, **values) for one in LANGUAGES}}


def _heading(key: str, language: str) -> Json:
    """Name the part of the list in which somebody stands, in the same way."""
    return {"group": words(language, key), "headings": {one: words(one, key) for one in LANGUAGES}}


def _featured(business: Business, language: str) -> Json:
    [sector] = business.sectors
    note = _note(f"note-featured-{sector}", language, member=business.name)
    return {**_spokesperson(business, business.spokespeople[0], language), **note, "language_code": language}


def _by_themselves(province_code: str, language: str) -> Iterator[Json]:
    temper_of = tempers(province_code)
    for business in businesses(province_code):
        for each in business.spokespeople:
            temper = temper_of.get(each.telegram_id)
            if temper is not None:
                person = _spokesperson(business, each, language)
                yield {**person, "temper": temper, "habits": _habits(temper)}


def _spokesperson(business: Business, each: Spokesperson, language: str) -> Json:
    notes = {
        one: words(one, "note-representative", title=words(one, f"role-{each.role}"), member=business.name)
        for one in LANGUAGES
    }
    return {
        "id": each.telegram_id,
        "first_name": each.name,
        "phone": each.phone,
        "language_code": "vi",
        "note": notes[language],
        "notes": notes,
        **_heading(f"group-{business.sectors[0]}", language),
        "started": True,
    }


def _person(number: int, name: str, **facts: object) -> Json:
    return {"id": telegram_id(number), "first_name": name, "phone": phone(number), **facts}


def _habits(temper: str) -> list[Json]:
    weights = WEIGHTS.get(temper, {})
    return [{"match": part, "weight": weight} for answer, weight in weights.items() for part in ANSWERS[answer]]
