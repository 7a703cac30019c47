"""The tests: `python3 -m tests` sets up what they need and runs them all."""

import simulator  # noqa: F401 - says in a sentence when this Python is too old
