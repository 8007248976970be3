"""The pictures of the guides, taken of the chat page while a story is played."""
