"""What every test gets: no screen, no network, no home of the developer's, a fixed time zone."""

import gc
import os
import socket
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# Qt reads its platform when it is first imported; a test that wants a real X server starts its own (marker x11).
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# One zone for all machines, and not UTC: a forgotten conversion must show.
os.environ["TZ"] = "Asia/Shanghai"
if hasattr(time, "tzset"):  # Windows has none
    time.tzset()

# Nothing a test does may touch the developer's settings, tills or keys.
_HOME = Path(tempfile.mkdtemp(prefix="membertill-tests-"))
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "ESCPOS_CAPABILITIES_PICKLE_DIR"):
    _place = _HOME / _name.lower()
    _place.mkdir(mode=0o700)
    os.environ[_name] = str(_place)
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

# The same examples on every run, so that a red test stays red; MEMBERTILL_HYPOTHESIS=search looks for new ones.
settings.register_profile("repeat", deadline=None, derandomize=True, max_examples=60, print_blob=True)
settings.register_profile(
    "search", deadline=None, max_examples=2_000, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("MEMBERTILL_HYPOTHESIS", "repeat"))


class NetworkIsOffError(AssertionError):
    """A test tried to reach something beyond this machine."""


def _is_loopback(address: object) -> bool:
    if not isinstance(address, tuple):
        return True  # a path: a Unix socket
    host = str(address[0])
    return host in {"", "localhost", "::1"} or host.startswith("127.")


@pytest.fixture(autouse=True)
def _no_garbage_in_the_middle_of_painting(request: pytest.FixtureRequest) -> Iterator[None]:
    """As in the till (`app/ui/garbage.py`): a widget of the test before goes between tests, not in a paint event."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _network_off() -> Iterator[None]:
    """Let sockets reach loopback only."""
    real_connect, real_connect_ex = socket.socket.connect, socket.socket.connect_ex

    def refuse_the_world(client: socket.socket, address: object) -> None:
        if not _is_loopback(address):
            client.close()  # socket.create_connection only tidies up after an OSError
            raise NetworkIsOffError(f"a test may talk to this machine only, not to {address!r}")

    def connect(client: socket.socket, address: Any) -> None:
        refuse_the_world(client, address)
        real_connect(client, address)

    def connect_ex(client: socket.socket, address: Any) -> int:
        refuse_the_world(client, address)
        return real_connect_ex(client, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        patch.setattr(socket.socket, "connect_ex", connect_ex)
        yield
