"""The two kinds of no: to a person's client, and to the bot's call."""

from typing import Any


class SandboxError(Exception):
    """A person's Telegram client could not do this; the text is a plain sentence that says why."""


class ApiError(Exception):
    """The Bot API refuses a call: HTTP code, description and, for some, parameters."""

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    @property
    def outcome(self) -> str:
        """The call's outcome as it stands in the record of calls: "429", or "400: why"."""
        return "429" if self.code == 429 else f"{self.code}: {self.description}"

    def as_answer(self) -> dict[str, Any]:
        """Return the JSON body that Telegram would answer."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(reason: str, **parameters: Any) -> ApiError:
    """Return a 400 with Telegram's usual opening words."""
    return ApiError(400, f"Bad Request: {reason}", parameters or None)


def forbidden(reason: str) -> ApiError:
    """Return a 403 with Telegram's usual opening words."""
    return ApiError(403, f"Forbidden: {reason}")


def too_many_requests(seconds: int) -> ApiError:
    """Return a 429 that asks to wait so many whole seconds."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
