"""Code 128 as a printer draws it from the data of `GS k`: code sets by `{A`, `{B`, `{C`."""

# Bar and gap widths of the symbols 0 to 105, and of the stop, as ISO/IEC 15417 gives them.
_WIDTH_TABLE = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 "
    "123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 "
    "232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 "
    "313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 "
    "111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 "
    "111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 "
    "114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112"
)
_WIDTHS = tuple(_WIDTH_TABLE.split())
_STOP = 106
_STARTS = {"A": 103, "B": 104, "C": 105}
_SWITCHES = {"A": 101, "B": 100, "C": 99}
_MODULUS = 103


class BadBarcode(Exception):
    """Barcode data that a printer would print as text or not at all."""


def bars(data: bytes) -> str:
    """The modules of a whole barcode, `1` for black."""
    symbols = [value for value, _ in _read(data)]
    check = (symbols[0] + sum(place * value for place, value in enumerate(symbols[1:], start=1))) % _MODULUS
    return "".join(_modules(_WIDTHS[value]) for value in (*symbols, check, _STOP))


def text_of(data: bytes) -> str:
    """What the barcode says, as printed below it."""
    return "".join(text for _, text in _read(data))


def _read(data: bytes) -> list[tuple[int, str]]:
    """Each symbol's value and the text it stands for."""
    symbols: list[tuple[int, str]] = []
    code_set = ""
    rest = data
    while rest:
        if not rest.startswith(b"{"):
            symbols.append(_symbol(rest[0], code_set))
            rest = rest[1:]
            continue
        letter = rest[1:2].decode("latin-1")
        if letter == "{" and code_set:
            symbols.append(_symbol(ord("{"), code_set))
        elif letter in _STARTS:
            symbols.append(((_SWITCHES if code_set else _STARTS)[letter], ""))
            code_set = letter
        else:
            raise BadBarcode(f"{{{letter} is no code set")
        rest = rest[2:]
    if not any(text for _, text in symbols):
        raise BadBarcode("no data")
    return symbols


def _symbol(byte: int, code_set: str) -> tuple[int, str]:
    if code_set == "C" and byte <= 99:
        return byte, f"{byte:02d}"
    if code_set == "B" and 32 <= byte <= 127:
        return byte - 32, chr(byte)
    if code_set == "A" and byte <= 95:
        return (byte - 32 if byte >= 32 else byte + 64), chr(byte)
    raise BadBarcode(f"byte {byte:#x} is not in code set {code_set or 'none'}")


def _modules(widths: str) -> str:
    return "".join("10"[place % 2] * int(width) for place, width in enumerate(widths))
