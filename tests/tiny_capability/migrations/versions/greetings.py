"""greetings: follows whichever step no other follows."""

import re
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "greetings"
STEPS = {step.name[:4]: step.read_text("utf-8") for step in Path(__file__).parent.glob("0*.py")}
FOLLOWED = {
    found[1] for text in STEPS.values() if (found := re.search(r"^down_revision = '(\d+)'", text, re.MULTILINE))
}
(down_revision,) = STEPS.keys() - FOLLOWED


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
