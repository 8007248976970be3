"""What every wing stands on: refusals, records, drafts, spelling, moments, numbers, communes, the inbox."""
