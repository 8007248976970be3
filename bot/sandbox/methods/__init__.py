"""The Bot API's methods, one room a family; importing this package registers them all."""

from bot.sandbox.methods import callbacks, editing, profile, sending, updating
from bot.sandbox.methods.registry import METHODS, call

__all__ = ["METHODS", "call", "callbacks", "editing", "profile", "sending", "updating"]
