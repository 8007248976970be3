"""Keeping the world over a restart: one small SQLite file, written a few times a second."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Json = dict[str, Any]
SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS facts (
    kind TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, key)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS contents (file_id TEXT PRIMARY KEY, content BLOB NOT NULL);
"""


class Store:
    """Facts by kind and key; changes gather in memory until `flush`. Without a path nothing is kept."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._changed: dict[tuple[str, str], Callable[[], Json] | None] = {}
        self._contents: dict[str, bytes] = {}

    def save(self, kind: str, key: object, make: Callable[[], Json]) -> None:
        """Keep what `make` gives when it is time to write."""
        if self._path is not None:
            self._changed[kind, str(key)] = make

    def forget(self, kind: str, key: object) -> None:
        """Keep this no longer."""
        if self._path is not None:
            self._changed[kind, str(key)] = None

    def save_content(self, file_id: str, content: bytes) -> None:
        """Keep a file's bytes."""
        if self._path is not None:
            self._contents[file_id] = content

    def load(self) -> Iterator[tuple[str, Json]]:
        """Yield all facts as kind and body."""
        if self._path is not None:
            for kind, body in self._open().execute("SELECT kind, body FROM facts ORDER BY kind"):
                yield kind, json.loads(body)

    def load_content(self, file_id: str) -> bytes:
        """Return a file's bytes."""
        query = "SELECT content FROM contents WHERE file_id = ?"
        [content] = self._open().execute(query, (file_id,)).fetchone()
        return bytes(content)

    def flush(self) -> None:
        """Write what has changed, in one transaction."""
        if not self._changed and not self._contents:
            return
        changed, self._changed = self._changed, {}
        contents, self._contents = self._contents, {}
        kept = [(*key, _dump(make())) for key, make in changed.items() if make is not None]
        gone = [key for key, make in changed.items() if make is None]
        with self._open() as connection:
            connection.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?, ?)", kept)
            connection.executemany("DELETE FROM facts WHERE kind = ? AND key = ?", gone)
            connection.executemany("INSERT OR REPLACE INTO contents VALUES (?, ?)", contents.items())

    def close(self) -> None:
        """Write what has changed, and let go of the file."""
        self.flush()
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            if self._path is None:
                raise ValueError("there is no path to keep the world at")
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self._path)
            self._connection.executescript(SCHEMA)
        return self._connection


def _dump(body: Json) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))
