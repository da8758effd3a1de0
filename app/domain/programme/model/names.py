"""Texts in several languages."""

from app.domain.programme.declare import Names


def name_in(names: Names, language: str) -> str:
    """The name in `language`, else in Chinese, else any."""
    return names.get(language) or names.get("zh_CN") or next(iter(names.values()), "")
