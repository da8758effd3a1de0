"""The till's key: 32 random bytes, kept by the operating system's keyring or in a key file.

Every file has a key of its own, derived from that one (HKDF-SHA256), so that a key handed out for one file opens
no other.
"""

import os
import secrets
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.ports.store import StoreUnavailableError
from app.storage.lock import DirectoryLock
from app.storage.places import KEY_FILE, KEYRING_MARK, TILL_DB, sync_directory

KEY_BYTES = 32
_SERVICE = "membertill"
_FILE_FORM = "membertill-key-1"

# Only these keep a secret for us. `null` swallows it, `fail` has no store, `keyrings.alt` writes it down in the clear.
_KNOWN_BACKENDS = {
    "keyring.backends.Windows.WinVaultKeyring",
    "keyring.backends.macOS.Keyring",
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.libsecret.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
}


class KeyUnavailableError(StoreUnavailableError):
    """The key cannot be read, or is not safely kept."""


class KeyPlace(StrEnum):
    """Who keeps the key."""

    OS_KEYRING = "os_keyring"
    KEY_FILE = "key_file"


@dataclass(frozen=True, slots=True)
class KeyDescription:
    """What the settings screen says of the key; `detail` is the file's path or the keyring's name."""

    place: KeyPlace
    detail: str


@dataclass(frozen=True, slots=True)
class StoreKey:
    """The till's key, and the keys derived from it."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != KEY_BYTES:
            raise KeyUnavailableError(f"a key has {KEY_BYTES} bytes")

    def for_till_db(self) -> bytes:
        """The key of `till.db`."""
        return self._derived(b"till.db")

    def for_second_journal(self, salt: bytes) -> bytes:
        """The key of a second journal with this salt."""
        return self._derived(b"second journal", salt)

    def for_office_db(self) -> bytes:
        """The key of `office.db` where head office is inside this shop."""
        return self._derived(b"office.db")

    def for_directory(self, name: str) -> bytes:
        """The key of a directory file that was built on this till."""
        return self._derived(b"directory " + name.encode())

    def for_signing(self, salt: bytes) -> bytes:
        """The seed of the key that signs what this till says to head office; every enrolment has a salt of its own."""
        return self._derived(b"signing", salt)

    def _derived(self, purpose: bytes, salt: bytes | None = None) -> bytes:
        return HKDF(SHA256(), KEY_BYTES, salt, b"membertill " + purpose).derive(self.secret)


class KeyProvider(Protocol):
    """Keeps the till's key."""

    def load(self) -> StoreKey | None:
        """The key, or None where there is none yet."""

    def create(self) -> StoreKey:
        """A new key, kept safely; KeyUnavailableError where it cannot be."""

    def describe(self) -> KeyDescription:
        """Where the key is kept."""


class KeyFile:
    """Keeps the key in a file that only its owner may read; used where there is no keyring."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> StoreKey | None:
        """The key in the file; KeyUnavailableError where others may read it or it holds no key."""
        try:
            text = self._path.read_text("ascii")
            mode = self._path.stat().st_mode
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise KeyUnavailableError(f"the key file {self._path} cannot be read") from error
        if os.name == "posix" and mode & 0o077:
            raise KeyUnavailableError(
                f"others may read the key file {self._path} (mode {mode & 0o777:03o}); "
                f"find out who has, then: chmod 600 {self._path}"
            )
        form, _, digits = text.strip().partition(" ")
        if form != _FILE_FORM:
            raise KeyUnavailableError(f"{self._path} is no key file")
        return _from_hex(digits, f"the key file {self._path}")

    def create(self) -> StoreKey:
        """A new key in a new file."""
        if self._path.exists():
            raise KeyUnavailableError(f"there is a key file already: {self._path}")
        key = _new_key()
        # Written under another name first: a crash never leaves half a key under the right one.
        draft = self._path.with_name(self._path.name + ".new")
        draft.unlink(missing_ok=True)
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(f"{_FILE_FORM} {key.secret.hex()}\n".encode("ascii"))
            file.flush()
            os.fsync(file.fileno())
        draft.rename(self._path)
        sync_directory(self._path.parent)
        return key

    def describe(self) -> KeyDescription:
        """The file's path."""
        return KeyDescription(KeyPlace.KEY_FILE, str(self._path))


class SecretStore(Protocol):
    """The part of a keyring backend that we use."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""


class OsKeyring:
    """Keeps the key in the operating system's keyring, under a name that a mark in the data directory remembers."""

    def __init__(self, mark: Path, backend: SecretStore | None) -> None:
        self._mark = mark
        self._backend = backend

    def load(self) -> StoreKey | None:
        """The key in the keyring; KeyUnavailableError where the mark says there is one and there is not."""
        if not self._mark.exists():
            return None
        if self._backend is None:
            raise KeyUnavailableError("the keyring that keeps this till's key cannot be reached")
        try:
            digits = self._backend.get_password(_SERVICE, self._mark.read_text("ascii").strip())
        except Exception as error:  # a backend raises what its system raises
            raise KeyUnavailableError("the keyring that keeps this till's key cannot be read") from error
        if digits is None:
            raise KeyUnavailableError("the keyring no longer has this till's key")
        return _from_hex(digits, "the keyring")

    def create(self) -> StoreKey:
        """A new key, believed only once it was read back."""
        if self._backend is None:
            raise KeyUnavailableError("there is no keyring to keep a key")
        key, name = _new_key(), f"till-{secrets.token_hex(8)}"
        if not _keeps(self._backend, name, key.secret.hex()):
            raise KeyUnavailableError("the keyring does not give back what it was given")
        self._mark.write_text(name + "\n", "ascii")
        sync_directory(self._mark.parent)
        return key

    def describe(self) -> KeyDescription:
        """The keyring's name."""
        backend = self._backend
        name = str(getattr(backend, "name", type(backend).__name__)) if backend else ""
        return KeyDescription(KeyPlace.OS_KEYRING, name)


def choose_key_provider(data_dir: Path) -> KeyProvider:
    """Who keeps this till's key: whoever has it already, else the OS keyring where it works, else a key file."""
    key_file, mark = data_dir / KEY_FILE, data_dir / KEYRING_MARK
    if key_file.exists():
        return KeyFile(key_file)  # and the keyring library, slow to import, stays unread
    backend = known_keyring()
    if mark.exists() or (backend is not None and _works(backend)):
        return OsKeyring(mark, backend)
    return KeyFile(key_file)


def open_key(data_dir: Path, provider: KeyProvider | None = None) -> StoreKey:
    """The till's key, made on the first start; never a new one for a store that is already there."""
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    keeper = provider or choose_key_provider(data_dir)
    key = keeper.load()
    if key is not None:
        return key
    if (data_dir / TILL_DB).exists():
        raise KeyUnavailableError(f"the key of {data_dir / TILL_DB} is missing; restore it from its recovery copy")
    lock = DirectoryLock(data_dir)  # two first starts at once would make two keys, and the till keep the lost one
    try:
        return keeper.load() or keeper.create()
    finally:
        lock.release()


def known_keyring() -> SecretStore | None:
    """The system's keyring where it is one that we know to keep secrets."""
    import keyring  # 0.4 s: only where there is no key file
    from keyring.backends.chainer import ChainerBackend

    chosen = keyring.get_keyring()
    offered = list(chosen.backends) if isinstance(chosen, ChainerBackend) else [chosen]
    for backend in offered:
        if f"{type(backend).__module__}.{type(backend).__qualname__}" in _KNOWN_BACKENDS:
            return backend
    return None


def _works(backend: SecretStore) -> bool:
    name = f"probe-{secrets.token_hex(8)}"
    if not _keeps(backend, name, secrets.token_hex(16)):
        return False
    try:
        backend.delete_password(_SERVICE, name)
    except Exception:  # a leftover probe harms nobody
        return True
    return True


def _keeps(backend: SecretStore, name: str, secret: str) -> bool:
    try:
        backend.set_password(_SERVICE, name, secret)
        return backend.get_password(_SERVICE, name) == secret
    except Exception:  # a locked or absent keyring raises what its system raises
        return False


def _new_key() -> StoreKey:
    return StoreKey(secrets.token_bytes(KEY_BYTES))


def _from_hex(digits: str, place: str) -> StoreKey:
    try:
        return StoreKey(bytes.fromhex(digits))
    except ValueError as error:
        raise KeyUnavailableError(f"{place} holds no key") from error
