"""Telegram's Bot API over aiohttp: several times the rate of PTB's default transport (docs/telegram.md)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from typing import Any, cast

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.watching import metrics

CONNECT_SECONDS = 10.0
JSON = {"Content-Type": "application/json"}
# Telegram hands over files of at most 20 MB. An answer may be packed, and a hundred times larger than what came in.
LARGEST_ANSWER = 32 * 1024**2
PORTION = 64 * 1024
# What methods give, by how their names begin.
RESULTS: Mapping[str, tuple[type, ...]] = {
    "sendMediaGroup": (list,),
    "sendChatAction": (bool,),
    "send": (dict,),
    "edit": (dict, bool),
    "getMe": (dict,),
    "getFile": (dict,),
    "getWebhookInfo": (dict,),
    "getUpdates": (list,),
    "answer": (bool,),
    "delete": (bool,),
    "set": (bool,),
}
READ_SECONDS = 20.0
NO_CONNECTION = (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError, aiohttp.ClientProxyConnectionError)


class NotSent(NetworkError):
    """The request surely did not reach Telegram: no connection could be made."""


class NotTelegram(NetworkError):
    """Something else answered, such as a login page or a proxy: what became of the request is unknown."""


def answered_by_another(what: str) -> NotTelegram:
    """Make the error for an answer that is none of Telegram's, and count it."""
    metrics.answered_by_another()
    return NotTelegram(what)


@dataclass(frozen=True)
class JsonData:
    """A request's parameters as one JSON object. PTB hands what it is given to `do_request` without a look."""

    content: bytes


class AiohttpRequest(BaseRequest):
    """PTB's requests through one aiohttp session with a pool of `connections`, by way of `proxy` if given."""

    def __init__(self, *, connections: int = 64, proxy: str | None = None) -> None:
        self._connections = connections
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Tell how long an answer is waited for, in seconds."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Open the session; a second call changes nothing."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=30)
            # Cookies are none of Telegram's; to look for them at every request takes time.
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())

    async def shutdown(self) -> None:
        """Close the session."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def call(
        self, url: str, parameters: Mapping[str, object], *, more: bytes = b"", read_timeout: float = READ_SECONDS
    ) -> Any:
        """Call a method of the Bot API with parameters as JSON; returns its result, raises TelegramError.

        `more` are parameters that were written (`written`) before, for many calls.
        """
        content = written(parameters)
        data = JsonData(content[:-1] + b"," + more[1:] if more else content)
        return await self.post(url, cast("RequestData", data), read_timeout=read_timeout)

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | JsonData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one request; raises NotSent, NotTelegram, TimedOut or NetworkError without ever naming the address.

        The address holds the bot's token, so no exception of aiohttp's may pass through as it is.
        """
        if self._session is None:
            raise NotSent("the transport is not open")
        read, connect = _seconds(read_timeout, READ_SECONDS), _seconds(connect_timeout, CONNECT_SECONDS)
        timeout = _timeout(read, connect)
        try:
            async with self._session.request(
                method,
                url,
                data=_body(request_data),
                headers=JSON if isinstance(request_data, JsonData) else None,
                timeout=timeout,
                proxy=self._proxy,
                # Telegram sends nobody elsewhere: that is how networks lead to their login pages.
                allow_redirects=False,
            ) as response:
                status, content = response.status, await _read(response)
        except NO_CONNECTION as e:
            raise NotSent(f"no connection ({type(e).__name__})") from None
        except TimeoutError:
            raise TimedOut("no answer in time") from None
        except aiohttp.ClientError as e:
            raise NetworkError(f"the connection broke ({type(e).__name__})") from None
        _check_who_answered(method, status, content, asked=url.rpartition("/")[2])
        metrics.telegram_answered(status)
        return status, content


async def _read(response: aiohttp.ClientResponse) -> bytes:
    """Read an answer as it is unpacked; raises NotTelegram for one that is larger than anything Telegram sends."""
    content = bytearray()
    async for part in response.content.iter_chunked(PORTION):
        content += part
        if len(content) > LARGEST_ANSWER:
            raise answered_by_another("the answer is larger than any of Telegram's")
    return bytes(content)


def _check_who_answered(method: str, status: int, content: bytes, *, asked: str) -> None:
    """Raise NetworkError or NotTelegram for an answer that is none of the Bot API's."""
    if _is_file(method, status) or _is_answer(status, content, asked):
        return
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise NetworkError(f"the server is in trouble (HTTP {status})")
    raise answered_by_another(f"the answer is none of Telegram's (HTTP {status})")


def _is_file(method: str, status: int) -> bool:
    """Tell whether this is the content of a file, which may be anything: only files are asked for by GET."""
    return method == "GET" and status == HTTPStatus.OK


def _is_answer(status: int, content: bytes, asked: str) -> bool:
    """Tell whether this is an answer of the Bot API: an object with a result, or with the reason of a refusal."""
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError):
        return False
    if not isinstance(answer, dict):
        return False
    if answer.get("ok") is True:
        return status == HTTPStatus.OK and _fits(asked, answer.get("result"))
    return answer.get("ok") is False and _is_refusal(status, answer)


def _fits(asked: str, result: object) -> bool:
    """Tell whether a result is of the type that the method gives; PTB would stumble over another one."""
    if result is None:
        return False
    return next((isinstance(result, types) for begin, types in RESULTS.items() if asked.startswith(begin)), True)


def _is_refusal(status: int, answer: Mapping[str, Any]) -> bool:
    """Tell whether an answer says what is wrong, under the status that goes with it."""
    parameters = answer.get("parameters") or {}
    return (
        isinstance(answer.get("description"), str)
        and answer.get("error_code") == status != HTTPStatus.OK
        and isinstance(parameters, dict)
        and all(isinstance(parameters.get(name, 0), int) for name in ("retry_after", "migrate_to_chat_id"))
    )


def written(parameters: Mapping[str, object]) -> bytes:
    """Write parameters down as one JSON object."""
    return json.dumps(parameters, ensure_ascii=False, separators=(",", ":")).encode()


@lru_cache(maxsize=16)
def _timeout(read: float | None, connect: float | None) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=_together(read, connect), sock_read=read, sock_connect=connect)


def _seconds(given: Any, default: float) -> float | None:
    """Read one of PTB's timeouts, which may be its marker for "not given"."""
    if given is BaseRequest.DEFAULT_NONE:
        return default
    return float(given) if given is not None else None


def _together(read: float | None, connect: float | None) -> float | None:
    """Tell how long a request may take in all: an answer that trickles in must not outlast a lease."""
    return None if read is None or connect is None else read + connect


def _body(data: RequestData | JsonData | None) -> aiohttp.FormData | dict[str, str] | bytes | None:
    """Write a request's parameters: as they were written already, or as a plain form unless files come with them."""
    if data is None:
        return None
    if isinstance(data, JsonData):
        return data.content
    if not data.contains_files:
        return data.json_parameters
    # Names of files go as they are written: Telegram would show the letters that aiohttp puts for others.
    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form
