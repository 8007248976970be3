"""Every table of the product, so that migrations can be compared with all of them."""

from sqlmodel import SQLModel

from models import (
    applications,
    audit,
    broadcasts,
    capabilities,
    drafts,
    inbox,
    incidents,
    members,
    people,
    responses,
)

FEATURES = (
    applications,
    audit,
    broadcasts,
    capabilities,
    drafts,
    inbox,
    incidents,
    members,
    people,
    responses,
)
METADATA = SQLModel.metadata
