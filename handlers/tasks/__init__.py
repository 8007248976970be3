"""Tasks in chat: given, acknowledged, done, verified."""
