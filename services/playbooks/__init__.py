"""Playbooks: what is done in which order when something of a kind happens, with a task for each step."""
