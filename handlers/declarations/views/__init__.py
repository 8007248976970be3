"""The texts and keyboards of the declaration."""
