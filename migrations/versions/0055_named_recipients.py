"""who is named where an incident is for named people alone

Revision: 0055
Follows: 0054
"""

import sqlalchemy as sa
from alembic import op

revision = '0055'
down_revision = '0054'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'named_recipients',
        sa.Column('incident_id', sa.Integer(), nullable=False),
        sa.Column('person_id', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ['incident_id'], ['incidents.id'], name=op.f('fk_named_recipients_incident_id_incidents')
        ),
        sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_named_recipients_person_id_people')),
        sa.PrimaryKeyConstraint('incident_id', 'person_id', name=op.f('pk_named_recipients')),
    )
    # Whoever was alerted of such an incident before reads it from now on too.
    op.execute(
        "INSERT INTO named_recipients (incident_id, person_id) SELECT DISTINCT alerted.incident_id, alerted.person_id "
        "FROM alerted JOIN incidents ON incidents.id = alerted.incident_id WHERE incidents.tlp = 'red'"
    )


def downgrade() -> None:
    op.drop_table('named_recipients')
