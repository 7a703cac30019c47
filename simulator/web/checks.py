"""What every request has to pass, and what every answer says to the browser."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Middleware

from simulator.web.addresses import host_of

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
        "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # without one a browser would not say where a form comes from
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Server": "simulator",
}
"""Nothing from elsewhere, in no frame, remembered by no cache. The terminal sets styles as it draws."""


def same_origin(request: web.Request) -> bool:
    """Whether a page of this server asks: a browser says where a page came from, and cannot be made
    to lie."""
    origin = request.headers.get("Origin", "")
    parts = urlsplit(origin)
    return (
        parts.scheme in ("http", "https") and parts.netloc.lower() == request.headers.get("Host", "").lower()
    )


def checking(names: frozenset[str]) -> Middleware:
    """Refuses a request that calls the server by a name it does not have, or comes from a page elsewhere."""

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        if host_of(request.headers.get("Host", "")) not in names:
            raise web.HTTPMisdirectedRequest
        changes = request.method not in ("GET", "HEAD") or "Upgrade" in request.headers
        if changes and not same_origin(request):
            raise web.HTTPForbidden
        if request.headers.get("Sec-Fetch-Site", "same-origin") == "cross-site" and request.path != "/":
            raise web.HTTPForbidden
        return await handler(request)

    return check


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Say to the browser what it may do with an answer, whichever it is."""
    for name, value in HEADERS.items():
        if name not in response.headers or name == "Server":
            response.headers[name] = value
