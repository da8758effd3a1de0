"""Where the till's key is kept, and when it is refused."""

import os
from pathlib import Path

import keyring
import pytest
from keyring.backends import chainer, fail, null
from keyring.backends.SecretService import Keyring as SecretServiceKeyring

from app.storage.keys import (
    KeyDescription,
    KeyFile,
    KeyPlace,
    KeyUnavailableError,
    OsKeyring,
    StoreKey,
    choose_key_provider,
    known_keyring,
    open_key,
)
from app.storage.lock import DirectoryLock, StoreInUseError
from app.storage.places import KEY_FILE, KEYRING_MARK, TILL_DB

posix_only = pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")


class GoodKeyring:
    """Keeps what it is given."""

    name = "a good keyring"

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """What was kept."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""
        del self.kept[service, username]


class ForgetfulKeyring(GoodKeyring):
    """Says yes and keeps nothing, as `keyring.backends.null` does."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Swallow it."""


class LockedKeyring(GoodKeyring):
    """Raises whatever it is asked."""

    def get_password(self, service: str, username: str) -> str | None:
        """Refuse."""
        raise RuntimeError("locked")


def test_a_key_file_is_made_once_and_read_again(tmp_path: Path) -> None:
    provider = KeyFile(tmp_path / KEY_FILE)
    assert provider.load() is None
    key = provider.create()
    assert KeyFile(tmp_path / KEY_FILE).load() == key
    assert provider.describe() == KeyDescription(KeyPlace.KEY_FILE, str(tmp_path / KEY_FILE))
    with pytest.raises(KeyUnavailableError, match="already"):
        provider.create()
    assert [path.name for path in tmp_path.iterdir()] == [KEY_FILE]


def test_two_tills_never_have_the_same_key(tmp_path: Path) -> None:
    assert KeyFile(tmp_path / "a").create() != KeyFile(tmp_path / "b").create()


@posix_only
def test_a_key_file_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / KEY_FILE
    KeyFile(path).create()
    assert path.stat().st_mode & 0o777 == 0o600
    for mode in (0o640, 0o604, 0o666):
        path.chmod(mode)
        with pytest.raises(KeyUnavailableError, match="chmod 600"):
            KeyFile(path).load()


@pytest.mark.parametrize("content", ["", "nonsense", "membertill-key-1 zz", "membertill-key-1 abcd", "é"])
def test_what_is_no_key_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / KEY_FILE
    path.write_text(content, "utf-8")
    path.chmod(0o600)
    with pytest.raises(KeyUnavailableError):
        KeyFile(path).load()


def test_a_keyring_is_believed_only_when_it_gives_the_key_back(tmp_path: Path) -> None:
    good = GoodKeyring()
    provider = OsKeyring(tmp_path / KEYRING_MARK, good)
    assert provider.load() is None
    key = provider.create()
    assert OsKeyring(tmp_path / KEYRING_MARK, good).load() == key
    assert provider.describe() == KeyDescription(KeyPlace.OS_KEYRING, "a good keyring")
    assert key.secret.hex() not in (tmp_path / KEYRING_MARK).read_text("ascii")
    with pytest.raises(KeyUnavailableError, match="give back"):
        OsKeyring(tmp_path / "other", ForgetfulKeyring()).create()
    assert not (tmp_path / "other").exists()


def test_a_keyring_that_fails_is_said_clearly(tmp_path: Path) -> None:
    mark = tmp_path / KEYRING_MARK
    mark.write_text("till-1\n", "ascii")
    for backend in (None, LockedKeyring(), GoodKeyring()):
        with pytest.raises(KeyUnavailableError, match="keyring"):
            OsKeyring(mark, backend).load()
    with pytest.raises(KeyUnavailableError):
        OsKeyring(tmp_path / "new", None).create()


@pytest.mark.parametrize("backend", [null.Keyring, fail.Keyring])
def test_backends_that_keep_nothing_are_not_accepted(backend: type[object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", backend)
    assert known_keyring() is None


def test_a_known_backend_is_found_also_in_a_chain(monkeypatch: pytest.MonkeyPatch) -> None:
    known = object.__new__(SecretServiceKeyring)
    monkeypatch.setattr(keyring, "get_keyring", lambda: known)
    assert known_keyring() is known
    chain = object.__new__(chainer.ChainerBackend)
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [GoodKeyring(), known])
    monkeypatch.setattr(keyring, "get_keyring", lambda: chain)
    assert known_keyring() is known


def test_without_a_keyring_a_key_file_is_chosen(tmp_path: Path) -> None:
    # conftest.py sets the backend that fails.
    assert choose_key_provider(tmp_path).describe().place is KeyPlace.KEY_FILE


def test_a_working_keyring_is_chosen_and_stays_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = GoodKeyring()
    monkeypatch.setattr("app.storage.keys.known_keyring", lambda: good)
    key = open_key(tmp_path)
    assert (tmp_path / KEYRING_MARK).exists()
    assert not (tmp_path / KEY_FILE).exists()
    assert len(good.kept) == 1  # the probe is gone
    assert open_key(tmp_path) == key
    monkeypatch.setattr("app.storage.keys.known_keyring", lambda: None)
    with pytest.raises(KeyUnavailableError):
        open_key(tmp_path)  # never a new key beside one that cannot be reached


def test_a_keyring_that_forgets_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.storage.keys.known_keyring", ForgetfulKeyring)
    assert choose_key_provider(tmp_path).describe().place is KeyPlace.KEY_FILE


def test_a_store_whose_key_is_gone_gets_no_new_one(tmp_path: Path) -> None:
    open_key(tmp_path)
    (tmp_path / TILL_DB).write_bytes(b"x")
    (tmp_path / KEY_FILE).unlink()
    with pytest.raises(KeyUnavailableError, match="missing"):
        open_key(tmp_path)
    assert not (tmp_path / KEY_FILE).exists()


def test_two_first_starts_at_once_make_one_key(tmp_path: Path) -> None:
    starting = DirectoryLock(tmp_path)
    with pytest.raises(StoreInUseError):
        open_key(tmp_path)
    starting.release()
    key = open_key(tmp_path)
    running = DirectoryLock(tmp_path)
    assert open_key(tmp_path) == key  # one that is there is read beside a running till
    running.release()


def test_every_file_has_a_key_of_its_own() -> None:
    key = StoreKey(bytes(32))
    salts = (bytes(16), bytes([1]) * 16)
    keys = [key.for_till_db(), *(key.for_second_journal(salt) for salt in salts), key.for_directory("a"), bytes(32)]
    assert len(set(keys)) == len(keys)
    assert all(len(derived) == 32 for derived in keys)
    assert key.for_directory("a") == StoreKey(bytes(32)).for_directory("a")


def test_a_key_does_not_show_itself() -> None:
    assert "00" not in repr(StoreKey(bytes(32)))
    with pytest.raises(KeyUnavailableError):
        StoreKey(b"short")
