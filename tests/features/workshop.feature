Feature: A workshop

  A room full of people plays one case. Votes stay sealed until all are in, whoever differs says why, the trainer
  leads through the journal, tables are compared without names or marks, and who was there adds up.

  Scenario Outline: From the join code to attendance that adds up
    Given a workshop on <database> whose seats vote before a choice
    And Amira joins as gp, Ben as class_teacher and Cleo as school_nurse
    When the trainer begins the tables
    Then the first choice waits for three votes
    When Amira and Ben have voted
    Then nobody sees how they voted, and nothing can be chosen yet
    When Cleo votes otherwise, because "His brother has not been asked"
    Then all three see the votes
    When the choice is made as Amira and Ben would
    Then it is on the record that Cleo differed, because "His brother has not been asked"
    When the trainer pauses the tables
    Then a move is refused, because "The room is paused"
    When the trainer lets the tables go on, and writes "The school rings back" to the gp
    Then Amira reads it, and Ben does not
    When Cleo steps out
    Then Ben sees a colleague play her seat, and only the console says that she stepped out
    When Dan comes late and takes her seat
    And the table plays to the end
    Then the plenary shows who differed and the action "Send minutes", and nobody's name
    When the trainer closes the workshop
    Then 4 came, 4 attended and 0 were there in part
    And the code lets nobody in, and every chain holds

    Examples:
      | database   |
      | SQLite     |
      | PostgreSQL |

  Scenario: A laptop dies, and its seat is found again
    Given a workshop on SQLite whose seats vote before a choice
    And Amira joins as gp, Ben as class_teacher and Cleo as school_nurse
    When the trainer begins the tables
    And Amira and Ben have voted
    And Ben's laptop dies and another one opens his seat
    Then it is the same seat, and his vote stands
    And his old window can no longer move

  Scenario: A quiet table is moved on, and one that runs out of time is ended
    Given a workshop on SQLite whose seats vote before a choice
    And Amira joins as gp, Ben as class_teacher and Cleo as school_nurse
    When the trainer begins the tables
    And the trainer moves the table on
    Then a colleague has decided, and nobody is marked for it
    When the trainer ends the play at every table
    Then the table is at its ending, and all three attended
