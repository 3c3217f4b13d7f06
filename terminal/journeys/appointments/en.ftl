### What “Book an appointment” and “I have an appointment” share. How these files are written: see terminal/texts/de.ftl.

list-and = { $first }, { $second }

## Choosing a time

appointment-when = When does it suit you?
appointment-what-where = { $what } · { $where }
    .speech = { $what }, { $where }
appointment-for-persons = { $concern }, { $persons ->
        [one] { $persons } person
       *[other] { $persons } people
    }
appointment-and-more = { $concern } and { $count } more
appointment-no-hours = no opening hours
appointment-looking = We are looking in the calendar.
appointment-looking-doing = The calendar is asked what is free.
appointment-holding = We are keeping the time for you.
appointment-holding-doing = The time is being reserved for you.
appointment-help-when = Press the earliest appointment. Or choose a day first, then a time. Nothing is booked yet.
appointment-hold-expired = We could not keep this time any longer. Please choose again.

## Details

appointment-type-name = I type it
appointment-read-name = My card shall tell it
appointment-name = In which name?
appointment-name-label = First name and surname
appointment-erased = { $days ->
        [0] We delete your details after the appointment.
        [one] We delete your details one day after the appointment.
       *[other] We delete your details { $days } days after the appointment.
    }
appointment-help-name = Type the name of the person who will come. Only the staff see it.
appointment-email = How do we reach you by e-mail?
appointment-email-confirmed = We send you the confirmation there. Apart from that we only write if something changes.
appointment-email-hint = Only if something changes about the appointment.
appointment-email-label = E-mail address
appointment-no-email = Without e-mail
appointment-phone = How do we reach you by phone?
appointment-phone-hint = Only if something changes about the appointment.
appointment-no-phone = Without phone
appointment-help-email = You need not say this. It works just as well without.

## Checking and booking

appointment-concern = What for
appointment = Appointment
appointment-before = Until now
appointment-place = Place
appointment-name-short = Name
appointment-none = not given
appointment-on = { DAY($day) }, { $time }
    .speech = { DAY($day) }, { $time }
appointment-nothing-booked = Nothing is booked yet.
appointment-kept = We keep the time for you for { $minutes } minutes.
appointment-bring = Please bring: { $things }.
appointment-bring-label = Please bring
appointment-commit = Book this appointment
appointment-change-commit = Book the new appointment
appointment-help-review = Take your time to check everything. “Change” changes one detail. Only the large button books the appointment.
appointment-confirming = We are booking your appointment.
appointment-confirming-doing = The appointment is being entered in the calendar.

## Booked

appointment-number-label = Your appointment number
appointment-number-name = Appointment number
appointment-number = { $number }
    .speech = { DIGITS($number) }
appointment-where = { $office }, { $room }
appointment-where-floor = { $office }, { $floor }, { $room }
appointment-code = Take a photo of the code. With it you can check in here, change or cancel the appointment.
appointment-help-done = Remember the number, or take a photo of the code. You check in with it on the day of the appointment.

appointment-printing = Your slip is being printed.
appointment-printed = Your slip is printed. Please take it with you.
appointment-not-printed = The printer does not print at the moment. Please take a photo of the code.
appointment-perhaps-printed = The slip may not have come out whole. Please take a photo of the code to be safe.
appointment-slip-code = With this code you check in at the terminal, move or cancel the appointment.
appointment-slip-calendar = This code puts the appointment into the calendar of your phone.

## E-mail: what is on the screen

mail-sending = The confirmation is being sent by e-mail.
mail-sent = The confirmation has been sent to your e-mail address.
mail-not-sent = The e-mail cannot be sent at the moment.
mail-wrong-address = Nothing can be sent to your e-mail address.
mail-perhaps-sent = The e-mail may not arrive.
mail-note-sent = We have also written this to the e-mail address that was given when booking.
mail-note-not-sent = An e-mail about it cannot be sent at the moment. The appointment is cancelled all the same.
mail-note-perhaps-sent = An e-mail about it may not arrive. The appointment is cancelled all the same.

## E-mail: what it says

mail-when = { $day }, { $time }
    .speech = { $day }, { $time }
mail-subject = Your appointment on { $when }
mail-subject-changed = Moved: your appointment on { $when }
mail-subject-cancelled = Cancelled: your appointment on { $when }
mail-greeting = Dear citizen,
mail-booked = Your appointment is booked.
mail-changed = Your appointment has been moved. The earlier one is no longer valid.
mail-cancelled = Your appointment is cancelled. You need not come.
mail-code = With this code you check in at the terminal, move or cancel the appointment. It is also attached as a picture.
mail-code-secret = Please do not pass the code on. Whoever has it can cancel the appointment.
mail-attached = The appointment is attached for your calendar.
mail-attached-changed = The new appointment is attached for your calendar. The second calendar file takes the earlier one out.
mail-attached-cancelled = The attached calendar file takes the appointment out of your calendar. If that does not work, please delete it there yourself.
mail-by-whom = This e-mail was written by the terminal in the town hall.
mail-not-yours = You know nothing of this appointment? Then somebody mistyped the address. Please delete the e-mail.
mail-file-new = Appointment
mail-file-old = Appointment-cancelled
mail-file-code = Code

## When it does not work

appointment-down-title = We cannot reach the calendar at the moment.
appointment-down-meaning = Nothing is booked. Your details stay here while you are at the terminal.
appointment-nothing-free = Nothing is free in the next { $days } days.
appointment-nothing-free-meaning = Sometimes a time becomes free again. Our staff know what else is possible.
appointment-too-many = A great many bookings have just been made at this terminal.
appointment-too-many-meaning = So it books nothing for some time. Nothing is booked. Our staff will help you.
appointment-not-replaced = The appointment you had can no longer be changed.
appointment-not-replaced-meaning = It was cancelled, or you have checked in already. No new appointment is booked.
appointment-take-hours = Take the opening hours
appointment-ask-people = Talk to a person
appointment-ask-title = Somebody helps you here
appointment-by-phone = By phone
appointment-understood = I understand
appointment-help-down = Try again. Or talk to a person, at the reception desk or by phone.
appointment-help-unknown = Please take the code to the reception desk. They will look in the calendar.
