"""Forged, truncated, foreign and replayed buttons: each is read as ours or refused, and none of them stumbles.

10,000 are tried on the parser in every run; through the dispatcher some in every run, all by `make security`.
"""

import os
import random
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.frame.taps import DialogueTap, Tap, TapUnreadable
from handlers.front.face import ALL_FACES
from tests.security.rehearsal import rehearsing
from tests.security.rights import BUTTONS
from tests.security.test_matrix import check_refused, tap
from tests.security.town import ACTORS, DRAFT_KEY, town
from tests.security.vocabulary import buttons
from tests.story import Story

CASES = 10_000
THROUGH_THE_DISPATCHER = CASES if os.environ.get("SECURITY") == "all" else 200
KINDS: list[type[Tap]] = list(ALL_FACES.taps)
IN_ONE_EXAMPLE = 50
ODD_PARTS = ("", "0", "-1", "1e3", "٣", "²", "1_0", "+1", " 1", "9" * 20, "show", "approve", "ready")
PARTS = st.one_of(st.integers().map(str), st.sampled_from(ODD_PARTS), st.text(max_size=24))
WORDS = {kind.word: kind for kind in KINDS}
WRITTEN = st.tuples(st.sampled_from(sorted(WORDS)), st.lists(PARTS, max_size=4)).map(
    lambda pair: ":".join([pair[0], *pair[1]])
)
MANY = st.lists(st.one_of(WRITTEN, st.text(max_size=80)), min_size=IN_ONE_EXAMPLE, max_size=IN_ONE_EXAMPLE, unique=True)


@settings(
    max_examples=CASES // IN_ONE_EXAMPLE,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(many=MANY)
def test_whatever_a_button_carries_is_ours_to_the_letter_or_unreadable(many: list[str]) -> None:
    for data in many:
        kind = WORDS.get(data.partition(":")[0], DialogueTap)
        try:
            read = kind.unpack(data)
        except TapUnreadable:
            continue
        assert read.pack() == data


def forged(honest: list[str], *, seed: int) -> Iterator[str]:
    """Spoil what buttons carry: cut short, with foreign numbers, other words, other writing, or a bit of everything."""
    chance = random.Random(seed)
    odd = ["0", "-1", "999", str(2**63), str(2**64), "1" * 40, "", "٣", "\u202e1", "x" * 30, "'; --", "<b>", DRAFT_KEY]
    while True:
        data = chance.choice(honest)
        parts = data.split(":")
        match chance.randrange(6):
            case 0:
                yield data[: chance.randrange(len(data))]
            case 1:
                parts[chance.randrange(len(parts))] = chance.choice(odd)
                yield ":".join(parts)
            case 2:
                yield ":".join([*parts, chance.choice(odd)])
            case 3:
                yield ":".join([chance.choice(honest).split(":")[0], *parts[1:]])
            case 4:
                chance.shuffle(parts)
                yield ":".join(parts)
            case _:
                place = chance.randrange(len(data))
                yield data[:place] + chr(chance.choice([0, 9, 58, 0x7F, 0x301, 0x2066, 0x1F600])) + data[place + 1 :]


async def test_a_forged_button_never_stumbles_and_serves_nobody_who_may_not(story: Story) -> None:
    here = await town(story)
    honest = [button.data for button in buttons(here)]
    known = {button.data: button.name for button in buttons(here)}
    spoiled = forged(honest, seed=20261122)
    chance = random.Random(1)
    async with rehearsing(story) as rehearsal:
        for _ in range(THROUGH_THE_DISPATCHER):
            data, name = next(spoiled), chance.choice(sorted(ACTORS))
            outcome = await rehearsal.hear(tap(story, name, data))

            if name in ("stranger", "withdrawn") and not outcome.refused:
                assert outcome.changed <= {"people", "drafts", "audit"}, (name, data)
            if outcome.refused:
                check_refused(outcome, (name, data))
            elif data in known:
                right = BUTTONS[known[data]]
                assert name in right.here | right.elsewhere, (name, data)


async def test_a_button_of_another_person_serves_nobody_else(
    story: Story,
) -> None:
    await town(story)
    async with rehearsing(story) as rehearsal:
        for name in sorted(set(ACTORS) - {"coordinator"}):
            for data in (f"d:{DRAFT_KEY}:cancel:", f"d:{DRAFT_KEY}:home:", f"tn:{DRAFT_KEY}", "xj:1:invite:0"):
                check_refused(await rehearsal.hear(tap(story, name, data)), (name, data))
