"""Links as pictures that a phone's camera reads."""

from io import BytesIO

import segno

SCALE = 8
QUIET_ZONE = 4


def qr_png(link: str) -> bytes:
    """Draw a link as a QR code: a black and white PNG of some 300 pixels, with the quiet zone of ISO/IEC 18004."""
    picture = BytesIO()
    segno.make(link, error="m", micro=False).save(picture, kind="png", scale=SCALE, border=QUIET_ZONE)
    return picture.getvalue()
