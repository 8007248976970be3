"""What the faces of the wings say together is whole: nothing is left out, and nothing is said twice."""

from models.broadcasts import BroadcastKind
from services.wings import WINGS


def test_every_kind_of_message_is_named_by_one_face() -> None:
    named = [kind.name for wing in WINGS for kind in wing.kinds]

    assert sorted(named) == sorted(BroadcastKind)
