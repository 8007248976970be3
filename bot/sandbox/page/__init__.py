"""The chat page of the sandbox: a rendered shell, its words in Vietnamese and English, and its static files.

The page speaks to the sandbox's control API only, and loads nothing from anywhere else.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Message
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

LANGUAGES = ("vi", "en")
LANGUAGE_COOKIE = "sandbox_language"
A_YEAR = 365 * 24 * 3600
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' blob: data:; media-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
# What the words may name in braces; the browser puts the values in.
PLACES = ("bot", "count", "name", "phone", "reason", "seconds", "times", "title", "user")

_here = Path(__file__).parent


class FreshFiles(StaticFiles):
    """Static files that the browser asks about each time, so that a new version is seen at once."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Answer as `StaticFiles` does, and let nobody keep the answer without asking again."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "no-cache"
        return response


def routes() -> Sequence[BaseRoute]:
    """List the routes of the page: `/` and `/static/...`."""
    return [Route("/", show), Mount("/static", FreshFiles(directory=_here / "static"))]


async def show(request: Request) -> HTMLResponse:
    """Render the page in the language of `?lang=`, else in the remembered one, else in Vietnamese."""
    asked = request.query_params.get("lang")
    remembered = request.cookies.get(LANGUAGE_COOKIE)
    language = next((each for each in (asked, remembered) if each in LANGUAGES), LANGUAGES[0])
    page = HTMLResponse(
        _template().render(language=language, languages=LANGUAGES, words=words(language)),
        headers={"Content-Security-Policy": CONTENT_SECURITY_POLICY, "Cache-Control": "no-store"},
    )
    if asked == language:
        page.set_cookie(LANGUAGE_COOKIE, language, max_age=A_YEAR, samesite="lax")
    return page


@cache
def words(language: str) -> dict[str, str]:
    """Return all words of the page in one language by key; places such as `{count}` are left for the browser.

    Raises ValueError for a text that names a place outside of `PLACES`.
    """
    resource = FluentResource((_here / "texts" / f"{language}.ftl").read_text(encoding="utf-8"))
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(resource)
    return {entry.id.name: _text(bundle, entry.id.name) for entry in resource.body if isinstance(entry, Message)}


def _text(bundle: FluentBundle, key: str) -> str:
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise ValueError(f"{key}: no text")
    text, errors = bundle.format_pattern(pattern, {place: f"{{{place}}}" for place in PLACES})
    if errors:
        raise ValueError(f"{key}: {errors[0]}")
    return str(text)


@cache
def _template() -> Template:
    environment = Environment(loader=FileSystemLoader(_here / "templates"), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("page.html")
