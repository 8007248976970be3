"""The dialogue by which coordinators declare an incident, a drill or a problem."""
