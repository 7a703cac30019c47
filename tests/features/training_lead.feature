Feature: What a training lead keeps

  Lists come from other systems with mistakes in them, people stand there twice, somebody asks to be forgotten,
  and years go by. Nothing is taken in half, nobody is merged by a program, and counts stay true.

  Scenario: A list with mistakes is taken in once they are corrected
    Given a list of people with two mistakes
    When somebody types `simulator records import people LIST`
    Then the exit code is 1
    And it says “list.csv:3:1: “name” is empty.”
    And it says “list.csv:4:9: 'not an address' does not look like one.”
    And on standard error it says “Nothing was taken in.”
    And nobody is in the record
    When the mistakes are corrected
    And somebody types `simulator records import people LIST`
    Then the exit code is 0
    And it says “list.csv: 3 new, 0 changed, 0 as they were.”
    When somebody types `simulator records import people LIST`
    Then it says “list.csv: 0 new, 0 changed, 3 as they were.”

  Scenario: Two entries that may be one person are merged by a person
    Given Ann Ash is in the record twice, and each of the two has completed a case
    When somebody types `simulator records duplicates`
    Then it says “same name and agency”
    When somebody types `simulator records merge FIRST SECOND`
    Then the exit code is 2
    When somebody types `simulator records merge FIRST SECOND --yes`
    Then the exit code is 0
    When somebody types `simulator records duplicates`
    Then it says “Nobody in the record seems to be there twice.”
    And she has completed two cases
    When somebody types `simulator records verify`
    Then the exit code is 0

  Scenario: Two people of one name are kept apart
    Given Ann Ash is in the record twice, and each of the two has completed a case
    When somebody types `simulator records apart FIRST SECOND`
    And somebody types `simulator records duplicates --json`
    Then standard output is one JSON document in which duplicates is []

  Scenario: Somebody asks to be forgotten
    Given Ann Ash has come to a workshop, said what she means to do, and completed on paper
    When somebody types `simulator records person "Ann Ash" --json`
    Then what is held about her has bookings, evaluations, intentions, intention_words and paper_completions
    When somebody types `simulator records erase "Ann Ash" --yes`
    Then the exit code is 0
    And no file of the record holds “Ann Ash”, “ann@council.example” or “ring the school nurse”
    And the workshop still has 1 booking, 1 evaluation and 1 completion
    When somebody types `simulator records verify`
    Then the exit code is 0

  Scenario: What is past keeping is shown first, and then taken out
    Given Ann Ash was last there eight years ago
    When somebody types `simulator records purge --dry-run`
    Then it says “People to be erased: 1”
    And it says “Nothing was taken out.”
    And she is in the record
    When somebody types `simulator records purge --yes`
    Then the exit code is 0
    And nobody is in the record
    When somebody types `simulator records audit --json`
    Then the last line of the audit is a purge of 1 row

  Scenario: An action is done when something shows it
    When somebody types `simulator records actions add "Put the number on the wall" --office "training lead"`
    Then the exit code is 0
    When somebody says that it is done and nothing shows it
    Then the exit code is 1
    And on standard error it says “Say what shows it”
    When somebody says that it is done, as the minutes of 1 October show
    And somebody types `simulator records actions --waiting --json`
    Then standard output is one JSON document in which actions is []

  Scenario: Asked again weeks later, on a sheet that comes back
    Given Ann Ash has come to a workshop eight weeks ago, and said what she means to do
    When somebody types `simulator records follow-up`
    Then it says “Ann Ash”
    And nothing that she wrote is told
    When somebody types `simulator records follow-up --out SHEET`
    Then the exit code is 0
    When she answers on the sheet with her manager, and one answer is no number
    And somebody types `simulator records import follow-up SHEET`
    Then the exit code is 1
    And it says “is no whole number from 1 to 10.”
    When she corrects it
    And somebody types `simulator records import follow-up SHEET`
    Then it says “1 new, 0 changed, 0 as they were.”
    When somebody types `simulator records import follow-up SHEET`
    Then it says “0 new, 0 changed, 1 as they were.”
    When somebody types `simulator records follow-up`
    Then it says “Nobody is due to be asked again.”

  Scenario: A workshop from planning to its close
    Given Ann Ash and Bea Bow are in the record
    When somebody types `simulator records courses add wt-3 "Working together" --level 3 --minutes 180`
    And somebody types `simulator records workshops add --course wt-3 --on 2026-09-30 --capacity 24 --trainer "Bea Bow"`
    And somebody books Ann Ash and Bea Bow on it
    And somebody gives Bea Bow's place back because of travel
    And somebody says that Ann Ash attended
    And somebody closes it
    Then it says “The workshop is closed: 1 came, 0 did not.”
    When somebody lists it
    Then Ann Ash attended and Bea Bow is cancelled, and no reason is told
