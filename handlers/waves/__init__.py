"""The waves of an incident in chat, and what people are told of its course."""
