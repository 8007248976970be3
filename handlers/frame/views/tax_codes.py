"""Tax codes as they are shown: that of a household business is somebody's personal number."""

from handlers.frame.views.reader import Reader
from services.notation.tax_codes import is_erased, is_personal, masked


def tax_code(reader: Reader, code: str, *, whole: bool) -> str:
    """Write a tax code; a personal number in full only where `whole` says that whoever reads it needs it."""
    if is_erased(code):
        return reader.label("tax-code-erased")
    return masked(code) if is_personal(code) and not whole else code
