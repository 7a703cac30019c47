"""What holds for everybody in a room is said with what there is to press, or line by line to type."""

from __future__ import annotations

from simulator.terminal.reading.asides import ground_rules


def test_the_way_to_step_out_is_the_one_there_is() -> None:
    on_screen, by_line = (ground_rules(plain=plain)[-1].text for plain in (False, True))
    assert "step out with F7," in on_screen
    assert "step out with “out”," in by_line
