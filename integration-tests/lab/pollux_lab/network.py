"""A network under construction: hosts (namespaces), LANs (switches) and the cables between them.

Nothing touches the kernel before `build`, which then needs one iproute2 process a namespace.
"""

from .commands import CommandFailed, ip_batch, run

LIMIT_OF_NAME = 15  # characters of an interface name, less the final zero


class Host:
    def __init__(self, name, namespace):
        self.name = name
        self.namespace = namespace
        self.configuration = []  # iproute2 lines, run once its cables are there
        self.sysctls = {}

    def address(self, interface, *addresses):
        self.configuration += [f"addr add {address} dev {interface}" for address in addresses]

    def route(self, route):
        self.configuration.append(f"route add {route}")

    def sysctl(self, **values):
        self.sysctls.update({name.replace("__", "."): value for name, value in values.items()})


class Network:
    """All namespaces of one network share a prefix; the switches stand in one namespace, `PREFIXlan`."""

    def __init__(self, prefix="lab-"):
        self.prefix = prefix
        self.switch = prefix + "lan"
        self.hosts = {}
        self.lans = []
        self.cables = []  # (host, interface, lan)

    def host(self, name):
        host = Host(name, self.prefix + name)
        self.hosts[name] = host
        return host

    def cable(self, host, interface, lan):
        if lan not in self.lans:
            self.lans.append(lan)
        self.cables.append((host, interface, lan))

    def build(self):
        ip_batch(None, [f"netns add {name}" for name in self._namespaces()])
        switch = ["link set lo up"]
        for lan in self.lans:
            switch += [f"link add {lan} type bridge forward_delay 0 stp_state 0 mcast_snooping 0", f"link set {lan} up"]
        for host, interface, lan in self.cables:
            port = self.port(host, interface)
            switch.append(f"link add {port} type veth peer name {interface} netns {host.namespace}")
            switch.append(f"link set {port} master {lan} up")
        ip_batch(self.switch, switch)
        for host in self.hosts.values():
            own = [interface for owner, interface, _ in self.cables if owner is host]
            if host.sysctls:
                self._write_sysctls(host)
            ip_batch(host.namespace, [f"link set {interface} up" for interface in ["lo", *own]] + host.configuration)

    def port(self, host, interface):
        """Name of the switch's end of a cable."""
        name = f"{host.name}-{interface}"
        assert len(name) <= LIMIT_OF_NAME, name
        return name

    def unplug(self, host, interface):
        """Carrier lost, as when a cable is pulled; addresses and routes stay."""
        ip_batch(self.switch, [f"link set {self.port(host, interface)} down"])

    def plug(self, host, interface):
        ip_batch(self.switch, [f"link set {self.port(host, interface)} up"])

    def remove(self):
        # The bridges first, by themselves: the kernel is much slower to remove a namespace that still has one.
        ip_batch(self.switch, [f"link del {lan}" for lan in self.lans], check=False)
        ip_batch(None, [f"netns del {name}" for name in self._namespaces()], check=False)

    def _namespaces(self):
        return [self.switch, *(host.namespace for host in self.hosts.values())]

    def _write_sysctls(self, host):
        text = "".join(f"{name} = {value}\n" for name, value in host.sysctls.items())
        try:
            run("ip", "netns", "exec", host.namespace, "sysctl", "-q", "-p", "-", text_in=text)
        except CommandFailed as failure:
            raise CommandFailed(f"{host.name}: {failure}") from failure
