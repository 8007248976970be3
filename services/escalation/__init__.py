"""Those above are called when a province cannot cope alone: a meeting at once, then support on site."""
