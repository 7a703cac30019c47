"""How the app looks: four looks, each with its own colours. A test computes that every text can be read."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

BOLD: Final = ("heading", "name", "notice")
"""What is drawn in bold, so that it stands out without colour, too."""


def _theme(theme: str, *, dark: bool, **colours: str) -> Theme:
    variables = {key.replace("_", "-"): colour for key, colour in colours.items()}
    ink, paper = colours["ink"], colours["paper"]
    return Theme(
        name=theme,
        primary=colours["name"],
        secondary=colours["name"],
        accent=colours["name"],
        warning=colours["notice"],
        error=colours["notice"],
        success=colours["name"],
        foreground=ink,
        background=paper,
        surface=paper,
        panel=colours["field"],
        dark=dark,
        variables={
            **variables,
            "border": colours["line"],
            "border-blurred": colours["line"],
            "block-cursor-background": colours["cursor"],
            "block-cursor-foreground": colours["cursor_ink"],
            "scrollbar": colours["line"],
            "scrollbar-hover": colours["line"],
            "scrollbar-active": ink,
            "scrollbar-background": paper,
            "scrollbar-background-hover": paper,
            "scrollbar-background-active": paper,
            "scrollbar-corner-color": paper,
        },
    )


THEMES: Final = {
    "dark": _theme(
        "simulator-dark",
        dark=True,
        paper="#12171c",
        field="#1d252d",
        ink="#e8e8e6",
        quiet="#aab4bd",
        heading="#ffffff",
        name="#86c5ff",
        mine="#ffd591",
        notice="#ffb08a",
        cursor="#1d4f80",
        cursor_ink="#ffffff",
        line="#61717f",
    ),
    "light": _theme(
        "simulator-light",
        dark=False,
        paper="#fbfaf6",
        field="#ebe9e2",
        ink="#1b1b1b",
        quiet="#50565c",
        heading="#000000",
        name="#0a4a82",
        mine="#5e3c00",
        notice="#8a2c00",
        cursor="#0a4a82",
        cursor_ink="#ffffff",
        line="#767d84",
    ),
    "high contrast": _theme(
        "simulator-contrast",
        dark=True,
        paper="#000000",
        field="#000000",
        ink="#ffffff",
        quiet="#ffffff",
        heading="#ffff00",
        name="#ffff00",
        mine="#ffffff",
        notice="#ffff00",
        cursor="#ffff00",
        cursor_ink="#000000",
        line="#ffffff",
    ),
    "no colour": _theme(
        "simulator-plain",
        dark=True,
        paper="#000000",
        field="#1c1c1c",
        ink="#f0f0f0",
        quiet="#c8c8c8",
        heading="#ffffff",
        name="#ffffff",
        mine="#e0e0e0",
        notice="#ffffff",
        cursor="#f0f0f0",
        cursor_ink="#000000",
        line="#909090",
    ),
}
"""By the name of the look, as the settings have it."""
