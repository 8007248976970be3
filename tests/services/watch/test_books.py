"""The books of a run: what was stored and applied, what was due and what became of it."""

from bot.sandbox.traffic.faults import Fault
from services.watch import books
from services.watch.books import Books
from tests.scenarios.declaring import AN, BINH, CHI, declare, small_network
from tests.story import Story


async def look(story: Story, first_update: int, first_delivery: int) -> Books:
    async with story.database.reading() as session:
        return await books.count(session, first_update=first_update, first_delivery=first_delivery)


async def test_every_message_that_is_due_stands_in_the_books_once(story: Story) -> None:
    await small_network(story)
    first_update = story.world.queue.next_id
    async with story.database.reading() as session:
        first_delivery = await books.first_delivery(session)
    assert await look(story, first_update, first_delivery) == Books(*[0] * 11)
    story.world.block(BINH)
    story.world.faults.add(Fault("drop_after", "sendMessage", chat_id=AN))

    await declare(story)
    await story.pass_time(minutes=1)
    await story.press(CHI, "✅ Sẵn sàng")
    found = await look(story, first_update, first_delivery)

    # The block, the command, the place, three taps to declare, and one to answer.
    assert (found.stored, found.applied, found.quarantined) == (7, 7, 0)
    # An, Bình, Chi, and the coordinator's tally.
    assert (found.due, found.sent, found.failed, found.waiting) == (4, 3, 1, 0)
    assert (found.repeated, found.uncertain, found.redraws) == (1, 0, 0)
