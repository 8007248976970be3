"""The expected "no": what a service raises when a person asks for something that cannot be."""

import re
from typing import ClassVar


class Refusal(Exception):
    """An expected "no"; its words stand in both languages under `refusal-` and its name in kebab case."""

    # What was typed is said back with it: it was misread, or is out of the range that can be.
    says_back: ClassVar[bool] = False

    def __init__(self, **values: object) -> None:
        """Keep the values that the words mention."""
        super().__init__(type(self).__name__, values)
        self.values = values

    @classmethod
    def key(cls) -> str:
        """Name the text that says this refusal: `TaxCodeTaken` is said by `refusal-tax-code-taken`."""
        return "refusal" + re.sub(r"([A-Z])", lambda letter: "-" + letter[1].lower(), cls.__name__)
