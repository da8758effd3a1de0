"""What the programme in a file is called, without reading the whole of it."""

import tomllib

from app.domain.programme.model import Names


def title_of(text: str) -> Names:
    """The names in the head of a programme file; none where it says none or is no TOML."""
    try:
        names = tomllib.loads(text.partition("\n[[")[0]).get("name")
    except tomllib.TOMLDecodeError:
        return {}
    if not isinstance(names, dict):
        return {}
    return {language: name for language, name in names.items() if isinstance(name, str)}
