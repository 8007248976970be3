"""Templates are declarations that only need to be sent; coordinators change them, a version at a time."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.declarations.views.templates import template_words
from handlers.frame.office import Office
from models.identity import id_of
from models.incidents import IncidentKind, IncidentType, Severity
from models.members import Sector
from models.people import Language
from models.templates import AlertTemplate
from services.declarations import declaring as declarations
from services.declarations import templates
from services.declarations.declaring import DescriptionLength, TitleLength
from services.declarations.templates import (
    TemplateButtonLength,
    TemplateUnknown,
    TemplateWords,
    TooManyTemplates,
)
from tests.network import MORNING, Network, found_network

OFFICE = Office("Sở Khoa học và Công nghệ", "25", ZoneInfo("Asia/Ho_Chi_Minh"), Language.VIETNAMESE)
OWN = TemplateWords("Sạt lở", "Sạt lở đất", "Đề nghị cử đội.", type=IncidentType.DISASTER, sectors=(Sector.TELECOM,))
# Those that were there before coordinators could change them, in their order.
BEFORE = ["fibre-cut", "power-cut", "ransomware", "denial-of-service", "flood", "drill"]


async def names(network: Network) -> Sequence[str]:
    return [one.name for one in await templates.in_use(network.session, now=MORNING)]


async def save(network: Network, words: TemplateWords = OWN, name: str | None = None) -> AlertTemplate:
    return await templates.save(network.session, words=words, name=name, by=network.coordinator, now=MORNING)


@pytest.mark.parametrize("language", Language)
async def test_todays_ones_are_the_first_version_complete_in_both_languages(
    session: AsyncSession, language: Language
) -> None:
    network = await found_network(session)
    reader = OFFICE.reader(language)

    for template in await templates.in_use(session, now=MORNING):
        words = template_words(reader, template)
        said = templates.fill(template, title=words.title, description=words.text)
        assert declarations.check_title(said.title)
        assert declarations.check_description(said.description)
        assert template.version == 1
        assert "{" not in words.text
    assert await names(network) == BEFORE


async def test_what_a_template_fills_is_what_it_was_made_for(session: AsyncSession) -> None:
    await found_network(session)
    cut = await templates.by_name(session, name="power-cut", now=MORNING)
    drill = await templates.by_name(session, name="drill", now=MORNING)

    said = templates.fill(cut, title="A", description="B")
    assert (said.kind, said.type, said.severity) == (IncidentKind.INCIDENT, IncidentType.DISASTER, Severity.SERIOUS)
    assert said.wanted.sectors == (Sector.TELECOM, Sector.POSTAL)
    assert drill.kind is IncidentKind.DRILL


async def test_a_change_is_the_next_version_in_the_same_place_and_counts_alone(session: AsyncSession) -> None:
    network = await found_network(session)
    await names(network)

    changed = await save(network, name="power-cut")

    assert (changed.version, await names(network)) == (2, BEFORE)
    assert (await templates.by_name(session, name="power-cut", now=MORNING)).title == "Sạt lở đất"
    assert template_words(OFFICE.reader(Language.ENGLISH), changed) == OWN


async def test_a_new_one_comes_last_is_moved_retired_and_brought_back(session: AsyncSession) -> None:
    network = await found_network(session)
    by = network.coordinator
    await names(network)
    new = await save(network)
    new_id = id_of(new)
    assert await names(network) == [*BEFORE, new.name]

    await templates.move(session, template_id=new_id, places=-1, by=by, now=MORNING)
    assert await names(network) == [*BEFORE[:5], new.name, "drill"]
    await templates.move(session, template_id=new_id, places=1, by=by, now=MORNING)
    await templates.move(session, template_id=new_id, places=1, by=by, now=MORNING)
    assert await names(network) == [*BEFORE, new.name]
    await templates.retire(session, template_id=new_id, by=by, now=MORNING)
    assert await names(network) == BEFORE
    assert await templates.out_of_use(session) == [new]
    with pytest.raises(TemplateUnknown):
        await templates.move(session, template_id=new_id, places=1, by=by, now=MORNING)
    await templates.bring_back(session, template_id=new_id, by=by, now=MORNING)
    assert await names(network) == [*BEFORE, new.name]


async def test_one_that_the_office_retired_does_not_come_back_by_itself(session: AsyncSession) -> None:
    network = await found_network(session)
    flood = await templates.by_name(session, name="flood", now=MORNING)
    await templates.retire(session, template_id=id_of(flood), by=network.coordinator, now=MORNING)

    assert "flood" not in await names(network)
    for name in ("flood", "earthquake"):
        with pytest.raises(TemplateUnknown):
            await templates.by_name(session, name=name, now=MORNING)


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (TemplateWords("", "A", "B"), TemplateButtonLength),
        (TemplateWords("x" * 21, "A", "B"), TemplateButtonLength),
        (TemplateWords("A", "", "B"), TitleLength),
        (TemplateWords("A", "B", ""), DescriptionLength),
    ],
)
async def test_what_is_missing_or_too_long_is_refused_and_nothing_is_kept(
    session: AsyncSession, words: TemplateWords, refusal: type[Exception]
) -> None:
    network = await found_network(session)
    with pytest.raises(refusal):
        await save(network, words)
    assert await names(network) == BEFORE


async def test_there_are_not_more_than_a_list_can_hold(session: AsyncSession) -> None:
    network = await found_network(session)
    await names(network)
    for _ in range(templates.MOST_TEMPLATES - len(BEFORE)):
        await save(network)
    with pytest.raises(TooManyTemplates):
        await save(network)
    assert (await save(network, name="flood")).version == 2
