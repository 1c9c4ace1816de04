"""HTTP requests from the client host, from any of its addresses."""

import collections
import socket

from .namespaces import inside
from .topologies import VIP

IP_BIND_ADDRESS_NO_PORT = 24


def request(host, source=None, address=VIP, port=80, path="/", timeout=5):
    """Body of the answer to one request on a new connection, without the line's end; OSError where it fails."""
    with inside(host.namespace):
        connection = socket.socket()
    with connection:
        connection.settimeout(timeout)
        if source:
            connection.setsockopt(socket.IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1)
            connection.bind((source, 0))
        connection.connect((address, port))
        connection.sendall(f"GET {path} HTTP/1.0\r\nHost: {address}\r\n\r\n".encode())
        answer = b""
        while chunk := connection.recv(4096):
            answer += chunk
    head, found, body = answer.partition(b"\r\n\r\n")
    if not found or b" 200 " not in head:
        raise OSError(f"not an answer: {answer[:80]!r}")
    return body.decode().strip()


def tally(host, sources):
    """How many requests, one from each source, every server answered; a failed one counts under its error."""
    servers = collections.Counter()
    for source in sources:
        try:
            servers[request(host, source)] += 1
        except OSError as failure:
            servers[f"failed: {failure}"] += 1
    return dict(sorted(servers.items()))
