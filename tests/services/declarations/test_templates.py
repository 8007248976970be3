"""Templates are declarations that only need to be sent."""

from zoneinfo import ZoneInfo

import pytest

from handlers.frame.office import Office
from models.incidents import IncidentKind
from models.people import Language
from services.declarations import declaring as declarations
from services.declarations import templates
from services.declarations.templates import TEMPLATES, Template, TemplateUnknown

OFFICE = Office("Sở Khoa học và Công nghệ", "25", ZoneInfo("Asia/Ho_Chi_Minh"), Language.VIETNAMESE)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
@pytest.mark.parametrize("language", Language)
def test_every_template_is_complete_in_both_languages(template: Template, language: Language) -> None:
    reader = OFFICE.reader(language)
    said = templates.fill(
        templates.by_name(template.name),
        title=reader.label(f"template-{template.name}-title"),
        description=reader.label(f"template-{template.name}-text"),
    )

    assert declarations.check_title(said.title)
    assert declarations.check_description(said.description)
    assert said.severity is template.severity
    assert said.wanted.sectors == template.sectors


def test_exactly_one_template_is_a_drill() -> None:
    assert [one.name for one in TEMPLATES if one.kind is IncidentKind.DRILL] == ["drill"]


def test_a_template_that_is_gone_is_refused() -> None:
    with pytest.raises(TemplateUnknown):
        templates.by_name("earthquake")
