"""What every dialogue has: back and cancel buttons, and the word that it was dropped."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from handlers.frame.taps import DialogueTap
from handlers.frame.views.message import Button, Message
from handlers.frame.views.reader import Reader
from models.drafts import LOOKING_UP, Draft
from services.ground import drafts

BACK, NEXT, CANCEL = "back", "next", "cancel"
# What leads away from the step that is its value; any other step is not meant.
OF_ONE_STEP = (BACK, NEXT, CANCEL)


def cancelled(reader: Reader) -> Message:
    """Say that the dialogue was dropped and nothing of it was kept."""
    return Message(reader.say("dialogue-cancelled"), drop_keyboard=True)


def retired(reader: Reader, step: Message) -> Message:
    """Say on the step that was shown that it was cancelled, in the place of what it asks, its last paragraph."""
    said, _, _ = step.text.rpartition("\n\n")
    return Message(Markup("\n\n").join(part for part in (said, reader.say("dialogue-retired")) if part))


def nothing_to_cancel(reader: Reader) -> Message:
    """Say that no dialogue is under way."""
    return Message(reader.say("dialogue-none"))


def button(draft: Draft, verb: str, text: str, value: str = "") -> Button:
    """Make a button of a dialogue."""
    return Button(text, DialogueTap(draft.key, verb, value).pack())


def of_step(draft: Draft, verb: str, text: str) -> Button:
    """Make a button that leads away from the step under way: tapped twice, it leads no further."""
    return button(draft, verb, text, draft.step)


def way_out(reader: Reader, draft: Draft, *, back: bool = True) -> tuple[Button, ...]:
    """Make the last row of every step: back (not on the first step) and cancel."""
    cancel = of_step(draft, CANCEL, reader.label("button-cancel"))
    return (of_step(draft, BACK, reader.label("button-back")), cancel) if back else (cancel,)


def as_text(reader: Reader, rows: Sequence[Sequence[Button]]) -> Markup:
    """Name the buttons of a message that is shown before it is sent, where nothing of it can be tapped."""
    names = [one.text for row in rows for one in row]
    return reader.say("preview-buttons", names=" · ".join(names)) if names else Markup("")


def under(said: Message, step: Message) -> Message:
    """Show a step again below something that is said, with the step's own buttons."""
    return replace(step, text=Markup("\n\n").join([said.text, step.text]))


def words_only(reader: Reader, step: Message) -> Message:
    """Show a step again to someone who sent what is no text."""
    return _again(reader, step, "dialogue-words-only")


def words_or_files_only(reader: Reader, step: Message) -> Message:
    """Show a step again to someone who sent neither words nor a file."""
    return _again(reader, step, "dialogue-words-or-files")


def words_missing(reader: Reader, step: Message) -> Message:
    """Show a step again to someone who sent files, to which words belong."""
    return _again(reader, step, "attached-words-missing")


def files_kept(reader: Reader, step: Message) -> Message:
    """Show a step again to someone who sent files where words are expected: they are kept."""
    return _again(reader, step, "attached-kept")


def files_kept_alone(reader: Reader, step: Message) -> Message:
    """Show a step again to someone who sent files where nothing has to be typed: they are kept."""
    return _again(reader, step, "attached-kept-alone")


def buttons_only(reader: Reader, step: Message) -> Message:
    """Show a step again to someone who wrote where a button is expected."""
    return _again(reader, step, "dialogue-buttons-only")


def _again(reader: Reader, step: Message, word: str) -> Message:
    return replace(step, text=Markup("\n\n").join([reader.say(word), step.text]))


def corrected(reader: Reader) -> Message:
    """Say that what was edited counts in the place of what it was."""
    return Message(reader.say("dialogue-corrected"))


def not_corrected(reader: Reader) -> Message:
    """Say that what was edited belongs to nothing under way: what was sent stands."""
    return Message(reader.say("dialogue-not-corrected"))


def with_correction(reader: Reader, step: Message) -> Message:
    """Show a step to someone who edited what they had said before it."""
    return _again(reader, step, "dialogue-corrected")


def with_loss(reader: Reader, step: Message, *, before: Draft | None, now: Draft) -> Message:
    """Add to the first step of a dialogue that another was dropped for it, or waits; with a look-up nothing is lost."""
    if before is None or before.dialogue in (now.dialogue, *LOOKING_UP):
        return step
    if drafts.waits_for(now) == before.key:
        # After a part of one thing it is said once, and not with each.
        if before.shown_again:
            return step
        return replace(step, text=Markup("\n\n").join([step.text, reader.say("dialogue-waits")]))
    return after_loss(reader, step)


def gone_on(reader: Reader, step: Message) -> Message:
    """Show the step of a dialogue again that waited until another one was over."""
    return _again(reader, step, "dialogue-goes-on")


def after_loss(reader: Reader, step: Message) -> Message:
    """Add to a step that what was under way was dropped for it."""
    return replace(step, text=Markup("\n\n").join([step.text, reader.say("dialogue-dropped-before")]))
