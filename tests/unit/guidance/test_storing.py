"""What an attempt stores reads back the same, as JSON too."""

from __future__ import annotations

import json

from scoring.guidance import Guidance, Rule
from scoring.guidance.board import Board
from scoring.guidance.board_reading import read_board


def test_every_rule_is_data_and_back(guidance: Guidance) -> None:
    for rule in guidance.all_rules():
        assert Rule.from_data(json.loads(json.dumps(rule.as_data()))) == rule


def test_a_board_is_its_text(board: Board) -> None:
    assert read_board(board.text, "stored") == board
