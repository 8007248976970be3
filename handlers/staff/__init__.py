"""The staff in chat, as owners appoint and dismiss it."""
