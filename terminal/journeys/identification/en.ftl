### Identifying with the card. How to write this file is told in terminal/texts/de.ftl.

identify-opening = One moment, please
identify-opening-doing = The card service is being asked.
identify-fetching = Leave the card where it is for another moment.
identify-fetching-doing = Your data are being fetched.
identify-consent = { $who } wants to read:
identify-agree = Yes, I agree
identify-refuse = No, read nothing
identify-refuse-sub = Then nobody learns anything
identify-optional-yes = Will be read as well. Press to leave it out.
identify-optional-no = Will not be read. Press to allow it.
identify-help-consent = Only what stands here is read from your card. The state has checked who wants to read it: { $address }
    .speech = Only what stands here is read from your card. The state has checked who wants to read it: { ADDRESS($address) }
identify-refused = Nothing was read.
identify-refused-text = You did not agree. Nobody has learned anything from your card.
identify-blocked-text = You can unblock it with “PIN of the ID card” on the start screen. Or the office helps you.
identify-forgotten = It does not work without the PIN.
identify-forgotten-text = “PIN of the ID card” on the start screen tells you how to get a new one. Or the office helps you.
identify-not-permitted = This is not possible at this terminal.
identify-not-permitted-text = The card service may not read these data, or its answer was not genuine. Nothing from your card is used.
identify-down = The card service does not answer at the moment.
identify-down-text = It is not your fault, nor your card’s. Try again now or later.
identify-not-read = The card could not be read.
identify-not-read-text = Perhaps it was taken away too early. Put it there again and leave it.

attribute-FamilyNames = Family name
attribute-GivenNames = Given names
attribute-BirthName = Name at birth
attribute-AcademicTitle = Doctoral degree
attribute-ArtisticName = Religious or artistic name
attribute-DateOfBirth = Date of birth
attribute-PlaceOfBirth = Place of birth
attribute-PlaceOfResidence = Address
attribute-Nationality = Nationality
attribute-DocumentType = Kind of card
attribute-IssuingState = Issuing state
attribute-DateOfExpiry = Valid until
