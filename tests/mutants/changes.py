"""Small changes to a module's source: another comparison, another number, a condition or an act left out."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256

COMPARISONS: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: (r"<(?!=)", "<="),
    ast.LtE: (r"<=", "<"),
    ast.Gt: (r">(?!=)", ">="),
    ast.GtE: (r">=", ">"),
    ast.Eq: (r"==", "!="),
    ast.NotEq: (r"!=", "=="),
    ast.Is: (r"\bis\b", "is not"),
    ast.IsNot: (r"\bis\s+not\b", "is"),
    ast.In: (r"\bin\b", "not in"),
    ast.NotIn: (r"\bnot\s+in\b", "in"),
}
METHODS = {"is_": "is_not", "is_not": "is_", "in_": "not_in", "not_in": "in_", "asc": "desc", "desc": "asc"}
FUNCTIONS = {"min": "max", "max": "min", "any": "all", "all": "any"}
# What is only logged or counted decides nothing.
WORDS_ONLY = {"log", "logger", "metrics"}


@dataclass(frozen=True, slots=True)
class Change:
    """One small change: where it stands, what is there now, and what would stand there instead (bytes of UTF-8)."""

    function: str
    line: int
    start: int
    end: int
    before: str
    after: str

    @property
    def name(self) -> str:
        """What the change is called in lists: free of line numbers, so that it outlives other changes."""
        return f"{self.function}: {_short(self.before)} → {_short(self.after)}"

    @property
    def order(self) -> str:
        """A place in a shuffled order that is the same in every run."""
        return sha256(self.name.encode()).hexdigest()

    def applied(self, source: str) -> str:
        """Give the module's source with this change made; raises ValueError where it was found in another source."""
        whole = source.encode()
        if whole[self.start : self.end] != self.before.encode():
            raise ValueError(f"the module has become another one meanwhile: {self.name}")
        return (whole[: self.start] + self.after.encode() + whole[self.end :]).decode()


def changes(source: str) -> list[Change]:
    """List every small change to a module, in the order of its lines."""
    found = _Finder(source)
    found.visit(ast.parse(source))
    return [each for each in found.changes if _parses(each.applied(source))]


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= 70 else f"{one_line[:69]}…"


def _parses(source: str) -> bool:
    try:
        compile(source, "changed", "exec")
    except SyntaxError:
        return False
    return True


class _Finder(ast.NodeVisitor):
    """Walks through a module and keeps the changes that it meets."""

    def __init__(self, source: str) -> None:
        self.changes: list[Change] = []
        self._source = source.encode()
        self._lines = [0]
        for line in self._source.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))
        self._inside: list[str] = []

    def visit(self, node: ast.AST) -> None:
        """Keep what can be changed at this node, then go on to what stands in it."""
        for find in FINDERS.get(type(node), ()):
            for start, end, after in find(self, node):
                self._keep(node, start, end, after)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            self._visit_definition(node)
        elif isinstance(node, ast.AnnAssign):
            if node.value is not None:
                self.visit(node.value)
        elif not isinstance(node, ast.Raise | ast.Import | ast.ImportFrom | ast.JoinedStr):
            self.generic_visit(node)

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        """Tell where a node begins and ends, in bytes."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._lines[node.lineno - 1] + node.col_offset, self._lines[node.end_lineno - 1] + node.end_col_offset

    def text(self, start: int, end: int) -> str:
        """Give what stands between two places."""
        return self._source[start:end].decode()

    def _visit_definition(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> None:
        self._inside.append(node.name)
        if not isinstance(node, ast.ClassDef):
            for default in [*node.args.defaults, *node.args.kw_defaults]:
                if default is not None:
                    self.visit(default)
        for each in node.body:
            self.visit(each)
        self._inside.pop()

    def _keep(self, node: ast.AST, start: int, end: int, after: str) -> None:
        line = getattr(node, "lineno", 0)
        function = ".".join(self._inside) or "module"
        self.changes.append(Change(function, line, start, end, self.text(start, end), after))


Spot = tuple[int, int, str]
Find = Callable[[_Finder, ast.AST], Iterator[Spot]]


def _another_comparison(at: _Finder, node: ast.AST) -> Iterator[Spot]:
    assert isinstance(node, ast.Compare)
    left = node.left
    for operator, right in zip(node.ops, node.comparators, strict=True):
        pattern, after = COMPARISONS[type(operator)]
        begin, end = at.span(left)[1], at.span(right)[0]
        if found := re.search(pattern, at.text(begin, end)):
            yield begin + found.start(), begin + found.end(), after
        left = right


def _and_for_or(at: _Finder, node: ast.AST) -> Iterator[Spot]:
    assert isinstance(node, ast.BoolOp)
    word, after = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
    for first, second in zip(node.values, node.values[1:], strict=False):
        begin, end = at.span(first)[1], at.span(second)[0]
        if found := re.search(rf"\b{word}\b", at.text(begin, end)):
            yield begin + found.start(), begin + found.end(), after


def _without_not(at: _Finder, node: ast.AST) -> Iterator[Spot]:
    assert isinstance(node, ast.UnaryOp)
    if isinstance(node.op, ast.Not | ast.Invert):
        start, end = at.span(node)
        yield start, end, f"({at.text(*at.span(node.operand))})"


def _another_number(at: _Finder, node: ast.AST) -> Iterator[Spot]:
    assert isinstance(node, ast.Constant)
    start, end = at.span(node)
    if isinstance(node.value, bool):
        yield start, end, str(not node.value)
    elif isinstance(node.value, int):
        yield start, end, str(node.value + 1)


def _other_arithmetic(at: _Finder, node: ast.AST) -> Iterator[Spot]:
    assert isinstance(node, ast.BinOp)
    words = {ast.Add: ("+", "-"), ast.Sub: ("-", "+")}
    if type(node.op) not in words or isinstance(node.left, ast.JoinedStr | ast.List | ast.Tuple):
        return
    word, after = words[type(node.op)]
    begin, end = at.span(node.left)[1], at.span(node.right)[0]
    if (found := at.text(begin, end).find(word)) >= 0:
        yield begin + found, begin + found + 1, after


def _condition_turned_round(at: _Finder, node: ast.AST) -> Iterator[Spot]:
    assert isinstance(node, ast.If | ast.IfExp)
    if not isinstance(node.test, ast.Compare | ast.UnaryOp | ast.BoolOp):
        start, end = at.span(node.test)
        yield start, end, f"not ({at.text(start, end)})"


def _act_left_out(at: _Finder, node: ast.AST) -> Iterator[Spot]:
    assert isinstance(node, ast.Expr)
    call = node.value.value if isinstance(node.value, ast.Await) else node.value
    if isinstance(call, ast.Call) and not _only_words(call):
        start, end = at.span(node)
        yield start, end, "pass"


def _only_words(call: ast.Call) -> bool:
    function = call.func
    return (
        isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id in WORDS_ONLY
    )


def _another_call(at: _Finder, node: ast.AST) -> Iterator[Spot]:
    assert isinstance(node, ast.Call)
    if isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
        end = at.span(node.func)[1]
        yield end - len(node.func.attr), end, METHODS[node.func.attr]
    if isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS:
        yield *at.span(node.func), FUNCTIONS[node.func.id]
    if isinstance(node.func, ast.Attribute) and node.func.attr in {"where", "order_by"}:
        yield from _left_out(at, node.args)


def _element_left_out(at: _Finder, node: ast.AST) -> Iterator[Spot]:
    assert isinstance(node, ast.Set | ast.Tuple)
    if len(node.elts) > 1 and all(isinstance(each, ast.Attribute) for each in node.elts):
        yield from _left_out(at, node.elts)


def _left_out(at: _Finder, listed: list[ast.expr]) -> Iterator[Spot]:
    """Leave out each element of a list, with the comma that follows it."""
    for place, each in enumerate(listed):
        start, end = at.span(each)
        following = at.span(listed[place + 1])[0] if place + 1 < len(listed) else end
        yield start, following, ""


FINDERS: dict[type[ast.AST], tuple[Find, ...]] = {
    ast.Compare: (_another_comparison,),
    ast.BoolOp: (_and_for_or,),
    ast.UnaryOp: (_without_not,),
    ast.Constant: (_another_number,),
    ast.BinOp: (_other_arithmetic,),
    ast.If: (_condition_turned_round,),
    ast.IfExp: (_condition_turned_round,),
    ast.Expr: (_act_left_out,),
    ast.Call: (_another_call,),
    ast.Set: (_element_left_out,),
    ast.Tuple: (_element_left_out,),
}
