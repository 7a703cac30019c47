Feature: Passing on what is needed and no more

  What somebody needs is passed at the level they need; the rest stays where it is, and keeping it is a decision too.

  Background:
    Given everybody is at the table
    And the story has come to gp_answers

  Scenario: A headline for who needs one, and the operation stays where it is
    When the gp answers: give headline missed_reviews to social_work_manager; openness mother tell, father agree who tells; basis public_interest; reason safety
    Then gp_answers earns 4½ of 4½
    And the social work manager knows the headline of missed_reviews
    And the school nurse knows nothing of missed_reviews
    And of what was needed at gp_answers, all was passed and nothing else

  Scenario: The whole of a sensitive thing where its headline would do
    When the gp answers: give missed_reviews to social_work_manager; openness mother tell; basis public_interest; reason safety
    Then gp_answers earns 0 of 4½
    And the social work manager knows the whole of missed_reviews
    And at gp_answers missed_reviews was too much for the social work manager

  Scenario: Everything to everybody
    When the gp answers: give missed_reviews to social_work_manager and school_nurse, knee to social_work_manager and school_nurse; openness mother tell; basis public_interest; reason safety
    Then gp_answers earns 0 of 4½
    And at gp_answers knee was too much for the school nurse

  Scenario: Nothing to anybody
    When the gp answers: give nothing; openness mother tell; basis public_interest; reason safety
    Then gp_answers earns 0 of 4½
    And at gp_answers missed_reviews stayed away from the social work manager

  Scenario: The right things without a ground
    When the gp answers: give headline missed_reviews to social_work_manager; openness mother tell; basis consent; reason asked
    Then gp_answers earns 3½ of 4½

  Scenario: Telling somebody whom it is not safe to tell
    When the gp answers: give headline missed_reviews to social_work_manager; openness mother tell, father ask; basis public_interest; reason safety
    Then a red line is crossed at gp_answers
    And gp_answers earns 4½ of 4½

  Scenario: What somebody has already does not count again
    Given the story has come to discussion
    When the table brings what it knows
    Then the class teacher earns 3 of 3 for what they brought
    And every seat knows the whole of own_words
