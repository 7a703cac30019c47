Feature: The command line

  A case can be played, looked back on and reported without a screen. Whatever is wrong is said in a line, with what
  to do, and the exit code says what kind of end it was.

  Scenario: The best line reaches the best points
    When somebody types `simulator play SMALL --moves best --json`
    Then the exit code is 0
    And standard output is one JSON document in which scorecard.points_of_best is 1
    And standard output is one JSON document in which ending is "club"

  Scenario: Words for one scene, and a word for the rest
    When somebody types `simulator play SMALL --moves "gate note | pass_on best | worst" --json`
    Then the exit code is 0
    And standard output is one JSON document in which ending is "shrug"

  Scenario: An unknown move is refused with its place
    When somebody types `simulator play SMALL --moves "gate ring | pass_on give tired to nobody_here"`
    Then the exit code is 2
    And on standard error it says “Move 2”
    And nobody sees a traceback

  Scenario: Moves that do not reach the end
    When somebody types `simulator play SMALL --moves "gate ring"`
    Then the exit code is 2
    And on standard error it says “still at “pass_on”, where nurse decides”

  Scenario: A shorter version, one seat, another day
    When somebody types `simulator play SMALL --moves best --cut brief --role teacher --on 2016-05-01 --json`
    Then the exit code is 0
    And standard output is one JSON document in which played_on is "2016-05-01"
    And standard output is one JSON document in which seats is ["teacher"]

  Scenario: A case that is not there
    When somebody types `simulator play late-tired-and-love --moves best`
    Then the exit code is 2
    And on standard error it says “Did you mean “late-tired-and-loved”?”

  Scenario: A play that was kept is rebuilt from its journal
    Given a play that was kept: gate note | random
    When somebody types `simulator replay ATTEMPT --json`
    Then the exit code is 0
    And `simulator play SMALL --moves "gate note | random" --json` says the same, byte for byte

  Scenario: Marked as if on another day
    Given a play that was kept: best
    When somebody types `simulator replay ATTEMPT --as-of 2024-03-01 --json`
    Then the exit code is 0
    And standard output is one JSON document in which played_on is "2011-09-05"
    And standard output is one JSON document in which marked_on is "2024-03-01"

  Scenario: The debrief of a play
    Given a play that was kept: worst
    When somebody types `simulator debrief ATTEMPT`
    Then the exit code is 0
    And it says “Who knew what when”
    And it says “Decision by decision”
    And it says “had missed the bus”

  Scenario: Tried again from a scene, as practice
    Given a play that was kept: worst
    When somebody types `simulator replay ATTEMPT --from talk`
    Then the exit code is 0
    And it says “Practice attempt”
    When somebody types `simulator resume`
    Then the exit code is 0
    And it says “The late collection”

  Scenario: What leaves the record is in the audit
    When somebody types `simulator export completions --for neutral`
    Then the exit code is 0
    When somebody types `simulator records audit`
    Then it says “completions for neutral”

  Scenario: A report that there is not
    When somebody types `simulator report R99`
    Then the exit code is 2
    And on standard error it says “R99”

  Scenario: When something falls due, with the counting
    When somebody types `simulator guidance --rule initial_conference_timescale --due-from 2011-04-18`
    Then the exit code is 0
    And it says “bank holiday Fri 29 Apr 2011 left out”
    And it says “Due: Fri 13 May 2011, 23:59”

  Scenario: A mistake in a case
    When somebody types `simulator check CORPUS/a13_dup_scene.yaml`
    Then the exit code is 1
    And it says “a13_dup_scene.yaml:”
    And nobody sees a traceback
