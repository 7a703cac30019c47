"""Play a child-safeguarding case together, agency by agency, and see what each decision cost.

Only the standard library may be imported here, and in ASCII any Python can read: this file is the first
to run on a machine that has nothing yet, and the one that says so when its Python is too old.
"""

import sys

__version__ = "0.1.0"

if sys.version_info < (3, 11):  # noqa: UP036 - a checkout can be started by any Python
    sys.exit(
        "The simulator needs Python 3.11 or newer; this is Python %d.%d.\n" % sys.version_info[:2]  # noqa: UP031
        + "Install a newer Python, then run the same words with it, for example: python3.11 -m simulator"
    )
