"""Long lists as pages of buttons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from handlers.frame.views.message import Button
from services.ground.paging import nearest_page

PAGE = 8
Item = TypeVar("Item")


@dataclass(frozen=True)
class Page(Generic[Item]):
    """A part of a list: its number from 0, and how many parts there are."""

    items: Sequence[Item]
    number: int
    count: int


def page_of(items: Sequence[Item], number: int, *, size: int = PAGE) -> Page[Item]:
    """Give a page of a list, of `size` items; a number beyond the ends gives the nearest page."""
    number, count = nearest_page(number, total=len(items), size=size)
    return Page(items[number * size : (number + 1) * size], number, count)


def turning(page: Page[Item], data: Callable[[int], str]) -> tuple[tuple[Button, ...], ...]:
    """Make the row that turns pages, none for a single page; `data` makes what leads to a page's number."""
    if page.count == 1:
        return ()
    before, after = (page.number - 1) % page.count, (page.number + 1) % page.count
    return (
        (
            Button("‹", data(before)),
            Button(f"{page.number + 1}/{page.count}", data(page.number)),
            Button("›", data(after)),
        ),
    )
