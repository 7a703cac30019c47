Feature: Timescales

  A clock of the guidance is met, late, missed or not counted; how it was counted is said in words.

  Scenario: A referral confirmed in writing in time
    Given everybody is at the table
    When this is played
      """
      register listen
      on_paper nothing
      the_index nothing
      referral refer child protection; phone then writing
      nothing
      """
    Then the timescale referral_confirmed_in_writing is met

  Scenario: A referral that was only rung through
    Given everybody is at the table
    When this is played
      """
      register listen
      on_paper nothing
      the_index nothing
      referral refer child protection; phone only
      nothing
      """
    Then the timescale referral_confirmed_in_writing is not counted

  Scenario: Nothing was referred, so nothing fell due
    Given everybody is at the table
    When this is played
      """
      register listen
      on_paper nothing
      the_index nothing
      referral refer none
      """
    Then the timescale referral_confirmed_in_writing is not counted

  Scenario: A clock that a poor choice starts earns nothing
    Given everybody is at the table
    When this is played
      """
      register listen
      on_paper nothing
      the_index nothing
      referral refer immediate; phone then writing
      nothing
      """
    Then the timescale referral_confirmed_in_writing is met
    And the timescale referral_confirmed_in_writing earns nothing

  Scenario: The same play as if marked in another year
    Given everybody is at the table
    When this is played
      """
      register ring_home
      on_paper nothing
      the_index nothing
      referral refer child in need
      nothing
      """
    Then register earns 4 of 6
    And referral's needle is 0
    And as if marked on 2014-05-27 register earns 0 of 6
    And as if marked on 2014-05-27 referral's needle is -1
