"""The simulated gateway's socket: one JSON object a line, several tills at once."""

import json
import socketserver
import threading

from app.devices.payment.simulator.book import Book, Fault, Message

_ANOTHER = {"id": "another", "state": "paid", "amount": 1, "reference": "x"}


class GatewayServer(socketserver.ThreadingTCPServer):
    """Serves `book` on `host`:`port`; port 0 picks a free one. Use as a context."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, book: Book, host: str = "127.0.0.1", port: int = 0) -> None:
        super().__init__((host, port), _Till)
        self.book = book
        self.lock = threading.Lock()
        self.host, self.port = self.socket.getsockname()[:2]
        self._thread = threading.Thread(target=self.serve_forever, args=(0.05,), name="payment-gateway", daemon=True)

    def __enter__(self) -> "GatewayServer":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self._thread.join()
        self.server_close()


class _Till(socketserver.StreamRequestHandler):
    server: GatewayServer

    def handle(self) -> None:
        for line in self.rfile:
            with self.server.lock:
                replies, is_over = self._take(json.loads(line))
            for reply in replies:
                self.wfile.write(reply)
            if is_over:
                return

    def _take(self, message: Message) -> tuple[list[bytes], bool]:
        book = self.server.book
        fault = book.faults.popleft() if book.faults else None
        if fault is Fault.DROP_BEFORE_HEARD:
            return [], True
        replies = [_line(reply) for reply in book.take(message)]
        if fault is Fault.DROP_AFTER_HEARD:
            return [], True
        if fault is Fault.DROP_BEFORE_ANSWER:
            return [replies[-1][: len(replies[-1]) // 2]], True
        if fault is Fault.NONSENSE:
            return [b"\xff{]\n"], True
        if fault is Fault.SAY_ANOTHER_FIRST:
            return [_line(_ANOTHER), *replies], False
        return (replies * 2 if fault is Fault.SAY_TWICE else replies), False


def _line(reply: Message) -> bytes:
    return json.dumps(reply).encode() + b"\n"
