"""`python -m benchmarks`: everything that is measured, one after another; a table, `results.json` and a chart.

Names given on the command line run these alone. Each measurement has a process of its own, so that none inherits
another's memory or warmth. The figures are of this machine at this moment; `docs/benchmarks.md` says what they mean.
"""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.speed import MEASUREMENTS

RESULTS = Path("test-results/benchmarks")
BAR = 640
Results = dict[str, dict[str, Any]]


def measure(name: str) -> dict[str, Any]:
    """Run one measurement in a process of its own; what it says when it fails is kept as its result."""
    command = [sys.executable, "-m", "benchmarks.speed", name]
    run = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own module
    if run.returncode:
        return {"failed": (run.stderr.strip().splitlines() or ["without a word"])[-1]}
    found: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return found


def speeds_of(results: Results) -> dict[str, float]:
    """Give the messages a second of processor time of what was measured so."""
    key = "per_second_of_processor"
    return {name: float(found[key]) for name, found in results.items() if key in found}


def compare(results: Results) -> dict[str, float]:
    """Tell what only several measurements together say."""
    said: dict[str, float] = {}
    speeds = speeds_of(results)
    for peer in ("telegram_bot", "aiogram"):
        if "ours" in speeds and peer in speeds:
            said[f"ours_times_{peer}"] = round(speeds["ours"] / speeds[peer], 2)
    if "ours_to_few" in speeds and "ours_to_many" in speeds:
        said["cost_of_60000_to_1000"] = round(speeds["ours_to_few"] / speeds["ours_to_many"], 2)
    return said


def table(results: Results) -> Table:
    """Write the results as a table."""
    written = Table("measurement", "found")
    for name, found in results.items():
        written.add_row(name, ", ".join(f"{key} {value}" for key, value in found.items()))
    return written


def chart(speeds: Mapping[str, float]) -> str:
    """Draw messages per second of processor time as bars, in SVG."""
    most = max(speeds.values(), default=1.0)
    rows = [
        f'<text x="0" y="{40 * place + 24}">{name}</text>'
        f'<rect x="140" y="{40 * place + 6}" width="{BAR * speed / most:.0f}" height="26" fill="#1d6fb8"/>'
        f'<text x="{150 + BAR * speed / most:.0f}" y="{40 * place + 24}">{speed:.0f}/s</text>'
        for place, (name, speed) in enumerate(speeds.items())
    ]
    height = 40 * len(rows) + 8
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="{height}" font-family="sans-serif">'
    return "\n".join([head, *rows, "</svg>"])


def machine() -> dict[str, Any]:
    """Say on what and when this was measured."""
    return {
        "date": datetime.now(UTC).isoformat(timespec="minutes"),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "load": [round(one, 1) for one in os.getloadavg()],
        "command": "python -m benchmarks " + " ".join(sys.argv[1:]),
    }


def main() -> None:
    """Measure what was asked for, or everything, and write it down."""
    names = sys.argv[1:] or list(MEASUREMENTS)
    results: Results = {}
    console = Console()
    for name in names:
        console.print(f"{name} …")
        results[name] = measure(name)
    console.print(table(results | {"compared": compare(results)}))
    RESULTS.mkdir(parents=True, exist_ok=True)
    kept = {"machine": machine(), "results": results, "compared": compare(results)}
    (RESULTS / "results.json").write_text(json.dumps(kept, indent=2))
    speeds = {
        name: found["per_second_of_processor"] for name, found in results.items() if "ms_of_processor_each" in found
    }
    (RESULTS / "chart.svg").write_text(chart(speeds))


if __name__ == "__main__":
    main()
