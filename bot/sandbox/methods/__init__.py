"""The Bot API's methods, one module a family; importing this package registers them all."""

from bot.sandbox.methods import (
    callbacks,
    chatting,
    deleting,
    editing,
    media,
    profile,
    repeating,
    sending,
    topics,
    updating,
)
from bot.sandbox.methods.registry import METHODS, call

__all__ = [
    "METHODS",
    "call",
    "callbacks",
    "chatting",
    "deleting",
    "editing",
    "media",
    "profile",
    "repeating",
    "sending",
    "topics",
    "updating",
]
