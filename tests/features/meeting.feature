Feature: Meeting and deciding together

  All bring what they hold at once, see what is on the table, and give a view at once. Then the decision stands.

  Background:
    Given everybody is at the table
    And the story has come to discussion

  Scenario: What is brought stays sealed until the last seat has brought
    When all but the police bring what they know
    Then it waits at discussion for the police
    And the gp knows nothing of own_words
    When the table brings what it knows
    Then the gp knows the whole of own_words
    And the school nurse knows the whole of callout

  Scenario: Seats may act in any order
    When the seats bring and give their views in every order
    Then it always ends the same

  Scenario: The chair's view stands, and who differs may have it recorded
    When the table brings what it knows
    And the views are: class_teacher enquire dissent children, school_nurse enquire, gp close, police close, social_work_manager close
    Then the story ends late
    And the class teacher differs for the record: children
    And the class teacher earns 3 of 3 for their view
    And the gp earns 0 of 3 for their view

  Scenario: An overruled seat that was right loses nothing
    When the table brings what it knows
    And the views are: class_teacher enquire, school_nurse enquire, gp enquire, police enquire, social_work_manager close
    Then the story ends late
    And the class teacher earns 3 of 3 for their view
    And the social work manager earns 0 of 3 for their view

  Scenario: A seat cannot give its view before all have brought
    When the gp is quick: discussion gp view enquire
    Then the move is refused: The seats are still bringing what they know.
