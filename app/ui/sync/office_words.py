"""What is said of one state of the line."""

from dataclasses import dataclass

from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Tone


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """A few words for the strip, a headline, what follows from it."""

    icon: Icon
    tone: Tone
    short: str
    headline: str
    advice: str
