Feature: Marking

  Each decision is marked against what the guidance of its day expects, and the whole against the best that could
  still have been done: every mark short of it belongs to one decision, or to the table.

  Scenario Outline: The best line earns everything, and plays without thought do not
    Given only the class teacher is at the table
    When the table plays <how>
    Then the share of the best is <share>
    And the losses add up

    Examples:
      | how        | share      |
      | best       | all of it  |
      | everything | under three quarters |
      | nothing    | under half |
      | first      | under three quarters |

  Scenario: One seat is marked against its best replies to the others
    Given only the class teacher and the gp are at the table
    When the table plays nothing
    Then the losses of each seat alone add up

  Scenario: A promise that cannot be kept
    Given everybody is at the table
    When this is played
      """
      register promise
      friday today
      nothing
      """
    Then a red line is crossed at register
    And register earns 0 of 6
    And friday earns 0 of 0

  Scenario: Competencies stand side by side
    Given only the class teacher is at the table
    When the table plays best
    Then C1 has 6 of 6 as evidence, from register
    And C5 is not evidenced
