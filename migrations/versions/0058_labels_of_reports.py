"""labels that reports were given later

Revision: 0058
Follows: 0057
"""

import sqlalchemy as sa
from alembic import op

revision = '0058'
down_revision = '0057'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    with op.batch_alter_table('reports', schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                'tlp',
                sa.Enum('clear', 'green', 'amber', 'amber_strict', 'red', name='tlp', native_enum=False, length=32),
                nullable=True,
            )
        )


def downgrade() -> None:
    """Descend."""
    with op.batch_alter_table('reports', schema=None) as batch_op:
        batch_op.drop_column('tlp')
