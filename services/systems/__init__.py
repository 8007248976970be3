"""The province's information systems: a register, and what follows from a system's being touched."""
