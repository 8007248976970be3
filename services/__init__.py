"""DECIDES: rules and queries, without Telegram, clock or settings."""
