"""The real program, hurt: killed at random moments, cut off from Telegram, its database taken away."""
