"""A strict stand-in for the Telegram Bot API with a chat page; it knows nothing of the product."""
