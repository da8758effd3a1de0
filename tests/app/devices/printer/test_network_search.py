"""Printers in the network are found by a connection alone."""

import socket

from app.devices.printer.network_search import NetworkSearch, hosts_around
from app.ports.device_bench import PrinterPlace


def test_who_listens_is_found_and_hears_nothing() -> None:
    with socket.create_server(("127.0.0.3", 0)) as printer:
        hosts = [f"127.0.0.{number}" for number in range(1, 71)]
        search = NetworkSearch(hosts, printer.getsockname()[1])
        search.run()
        assert search.found.result() == [PrinterPlace("tcp", "127.0.0.3")]
        assert (search.asked, search.total) == (70, 70)
        line, _ = printer.accept()
        with line:
            assert line.recv(1) == b""


def test_a_search_that_was_stopped_asks_nobody() -> None:
    search = NetworkSearch(["127.0.0.1"] * 3, 1)
    search.stop()
    search.run()
    assert (search.found.result(), search.asked) == ([], 0)


def test_this_computer_is_not_asked() -> None:
    hosts = hosts_around()
    assert len(hosts) <= 4 * 254
    assert not any(host.startswith(("127.", "169.254.")) for host in hosts)
    assert len(set(hosts)) == len(hosts)


def test_where_there_is_no_network_nothing_is_found() -> None:
    search = NetworkSearch([])
    search.run()
    assert (list(search.found.result()), search.total) == ([], 0)
