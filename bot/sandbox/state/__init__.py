"""What the world consists of: people, chats, files, queries, and what is counted of them."""
