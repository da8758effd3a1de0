"""The line to one head office by `requests`: HTTPS to a pinned certificate.

Without what `requests` looks for on the way to anybody else: proxies, passwords, cookies, redirects, names of alphabets
cost a till more than all the rest of a request, and a customer stands there meanwhile.
"""

import ssl
import traceback
from typing import Any

from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from urllib3 import HTTPSConnectionPool
from urllib3.connection import HTTPSConnection

# One for the conversation and one for whoever waits at the till meanwhile; a third is let go of after its answer.
_CONNECTIONS = 2


class OfficeLine(HTTPAdapter):
    """To the head office at `address` and to nobody else; urllib3 compares the certificate's fingerprint."""

    def __init__(self, address: str, fingerprint: str) -> None:
        super().__init__(pool_maxsize=_CONNECTIONS)
        self._address = address
        self._pool: HTTPSConnectionPool = self.poolmanager.connection_from_url(
            address, {"assert_fingerprint": fingerprint, "ssl_context": PinnedContext()}
        )
        self._pool.ConnectionCls = _InOnePiece

    def post(self, path: str, headers: dict[str, str], body: bytes, timeout: tuple[float, float]) -> Response:
        """The answer, its content yet to be read; a RequestException where there is none.

        `headers` say everything but the length; `timeout` in seconds: to connect, and between two pieces of the answer.
        """
        request = PreparedRequest()
        request.method, request.url, request.body = "POST", self._address + path, body
        request.headers = {**headers, "Content-Length": str(len(body))}  # type: ignore[assignment]
        return self.send(request, stream=True, timeout=timeout, verify=False)

    def get_connection_with_tls_context(self, *_: Any, **__: Any) -> HTTPSConnectionPool:
        """There is but one."""
        return self._pool

    def request_url(self, request: PreparedRequest, _proxies: Any) -> str:
        """The path."""
        assert request.url is not None
        return request.url.removeprefix(self._address)

    def build_response(self, req: PreparedRequest, resp: Any) -> Response:
        """What is looked at of an answer."""
        answer = Response()
        answer.status_code, answer.raw, answer.request = resp.status, resp, req
        answer.headers.update(resp.headers)
        return answer

    def close(self) -> None:
        """Let go of the connections; it is of no use afterwards."""
        super().close()
        self._pool.close()


class PinnedContext(ssl.SSLContext):
    """TLS to a certificate that no authority has signed; whoever connects compares its fingerprint."""

    def __new__(cls) -> "PinnedContext":
        return super().__new__(cls, ssl.PROTOCOL_TLS_CLIENT)

    def __init__(self) -> None:
        self.check_hostname = False
        self.verify_mode = ssl.CERT_NONE

    def wrap_socket(self, *args: Any, **options: Any) -> ssl.SSLSocket:
        """As always; the socket is closed where it cannot be made."""
        try:
            return super().wrap_socket(*args, **options)
        except OSError as error:
            # Where the other end is gone before the handshake, Python forgets the socket that it has half made.
            for frame, _ in traceback.walk_tb(error.__traceback__):
                half_made = frame.f_locals.get("self")
                if isinstance(half_made, ssl.SSLSocket):
                    half_made.close()
            raise


class _InOnePiece(HTTPSConnection):
    """Sends headers and body together: head office would begin with the ones and be woken again for the other."""

    _gathered: list[bytes] | None = None

    def request(self, *args: Any, **options: Any) -> None:
        """As always, but sent at its end."""
        self._gathered = []
        try:
            super().request(*args, **options)
        finally:
            gathered, self._gathered = self._gathered, None
        super().send(b"".join(gathered))

    def send(self, data: Any) -> None:
        """Gather while a request is being written."""
        if self._gathered is None:
            super().send(data)
        else:
            self._gathered.append(data)
