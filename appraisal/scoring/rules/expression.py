"""A formula that a county writes: named values, + − × ÷, 取小 取大 舍入, brackets. It is read into a tree and walked; nothing of it is
ever run."""

import ast
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..faults import Wrong
from ..numbers import number, rounded

LONGEST, DEEPEST = 300, 30  # characters; storeys of the tree
MOST_PLACES = 6
SIGNS = str.maketrans("×÷−（），", "*/-(),")
ARITHMETIC = str.maketrans("*/-", "×÷−")
ALIKE = {"取小": "min", "取大": "max", "四舍五入": "round"}
SHOWN = {name: word for word, name in ALIKE.items()}
BINARY: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: Decimal.__add__,
    ast.Sub: Decimal.__sub__,
    ast.Mult: Decimal.__mul__,
}
Values = Mapping[str, Decimal]


@dataclass(frozen=True)
class Expression:
    """`text`: as it is read, signs and width made alike; `names`: of the values it asks for."""

    text: str
    tree: ast.expr
    names: frozenset[str]

    def reckon(self, values: Values) -> Decimal:
        """Raises Wrong where it divides by nought."""
        return _reckon(self.tree, values, self.text)

    def filled(self, told: Mapping[str, str]) -> str:
        """With what the names stand for, in the signs of arithmetic."""
        raw, pieces, end = self.text.encode(), [], None
        named = [node for node in ast.walk(self.tree) if isinstance(node, ast.Name)]
        for node in sorted(named, key=lambda node: node.col_offset, reverse=True):
            pieces += [
                _signs(raw[node.end_col_offset : end]),
                SHOWN.get(node.id) or told.get(node.id, node.id),
            ]
            end = node.col_offset
        return "".join(reversed([*pieces, _signs(raw[:end])]))


def _signs(raw: bytes) -> str:
    return raw.decode().translate(ARITHMETIC)


def alike(written: str) -> str:
    """Signs and letters of any width are one, and so are spaces and lines; names of values likewise."""
    return " ".join(unicodedata.normalize("NFKC", written.translate(SIGNS)).split())


def read(written: str) -> Expression:
    """Raises Wrong."""
    text = alike(written)
    if len(text) > LONGEST:
        raise Wrong(f"公式太长，最多 {LONGEST} 个字")
    if "#" in text:
        raise Wrong("公式里不能有「#」")
    try:
        tree = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as wrong:
        raise Wrong("公式写得不对，请检查括号和运算符") from wrong
    return Expression(text, tree, frozenset(_names(tree, text, 0)))


def _names(node: ast.AST, text: str, depth: int) -> Iterator[str]:
    """Raises Wrong where the formula holds anything that it may not."""
    if depth > DEEPEST:
        raise Wrong(f"公式套得太深，最多 {DEEPEST} 层")
    match node:
        case ast.Name(id=name):
            yield name
        case ast.Constant():
            _digits(node, text)
        case ast.UnaryOp(op=ast.USub() | ast.UAdd(), operand=operand):
            yield from _names(operand, text, depth + 1)
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div(), right=right):
            yield from _names(left, text, depth + 1)
            yield from _names(right, text, depth + 1)
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]):
            _check_call(name, args, text)
            for one in args:
                yield from _names(one, text, depth + 1)
        case _:
            raise Wrong(
                f"公式里不能有「{(ast.get_source_segment(text, node) or '')[:20]}」，只能用数、名称、加减乘除、取小、取大、四舍五入和括号"
            )


def _check_call(name: str, args: list[ast.expr], text: str) -> None:
    function = ALIKE.get(name, name)
    if function not in SHOWN:
        raise Wrong(f"公式里不能用「{name}」，只能用 取小、取大、四舍五入（min、max、round）")
    if not args:
        raise Wrong(f"「{name}」里面是空的")
    if function == "round" and not _is_rounding(args, text):
        raise Wrong(f"「{name}」应写一个数和小数位数，如 四舍五入(得分, 2)，小数最多 {MOST_PLACES} 位")


def _is_rounding(args: list[ast.expr], text: str) -> bool:
    if len(args) == 1:
        return True
    if len(args) > 2 or not isinstance(args[1], ast.Constant):
        return False
    places = _digits(args[1], text)
    return places == places.to_integral_value() and 0 <= places <= MOST_PLACES


def _digits(node: ast.Constant, text: str) -> Decimal:
    """As it is written, digit for digit: Python would read a float."""
    written = ast.get_source_segment(text, node) or ""
    try:
        return number(written)
    except Wrong as wrong:
        raise Wrong(f"公式里的「{written[:20]}」不是数") from wrong


def _reckon(node: ast.AST, values: Values, text: str) -> Decimal:
    match node:
        case ast.Name(id=name):
            return values[name]
        case ast.Constant():
            return _digits(node, text)
        case ast.UnaryOp(op=op, operand=operand):
            found = _reckon(operand, values, text)
            return -found if isinstance(op, ast.USub) else found
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return _divided(
                _reckon(left, values, text), _reckon(right, values, text), ast.get_source_segment(text, right)
            )
        case ast.BinOp(left=left, op=op, right=right):
            return BINARY[type(op)](_reckon(left, values, text), _reckon(right, values, text))
        case ast.Call(func=ast.Name(id=name), args=args):
            return _called(ALIKE.get(name, name), [_reckon(one, values, text) for one in args])
    raise AssertionError(node)


def _divided(top: Decimal, bottom: Decimal, written: str | None) -> Decimal:
    if not bottom:
        raise Wrong(f"公式里的除数「{written}」是 0")
    return top / bottom


def _called(function: str, values: list[Decimal]) -> Decimal:
    if function == "round":
        return rounded(values[0], int(values[1]) if len(values) > 1 else 0)
    return min(values) if function == "min" else max(values)
