"""The operations group: where coordinators run incidents together, each in a topic of its own."""
