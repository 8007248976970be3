"""Registration and the decision on it, in chat."""
