### Talk to a person. How these files are written: see terminal/texts/de.ftl.

help-desk-title = Talk to a person
help-desk-sublabel = at the reception desk or by phone
help-desk-choose = Who would you like to talk to?
help-desk-help = At the reception desk, someone here in the building helps you. { $number } helps you by phone.
    .speech = At the reception desk, someone here in the building helps you. { DIGITS($number) } helps you by phone.
help-desk-option-desk = Go to the reception desk
help-desk-option-phone = Call { $number }
    .speech = Call { DIGITS($number) }
help-desk-here = here in the building
help-desk-go = How to find the reception desk
help-desk-hours = Opening hours
help-desk-call = Call { $number }.
    .speech = Call { DIGITS($number) }.
help-desk-what = { $number } answers all questions about public offices. They tell you who can help and what you need.
    .speech = { DIGITS($number) } answers all questions about public offices. They tell you who can help and what you need.
help-desk-code-title = Call with your phone
help-desk-code = Scan the code with your camera. Your phone then offers to call { $number }.
    .speech = Scan the code with your camera. Your phone then offers to call { DIGITS($number) }.
help-desk-phone-hours = When someone answers
