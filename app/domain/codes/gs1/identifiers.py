"""The application identifiers of GS1 and what may stand behind each.

Source: GS1 General Specifications, sections 3 and 7.8. A row is: identifier (`n` = any digit, the decimals), what it
carries (`N` digits, `X` the 82 characters of ISO/IEC 646 that GS1 allows, with a length or a range), and its checks.
"""

import re
from dataclasses import dataclass

from app.domain.codes.check_digits import gtin_is_good

_TABLE = """
00   N18     csum
01   N14     csum
02   N14     csum
10   X1..20
11   N6      date
12   N6      date
13   N6      date
15   N6      date
16   N6      date
17   N6      date
20   N2
21   X1..20
22   X1..20
235  X1..28
240  X1..30
241  X1..30
242  N1..6
243  X1..20
250  X1..30
251  X1..30
253  N13..30
254  X1..20
255  N13..25
30   N1..8
310n N6
311n N6
312n N6
313n N6
314n N6
315n N6
316n N6
320n N6
330n N6
331n N6
332n N6
333n N6
334n N6
335n N6
336n N6
337n N6
356n N6
357n N6
37   N1..8
390n N1..15
391n N4..18
392n N1..15
393n N4..18
394n N4
395n N6
400  X1..30
401  X1..30
402  N17     csum
403  X1..30
410  N13     csum
411  N13     csum
412  N13     csum
413  N13     csum
414  N13     csum
415  N13     csum
416  N13     csum
417  N13     csum
420  X1..20
421  X4..12
422  N3
423  N3..15
424  N3
426  N3
7003 N10     date
7006 N6      date
7007 N6..12  date
710  X1..20
8001 N14
8005 N6
8006 N18
8008 N8..12
8020 X1..25
8110 X1..70
8200 X1..70
90   X1..30
91   X1..90
92   X1..90
93   X1..90
94   X1..90
95   X1..90
96   X1..90
97   X1..90
98   X1..90
99   X1..90
"""
_DIGITS = "0123456789"
_CHARACTERS = {"N": r"\d", "X": r"[!\"%&'()*+,\-./0-9:;<=>?A-Z_a-z]"}


@dataclass(frozen=True, slots=True)
class Identifier:
    """What may stand behind one application identifier. `length` is set where it never varies."""

    value: re.Pattern[str]
    length: int | None
    checks: frozenset[str]

    def is_good(self, text: str) -> bool:
        """Whether `text` may stand here."""
        if not self.value.fullmatch(text):
            return False
        if "csum" in self.checks and not gtin_is_good(text):
            return False
        return "date" not in self.checks or _is_date(text[:6])


def identifier_at(text: str, start: int) -> tuple[str, Identifier] | None:
    """The identifier that stands at `start`, as written there, and what follows it; None where there is none."""
    for size in (2, 3, 4):
        written = text[start : start + size]
        if len(written) < size:
            return None
        found = _IDENTIFIERS.get(written)
        if found is None and size == 4 and written[3] in _DIGITS:
            found = _IDENTIFIERS.get(written[:3] + "n")
        if found:
            return written, found
    return None


def find_identifier(written: str) -> Identifier | None:
    """What may stand behind this identifier, and nothing else; None for one we do not know."""
    found = identifier_at(written, 0)
    return found[1] if found and found[0] == written else None


def _is_date(digits: str) -> bool:
    # A day of 00 means the month's last; which month has how many days is for whoever knows the century.
    return 1 <= int(digits[2:4]) <= 12 and int(digits[4:6]) <= 31


def _identifier(row: str) -> tuple[str, Identifier]:
    written, carries, *checks = row.split()
    shortest, _, longest = carries[1:].partition("..")
    pattern = f"{_CHARACTERS[carries[0]]}{{{shortest},{longest or shortest}}}"
    return written, Identifier(re.compile(pattern, re.ASCII), None if longest else int(shortest), frozenset(checks))


_IDENTIFIERS = dict(_identifier(row) for row in _TABLE.strip().splitlines())
