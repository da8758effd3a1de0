"""What may stand in a profile: phones, names and birthdays, as people write them and as they are kept."""

import re
from collections.abc import Mapping

from app.domain.errors import Refused, Why

# The longest member known to have lived was 122.
_OLDEST_YEARS = 125
_LONGEST_NAME = 40
_PHONE = re.compile(r"\+?\d{5,15}")
_CHINESE_MOBILE = re.compile(r"1[3-9]\d{9}")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def plain_phone(text: str) -> str:
    """A phone number as it is kept: digits, without what people put between them, without China's own +86."""
    digits = re.sub(r"[\s\-()·.]", "", text)
    for prefix in ("+86", "0086"):
        if digits.startswith(prefix):
            return digits.removeprefix(prefix)
    return digits


def plain_birthday(text: str) -> str:
    """A birthday as it is kept (ISO) from `19900213`, `1990-2-13` or `1990.02.13`; as typed where it is none."""
    words = text.strip()
    if re.fullmatch(r"\d{8}", words):
        return f"{words[:4]}-{words[4:6]}-{words[6:]}"
    parts = re.fullmatch(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?", words)
    return f"{parts[1]}-{int(parts[2]):02d}-{int(parts[3]):02d}" if parts else words


def fault_in_profile(own: Mapping[str, str], today: str) -> Refused | None:
    """Why these parts of a profile cannot stand as they are; None where they can. `today` is an ISO date."""
    if "phone" in own and not _is_phone(own["phone"]):
        return Refused(Why.PHONE_IMPOSSIBLE)
    if "name" in own and not 0 < len(own["name"].strip()) <= _LONGEST_NAME:
        return Refused(Why.NAME_MISSING)
    if own.get("birthday") and not _is_birthday(own["birthday"], today):
        return Refused(Why.BIRTHDAY_IMPOSSIBLE)
    return None


def _is_phone(phone: str) -> bool:
    # No number of an area begins with 1: what does is a mobile's, and whole or wrong.
    if phone.startswith("1"):
        return bool(_CHINESE_MOBILE.fullmatch(phone))
    return bool(_PHONE.fullmatch(phone))


def _is_birthday(day: str, today: str) -> bool:
    parts = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", day)
    if not parts or day > today:
        return False
    year, month, of_month = (int(part) for part in parts.groups())
    if not 1 <= month <= 12 or not 1 <= of_month <= _DAYS[month - 1]:
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return year >= int(today[:4]) - _OLDEST_YEARS and (leap or (month, of_month) != (2, 29))
