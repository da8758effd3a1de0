"""Printers in the network: whoever takes a connection on port 9100 at an address around this computer.

Nothing is sent, the connection is closed at once, and few are tried at a time: a network of tills and cameras is not to
be disturbed. One thread does it, over sockets that do not block.
"""

import errno
import ipaddress
import selectors
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future

from PySide6.QtNetwork import QAbstractSocket, QHostAddress, QNetworkInterface

from app.ports.device_bench import PrinterPlace

RAW_PORT = 9_100
_AT_ONCE = 64
_PATIENCE_S = 0.3
# Of a larger network only what is next to this computer, and of many networks only the first.
_WIDEST_PREFIX = 24
_MOST_NETWORKS = 4
_UNDER_WAY = {errno.EINPROGRESS, errno.EWOULDBLOCK, getattr(errno, "WSAEWOULDBLOCK", errno.EWOULDBLOCK)}


class NetworkSearch:
    """One search over `hosts`. `run` is called once, on a thread that may wait; the rest from any thread."""

    def __init__(self, hosts: Sequence[str], port: int = RAW_PORT) -> None:
        self.found: Future[Sequence[PrinterPlace]] = Future()
        self.asked = 0
        self.total = len(hosts)
        self._hosts = hosts
        self._port = port
        self._stopped = False

    def stop(self) -> None:
        """Ask no more of them."""
        self._stopped = True

    def run(self) -> None:
        """Ask them all, some at a time, and fulfil `found`."""
        found: list[str] = []
        for begin in range(0, self.total, _AT_ONCE):
            if self._stopped:
                break
            hosts = self._hosts[begin : begin + _AT_ONCE]
            found += _listening(hosts, self._port)
            self.asked += len(hosts)
        self.found.set_result([PrinterPlace("tcp", host) for host in found])


def hosts_around() -> Sequence[str]:
    """The addresses of this computer's own networks (IPv4, wired or wireless), but for its own."""
    own = list(_own_addresses())
    mine = {str(each.ip) for each in own}
    networks = list(dict.fromkeys(_near(each) for each in own))[:_MOST_NETWORKS]
    return [host for network in networks for host in map(str, network.hosts()) if host not in mine]


def _own_addresses() -> Iterator[ipaddress.IPv4Interface]:
    up = QNetworkInterface.InterfaceFlag.IsUp
    for interface in QNetworkInterface.allInterfaces():
        for entry in interface.addressEntries() if up in interface.flags() else ():
            address: QHostAddress = entry.ip()
            if address.protocol() is QAbstractSocket.NetworkLayerProtocol.IPv4Protocol:
                found = ipaddress.IPv4Interface(f"{address.toString()}/{max(entry.prefixLength(), 0)}")
                if not (found.ip.is_loopback or found.ip.is_link_local):
                    yield found


def _near(own: ipaddress.IPv4Interface) -> ipaddress.IPv4Network:
    return ipaddress.IPv4Network((own.ip, max(own.network.prefixlen, _WIDEST_PREFIX)), strict=False)


def _listening(hosts: Sequence[str], port: int, now: Callable[[], float] = time.monotonic) -> Sequence[str]:
    """Those of `hosts` that take a connection in time."""
    found: set[str] = set()
    with selectors.DefaultSelector() as waiting:
        for host in hosts:
            _knock(waiting, host, port)
        until = now() + _PATIENCE_S
        while waiting.get_map() and (left := until - now()) > 0:
            for key, _ in waiting.select(left):
                line = key.fileobj
                assert isinstance(line, socket.socket)
                if line.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0:
                    found.add(key.data)
                waiting.unregister(line)
                line.close()
        for key in list(waiting.get_map().values()):
            assert isinstance(key.fileobj, socket.socket)
            key.fileobj.close()
    return [host for host in hosts if host in found]


def _knock(waiting: selectors.BaseSelector, host: str, port: int) -> None:
    line = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    line.setblocking(False)
    if line.connect_ex((host, port)) in {0, *_UNDER_WAY}:
        waiting.register(line, selectors.EVENT_WRITE, host)
    else:
        line.close()
