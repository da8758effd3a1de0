"""The keys of a US keyboard by their place.

A scanner is a keyboard, most often a US one. Where the system has another layout (French: `&é"'(` for 12345), its keys
say something else, but lie where they always lie. Places are numbered as PC keyboards do (scan code set 1), which
Windows and, eight higher, X and Wayland report.
"""

_ROWS = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (57, " ", " "),
)
# The number pad says the same with and without Shift.
_PAD = ((55, "*"), (71, "789-456+1230."), (98, "/"))

_PLAIN = {first + place: char for first, plain, _ in _ROWS for place, char in enumerate(plain)}
_SHIFTED = {first + place: char for first, _, shifted in _ROWS for place, char in enumerate(shifted)}
_ON_PAD = {first + place: char for first, chars in _PAD for place, char in enumerate(chars)}


def us_text(code: int, *, shifted: bool) -> str:
    """What the key at this place says; nothing where it says nothing."""
    return _ON_PAD.get(code) or (_SHIFTED if shifted else _PLAIN).get(code, "")
