### Header and bar

app-name = Citizens’ terminal
clock = { $time }
    .speech = The time is { $time }.
help = Help
end-visit = End visit
back = Back
language-name = English
comfort = Larger text

## Start

start-greeting = Hello.
start-title = What would you like to do?
start-legal = Privacy · Legal notice
    .speech = Privacy and legal notice

## Help

help-title = How to go on
help-general = If you are stuck
help-bar = “Back” and “End visit” are at the bottom as soon as you have chosen something. When you leave, we delete what you have entered.
help-desk = Please ask at the reception desk. The staff will be glad to help you.
help-115 = Or call { $number }. A person will help you there.
    .speech = Or call { DIGITS($number) }. A person will help you there.

## Language and what makes it easier

language-title = Which language would you like to read?
comfort-title = Make it easier for you
comfort-hint = Takes effect at once and only for your visit.
comfort-size = Text size
comfort-time = Time
comfort-done = Done
size-normal = Normal
size-large = Large
size-larger = Larger
size-largest = Largest
time-usual = Normal
time-more = More time

## Pages, lists, search

page-previous = Previous
page-next = More
page-of = Page { $page } of { $pages }
search-nothing = We found nothing for this.
search-other = Try another word. Or ask at the reception desk.
search-clear = Clear search

## Typing

next = Continue
change = Change
hide-input = Hide what I type
show-input = Show what I type
nothing-typed = nothing entered yet
email-at-missing = The @ is missing in the e-mail address.
    .speech = The at sign is missing in the e-mail address.
email-incomplete = The e-mail address is not complete yet.
input-too-long = That is too long. There is room for { $longest } characters.
input-too-short = That is too short. It must have { $shortest } digits.
digits-only = Only digits can be used here.
scan-is-no-code = This is no code of a slip. Please type the number.
character-not-possible = This character cannot be used here.
key-shift = Capitals
    .speech = Capital letters
key-backspace = Delete
    .speech = Delete the last character
key-alphabet = { $letters }
    .speech = Other letters: { $letters }
key-space = Space
key-at = @
    .speech = at sign
key-dot = .
    .speech = dot
key-underscore = _
    .speech = underscore
key-comma = ,
    .speech = comma
key-hyphen = -
    .speech = hyphen
key-apostrophe = '
    .speech = apostrophe
key-and = &
    .speech = and sign
keyboard-close = Close keyboard
key-clear = Delete all

## Choosing a time

slot-earliest = Earliest appointment
slot-time-of-day = { DAY($day) }, { $time }
    .speech = { DAY($day) }, { $time }
slot-time-of-day-short = { SHORTWEEKDAY($day) }, { SHORTDAY($day) }, { $time }
    .speech = { DAY($day) }, { $time }
slot-earlier = Earlier
    .speech = Earlier days
slot-later = Later
    .speech = Later days
slot-week = { SHORTDAY($first) } – { SHORTDAY($last) }
    .speech = { DAY($first) } to { DAY($last) }
slot-weekday = { SHORTWEEKDAY($day) }
    .speech = { DAY($day) }
slot-day-number = { DAYNUMBER($day) }
slot-free = { $count } free
    .speech = { $count ->
        [one] one time free
       *[other] { $count } times free
    }
slot-full = full
    .speech = nothing free
slot-closed = shut
    .speech = closed
slot-full-day = Nothing is free on { DAY($day) }.
slot-closed-day = Closed on { DAY($day) }: { $reason }.
slot-full-week = Nothing is free in this week. “Later” shows the next week.
slot-day = { DAY($day) }
slot-day-part = { DAY($day) }: { $part }
slot-morning = Morning
slot-afternoon = Afternoon
slot-time = { $time }
slot-next = Continue with { $time }
    .speech = Continue with { $time }
slot-time-missing = no time chosen yet
slot-looking = We are looking for free times.
slot-lost = This time has just been taken. Please choose another one.
slot-other-day = Another day
slot-more-times = More times

## Check and result

review-title = Is everything right?
done-end = Finish
done-more = Do something else
slip-printing = Your slip is being printed.
slip-printed = Your slip has been printed.
slip-not-printed = The printer is not printing at the moment.
slip-perhaps-printed = Perhaps the slip has not come out completely. Please have a look.
qr-title = Take it with you

## Are you still there?

still-there-title = Are you still there?
still-there-text = Otherwise we will end your visit and delete what you have entered.
still-there-seconds = { $seconds ->
        [one] second
       *[other] seconds
    }
    .speech = { $seconds ->
        [one] One second left
       *[other] { $seconds } seconds left
    }
still-there-yes = Yes, continue
still-there-no = No, end visit
words-in-german = This text is in German.
words-in-other-language = This text is in another language ({ $language }).
closing-text = One moment, please.
card-left-title = Please take your card with you.
card-left-text = Your card is still on the card reader.

## It takes time, or it does not work

work-longer = This is taking longer than usual. You can stop with “Back”.
work-longer-wait = This is taking longer than usual. Please wait a little more.
trouble-title = That did not work just now.
trouble-text = Nothing has been done. What you entered stays here while you are at the terminal.
trouble-comfort = It is not your fault. It often helps to wait a moment.
try-again = Try again
other-ways = Other things you can do
unknown-title = We do not know whether it worked.
unknown-text = We could not find out whether your details have arrived. Please ask at the reception desk.
unknown-code = Tell them this code: { $code }
    .speech = Tell them this code: { LETTERS($code) }
staff-code = For staff: { $code }
    .speech = For staff: { LETTERS($code) }
text-missing = A text is missing here. Please ask at the reception desk.

## Out of order

out-of-order-title = This terminal is out of order.
out-of-order-115 = Or call { $number }.
    .speech = Or call { DIGITS($number) }.
out-of-order-informed = The technicians have been told.
out-of-order-code = For staff: { $code }
    .speech = For staff: { LETTERS($code) }

## Opening hours

weekday = { WEEKDAY($day) }
today-weekday = today, { WEEKDAY($day) }
hours-span = { $opens }–{ $closes }
    .speech = { $opens } to { $closes }
hours-and = { $earlier } and { $later }
hours-of-day = { $spans }
    .speech = { $spans }
hours-with-note = { $hours } ({ $note })
    .speech = { $hours }, { $note }
hours-midnight = 24:00
    .speech = midnight
office-day-closed = closed
office-day-closed-because = closed: { $reason }
phone-day-closed = not available
phone-day-closed-because = not available: { $reason }

period = { DAY($first) } to { DAY($last) }
single-day = { DAY($day) }

office-short-until = open now until { $time }
    .speech = open now until { $time }
office-short-for-long = open now
office-short-today = opens today at { $time }
    .speech = opens today at { $time }
office-short-tomorrow = opens tomorrow at { $time }
    .speech = opens tomorrow at { $time }
office-short-weekday = opens on { WEEKDAY($day) } at { $time }
    .speech = opens on { WEEKDAY($day) } at { $time }
office-short-day = opens on { DAY($day) } at { $time }
    .speech = opens on { DAY($day) } at { $time }
office-short-closed = closed at present

office-full-until = Open now until { $time }.
    .speech = Open now until { $time }.
office-full-for-long = Open now.
office-full-today = Opens today at { $time }.
    .speech = Opens today at { $time }.
office-full-tomorrow = Opens tomorrow at { $time }.
    .speech = Opens tomorrow at { $time }.
office-full-weekday = Opens on { WEEKDAY($day) } at { $time }.
    .speech = Opens on { WEEKDAY($day) } at { $time }.
office-full-day = Opens on { DAY($day) } at { $time }.
    .speech = Opens on { DAY($day) } at { $time }.
office-full-closed = Closed now.
office-full-closed-because = Closed today: { $reason }.

phone-short-until = available now until { $time }
    .speech = available now until { $time }
phone-short-for-long = available now
phone-short-today = available again today at { $time }
    .speech = available again today at { $time }
phone-short-tomorrow = available again tomorrow at { $time }
    .speech = available again tomorrow at { $time }
phone-short-weekday = available again on { WEEKDAY($day) } at { $time }
    .speech = available again on { WEEKDAY($day) } at { $time }
phone-short-day = available again on { DAY($day) } at { $time }
    .speech = available again on { DAY($day) } at { $time }
phone-short-closed = not available at present

phone-full-until = Available now until { $time }.
    .speech = Available now until { $time }.
phone-full-for-long = Available now.
phone-full-today = Available again today at { $time }.
    .speech = Available again today at { $time }.
phone-full-tomorrow = Available again tomorrow at { $time }.
    .speech = Available again tomorrow at { $time }.
phone-full-weekday = Available again on { WEEKDAY($day) } at { $time }.
    .speech = Available again on { WEEKDAY($day) } at { $time }.
phone-full-day = Available again on { DAY($day) } at { $time }.
    .speech = Available again on { DAY($day) } at { $time }.
phone-full-closed = Not available now.
phone-full-closed-because = Not available today: { $reason }.
sentences = { $first } { $second }

## Details that look the same everywhere

value-address = { $street }, { $postcode } { $place }
    .speech = { STREET($street) }, { DIGITS($postcode) } { $place }
value-phone = { $number }
    .speech = { DIGITS($number) }
value-email = { $address }
    .speech = { ADDRESS($address) }
value-web = { $address }
    .speech = { ADDRESS($address) }
label-address = Address
label-room = Where in the building
label-phone = Phone
label-email = E-mail
label-web = Website

## How a voice says times, digits and signs

spoken-hour = { $hour ->
        [0] midnight
        [12] 12 noon
        [13] 1 pm
        [14] 2 pm
        [15] 3 pm
        [16] 4 pm
        [17] 5 pm
        [18] 6 pm
        [19] 7 pm
        [20] 8 pm
        [21] 9 pm
        [22] 10 pm
        [23] 11 pm
       *[other] { $hour } am
    }
spoken-time = { $hour ->
        [0] 12
        [13] 1
        [14] 2
        [15] 3
        [16] 4
        [17] 5
        [18] 6
        [19] 7
        [20] 8
        [21] 9
        [22] 10
        [23] 11
       *[other] { $hour }
    } { $minute ->
        [1] oh 1
        [2] oh 2
        [3] oh 3
        [4] oh 4
        [5] oh 5
        [6] oh 6
        [7] oh 7
        [8] oh 8
        [9] oh 9
       *[other] { $minute }
    } { $hour ->
        [0] am
        [1] am
        [2] am
        [3] am
        [4] am
        [5] am
        [6] am
        [7] am
        [8] am
        [9] am
        [10] am
        [11] am
       *[other] pm
    }
spoken-digits = zero one two three four five six seven eight nine
spoken-at = at
spoken-dot = dot
spoken-dash = dash
spoken-underscore = underscore
spoken-slash = slash
spoken-plus = plus
spoken-to = to
