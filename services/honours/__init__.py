"""What businesses did well: proposed from the records, confirmed, thanked for, and named where they agree."""
