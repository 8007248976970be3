"""Papers in chat: which documents an incident needs, what is missing in each, and the file that people sign."""
