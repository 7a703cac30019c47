"""The screens, driven as somebody at the keyboard would, and read as somebody would read them."""
