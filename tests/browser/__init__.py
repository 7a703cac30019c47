"""What only a real browser can show, by hand: Chromium driven over its own DevTools socket."""
