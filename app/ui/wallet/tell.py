"""How the wallet desk's tasks tell what came of them."""

from collections.abc import Callable

from app.domain.errors import Refused
from app.ui.refusals import refusal_words
from app.ui.theme.tokens import Tone

Tell = Callable[[str, str, Tone], None]


def tell_refusal(tell: Tell, refused: Refused) -> None:
    """Say why not, and what to do."""
    words = refusal_words(refused)
    tell(words.what, words.remedy, Tone.BAD)
