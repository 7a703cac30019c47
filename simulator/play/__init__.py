"""The pure core: the state of an attempt, the moves, and `step`, the only place where rules of play live."""
