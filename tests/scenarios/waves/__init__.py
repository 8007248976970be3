"""Stories of policies and waves."""
