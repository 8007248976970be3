"""Each fault is proven by tests that are there."""

import ast
from pathlib import Path

import pytest

from tests.faults.named import FAULTS

ROOT = Path(__file__).parents[2]
NAMED = sorted({test for tests in FAULTS.values() for test in tests})


@pytest.mark.parametrize("named", NAMED)
def test_a_named_test_stands_where_it_is_said_to(named: str) -> None:
    module, _, name = named.partition("::")
    tree = ast.parse((ROOT / module).read_text())
    there = {one.name for one in tree.body if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)}
    assert any(one.startswith("test_") for one in there) if not name else name in there
