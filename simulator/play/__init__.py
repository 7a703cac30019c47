"""The pure core: the state of an attempt, the moves, and `step`, the only place where rules of play live.

Where a rule is, from `step` on: scenes, time, milestones, injects and endings in `flow`; what a decision
does in `decide`; seats that nobody plays in `colleagues`; what a form offers and takes in `forms` and
`legal`; the trainer's hand in `room`; conditions in `holding`; what a move is worth in `evidence` and
`marking`, which hand over to `scoring`.
"""
