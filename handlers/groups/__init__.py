"""A business's own group in chat: bound, looked after, lost and moved."""
