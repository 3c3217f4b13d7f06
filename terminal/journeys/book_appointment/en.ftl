### Book an appointment. How these files are written: see terminal/texts/de.ftl.

book-title = Book an appointment
book-sublabel = choose a day and a time
book-what = What do you need the appointment for?
book-what-else = What else would you like to do?
book-search = Search, for example “moving”
book-minutes = about { $minutes } minutes
book-help-what = Choose what you need from the list. Or press “Search” and type what it is about.
book-with = Is this everything?
book-more = Add something else
book-for-several = For several people
book-choose-time = Choose a time
book-help-with = You can add something here. Otherwise go on to choose a time.
book-how-many = For how many people?
book-persons = { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
book-where = Where would you like to come?
book-help-where = All these offices can help you. Choose where you would like to come.
book-done = Your appointment is booked.
