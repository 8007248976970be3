"""Stories of advisories: sent, acknowledged, followed up, changed, withdrawn, posted in public."""
