"""The values before and after an act as they are shown: flat, short enough to read, personal numbers masked."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.audit import AuditEntry
from services.notation import tax_codes
from services.notation.phones import HOME_COUNTRY_CODE

# As phone numbers are stored, and as people write them at home.
_PHONE = re.compile(rf"(?<!\d)(?:\+\d{{9,15}}|(?:\+{HOME_COUNTRY_CODE} ?|0)\d{{2,4}}[ .]?\d{{3}}[ .]?\d{{3,4}})(?!\d)")
_PERSONAL = re.compile(rf"(?<!\d)\d{{{tax_codes.HOUSEHOLD_DIGITS}}}(?!\d)")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S*")
# Under this key no number is a phone, whatever it looks like.
_TAX_CODE = "tax_code"
# Of a phone so many digits are shown at its end.
_SHOWN = 3

Value = str | datetime


@dataclass(frozen=True)
class AuditChange:
    """A value by its key, before and after; None where there was none. An instant stays one."""

    key: str
    before: Value | None
    after: Value | None


def changes(entry: AuditEntry) -> Sequence[AuditChange]:
    """List what an entry keeps, those that changed first, in the order in which they were written down."""
    before, after = entry.before or {}, entry.after or {}
    keys = [*after, *(key for key in before if key not in after)]
    listed = [AuditChange(key, _shown(before, key), _shown(after, key)) for key in keys]
    return sorted(listed, key=lambda one: one.before == one.after)


def _shown(values: Mapping[str, Any], key: str) -> Value | None:
    value = values.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        return datetime.fromisoformat(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return _without_personal(text) if key == _TAX_CODE else masked(text)


def shown(values: Mapping[str, Any] | None) -> Mapping[str, Value | None]:
    """Give values as they are shown, by their keys."""
    return {key: _shown(values, key) for key in values} if values else {}


def masked(text: str) -> str:
    """Hide the middle of phone numbers and of households' personal numbers: "…678", "0252…890"."""
    return _PHONE.sub(lambda found: f"…{found[0][-_SHOWN:]}", _without_personal(text))


def _without_personal(text: str) -> str:
    return _PERSONAL.sub(lambda found: tax_codes.masked(found[0]), text)
