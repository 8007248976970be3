"""greetings: follows whichever step is the newest."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "greetings"
down_revision = max(step.name[:4] for step in Path(__file__).parent.glob("0*.py"))


def upgrade() -> None:
    """Climb."""
    op.create_table(
        "greetings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_greetings_person_id_people"),
        sa.PrimaryKeyConstraint("id", name="pk_greetings"),
    )
    op.create_index("ix_greetings_person_id", "greetings", ["person_id"])


def downgrade() -> None:
    """Step back."""
    op.drop_table("greetings")
