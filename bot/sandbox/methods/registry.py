"""The register of methods, and how a call reaches one."""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.sandbox.errors import ApiError
from bot.sandbox.methods.parameters import Parameter, read_signature
from bot.sandbox.world import World

Json = dict[str, Any]
Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True)
class Method:
    """A method: its name, what carries it out, and what it takes.

    `options` is a dataclass whose fields are parameters too, given to the function as `options`.
    """

    name: str
    function: Callable[..., Any]
    parameters: tuple[Parameter, ...]
    options: type[Any] | None
    option_parameters: tuple[Parameter, ...]

    def read(self, given: Json) -> Json:
        """Return the arguments of the function; raises the 400 for what is missing or wrong."""
        arguments = {each.name: each.read(given.get(each.name)) for each in self.parameters}
        if self.options is not None:
            values = {each.name: each.read(given.get(each.name)) for each in self.option_parameters}
            arguments["options"] = self.options(**values)
        return arguments


METHODS: dict[str, Method] = {}


def method(name: str, options: type[Any] | None = None) -> Callable[[Function], Function]:
    """Register a function as this method; its keyword-only parameters are the method's."""

    def register(function: Function) -> Function:
        parameters = tuple(each for each in read_signature(function) if each.name != "options")
        shared = read_signature(options) if options else ()
        METHODS[name.lower()] = Method(name, function, parameters, options, shared)
        return function

    return register


async def call(world: World, name: str, given: Json) -> Any:
    """Carry out a method by name, in any case of letters; raises ApiError, and records the outcome."""
    known = METHODS.get(name.lower())
    try:
        if known is None:
            raise ApiError(404, "Not Found")
        result = known.function(world, **known.read(given))
        if inspect.isawaitable(result):
            result = await _finish(result)
    except ApiError as refusal:
        world.record(known.name if known else name, given.get("chat_id"), refusal.outcome)
        raise
    world.record(known.name, given.get("chat_id"), "ok")
    return result


async def _finish(result: Awaitable[Any]) -> Any:
    return await result
