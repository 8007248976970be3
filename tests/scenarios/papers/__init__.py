"""Stories of papers: documents of an incident are filled and fetched."""
