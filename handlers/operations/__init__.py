"""The operations group in the chat: how it is registered, its topics' cards, its buttons and its log."""
