"""templates of alerts

Revision: 0048
Follows: 0047
"""

import sqlalchemy as sa
from alembic import op

revision = '0048'
down_revision = '0047'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    op.create_table('alert_templates',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('incident', 'drill', 'problem', name='incidentkind', native_enum=False, length=32), nullable=False),
    sa.Column('type', sa.Enum('technical', 'operation', 'disaster', 'denial_of_service', 'phishing', 'malware', 'intrusion', 'defacement', 'encryption', 'sabotage', 'espionage', 'combined', 'other', name='incidenttype', native_enum=False, length=32), nullable=False),
    sa.Column('severity', sa.Enum('low', 'medium', 'serious', 'critical', name='severity', native_enum=False, length=32), nullable=False),
    sa.Column('sectors', sa.JSON(), nullable=False),
    sa.Column('button', sa.String(), nullable=True),
    sa.Column('title', sa.String(), nullable=True),
    sa.Column('text', sa.String(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_by_id', sa.Integer(), nullable=True),
    sa.Column('replaced_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('retired_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['made_by_id'], ['people.id'], name=op.f('fk_alert_templates_made_by_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_alert_templates')),
    sa.UniqueConstraint('name', 'version', name=op.f('uq_alert_templates_name_version'))
    )


def downgrade() -> None:
    """Step back."""
    op.drop_table('alert_templates')
