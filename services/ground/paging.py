"""Long lists in pages, which are counted from 0."""


def nearest_page(number: int, *, total: int, size: int) -> tuple[int, int]:
    """Give the number of a page and how many pages there are; a number beyond the ends gives the nearest page."""
    pages = max(1, -(-total // size))
    return min(max(number, 0), pages - 1), pages
