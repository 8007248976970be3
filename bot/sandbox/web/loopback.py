"""Keeping other sites' pages away from the control API."""

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

OWN_HOSTS = ("127.0.0.1", "localhost", "[::1]")


class LoopbackOnly:
    """Refuse requests that name another host, and changes that another site's page asks for."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 403, or pass the request on."""
        if scope["type"] == "http" and (refusal := _foreign(scope["method"], Headers(scope=scope))):
            await JSONResponse({"error": refusal}, 403)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def _foreign(method: str, headers: Headers) -> str | None:
    host = headers.get("host", "")
    name, colon, port = host.rpartition(":")
    if (name if colon and port.isdigit() else host) not in OWN_HOSTS:
        return "The sandbox answers on this machine's own addresses only."
    if method in ("GET", "HEAD"):
        return None
    is_own = headers.get("origin", f"http://{host}") == f"http://{host}"
    if not is_own or headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return "Only the sandbox's own page may change anything."
    return None
