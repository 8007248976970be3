"""The time line of an incident: what happened when, put together from the records."""
