"""Every word of the programme language is read by somebody: what a file may say, the product does."""

import ast
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest

from app.domain.programme import model
from app.domain.programme.declare import key_in_file

# Names are looked up by id wherever something is shown; a kind says which class it is.
BY_THEIR_NATURE = {"names", "kind"}

PARTS: Mapping[str, type] = {
    each.__name__: each for each in vars(model).values() if isinstance(each, type) and is_dataclass(each)
}


@dataclass(frozen=True)
class Source:
    """A file of the product: the attributes it reads, and the names it knows."""

    reads: frozenset[str]
    names: frozenset[str]


@cache
def sources() -> tuple[Source, ...]:
    """Everything behind the language: not its model, and not what reads and checks files."""
    files = [path for folder in ("app", "sync") for path in sorted(Path(folder).rglob("*.py"))]
    return tuple(_source(path) for path in files if not {"model", "file"} & set(path.parts))


def _source(path: Path) -> Source:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    reads = {node.attr for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)}
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    names |= {each.name for node in nodes if isinstance(node, ast.ImportFrom) for each in node.names}
    return Source(frozenset(reads), frozenset(names | reads))


@cache
def read_by_the_model_itself() -> Mapping[str, frozenset[str]]:
    """By class, what its own methods read: `goods.include(…)` reads every word of goods."""
    return {
        node.name: frozenset(each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute))
        for path in Path("app/domain/programme/model").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }


def parts_in(hint: object) -> Iterator[str]:
    """The parts that a type speaks of."""
    if isinstance(hint, type) and hint.__name__ in PARTS:
        yield hint.__name__
    for argument in typing.get_args(hint):
        yield from parts_in(argument)


@cache
def words_that_hold() -> Mapping[str, frozenset[str]]:
    """By part, the words that hold it: `passes` holds Pass."""
    held: dict[str, set[str]] = {name: set() for name in PARTS}
    for part in PARTS.values():
        hints = typing.get_type_hints(part, localns=dict(PARTS))
        for each in fields(part):
            for name in parts_in(hints[each.name]):
                held[name].add(each.name)
    return {name: frozenset(words) for name, words in held.items()}


def is_read(part: type, word: str) -> bool:
    """Whether a file reads the attribute that knows the part, by its name or by what holds it."""
    if word in read_by_the_model_itself().get(part.__name__, ()):
        return True
    family = {name for name, other in PARTS.items() if issubclass(other, part)}
    known = family | {word for name in family for word in words_that_hold()[name]}
    # The programme itself is handed about under many names.
    return any(word in source.reads and (part is model.Programme or known & source.names) for source in sources())


def words() -> Iterator[tuple[type, str]]:
    """Every word that a part declares itself."""
    for part in PARTS.values():
        inherited = {each.name for base in part.__bases__ if is_dataclass(base) for each in fields(base)}
        for each in fields(part):
            if each.name not in inherited | BY_THEIR_NATURE:
                yield part, each.name


EVERY_WORD = [pytest.param(*each, id=f"{each[0].__name__}.{each[1]}") for each in words()]


@pytest.mark.parametrize(("part", "word"), EVERY_WORD)
def test_somebody_reads_the_word(part: type, word: str) -> None:
    name = f"{part.__name__}.{key_in_file(word)}"
    assert is_read(part, word), f"{name}: nobody reads it"


def test_a_word_that_nobody_reads_is_found() -> None:
    assert not is_read(model.Tier, "a_word_of_nobody")
    assert is_read(model.Tier, "ladder")
