"""The bot's webhook: where updates are pushed to, in each person's order, until they are taken."""

from dataclasses import dataclass, field


@dataclass
class Webhook:
    """What setWebhook set; without a url there is none."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    allowed_updates: list[str] = field(default_factory=list)
