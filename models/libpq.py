"""What stands behind the question mark of PostgreSQL's address, read as libpq means it.

https://www.postgresql.org/docs/17/libpq-connect.html#LIBPQ-PARAMKEYWORDS lists them. asyncpg knows those of TLS only
where they stand in an address, and SQLAlchemy hands them over as arguments, which asyncpg refuses.
"""

import ssl
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import asyncpg

MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")
SESSIONS = ("any", "primary", "standby", "read-write", "read-only", "prefer-standby")
VERSIONS = ("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3")
# What each of these may be.
CHOICES: Mapping[str, Iterable[str]] = {
    "ssl": MODES,
    "sslmode": MODES,
    "sslnegotiation": ("postgres", "direct"),
    "ssl_min_protocol_version": VERSIONS,
    "ssl_max_protocol_version": VERSIONS,
    "target_session_attrs": SESSIONS,
    # asyncpg does none of the next three; "prefer" lets it go on without, as libpq does where the server cannot.
    "channel_binding": ("prefer", "disable"),
    "gssencmode": ("prefer", "disable"),
    "sslcompression": ("0",),
    "sslsni": ("1",),
    "load_balance_hosts": ("disable",),
    "client_encoding": ("auto", "utf8", "UTF8", "utf-8", "UTF-8"),
}
FILES = ("sslcert", "sslkey", "sslrootcert", "sslcrl")
NUMBERS = ("connect_timeout", "prepared_statement_cache_size")
PORTS = ("port",)
WORDS = (
    "application_name",
    "fallback_application_name",
    "options",
    "sslpassword",
    "passfile",
    "user",
    "password",
    "host",
)
KNOWN = frozenset((*CHOICES, *FILES, *NUMBERS, *PORTS, *WORDS))
SECRET = ("password", "sslpassword")
# The certificates that the system trusts, instead of a file of one's own.
SYSTEM = "system"
LARGEST_PORT = 65535
# What asyncpg reads in an address, and what asks for nothing that is not so already.
OF_AN_ADDRESS = (
    *("sslmode", "sslnegotiation", "ssl_min_protocol_version", "ssl_max_protocol_version", "target_session_attrs"),
    *(*FILES, "sslpassword", "passfile"),
)
NEEDLESS = (
    *("channel_binding", "gssencmode", "sslcompression", "sslsni", "load_balance_hosts", "client_encoding"),
    "fallback_application_name",
)


class ParameterWrong(Exception):
    """A parameter of an address cannot be understood; the message names it, and no value."""


def check(query: Mapping[str, Any]) -> None:
    """Look whether each parameter of an address can be kept; raises ParameterWrong."""
    for name, given in query.items():
        if name not in KNOWN:
            raise ParameterWrong(f"the parameter {name[:40]!r} is not understood. Leave it out")
        for value in given if isinstance(given, tuple) else (given,):
            _check(name, value)
    _check_certificates(query)


def _check(name: str, value: str) -> None:
    if name in CHOICES and value not in CHOICES[name]:
        raise ParameterWrong(f"{name} must be one of {', '.join(CHOICES[name])}")
    if name in NUMBERS and not value.isdecimal():
        raise ParameterWrong(f"{name} must be a whole number")
    if name in PORTS and not all(port.isdecimal() and 0 < int(port) <= LARGEST_PORT for port in value.split(",")):
        raise ParameterWrong(f"{name} must be a port from 1 to {LARGEST_PORT}")
    if not value and name not in SECRET:
        raise ParameterWrong(f"{name} has no value. Leave it out")


def _check_certificates(query: Mapping[str, Any]) -> None:
    """Look whether the files of TLS can be read and are what they are named for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if query.get("sslrootcert", SYSTEM) != SYSTEM:
        _read("sslrootcert", query["sslrootcert"], lambda file: context.load_verify_locations(cafile=file))
    if "sslcrl" in query:
        _read("sslcrl", query["sslcrl"], lambda file: context.load_verify_locations(cafile=file))
    if "sslcert" in query:
        password = query.get("sslpassword", "")
        _read("sslcert", query["sslcert"], lambda file: context.load_cert_chain(file, query.get("sslkey"), password))
    elif "sslkey" in query:
        raise ParameterWrong("sslkey needs sslcert beside it")
    if query.get("sslmode") in ("verify-ca", "verify-full") and not (
        "sslrootcert" in query or Path("~/.postgresql/root.crt").expanduser().exists()
    ):
        raise ParameterWrong("sslmode needs sslrootcert, a file of certificates, or the word system")


def _read(name: str, file: str, read: Callable[[str], None]) -> None:
    try:
        read(file)
    except ssl.SSLError:
        raise ParameterWrong(f"{name} is no certificate that can be read, or its key is not the right one") from None
    except OSError as error:
        raise ParameterWrong(f"{name} cannot be read: {error.strerror}") from None


async def connect(*values: Any, **options: Any) -> asyncpg.Connection:
    """Connect to PostgreSQL; a server that cannot be reached is the database's trouble, as a lost connection is."""
    try:
        return await asyncpg.connect(*values, **_as_meant(options))
    except OSError as error:
        raise asyncpg.CannotConnectNowError(f"{type(error).__name__}: {error}") from error


def _as_meant(options: Mapping[str, Any]) -> dict[str, Any]:
    """Turn libpq's parameters among the arguments of a connection into what asyncpg knows."""
    meant = {name: value for name, value in options.items() if name not in (*OF_AN_ADDRESS, *NEEDLESS)}
    settings = dict(meant.pop("server_settings", {}))
    if seconds := int(meant.pop("connect_timeout", 0)):
        meant["timeout"] = seconds
    for name in ("application_name", "options"):
        if name in meant:
            settings[name] = meant.pop(name)
    in_address = {name: options[name] for name in OF_AN_ADDRESS if options.get(name)}
    if in_address.get("sslrootcert") == SYSTEM:
        paths = ssl.get_default_verify_paths()
        in_address["sslrootcert"] = paths.cafile or paths.openssl_cafile
    if in_address:
        meant["dsn"] = f"postgresql:///?{urlencode(in_address)}"
    if settings:
        meant["server_settings"] = settings
    return meant
