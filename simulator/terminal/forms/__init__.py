"""The forms of a decision, page by page, and how a filled form becomes a move. No screen is needed for it."""
