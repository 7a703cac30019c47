Feature: The case room

  People of several agencies play a case on a screen. What a seat knows is its own; what it passes on is a
  decision with a reason; nothing of what follows is shown before the reason is given and the move is kept.

  Scenario: The reason comes before the consequence
    Given the teacher is in the case room
    When the teacher chooses “Say that she was right to tell you”
    Then the room says “Before you decide, read it once more”
    And it asks “Why? One sentence, if you like”
    And nothing has been decided
    When the teacher types “She asked me to.” and sends it
    Then one move has been made
    And the words “She asked me to.” are kept apart from it

  Scenario: Before it is sent, a choice can be taken back
    Given the teacher is in the case room
    When the teacher chooses “Promise her that it stays”
    And goes back
    Then nothing has been decided
    And the room says “What now?”

  Scenario: A typed reply is matched to a choice, and only confirmed does it count
    Given the teacher is in the case room
    When the teacher chooses “Type a reply of your own”
    And types “listen and write her words down” and sends it
    Then the room says “Which of these do you mean?”
    And nothing has been decided

  Scenario: Keeping something to oneself is a decision that is recorded
    Given the family doctor is asked what to pass on
    When the family doctor keeps it to themselves, with a reason
    Then one move has been made
    And the room's record says “Kept it: nothing was passed on.”

  Scenario: What is passed is said once more, word for word
    Given the family doctor is asked what to pass on
    When the family doctor passes the missed reviews to social care as a headline
    Then the room says “is being treated for low mood”
    And the room does not say “the name and the dose”

  Scenario: Advice costs minutes and comes before the decision
    Given the teacher is at the referral
    When the teacher chooses “Ask the teacher in charge of child protection first”
    Then the room says “What would you want to know, if you had to decide before home time?”
    And the clock is 10 minutes on
    And the decision still waits

  Scenario: At a shared screen the others look away while one seat fills in a form
    Given a table plays all roles at one screen
    When the table comes to the first form
    Then the room says “Pass the laptop to the teacher”
    And what the teacher knows is not on the screen
    When the teacher takes the laptop
    Then the room says “What do you write down?”

  Scenario: The room stops where the case says so
    Given the family doctor is in the case room
    Then the room says “What do you know by now, and who told you?”
    And the decision does not wait yet
    When somebody carries on
    Then the decision still waits

  Scenario: Stepping out is one key, one question, no reason
    Given the teacher is in the case room
    When the teacher presses F7
    Then the room says “Nobody asks why”
    When the teacher confirms
    Then the screen says “You have stepped out. Thank you for being here.”

  Scenario: One of a table steps out, and the table plays on
    Given a table plays all roles at one screen
    When the teacher steps out of the table
    Then a colleague plays the teacher
    And the table is still in the case room

  Scenario: A real child comes first
    Given the teacher is in the case room
    When the teacher presses F8
    Then the screen says “that comes first. The case can wait.”
    And the screen says “do not type anything about the child into the simulator”
    And the screen says “ring 999”

  Scenario: What looks like a real person's details is asked about
    Given the teacher is in the case room
    When the teacher chooses “Say that she was right to tell you”
    And types “Her mother is on 07912 345678” and sends it
    Then the room says “this looks like a telephone number”
    And nothing has been decided

  Scenario: A decision can be tried again without touching what was played
    Given the teacher has looked back on the case
    When the teacher tries again from the first decision
    Then there are two attempts
    And the second begins at the first decision
    And the first is as it was

  Scenario: Two screens play one attempt
    Given the teacher and the family doctor each have a screen
    When the teacher decides
    Then the family doctor's screen knows of it

  Scenario: Line by line, help and words work at every question
    Given the teacher plays line by line
    When these lines are typed: help, words LSCB, known, clock, real, out, 2, again
    Then it is said “help: Help”
    And it is said “Local Safeguarding Children Board”
    And it is said “in your own file”
    And it is said “ring 999”
    And it is said “Nobody asks why”
    And it is said “Your place is kept. To carry on: simulator resume”

  Scenario: Line by line, somebody signs in, plays and finds it in their record
    Given a record
    When somebody signs in line by line as “Amira Shah” and plays the shortest case
    Then it is said “Your words:”
    And it is said “The empty lunch box”
    And it is said “Completed.”
