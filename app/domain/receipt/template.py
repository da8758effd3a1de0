"""A template: which parts stand on a slip, in which order, with what else the shop wants to say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.programme.explain import Words
from app.domain.receipt.blocks import Bars, Block, Buzz, Centred, Code, Divider, Heading, Logo, Space

Parts = Mapping[str, Sequence[Block]]

_TITLE = "title"


@dataclass(frozen=True, slots=True)
class Part:
    """A place for one of the parts that the form offers; a part that has nothing to say takes no room."""

    name: str


@dataclass(frozen=True, slots=True)
class Text:
    """The shop's own words, by language; a language without words says nothing."""

    words: Mapping[str, str]
    is_bold: bool = False
    is_big: bool = False


Entry = Part | Text | Divider | Space | Code | Bars | Logo | Buzz


@dataclass(frozen=True, slots=True)
class Template:
    """The entries from top to bottom, and words (dotted keys, by language) that stand in for the product's own."""

    entries: tuple[Entry, ...]
    words: Mapping[str, Words] = field(default_factory=dict)

    def words_over(self, words: Words, language: str) -> Words:
        """`words` with the template's own over them."""
        return {**words, **self.words.get(language, {})}


def compose(template: Template, parts: Parts, language: str, mark: str = "") -> tuple[Block, ...]:
    """The slip's blocks. `mark` (补打) stands below the title, or on top where there is none: it cannot be lost."""
    marked = [Centred(mark, bold=True)] if mark else []
    has_title = Part(_TITLE) in template.entries
    blocks: list[Block] = [] if has_title else [*marked]
    for entry in template.entries:
        blocks += _blocks(entry, parts, language)
        if entry == Part(_TITLE):
            blocks += marked
    return _without_idle_rules(blocks)


def _blocks(entry: Entry, parts: Parts, language: str) -> Sequence[Block]:
    match entry:
        case Part(name):
            return parts.get(name, ())
        case Text(words, is_bold, is_big):
            said = words.get(language, "")
            if not said:
                return ()
            return (Heading(said),) if is_big else (Centred(said, is_bold),)
        case _:
            return (entry,)


def _without_idle_rules(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Two rules with nothing between them are one: the part that stood there had nothing to say."""
    return tuple(
        block
        for index, block in enumerate(blocks)
        if not (isinstance(block, Divider) and index and isinstance(blocks[index - 1], Divider))
    )
