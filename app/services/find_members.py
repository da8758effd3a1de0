"""Find members by what a cashier types: phone, its last four digits, name, pinyin or its initials."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.member import Member
from app.ports.directory import Directory

LIMIT = 20


@dataclass(frozen=True, slots=True)
class FindMembers:
    """Search the directory; best matches first, at most LIMIT."""

    directory: Directory

    def __call__(self, query: str) -> Sequence[Member]:
        """`13812345678`, `5678`, `5678 张`, `张三`, `zs` or `zhangsan`."""
        words = query.split()
        if not words:
            return ()
        digits = next((word for word in words if word.isascii() and word.isdecimal()), "")
        rest = next((word for word in words if word != digits), "")
        if len(digits) == 4:
            return self.directory.by_last_four(digits, LIMIT, surname=rest[:1])
        if digits:
            return self.directory.by_phone(digits, LIMIT)
        if not rest.isascii():
            return self.directory.by_name(rest, LIMIT)
        letters = rest.lower()
        found = [*self.directory.by_initials(letters, LIMIT), *self.directory.by_pinyin(letters, LIMIT)]
        return tuple({member.id: member for member in found}.values())[:LIMIT]
