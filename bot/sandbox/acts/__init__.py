"""What people and time do to the world, and what the bot is told of it."""
