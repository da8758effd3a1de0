"""The walls around the tests stand."""

import os
import socket
from pathlib import Path

import pytest


def test_the_world_is_out_of_reach() -> None:
    with socket.socket() as client, pytest.raises(AssertionError, match="this machine only"):
        client.connect(("192.0.2.1", 9100))


def test_create_connection_is_held_back_too() -> None:
    with pytest.raises(AssertionError, match="this machine only"):
        socket.create_connection(("192.0.2.1", 9100), timeout=1)


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname(), timeout=5):
        pass


def test_the_developers_home_is_out_of_reach() -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        assert not Path(os.environ[name]).is_relative_to(Path.home())
