"""The figures of an incident as words of an update."""

from dataclasses import dataclass

from handlers.frame.views.reader import Reader


@dataclass(frozen=True)
class Figures:
    """Businesses that join and that are on site, tasks under way, and people who are still missing."""

    engaged: int
    on_site: int
    tasks: int
    missing: int


def actions(reader: Reader, figures: Figures) -> str:
    """Say what is being done; nothing where nothing is."""
    counts = {
        "update-fact-engaged": figures.engaged,
        "update-fact-on-site": figures.on_site,
        "update-fact-tasks": figures.tasks,
    }
    return "; ".join(reader.label(key, count=count) for key, count in counts.items() if count)


def needs(reader: Reader, figures: Figures) -> str:
    """Say what is missing; nothing where nothing is."""
    return reader.label("update-fact-missing", count=figures.missing) if figures.missing else ""
