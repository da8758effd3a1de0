"""What a file's parts say of each other. Checks are a plain list of functions; each tells all it finds."""

from collections.abc import Callable, Iterable

from app.domain.programme.file.checks.figures import FIGURES
from app.domain.programme.file.checks.finding import Finding, Source
from app.domain.programme.file.checks.ladders import LADDERS
from app.domain.programme.file.checks.languages import languages_missing, unknown_languages
from app.domain.programme.file.checks.names import NAMES
from app.domain.programme.file.checks.never import NEVER
from app.domain.programme.file.checks.together import TOGETHER

__all__ = ["Finding", "Source", "faults_of", "remarks_on"]

Check = Callable[[Source], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (*NAMES, *LADDERS, *FIGURES, *NEVER, *TOGETHER, unknown_languages)


def faults_of(source: Source) -> tuple[Finding, ...]:
    """Everything that is wrong between the parts of a programme."""
    return tuple(finding for check in CHECKS for finding in check(source))


def remarks_on(source: Source) -> tuple[Finding, ...]:
    """What is worth saying of a file that can be used."""
    return tuple(languages_missing(source))
