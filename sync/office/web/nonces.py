"""Nonces without a table: head office signs them itself, and remembers only which numbers were used lately."""

import hmac
import secrets
import threading
from collections import OrderedDict

NONCE_LIFE_MS = 15 * 60 * 1000
NUMBERS_KEPT = 200_000
_TIME_DIGITS, _NOISE_DIGITS, _MAC_DIGITS = 12, 16, 32


class Nonces:
    """Makes nonces and takes each of their numbers once; by head office's clock only."""

    def __init__(self, secret: bytes | None = None) -> None:
        self._secret = secret or secrets.token_bytes(32)
        self._used: OrderedDict[tuple[str, str], int] = OrderedDict()
        self._lock = threading.Lock()

    def make(self, now_ms: int) -> str:
        """A fresh nonce."""
        told = f"{now_ms:012x}{secrets.token_hex(_NOISE_DIGITS // 2)}"
        return told + self._mac(told)

    def take(self, numbered: str, signer: str, now_ms: int) -> bool:
        """Whether `<nonce>.<number>` is fresh and was never used by this signer; it is used up then.

        Only for a request whose signature holds, so that nobody fills the memory.
        """
        nonce, _, number = numbered.partition(".")
        told, mac = nonce[:-_MAC_DIGITS], nonce[-_MAC_DIGITS:]
        if not number.isascii() or not number.isdecimal() or len(numbered) > 100:
            return False
        if len(told) != _TIME_DIGITS + _NOISE_DIGITS or not hmac.compare_digest(mac.encode(), self._mac(told).encode()):
            return False
        age = now_ms - int(told[:_TIME_DIGITS], 16)
        return 0 <= age <= NONCE_LIFE_MS and self._first_time((signer, numbered), now_ms)

    def _first_time(self, use: tuple[str, str], now_ms: int) -> bool:
        with self._lock:
            while self._used:
                oldest, at = next(iter(self._used.items()))
                if now_ms - at <= 2 * NONCE_LIFE_MS and len(self._used) < NUMBERS_KEPT:
                    break
                del self._used[oldest]
            if use in self._used:
                return False
            self._used[use] = now_ms
            return True

    def _mac(self, told: str) -> str:
        return hmac.new(self._secret, told.encode(), "sha256").hexdigest()[:_MAC_DIGITS]
