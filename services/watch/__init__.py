"""Whether all is well: what waits, what failed, what was lost while Telegram was out of reach."""
