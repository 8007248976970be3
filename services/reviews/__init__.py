"""Reviews: opened after the end, prefilled from the records, written by their owner, done once nothing is forgotten."""
