"""The front door: where every update comes in, and every message of the outbox is made."""
