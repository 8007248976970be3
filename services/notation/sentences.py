"""Words that somebody typed in haste, as a sentence that goes to many: only blank space and its two ends change."""

_ENDS = (".", "!", "?", "…", ":", ";", "”", '"')


def as_sentence(text: str) -> str:
    """Give words with a capital at the start, a full stop at the end, and no blank space but between them."""
    lines = [line for line in (" ".join(each.split()) for each in text.splitlines()) if line]
    joined = "\n".join(lines)
    if not joined:
        return ""
    whole = joined[0].upper() + joined[1:]
    return whole if whole.endswith(_ENDS) else f"{whole}."
