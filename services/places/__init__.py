"""The country's places: provinces and communes by code, former addresses, nearness, and places read from text."""
