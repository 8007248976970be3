"""What other systems are told of incidents and drills, in the Common Alerting Protocol 1.2."""
