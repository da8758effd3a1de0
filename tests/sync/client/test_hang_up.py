"""Head office is killed just as a till connects: nothing stays open (a warning of an open socket fails a test)."""

import gc
import socket
import struct

import pytest

from sync.client.line import PinnedContext

_RESET_AT_ONCE = struct.pack("ii", 1, 0)


def test_a_line_that_is_cut_before_the_handshake_is_closed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as office, socket.create_connection(office.getsockname()) as line:
        accepted, _ = office.accept()
        accepted.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_AT_ONCE)
        accepted.close()
        with pytest.raises(OSError, match="reset"):
            PinnedContext().wrap_socket(line)
        gc.collect()
