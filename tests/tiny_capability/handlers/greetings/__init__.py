"""Greetings: a command, a button and the message that coordinators get."""
