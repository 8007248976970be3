"""REMEMBERS: tables, enumerations and what must hold of one row."""
