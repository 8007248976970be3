"""What a message carries, read as strictly as Telegram reads it."""
