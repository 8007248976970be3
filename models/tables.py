"""Every table of the product, so that migrations can be compared with all of them."""

from sqlmodel import SQLModel

from models import (
    applications,
    audit,
    broadcasts,
    capabilities,
    channels,
    drafts,
    duty,
    groups,
    inbox,
    incidents,
    invitations,
    jobs,
    members,
    outages,
    pace,
    people,
    responses,
    roster,
    tasks,
)

FEATURES = (
    applications,
    audit,
    broadcasts,
    capabilities,
    channels,
    drafts,
    duty,
    groups,
    inbox,
    incidents,
    invitations,
    jobs,
    members,
    outages,
    pace,
    people,
    responses,
    roster,
    tasks,
)
METADATA = SQLModel.metadata
