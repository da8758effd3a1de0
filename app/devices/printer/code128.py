"""Code 128 as printers take it and as bars; digits in pairs where the whole code is digits."""

from dataclasses import dataclass

_MODULES_A_SYMBOL = 11
_STOP_MODULES = 13


@dataclass(frozen=True, slots=True)
class Code128:
    """A barcode: the data of `GS k` with its code set, its width in modules, and the text it holds."""

    text: str
    escpos: bytes
    modules: int

    @property
    def bars(self) -> str:
        """The bars and gaps, `1` for each black module."""
        from barcode.codex import Code128 as Drawn  # type: ignore[import-untyped]  # late: few printers need it

        return str(Drawn(self.text).build()[0])


def code128(text: str) -> Code128:
    """The barcode of printable ASCII `text`; raises ValueError for anything else."""
    if not text or not text.isascii() or not text.isprintable():
        raise ValueError("Code 128 holds printable ASCII")
    if text.isdigit() and len(text) % 2 == 0:
        pairs = bytes(int(text[index : index + 2]) for index in range(0, len(text), 2))
        return Code128(text, b"{C" + pairs, _modules(len(pairs)))
    return Code128(text, b"{B" + text.encode("ascii").replace(b"{", b"{{"), _modules(len(text)))


def _modules(symbols: int) -> int:
    """Start, the symbols, checksum and stop."""
    return (symbols + 2) * _MODULES_A_SYMBOL + _STOP_MODULES
