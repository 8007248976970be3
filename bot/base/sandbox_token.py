"""The token by which the bot and the commands are known to the sandbox on this machine."""

import secrets

from bot.base.private import make_file
from bot.base.settings import DATA

TOKEN = DATA / "sandbox-token"


def token() -> str:
    """Give the sandbox's token, made up on the first start and kept beside the chats."""
    if not TOKEN.exists() or not TOKEN.stat().st_size:
        # An empty one is what a start left that was killed just then.
        TOKEN.unlink(missing_ok=True)
        make_file(TOKEN)
        TOKEN.write_text(f"{secrets.randbelow(10**9) + 10**9}:{secrets.token_hex(16)}")
    return TOKEN.read_text()
