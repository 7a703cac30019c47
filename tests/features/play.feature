Feature: Playing a case

  A table plays a story from scene to scene. What comes next follows from what was done, what is known and what
  time it is; and the same moves always give the same story.

  Background:
    Given everybody is at the table

  Scenario: The story goes on as the moves have it
    When this is played
      """
      register listen
      on_paper nothing
      the_index nothing
      referral refer child protection; give own_words; same day
      """
    Then it waits at ring_round for the social work manager
    And the social work manager knows the whole of own_words
    And the social work manager knows nothing of late_mornings

  Scenario: What takes time moves the clock, and the first stamp stands
    When this is played
      """
      register ring_home
      on_paper nothing
      the_index nothing
      referral advice
      referral refer child in need; same day
      """
    Then concern_formed is stamped at 2010-05-27 11:20
    And referral_received is stamped at 2010-05-27 12:35
    And the clock stands at 2010-05-27 14:05
    And the mother knows the whole of own_words

  Scenario: A poor choice has its own way, which can be made good
    When this is played
      """
      register wait
      friday today
      """
    Then it waits at on_paper for the class teacher
    And the clock stands at 2010-05-28 09:40

  Scenario: Nobody tells anybody
    When this is played
      """
      register listen
      on_paper nothing
      the_index nothing
      referral refer none
      """
    Then the story ends unheard
    And referral_received is not stamped

  Scenario: A shorter version leaves scenes out and says what they would have told
    Given the story is played in its short version
    And everybody is at the table
    Then the social work manager knows the whole of missed_boosters
    When this is played
      """
      register listen
      on_paper nothing
      referral refer child in need
      """
    Then it waits at ring_round for the social work manager

  Scenario Outline: Where no Index exists, nobody looks anything up
    Given the story is played on <day>
    And everybody is at the table
    When this is played
      """
      register listen
      on_paper nothing
      """
    Then it waits at <scene> for <role>

    Examples:
      | day        | scene     | role              |
      | 2010-05-27 | the_index | the school nurse  |
      | 2012-05-28 | referral  | the class teacher |

  Scenario: A message from outside comes by itself, and only once
    When this is played
      """
      register listen
      on_paper nothing
      the_index nothing
      referral refer child in need
      """
    Then the school nurse knows the whole of gran_near

  Scenario: A message of the trainer's moves nothing
    When the trainer sends second_call
    Then it waits at register for the class teacher
    And the clock stands at 2010-05-27 09:20
    When the trainer sends form_returned
    Then the move is refused: is sent by the case

  Scenario: Words that do not fit are refused in plain words
    When this is played
      """
      register fly
      """
    Then the move is refused: 'fly' is not an option of 'register'.
    And it waits at register for the class teacher
