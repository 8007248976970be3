"""Playbooks in chat: what is done in which order when something of a kind happens."""
