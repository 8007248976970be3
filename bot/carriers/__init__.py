"""What brings messages to people: a module for each channel, at that channel's pace; Telegram is the first."""
