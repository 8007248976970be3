"""Reports in chat: what a member sees, in four taps and a sentence, and what coordinators make of it."""
