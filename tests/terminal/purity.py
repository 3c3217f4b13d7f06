"""Rule 1 on the syntax tree: what a journey's generator must not contain."""

import ast
from collections.abc import Iterator

FORBIDDEN_SYNTAX: dict[type[ast.AST], str] = {
    ast.Try: "try",
    ast.TryStar: "try",
    ast.With: "with",
    ast.Await: "await",
    ast.AsyncFor: "async",
    ast.AsyncWith: "async",
    ast.Global: "global",
    ast.Nonlocal: "nonlocal",
    ast.Delete: "del",
    ast.Import: "import inside a journey",
    ast.ImportFrom: "import inside a journey",
}
FORBIDDEN_NAMES = frozenset(
    [
        "open",
        "print",
        "input",
        "exec",
        "eval",
        "setattr",
        "delattr",
        "globals",
        "os",
        "sys",
        "io",
        "pathlib",
        "Path",
        "socket",
        "requests",
        "subprocess",
        "random",
        "secrets",
        "uuid",
        "uuid4",
        "time",
        "threading",
        "SystemClock",
    ]
)
FORBIDDEN_ATTRIBUTES = frozenset(["now", "today", "utcnow", "monotonic", "perf_counter"])
CHANGING_METHODS = frozenset(
    [
        "append",
        "extend",
        "insert",
        "remove",
        "pop",
        "clear",
        "sort",
        "reverse",
        "update",
        "setdefault",
        "add",
        "discard",
    ]
)


def impurities(source: str) -> list[str]:
    """What is impure in the generators of `source`, as "function:line: what"."""
    return [
        f"{generator.name}:{line}: {what}"
        for generator in ast.walk(ast.parse(source))
        if isinstance(generator, ast.FunctionDef) and _yields(generator)
        for line, what in sorted(set(_found(generator)))
    ]


def _yields(function: ast.FunctionDef) -> bool:
    return any(isinstance(node, ast.Yield | ast.YieldFrom) for node in ast.walk(function))


def _found(generator: ast.FunctionDef) -> Iterator[tuple[int, str]]:
    for node in ast.walk(generator):
        line = getattr(node, "lineno", generator.lineno)
        if type(node) in FORBIDDEN_SYNTAX:
            yield line, FORBIDDEN_SYNTAX[type(node)]
        elif isinstance(node, ast.Name) and node.id in FORBIDDEN_NAMES:
            yield line, node.id
        elif isinstance(node, ast.Attribute) and node.attr in FORBIDDEN_ATTRIBUTES:
            yield line, f".{node.attr}"
        elif isinstance(node, ast.Attribute | ast.Subscript) and not isinstance(node.ctx, ast.Load):
            yield line, "change of a value"
        elif isinstance(node, ast.Attribute) and node.attr in CHANGING_METHODS:
            yield line, f".{node.attr}() changes a value"
