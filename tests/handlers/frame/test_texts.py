"""Each text is read by itself when it is first wanted, and means what its whole file says."""

from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast, parse

import handlers
from handlers.frame import texts
from models.people import Language


@pytest.mark.parametrize("language", Language)
def test_what_is_read_text_by_text_is_what_the_files_say(language: Language) -> None:
    whole = FluentBundle([language])
    keys = set()
    for file in Path(handlers.__file__).parent.glob(f"*/*.{language}.ftl"):
        source = file.read_text("utf-8")
        whole.add_resource(FluentResource(source))
        keys |= {entry.id.name for entry in parse(source).body if isinstance(entry, ast.Message)}

    assert set(texts.every_key()) == keys
    assert [key for key in keys if not _same(texts.pattern(language, key), whole.get_message(key).value)] == []


def _same(one: object, other: object) -> bool:
    assert isinstance(one, ast.BaseNode)
    assert isinstance(other, ast.BaseNode)
    return one.equals(other)
