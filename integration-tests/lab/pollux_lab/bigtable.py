"""A configuration of many virtual servers with one real server each, and cheap looks at the table it makes."""

import ctypes
import errno
import os
import socket
import struct

from .namespaces import inside

_GET_INFO = 0x481  # IP_VS_SO_GET_INFO, getsockopt of linux/ip_vs.h
_GET_DESTS = 0x484  # IP_VS_SO_GET_DESTS
_SERVICE = "=HH4s2sHIII"  # struct ip_vs_get_dests: protocol, address, port, mark, count, each aligned
_DESTINATION = "=4s2sHIi"  # begin of struct ip_vs_dest_entry: address, port, flags, weight
_DESTINATION_SIZE = 96
_libc = ctypes.CDLL(None, use_errno=True)
_PORT = 80


def virtual(index):
    return f"10.60.{index // 250}.{index % 250 + 1}"


def real(index):
    return f"10.70.{index // 250}.{index % 250 + 1}"


def configuration(count, weights=None):
    """Text of the file; `weights` by index where they are not 1."""
    parts = ["global_defs {\n    script_user root\n}\n"]
    for index in range(count):
        parts.append(
            f"virtual_server {virtual(index)} {_PORT} {{\n    lb_algo wrr\n    lb_kind NAT\n    protocol TCP\n"
            f"    real_server {real(index)} {_PORT} {{\n        weight {(weights or {}).get(index, 1)}\n    }}\n}}\n"
        )
    return "".join(parts)


class Kernel:
    """The IPVS table of one host, asked by getsockopt(2): a look costs the kernel nothing to speak of."""

    def __init__(self, host):
        with inside(host.namespace):
            self._socket = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_RAW)

    def services(self):
        return struct.unpack("III", self._socket.getsockopt(socket.IPPROTO_IP, _GET_INFO, 12))[2]

    def weight(self, index):
        """Of the only real server of a virtual server; None where it is not there (yet)."""
        address, port = socket.inet_aton(virtual(index)), struct.pack("!H", _PORT)
        asked = struct.pack(_SERVICE, socket.IPPROTO_TCP, 0, address, port, 0, 0, 1, 0)
        buffer = ctypes.create_string_buffer(asked, len(asked) + _DESTINATION_SIZE)
        length = ctypes.c_uint32(len(buffer))
        if _libc.getsockopt(self._socket.fileno(), socket.IPPROTO_IP, _GET_DESTS, buffer, ctypes.byref(length)):
            if ctypes.get_errno() != errno.ESRCH:
                raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
            return None
        found, _, _, _, weight = struct.unpack_from(_DESTINATION, buffer.raw, len(asked))
        return weight if found != bytes(4) else None
