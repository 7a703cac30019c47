Feature: A training lead's quarter

  Every quarter the board asks what was delivered, whom it reached, what changed and what was done about it. One
  record answers, in whatever form the board reads, and what leaves is written down.

  Background:
    Given a record of a year and a half of workshops and plays

  Scenario: What the quarter delivered, beside the quarter before and the year before
    When somebody types `simulator report R1 --quarter 2026-Q3 --json`
    Then the totals of booked, attended and completed are those of the lists it was made from
    And it says how each of the three percentages is worked out
    And each change is this quarter's attended less the other's

  Scenario: Four tables, one number
    When the training lead asks for R1, R2, R4 and the CSV of the third quarter
    Then they agree on who attended and who completed

  Scenario: For the board, on paper and on screen
    When the training lead writes the pack as pdf
    Then it has 2 to 4 pages and says “Reach”, “Evaluation” and “Actions agreed”
    When the training lead writes R1 as html
    Then it has a language, a caption for every table and a chart with a name

  Scenario: Into a spreadsheet, harmlessly
    Given somebody whose name is =HYPERLINK("http://a.example","x")
    When the training lead writes all of R4 as xlsx
    Then their name stands in it as text, and nothing in it is a formula

  Scenario: Few people are nobody's business
    Given an evaluation that three people answered
    When somebody types `simulator report evaluation --course L9-few --json`
    Then no number of it is shown, and it says why

  Scenario: Names behind the PIN
    Given the trainer has set a PIN
    When somebody types `simulator report R5 --quarter 2026-Q3`
    Then the exit code is 1
    And nobody sees a name
    When somebody types `simulator report R3 --quarter 2026-Q3`
    Then the exit code is 0

  Scenario: What left is written down
    When somebody types `simulator report R2 --agency police --format csv`
    And somebody types `simulator records audit --json`
    Then the last line of the audit is report R2 for agency=police with as many rows as were written
