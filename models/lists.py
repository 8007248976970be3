"""Lists of numbers as tables, so that one statement does what would otherwise take one for each number."""

import json
from collections.abc import Sequence

from sqlalchemy import ARRAY, Integer, TableValuedAlias, func, literal
from sqlmodel.ext.asyncio.session import AsyncSession


def listed(session: AsyncSession, numbers: Sequence[int]) -> TableValuedAlias:
    """Make a table for a statement of this session: each number is a `value`, and its place in the list a `key`."""
    if session.get_bind().dialect.name == "postgresql":
        elements = func.unnest(literal(numbers, ARRAY(Integer)))
        return elements.table_valued("value", with_ordinality="key").render_derived()
    return func.json_each(json.dumps(numbers)).table_valued("key", "value")
