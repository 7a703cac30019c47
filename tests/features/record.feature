Feature: The training record

  What somebody was shown is on the record, once, and stays; what belongs to a person can be taken out of it
  again. All of it holds on SQLite and on PostgreSQL.

  Scenario Outline: A play is carried on where it stood
    Given an empty record on <database>
    And Amira from health visiting, who has begun a case
    When she makes 5 moves
    And her laptop dies
    Then she carries on after move 5
    And the family and the case are those she began with
    When she plays to the end
    Then her transcript shows the case as completed once

    Examples:
      | database   |
      | SQLite     |
      | PostgreSQL |

  Scenario Outline: The answer to a move is lost, and it is sent again
    Given an empty record on <database>
    And Amira from health visiting, who has begun a case
    When she makes a move and the answer is lost
    And she sends the same move again
    Then it counts once, and she sees what came of it
    When she sends something else by the name of that move
    Then it is refused, because “a move with this id is on the record with another content”

    Examples:
      | database   |
      | SQLite     |
      | PostgreSQL |

  Scenario Outline: Two windows, one case
    Given an empty record on <database>
    And Amira from health visiting, who has begun a case
    And she has opened it in a second window
    When she makes a move in the first window
    Then the second window notices, and shows the same
    When she decides in the second window what was decided in the first
    Then it is refused, because “the case is now at”

    Examples:
      | database   |
      | SQLite     |
      | PostgreSQL |

  Scenario Outline: A trainer edits the case while it is played
    Given an empty record on <database>
    And Amira from health visiting, who has begun a case
    When the trainer gives the case another title
    And Amira begins it once more
    Then the attempt that was begun before has the old title, and the new one the new
    And each attempt names its own version

    Examples:
      | database   |
      | SQLite     |
      | PostgreSQL |

  Scenario Outline: Stepping out counts against nobody
    Given an empty record on <database>
    And Amira from health visiting, who has begun a case
    When she steps out
    Then her transcript shows that she attended, and no completion

    Examples:
      | database   |
      | SQLite     |
      | PostgreSQL |

  Scenario Outline: Trying from here keeps the first
    Given an empty record on <database>
    And Amira from health visiting, who has begun a case
    When she plays to the end
    And she tries another way from move 3
    And she plays to the end
    Then her transcript shows the case as completed once
    And the practice attempt is marked as practice

    Examples:
      | database   |
      | SQLite     |
      | PostgreSQL |

  Scenario Outline: Somebody asks to be forgotten
    Given an empty record on <database>
    And Amira from health visiting, who has begun a case
    When she types “He pulled his sleeve down” with a move
    And she is erased
    Then the record holds neither her name nor what she typed
    And a replay shows “[erased]” where her words stood
    And every chain of the record holds

    Examples:
      | database   |
      | SQLite     |
      | PostgreSQL |

  Scenario Outline: Somebody changes the record behind its back
    Given an empty record on <database>
    And Amira from health visiting, who has begun a case
    When she makes 5 moves
    And somebody changes move 3 in the database
    Then verifying names move 3 of her attempt
    And her attempt is not played on

    Examples:
      | database   |
      | SQLite     |
      | PostgreSQL |

  Scenario: A record outgrows its laptop
    Given an empty record on SQLite
    And Amira from health visiting, who has begun a case
    When she makes 5 moves
    And the record is backed up and restored on PostgreSQL
    Then she carries on after move 5
    When she plays to the end
    Then her transcript shows the case as completed once
    And every chain of the record holds

  Scenario Outline: Coming back with five words
    Given an empty record on <database>
    And Amira from health visiting, who has begun a case
    When she comes back with her name and her phrase
    Then the case she began is there to be carried on
    When somebody comes with her name and another phrase
    Then they are not let in

    Examples:
      | database   |
      | SQLite     |
      | PostgreSQL |
