"""Incidents in chat: declared, answered, counted, told of, ended."""
