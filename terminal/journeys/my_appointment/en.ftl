### I have an appointment. How these files are written: see terminal/texts/de.ftl.

mine-title = I have an appoint­ment
mine-sublabel = check in, change, cancel
mine-number = What is your appointment number?
mine-number-where = It is on your slip. It has 6 digits.
mine-number-or-scan = Type the number. Or hold the code of your slip to the scanner.
mine-help-number = You got the number when you booked. Without it the reception desk will help you.
mine-finding = We are looking for your appointment.
mine-finding-doing = The calendar is asked for your appointment.
mine-down-meaning = Nothing about your appointment has changed. You can also check in at the reception desk.
mine-what = What would you like to do?
mine-check-in = I am here now
mine-check-in-sub = check in for the appointment
mine-change = Move the appointment
mine-cancel = Cancel the appointment
mine-needs-code = only with the code of your slip
mine-help-what = Check in when you have come for the appointment. Moving and cancelling needs the code.

## Checking in

mine-checking-in = We are checking you in.
mine-checking-in-doing = We are telling the office that you are here.
mine-here = You are checked in.
mine-already-here = You are checked in already.
mine-go-to = Please go here: { $place }
mine-wait = We will call you by this number.
mine-help-here = Remember number and room. Take a seat outside the room until your number is called.

## Moving and cancelling

mine-changed = Your appointment is moved.
mine-really = Would you like to cancel this appointment?
mine-nothing-cancelled = Nothing is cancelled yet.
mine-cancel-commit = Cancel the appointment
mine-help-cancel = Only the large button cancels the appointment. “Back” keeps it.
mine-cancelling = We are cancelling your appointment.
mine-cancelling-doing = The appointment is being taken out of the calendar.
mine-cancelled = Your appointment is cancelled.
mine-cancelled-free = The time is now free for others. Your details are deleted.

## What does not work, and what helps then

mine-other-number = Another number
mine-unknown = We do not know this number.
mine-unknown-meaning = Please look at your slip. The number works on the day of the appointment only; otherwise we need the code.
mine-too-many = Many numbers have just been wrong at this terminal.
mine-too-many-meaning = So it takes no more for some time. Your appointment stays as it is.
mine-other-town = This appointment is in another town.
mine-other-town-meaning = The code is not one of ours. Your slip says where to go.
mine-early = You are early.
mine-early-meaning = You can check in from { $time }. Please come here again then.
    .speech = You can check in from { $time }. Please come here again then.
mine-late = The time for checking in is over.
mine-late-meaning = Checking in was possible until { $time }. Please ask whether it is still your turn today.
    .speech = Checking in was possible until { $time }. Please ask whether it is still your turn today.
mine-wrong-day = Your appointment is not today.
mine-wrong-day-meaning = It is on { DAY($day) }. Please come on that day.
mine-no-more = This appointment does not exist any more.
mine-no-more-meaning = It was cancelled or moved. After moving, the new slip holds.
mine-needs-code-title = For this we need the code of your slip.
mine-needs-code-meaning = Somebody may have read the number. It works with the code, or with our staff.
mine-staff-only = Only staff can move this appointment.
mine-staff-only-meaning = Your appointment stays as it is.
mine-help-refused = This page says why it does not work. Somebody at the reception desk will help you.
