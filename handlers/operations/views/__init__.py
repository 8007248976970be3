"""How the operations group, its topics, and an incident's log look."""
