"""The operations group as people meet it."""
