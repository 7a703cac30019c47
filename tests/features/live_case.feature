Feature: A case on many screens

  Everybody sits at their own screen, in one role, and sees what that role knows. What they decide together
  waits for all of them; who drops out finds their place again; the trainer's hand reaches every screen.

  Scenario: A meeting waits for everybody, and nobody sees what is brought before all have brought
    Given a workshop at its meeting, with the teacher and the family doctor at their own screens
    When the teacher brings what they know
    Then the teacher's screen says “Waiting for the family doctor”
    And the family doctor's screen does not say “Brought to the meeting”
    When the family doctor brings what they know
    Then both are asked for their view

  Scenario: A lost window finds its place again, and what was filled in
    Given a workshop at its meeting, with the teacher and the family doctor at their own screens
    When the teacher ticks a fact and the window is lost
    And the teacher comes back with the workshop's code
    Then the teacher is asked whether to take the place over
    And the tick is still there

  Scenario: At a discussion point the room waits for the trainer
    Given a workshop that stops at discussion points, played up to one
    Then the family doctor's screen says “The trainer has paused the room”
    And the family doctor's screen says “What do you know by now, and who told you?”
    When the trainer lets the room go on
    Then the family doctor's screen does not say “The trainer has paused the room”
