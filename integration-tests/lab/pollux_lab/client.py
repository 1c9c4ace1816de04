"""HTTP requests from the client host, from any of its addresses."""

import collections
import itertools
import socket

from .namespaces import inside
from .topologies import VIP

# Below the kernel's own range. A port that comes again within minutes meets the connection that IPVS remembers: it would be sent
# where that one went, also to a server that is gone.
PORTS = itertools.count(10000)


def request(host, source=None, address=VIP, port=80, path="/", timeout=5):
    """Body of the answer to one request on a new connection, without the line's end; OSError where it fails."""
    with inside(host.namespace):
        connection = socket.socket()
    with connection:
        connection.settimeout(timeout)
        connection.bind((source or "", next(PORTS)))
        connection.connect((address, port))
        connection.sendall(f"GET {path} HTTP/1.0\r\nHost: {address}\r\n\r\n".encode())
        answer = b""
        while chunk := connection.recv(4096):
            answer += chunk
    head, found, body = answer.partition(b"\r\n\r\n")
    if not found or b" 200 " not in head:
        raise OSError(f"not an answer: {answer[:80]!r}")
    return body.decode().strip()


class Conversation:
    """A connection that stays open: what is said comes back, from the same server, as long as it lives."""

    def __init__(self, host, address=VIP, port=80, timeout=10):
        with inside(host.namespace):
            self._socket = socket.socket()
        self._socket.settimeout(timeout)
        self._socket.connect((address, port))
        self._socket.sendall(b"GET /echo HTTP/1.0\r\n\r\n")
        self.server = self._line().decode()

    def say(self, text="still there"):
        """Raises OSError where the connection is lost."""
        self._socket.sendall(text.encode() + b"\n")
        answer = self._line().decode()
        if answer != text:
            raise OSError(f"{answer!r} came back for {text!r}")

    def close(self):
        self._socket.close()

    def _line(self):
        answer = b""
        while not answer.endswith(b"\n") or answer.endswith(b"\r\n"):
            chunk = self._socket.recv(4096)
            if not chunk:
                raise OSError(f"closed after {answer!r}")
            answer += chunk
        return answer.strip().splitlines()[-1]


def tally(host, sources):
    """How many requests, one from each source, every server answered; a failed one counts under its error."""
    servers = collections.Counter()
    for source in sources:
        try:
            servers[request(host, source)] += 1
        except OSError as failure:
            servers[f"failed: {failure}"] += 1
    return dict(sorted(servers.items()))
