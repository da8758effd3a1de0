"""Faults in words, the same in a terminal and on a screen."""

from collections.abc import Mapping

from app.domain.programme.file.faults import Fault


def tell(fault: Fault, words: Mapping[str, str]) -> str:
    """`Line 12, tiers[gold].enter: …` in the language of `words` (dotted keys, `fault.missing`)."""
    place = words["fault.column" if fault.column else "fault.line" if fault.line else "fault.whole"]
    where = ", ".join(part for part in (place.format(line=fault.line, column=fault.column), fault.path) if part)
    said = words[f"fault.{fault.code.value}"].format(found=fault.found or "—", expected=fault.expected)
    hint = words["fault.nearest"].format(nearest=fault.nearest) if fault.nearest else ""
    return f"{where}: {said} {hint}".rstrip()
