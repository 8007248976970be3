"""Links in what people write: written so that nobody opens them, as those who report attacks do.

"Defanged" is the field's word: hxxp for http, and [.] for the dots of a host, so that no program makes a link of it.
"""

import re

LINK = re.compile(r"(?P<scheme>[a-z][a-z0-9+]{1,9})://(?P<host>[^/\s?#]+)(?P<rest>[^\s]*)", re.IGNORECASE)
SCHEMES = {"ftp": "fxp", "http": "hxxp", "https": "hxxps"}


def without_links(text: str) -> str:
    """Write each link in a text so that nobody who reads of an attack opens what it came by."""
    return LINK.sub(_defanged, text)


def opens(text: str) -> bool:
    """Tell whether a text has a link that opens."""
    return any(found["scheme"].lower() in SCHEMES for found in LINK.finditer(text))


def defanged_host(found: re.Match[str]) -> str:
    """Write the host of a link so that no program makes a link of it."""
    return found["host"].replace(".", "[.]").replace("@", "[@]")


def _defanged(found: re.Match[str]) -> str:
    scheme = found["scheme"].lower()
    return f"{SCHEMES.get(scheme, scheme)}://{defanged_host(found)}{found['rest']}"
