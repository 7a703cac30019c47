"""Where the server can be reached, and by which names.

A request that calls it by another name is refused: a page elsewhere could point a name of its own at this
machine and speak as if it were ours.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Sequence
from typing import Final

HERE: Final = ("localhost", "127.0.0.1", "::1")


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach what listens on a host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_everywhere(host: str) -> bool:
    """Whether a host means all addresses of this machine."""
    return host in ("", "0.0.0.0", "::")


def own_addresses() -> tuple[str, ...]:
    """This machine's addresses on the networks it is on. Nothing is sent to find them."""
    found = []
    for family, far in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((far, 9))
                found.append(str(probe.getsockname()[0]))
        except OSError:
            continue
    try:
        for entry in socket.getaddrinfo(socket.gethostname(), None):
            found.append(str(entry[4][0]))
    except OSError:
        pass
    usable = [each for each in dict.fromkeys(found) if "%" not in each and not is_loopback(each)]
    return tuple(each for each in usable if not ipaddress.ip_address(each).is_link_local)


def known_names(host: str, names: Sequence[str] = ()) -> frozenset[str]:
    """Every name, in small letters, that a request may call the server by."""
    if is_loopback(host):
        known = [*HERE, host]
    elif is_everywhere(host):
        machine = socket.gethostname()
        known = [*HERE, *own_addresses(), machine, f"{machine.partition('.')[0]}.local"]
    else:
        known = [host]
    return frozenset(name.lower() for name in (*known, *names))


def host_of(header: str) -> str:
    """The name in a Host header without its port, in small letters; empty where it is none."""
    name, port = header.strip().lower(), ""
    if name.startswith("["):
        name, _, port = name[1:].partition("]")
        port = port.removeprefix(":") if port else ""
    elif name.count(":") == 1:
        name, _, port = name.partition(":")
    elif ":" in name:
        return ""
    return name if not port or port.isdecimal() else ""


def shown(host: str, port: int) -> tuple[str, ...]:
    """What to type into a browser, the likeliest first."""
    hosts = tuple(each for each in own_addresses() if is_everywhere(host) and _listens(host, each))
    return tuple(f"http://{f'[{each}]' if ':' in each else each}:{port}" for each in hosts or (_plain(host),))


def _listens(host: str, address: str) -> bool:
    """Whether what listens on all addresses of a kind listens on this one."""
    return host == "" or (":" in host) == (":" in address)


def _plain(host: str) -> str:
    return "127.0.0.1" if is_everywhere(host) else host
