"""A case played while it is being written: on every save the same moves again, to the same place."""
