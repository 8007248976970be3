"""Neighbours' alerts in the Common Alerting Protocol 1.2: read, checked, and proposed to coordinators."""
