Feature: Seats that nobody plays

  A colleague acts by habit: it never looks ahead, is never unsafe, and is not marked.

  Scenario: One trainee plays, and the others are colleagues
    Given only the social work manager is at the table
    Then it waits at ring_round for the social work manager
    And the social work manager knows the whole of own_words
    And nobody has been marked yet

  Scenario: A guarded doctor answers only a clear purpose, and only with a headline
    Given only the social work manager is at the table
    When this is played
      """
      ring_round ask gp for background; basis public_interest
      """
    Then the gp does not answer
    And it waits at gp_again for the social work manager
    And the social work manager knows nothing of missed_reviews

  Scenario: A clear purpose and a ground open the door
    Given only the social work manager is at the table
    When this is played
      """
      ring_round ask gp for enquiry; basis public_interest
      """
    Then the social work manager knows the headline of missed_reviews
    And it waits at discussion for the social work manager

  Scenario: The police are slow, and what was asked of them still comes
    Given only the social work manager is at the table
    When this is played
      """
      ring_round ask police for enquiry; basis public_interest
      """
    Then the social work manager knows the whole of callout
    And asking took twice its hour

  Scenario: Somebody steps out, and the story goes on without blame
    Given everybody is at the table
    When this is played
      """
      register listen
      """
    And the class teacher steps out of the play
    Then it waits at the_index for the school nurse
    And only register has been marked
    When the class teacher takes a seat
    Then it waits at the_index for the school nurse

  Scenario: With nobody left the story plays itself to its end
    Given only the gp is at the table
    When the gp steps out of the play
    Then the story ends quick
