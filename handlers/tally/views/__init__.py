"""The texts and keyboards of the tally."""
