"""Live seats: everybody at their own screen in the same case, each seeing only what their seat knows."""
