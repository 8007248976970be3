"""Requests to join the network, to speak for a business, or to change what is known of it."""
