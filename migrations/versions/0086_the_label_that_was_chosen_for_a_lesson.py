"""the label that was chosen for a lesson

Revision: 0086
Follows: 0085
"""

import sqlalchemy as sa
from alembic import op

revision = '0086'
down_revision = '0085'
branch_labels = None
depends_on = None

WIDTH = "CASE {} WHEN 'clear' THEN 0 WHEN 'green' THEN 1 WHEN 'amber' THEN 2 WHEN 'amber_strict' THEN 3 ELSE 4 END"


def upgrade() -> None:
    """Climb."""
    with op.batch_alter_table('lessons', schema=None) as batch_op:
        batch_op.add_column(sa.Column('chosen_tlp', sa.String(length=32), server_default='', nullable=False))
    with op.batch_alter_table('lessons', schema=None) as batch_op:
        batch_op.alter_column('chosen_tlp', server_default=None)
    op.execute("UPDATE lessons SET chosen_tlp = tlp")
    # What became for fewer before lessons followed their incident.
    theirs = "(SELECT {} FROM incidents WHERE incidents.id = lessons.incident_id AND incidents.tlp IS NOT NULL)"
    op.execute(
        f"UPDATE lessons SET tlp = {theirs.format('tlp')}"
        f" WHERE {theirs.format(WIDTH.format('incidents.tlp'))} > {WIDTH.format('lessons.tlp')}"
    )


def downgrade() -> None:
    """Descend."""
    with op.batch_alter_table('lessons', schema=None) as batch_op:
        batch_op.drop_column('chosen_tlp')
