"""Drawing beside everything else: one thread of its own, one chart after another.

matplotlib takes some tenths of a second for a chart, more for the first, and its fonts are not made to be used by two
threads at once. It is imported by the first chart alone, for most runs and all commands draw none.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Chart = TypeVar("Chart")
WORKER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="charts")


async def beside(draw: Callable[[Chart], bytes], chart: Chart) -> bytes:
    """Have a chart drawn while everything else goes on."""
    return await asyncio.get_running_loop().run_in_executor(WORKER, draw, chart)
