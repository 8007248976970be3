"""A person's own data in chat."""
