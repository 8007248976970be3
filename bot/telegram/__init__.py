"""The way to Telegram and back: requests, their pace, what their failures mean, the ways in."""
