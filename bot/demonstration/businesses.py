"""The businesses of the demonstration province and those who speak for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import cycle

from bot.base.catalogue import CATALOGUE
from bot.demonstration.identities import phone, tax_code, telegram_id
from bot.demonstration.names import FANCIES, full_names
from bot.demonstration.texts import words
from bot.demonstration.variety import pick, shuffled
from models.members import Sector
from services.places.communes import commune, communes, province

# How many businesses are spoken for by one, two, three and four people: 140 and 300.
SIZES = {1: 45, 2: 50, 3: 25, 4: 20}
# The people of the first business of each sector: number and name. All the others are numbered from here on.
FEATURED = {
    Sector.TELECOM: (3, "Phan Thế Sáng"),
    Sector.POSTAL: (4, "Lường Thị Hạ Mi"),
    Sector.IT: (5, "Nguyễn Hoàng Bảo Miên"),
}
FIRST_OF_THE_OTHERS = 101
FORMS = ("Công ty TNHH", "Công ty Cổ phần", "Công ty TNHH MTV", "Công ty TNHH", "Doanh nghiệp tư nhân")
BRANCH_EVERY = 14
CENTRE_EVERY = 3
CENTRE_COMMUNES = 6
SECOND_SECTORS = {
    Sector.TELECOM: (5, Sector.IT),
    Sector.POSTAL: (7, Sector.TELECOM),
    Sector.IT: (9, Sector.POSTAL),
}
LINES = {
    (Sector.TELECOM,): (
        *("Viễn thông", "Hạ tầng Viễn thông", "Cáp quang", "Truyền dẫn", "Dịch vụ Internet", "Xây lắp Viễn thông"),
    ),
    (Sector.POSTAL,): ("Bưu chính", "Chuyển phát", "Giao nhận", "Chuyển phát nhanh", "Kho vận"),
    (Sector.IT,): (
        *("Công nghệ số", "Phần mềm", "An toàn thông tin", "Giải pháp số", "Dữ liệu số", "Máy tính và Thiết bị mạng"),
        "Điện toán đám mây",
    ),
    (Sector.TELECOM, Sector.IT): ("Viễn thông và Công nghệ số", "Công nghệ thông tin – Viễn thông"),
    (Sector.TELECOM, Sector.POSTAL): ("Bưu chính – Viễn thông",),
    (Sector.POSTAL, Sector.IT): ("Bưu chính số", "Thương mại điện tử và Chuyển phát"),
}
# What somebody is in a business, by the key of the words for it.
LEADERS = ("director", "deputy-director", "director", "technical-deputy", "chief-executive")
EXPERTS = {
    Sector.TELECOM: (
        *("noc-shift-lead", "head-of-technology", "response-team-lead", "head-of-network"),
        "transmission-engineer",
    ),
    Sector.POSTAL: ("head-of-operations", "fleet-lead", "postmaster", "logistics-lead"),
    Sector.IT: (
        *("security-lead", "head-of-technology", "monitoring-shift-lead", "system-administrator"),
        "head-of-software",
    ),
}


@dataclass(frozen=True)
class Spokesperson:
    """Someone who speaks for a business; the first of a business is its primary contact."""

    telegram_id: int
    name: str
    role: str
    phone: str

    @property
    def title(self) -> str:
        """Say what they are, as the business wrote it down."""
        return words("vi", f"role-{self.role}")


@dataclass(frozen=True)
class Business:
    """A business as the network knows it; capabilities map a Vietnamese name of the catalogue to a headcount."""

    tax_code: str
    name: str
    sectors: tuple[Sector, ...]
    commune_code: str
    capabilities: Mapping[str, int]
    spokespeople: Sequence[Spokesperson]


@cache
def businesses(province_code: str) -> tuple[Business, ...]:
    """Found the same businesses in any province, each in one of its communes; raises ProvinceUnknown.

    The first of each sector works in no other, and can do everything that is usual in it.
    """
    places = _places(province_code)
    others = _others()
    return tuple(
        _business(number, plan, places[number], [_representative(plan, place, others) for place in range(plan.size)])
        for number, plan in enumerate(_plans())
    )


def first_of(sector: Sector, province_code: str) -> Business:
    """Give the business that stands for its sector."""
    return next(business for business in businesses(province_code) if business.sectors == (sector,))


@dataclass(frozen=True)
class _Plan:
    """What a business is to be: its place among those of its sector, its fancy, how many speak for it."""

    sector: Sector
    rank: int
    fancy: str
    size: int


def _plans() -> list[_Plan]:
    largest = max(SIZES)
    sizes = shuffled((size for size, many in SIZES.items() for _ in range(many)), "sizes")
    for _ in FANCIES:
        sizes.remove(largest)
    others = iter(sizes)
    return [
        _Plan(sector, rank, fancy, next(others) if rank else largest)
        for sector, fancies in FANCIES.items()
        for rank, fancy in enumerate(fancies)
    ]


def _others() -> Iterator[tuple[int, str]]:
    """Give everybody a number and a name, but for those who stand for their sector."""
    many = sum(size * alike for size, alike in SIZES.items()) - len(FEATURED)
    return enumerate(full_names(many), FIRST_OF_THE_OTHERS)


def _representative(plan: _Plan, place: int, others: Iterator[tuple[int, str]]) -> tuple[int, str]:
    return FEATURED[plan.sector] if plan.rank == place == 0 else next(others)


def _business(number: int, plan: _Plan, commune_code: str, people: Sequence[tuple[int, str]]) -> Business:
    sectors = _sectors(plan)
    is_branch = number % BRANCH_EVERY == BRANCH_EVERY - 1
    code = tax_code(number)
    leader = "branch-director" if is_branch else pick(LEADERS, "leader", number)
    roles = [leader, *shuffled(EXPERTS[plan.sector], ("experts", number))]
    return Business(
        tax_code=f"{code}-001" if is_branch else code,
        name=_name(sectors, plan, commune(commune_code).province_code if is_branch else None),
        sectors=sectors,
        commune_code=commune_code,
        capabilities=_capabilities(sectors, number, 2 * plan.size if plan.rank else None),
        spokespeople=[
            Spokesperson(telegram_id(person), name, role, phone(person))
            for (person, name), role in zip(people, roles, strict=False)
        ],
    )


def _places(province_code: str) -> list[str]:
    """Choose a commune for each business: every third in the middle of things, the others spread out."""
    spread = shuffled(communes(province_code), province_code)
    centre = sorted(spread, key=lambda each: not each.name.startswith("Phường"))[:CENTRE_COMMUNES]
    in_the_centre, elsewhere = cycle(centre), cycle(spread)
    return [
        next(in_the_centre if number % CENTRE_EVERY == 0 else elsewhere).code for number in range(sum(SIZES.values()))
    ]


def _sectors(plan: _Plan) -> tuple[Sector, ...]:
    every, second = SECOND_SECTORS[plan.sector]
    held = {plan.sector, second} if plan.rank % every == every - 1 else {plan.sector}
    return tuple(each for each in Sector if each in held)


def _name(sectors: tuple[Sector, ...], plan: _Plan, branch_in: str | None) -> str:
    lines = LINES[sectors]
    name = f"{FORMS[plan.rank % len(FORMS)]} {lines[plan.rank % len(lines)]} {plan.fancy}"
    if branch_in is None:
        return name
    place = province(branch_in).name
    return f"{name} – Chi nhánh {place[0].lower()}{place[1:]}"


def _capabilities(sectors: tuple[Sector, ...], number: int, many: int | None) -> dict[str, int]:
    """Choose so many of the usual capabilities, or all, each done by the more people the more there are."""
    usual = [entry.name_vi for entry in CATALOGUE if set(entry.sectors) & set(sectors)]
    chosen = shuffled(usual, ("capabilities", number))[:many]
    return {name: pick(range(2, 4 + 2 * len(chosen)), number, name) for name in chosen}
