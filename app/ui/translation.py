"""Marks for pyside6-lupdate, with the types PySide's own lack."""


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:  # noqa: N802 - lupdate looks for this very name
    """Mark `source` for translation in `context`; translated where it is shown."""
    return source
