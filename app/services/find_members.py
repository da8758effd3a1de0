"""Find members by what a cashier types: phone, its last four digits, name, pinyin or its initials."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.member import Member
from app.ports.directory import Directory
from app.ports.store import Sought, Store, UnitOfWork
from app.services.read_people import found_of

LIMIT = 20


@dataclass(frozen=True, slots=True)
class FindMembers:
    """Search the directory and what this till has told since; best matches first, at most LIMIT."""

    store: Store
    directory: Directory

    def __call__(self, query: str) -> Sequence[Member]:
        """`13812345678`, `5678`, `5678 张`, `张三`, `zs` or `zhangsan`."""
        words = query.split()
        if not words:
            return ()
        digits = next((word for word in words if word.isascii() and word.isdecimal()), "")
        rest = next((word for word in words if word != digits), "")
        with self.store.unit_of_work() as uow:
            return self._found(uow, digits, rest)

    def _found(self, uow: UnitOfWork, digits: str, rest: str) -> Sequence[Member]:
        copy = self.directory
        if len(digits) == 4:
            found = copy.by_last_four(digits, LIMIT, surname=rest[:1])
            now = found_of(uow, copy, Sought.LAST_FOUR, digits, found, LIMIT)
            return [member for member in now if member.name.startswith(rest[:1])]
        if digits:
            return found_of(uow, copy, Sought.PHONE, digits, copy.by_phone(digits, LIMIT), LIMIT)
        if not rest.isascii():
            return found_of(uow, copy, Sought.NAME, rest, copy.by_name(rest, LIMIT), LIMIT)
        letters = rest.lower()
        found = [*copy.by_initials(letters, LIMIT), *copy.by_pinyin(letters, LIMIT)]
        return found_of(uow, copy, Sought.LETTERS, letters, found, LIMIT)
