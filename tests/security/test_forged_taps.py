"""Forged, truncated, foreign and replayed buttons: each is read as ours or refused, and none of them stumbles.

10,000 are tried on the parser in every run; through the dispatcher some in every run, all by `make security`.
"""

import os
import random
from collections.abc import Iterator

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
WORDS = {kind.word: kind for kind in KINDS}
ODD_PARTS = ("", "0", "-1", "1e3", "٣", "²", "1_0", "+1", " 1", "9" * 20, "show", "approve", "ready")
# Of what texts are made up: letters of all sorts, numbers of others, marks, and what nobody sees.
LETTERS = [
    range(0x20, 0x7F), range(0x20), range(0xA0, 0x250), range(0x300, 0x370), range(0x660, 0x66A),
    range(0x1E00, 0x1F00), range(0x2000, 0x2070), range(0x4E00, 0x9FFF), range(0x1F600, 0x1F650),
]  # fmt: skip


def test_whatever_a_button_carries_is_ours_to_the_letter_or_unreadable() -> None:
    chance = random.Random(20261128)
    ours = 0
    for _ in range(CASES):
        data = made_up(chance)
        kind = WORDS.get(data.partition(":")[0], DialogueTap)
        try:
            read = kind.unpack(data)
        except TapUnreadable:
            continue
        assert read.pack() == data
        ours += 1
    assert 0 < ours < CASES


def made_up(chance: random.Random) -> str:
    """Make up what a button carries: the word of one of ours with some parts, or any text at all."""
    if chance.random() < 0.3:
        return text(chance, 80)
    return ":".join([chance.choice(sorted(WORDS)), *(part(chance) for _ in range(chance.randrange(5)))])


def part(chance: random.Random) -> str:
    """Make up a part: a number, something that is almost one, a word, or any text."""
    number = chance.randrange(-(10 ** chance.choice((1, 3, 25))), 10 ** chance.choice((1, 3, 25)))
    return chance.choice((str(number), chance.choice(ODD_PARTS), text(chance, 24)))


def text(chance: random.Random, longest: int) -> str:
    """Make up a text, each from one or two kinds of letters."""
    kinds = chance.sample(LETTERS, 2)
    return "".join(chr(chance.choice(chance.choice(kinds))) for _ in range(chance.randrange(longest + 1)))


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
