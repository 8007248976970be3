"""The circles in which more and more are called."""

from enum import StrEnum


class WaveCircle(StrEnum):
    """Who is called in a wave: each circle is wider than what was called before it in one way."""

    OFF_DUTY = "off_duty"
    SECTOR = "sector"
    NEIGHBOURS = "neighbours"
    NEXT_NEIGHBOURS = "next_neighbours"
    PROVINCE = "province"
    OTHER_CHANNEL = "other_channel"
