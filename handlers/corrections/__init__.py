"""Coordinators mend a running incident: correct what was sent, take an end back, call one more business."""
