Feature: Writing a case

  A trainer begins a case, has it proved before anybody plays, sees it as a picture, and prints it for a reviewer.

  Scenario: A full case to begin with has nothing to put right
    When somebody types `simulator new DESK/full.yaml --full`
    Then the exit code is 0
    When somebody types `simulator check DESK/full.yaml`
    Then the exit code is 0
    And it says “guessing ends in soon”

  Scenario: Ten lines are a case that can be played, and a list of what is missing
    When somebody types `simulator new DESK/short.yaml`
    And somebody types `simulator play DESK/short.yaml --moves best --json`
    Then the exit code is 0
    When somebody types `simulator check DESK/short.yaml`
    Then the exit code is 1
    And it says “C040 fix before a workshop: “ask” has no “why””

  Scenario: A case is played while it is written, from the scene and with the knowledge that are asked for
    When somebody types `simulator preview SMALL`
    Then the exit code is 0
    And it says “What the whole case shows: simulator check”
    When somebody types `simulator preview SMALL --from nowhere`
    Then the exit code is 1
    And on standard error it says “This case has no scene “nowhere””
    When somebody types `simulator preview SMALL --knowing teacher`
    Then the exit code is 1
    And on standard error it says “write the role, a colon and the fact”

  Scenario: A case that is there is not written over
    When somebody types `simulator new DESK/short.yaml`
    And somebody types `simulator new DESK/short.yaml --full`
    Then the exit code is 1
    And on standard error it says “nothing was changed”

  Scenario: A story from Twine becomes a case with what is to be decided
    Given a story in Twee
    When somebody types `simulator import DESK/story.twee --out DESK/story.yaml`
    Then the exit code is 0
    And on standard error it says “story.twee:8: left out, to decide what it was for: <<set $late to true>>”
    When somebody types `simulator play DESK/story.yaml --moves best --json`
    Then the exit code is 0
    When somebody types `simulator check DESK/story.yaml`
    Then it says “C068 fix before a workshop: “To decide:” is still there”

  Scenario: What a case can cite is found by words
    When somebody types `simulator topics early help --on 2024-01-15`
    Then the exit code is 0
    And it says “help_early: Early help beats late”
    And it says “advice (worried about a child): Children have a right to be safe”
    When somebody types `simulator topics early help --json`
    Then the exit code is 0

  Scenario: What is accepted is silent, and listed with its reason
    Given a short case that accepts C072, because it is only a sketch
    When somebody types `simulator check DESK/accepted.yaml`
    Then it says “C072 accepted: ”
    And it says “Accepted: it is only a sketch”

  Scenario Outline: A picture of a case, in three languages
    When somebody types `simulator graph SMALL --format <language>`
    Then the exit code is 0
    And it says “<words>”

    Examples:
      | language | words        |
      | svg      | www.w3.org/2000/svg |
      | dot      | digraph case |
      | mermaid  | flowchart TD |
      | text     | goes on -> |

  Scenario Outline: A copy to sign
    When somebody types `simulator proof SMALL --format <paper>`
    Then the exit code is 0
    And it says “Post and agency”

    Examples:
      | paper    |
      | html     |
      | markdown |

  Scenario: A copy to sign, as a PDF
    When somebody types `simulator proof SMALL --format pdf`
    Then the exit code is 2
    When somebody types `simulator proof SMALL --out DESK/proof.pdf`
    Then the exit code is 0
    And DESK/proof.pdf is a PDF in which “Post and agency” stands

  Scenario: What can be earned is told to programs, too
    When somebody types `simulator check SMALL --json`
    Then standard output is one JSON document in which findings is []
    And its first case has exact true and guessing ends in every ending
