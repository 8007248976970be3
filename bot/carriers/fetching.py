"""Documents of others fetched over the web without trust: where it leads is looked at before anybody goes there."""

import asyncio
import socket
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Any
from urllib.parse import urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from models.peers import PeerTrouble
from services.peers.checking import PeerWrong

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
# A megabyte is what a document may have; it is counted while it comes.
LARGEST = 1_048_576
PORTION = 16_384
SECONDS = 20.0
MOST_REDIRECTS = 3
REDIRECTS = frozenset({301, 302, 303, 307, 308})
UNCHANGED, GOOD = 304, 200
NAT64 = IPv6Network("64:ff9b::/96")


@dataclass(frozen=True)
class Fetched:
    """What came: the address where it was found, its body (None where it is what was known), and its marks."""

    url: str
    body: bytes | None
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True)
class Asked:
    """What is asked with: the token of a restricted feed, and the marks of what is known."""

    token: str | None = None
    etag: str | None = None
    last_modified: str | None = None


class _Forbidden(OSError):
    """A name leads to an address that is not of the public web."""


class AddressGuard(AbstractResolver):
    """Finds addresses, and gives only those that may be gone to: the very ones to which the connection is made."""

    def __init__(self, networks: Sequence[Network]) -> None:
        self._networks = networks

    def allows(self, address: Address) -> bool:
        """Tell whether an address is of the public web, or of a network that the settings allow."""
        return self.is_own(address) or all(
            one.is_global and not one.is_multicast and not one.is_reserved for one in _meant(address)
        )

    def is_own(self, address: Address) -> bool:
        """Tell whether the settings name a network with the address."""
        return any(address in network for network in self._networks if network.version == address.version)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Find the addresses of a name; raises OSError where there is none, or one of them is forbidden."""
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM, family=family)
        addresses = [(one[0], one[4][0]) for one in found if isinstance(one[4][0], str)]
        if not all(self.allows(ip_address(text.partition("%")[0])) for _, text in addresses):
            raise _Forbidden(host)
        return [
            ResolveResult(hostname=host, host=text, port=port, family=kind, proto=0, flags=socket.AI_NUMERICHOST)
            for kind, text in addresses
        ]

    async def close(self) -> None:
        """Hold nothing."""

    async def check(self, url: str) -> None:
        """See that an address may be asked at all; raises PeerWrong.

        Without encryption only what lies in networks of one's own is asked.
        """
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port
        except ValueError:
            raise PeerWrong(PeerTrouble.ADDRESS, url) from None
        if parts.scheme not in ("http", "https") or not host or port == 0:
            raise PeerWrong(PeerTrouble.ADDRESS, url)
        try:
            found = [ip_address(one["host"].partition("%")[0]) for one in await self.resolve(host, port or 0)]
        except _Forbidden:
            raise PeerWrong(PeerTrouble.PRIVATE_ADDRESS, host) from None
        except (OSError, UnicodeError):
            raise PeerWrong(PeerTrouble.UNRESOLVED, host) from None
        if parts.scheme == "http" and not all(self.is_own(one) for one in found):
            raise PeerWrong(PeerTrouble.UNENCRYPTED, host)


def _meant(address: Address) -> Sequence[Address]:
    """Give an address, and those that stand in it: what is written as another kind leads to the same machine."""
    if isinstance(address, IPv4Address):
        return (address,)
    if address.ipv4_mapped is not None:
        return (address.ipv4_mapped,)
    inner = [address.sixtofour, *(address.teredo or ())]
    if address in NAT64:
        inner.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return (address, *(one for one in inner if one is not None))


class Fetcher:
    """Fetches documents: no cookies, no proxy, nothing but what was asked for, within bounds of size and time."""

    def __init__(
        self, networks: Sequence[Network] = (), *, seconds: float = SECONDS, tls: ssl.SSLContext | None = None
    ):
        self._guard = AddressGuard(networks)
        self._timeout = aiohttp.ClientTimeout(total=seconds)
        self._tls = tls
        self._session: aiohttp.ClientSession | None = None

    async def fetch(self, url: str, asked: Asked = Asked()) -> Fetched:
        """Fetch a document, wherever it is by now; raises PeerWrong."""
        try:
            async with asyncio.timeout(self._timeout.total):
                return await self._follow(url, asked)
        except TimeoutError:
            raise PeerWrong(PeerTrouble.SLOW) from None
        except _Forbidden as error:
            raise PeerWrong(PeerTrouble.PRIVATE_ADDRESS, str(error)) from None
        except (aiohttp.ClientSSLError, ssl.SSLError) as error:
            raise PeerWrong(PeerTrouble.TLS, _host(url)) from error
        except (aiohttp.ClientError, OSError, ValueError, UnicodeError) as error:
            if _is_forbidden(error):
                raise PeerWrong(PeerTrouble.PRIVATE_ADDRESS, _host(url)) from None
            raise PeerWrong(PeerTrouble.UNREACHABLE, _host(url)) from error

    async def close(self) -> None:
        """Let the connections go."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _follow(self, url: str, asked: Asked) -> Fetched:
        place, where = urlsplit(url)[:2], url
        for _ in range(MOST_REDIRECTS + 1):
            await self._guard.check(where)
            # The token is for the place that was named, and for no other to which it leads.
            headers = _headers(asked, with_token=urlsplit(where)[:2] == place)
            async with self._opened().get(
                where, headers=headers, allow_redirects=False, ssl=self._tls or True
            ) as answer:
                if answer.status not in REDIRECTS:
                    return await _read(where, answer)
                where = urljoin(where, answer.headers.get("Location", ""))
        raise PeerWrong(PeerTrouble.REDIRECTS, _host(where))

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            # Each connection is made anew, to addresses that were looked at for it.
            connector = aiohttp.TCPConnector(resolver=self._guard, use_dns_cache=False, force_close=True)
            self._session = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                timeout=self._timeout,
                auto_decompress=False,
                trust_env=False,
            )
        return self._session


def _headers(asked: Asked, *, with_token: bool) -> dict[str, str]:
    """Say what is asked with. Nothing packed is wanted: a small packet could unfold without end."""
    headers = {"Accept-Encoding": "identity", "User-Agent": "SanSang-CAP"}
    if asked.token is not None and with_token:
        headers["Authorization"] = f"Bearer {asked.token}"
    if asked.etag is not None:
        headers["If-None-Match"] = asked.etag
    if asked.last_modified is not None:
        headers["If-Modified-Since"] = asked.last_modified
    return headers


async def _read(url: str, answer: aiohttp.ClientResponse) -> Fetched:
    marks = {"etag": _mark(answer, "ETag"), "last_modified": _mark(answer, "Last-Modified")}
    if answer.status == UNCHANGED:
        return Fetched(url, None, **marks)
    if answer.status != GOOD:
        raise PeerWrong(PeerTrouble.STATUS, str(answer.status))
    if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise PeerWrong(PeerTrouble.ENCODED)
    body = bytearray()
    async for portion in answer.content.iter_chunked(PORTION):
        body += portion
        if len(body) > LARGEST:
            raise PeerWrong(PeerTrouble.TOO_LARGE)
    return Fetched(url, bytes(body), **marks)


def _mark(answer: aiohttp.ClientResponse, name: str) -> str | None:
    """Give a mark of what came; one that is too long is none."""
    mark: Any = answer.headers.get(name)
    return mark if mark is not None and len(mark) <= 300 and mark.isprintable() else None


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _is_forbidden(error: BaseException | None) -> bool:
    """Tell whether an address that changed meanwhile was refused at the moment of connecting."""
    return error is not None and (isinstance(error, _Forbidden) or _is_forbidden(error.__cause__))
