"""How often Python looks for garbage: seldom, since what is loaded stays and a message leaves next to none behind."""

import gc


def collect_seldom() -> None:
    """Let Python look for garbage less often, from before anything is loaded.

    By Python's own settings a fifth of a start, and a fifth of the processor's time of sending, would go into it.
    """
    gc.set_threshold(50_000, 20, 50)


def keep_what_is_loaded() -> None:
    """Throw away what a start left behind, and never look again at what is there now."""
    gc.collect()
    gc.freeze()
