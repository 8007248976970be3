"""Policies in chat: looked at, tried out and changed by coordinators."""
