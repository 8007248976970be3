"""A business's own Telegram group, beside its people."""
