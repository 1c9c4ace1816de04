"""The IPv4 addresses of a namespace, asked of the kernel directly: a process for it would be slow under emulation."""

import socket
import struct

from .namespaces import inside

NLM_F_REQUEST_DUMP = 0x301
NLMSG_ERROR, NLMSG_DONE = 2, 3
RTM_GETADDR = 22
IFA_LOCAL, IFA_LABEL = 2, 3


def addresses(namespace):
    """Set of (address, interface)."""
    with inside(namespace):
        netlink = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)
    found = set()
    with netlink:
        # nlmsghdr, ifaddrmsg
        netlink.send(struct.pack("=IHHII BBBBI", 24, RTM_GETADDR, NLM_F_REQUEST_DUMP, 1, 0, socket.AF_INET, 0, 0, 0, 0))
        while True:
            for kind, body in _blocks(netlink.recv(65536), "=IH", 16):
                if kind in (NLMSG_DONE, NLMSG_ERROR):
                    return found
                attributes = {number: value for number, value in _blocks(body[8:], "=HH", 4)}
                label = attributes[IFA_LABEL].rstrip(b"\0").decode()
                found.add((socket.inet_ntoa(attributes[IFA_LOCAL]), label))


def _blocks(data, start, header):
    """Netlink's messages and attributes alike: a length, a type, and the next at a multiple of four bytes."""
    while len(data) >= header:
        length, kind = struct.unpack_from(start, data)
        yield kind, data[header:length]
        data = data[(length + 3) & ~3 :]
