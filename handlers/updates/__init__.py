"""Situation updates in chat: written in parts, seen before they go, acknowledged, and asked for in time."""
