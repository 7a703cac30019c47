"""The same app in a browser: a server for one room, its page, and a process for each seat.

`server` answers browsers, `seats` keeps a seat for each of them, `children` starts their processes (copies
of `warm`, where the operating system can fork), and `child` is what runs in one. From textual-serve come the
terminal of the page, its font, and the packets; its own server lets everybody in, forgets a seat on a reload
and leaves processes behind, so it is not used. What `simulator serve` does is in `serving`.
"""
