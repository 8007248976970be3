"""A person's calendar for their phone: its link in chat, and how what is behind it is written."""
