"""What goes between the bot and Telegram: updates, calls, how many are taken, and what goes wrong."""
