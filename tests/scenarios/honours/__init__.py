"""Stories of honours: proposed from the records, confirmed, thanked for, named to the network."""
