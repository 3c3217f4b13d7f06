### All texts around the journeys, in English. How these files are written: see de.ftl.

## Header and bar

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
help-bar = “Back” and “End visit” are always at the bottom. When you leave, we delete everything you have entered.
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
position = { $index } of { $count }
search-nothing = We found nothing for this.
search-other = Try another word. Or ask at the reception desk.
search-clear = Clear search
search-found = { $count ->
        [one] { $count } result
       *[other] { $count } results
    }

## Typing

next = Continue
change = Change
hide-input = Hide what I type
show-input = Show what I type
input-hidden = What you type is hidden
nothing-typed = nothing entered yet
email-at-missing = The @ is missing in the e-mail address.
    .speech = The at sign is missing in the e-mail address.
email-incomplete = The e-mail address is not complete yet.
input-too-long = That is too long. There is room for { $longest } characters.
digits-only = Only digits can be used here.
character-not-possible = This character cannot be used here.
key-shift = Capitals
    .speech = Capital letters
key-backspace = Delete
    .speech = Delete the last character
key-space = Space
key-clear = Delete all

## Check and result

review-title = Is everything right?
review-nothing-yet = Nothing has been sent yet.
done-end = Finish
done-more = Do something else
qr-title = Take it with you
qr-scan = Scan the code with the camera of your phone.

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
closing-text = One moment, please.

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
out-of-order-desk = Please go to the reception desk.
out-of-order-115 = Or call { $number }.
    .speech = Or call { DIGITS($number) }.
out-of-order-informed = The technicians have been told.
out-of-order-code = For staff: { $code }
    .speech = For staff: { LETTERS($code) }

## What a voice adds

role-banner = Header
role-heading = Heading
role-text = Text
role-button = Button
role-option = Option
role-field = Text field
role-key = Key
role-link = Link
role-list = List
role-note = Note
role-image = Picture
role-progress = Progress
role-timer = Time left
state-selected = selected
state-unavailable = not available
state-disabled = not possible yet
state-invalid = please check
state-covered = hidden
state-main = main button
state-because = { $state }: { $reason }

## Opening hours

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
hours-closed = closed
hours-closed-because = closed: { $reason }

open-until = open now until { $time }
    .speech = open now until { $time }
open-for-long = open now
opens-today = opens today at { $time }
    .speech = opens today at { $time }
opens-tomorrow = opens tomorrow at { $time }
    .speech = opens tomorrow at { $time }
opens-weekday = opens on { WEEKDAY($day) } at { $time }
    .speech = opens on { WEEKDAY($day) } at { $time }
opens-day = opens on { DAY($day) } at { $time }
    .speech = opens on { DAY($day) } at { $time }
closed-for-long = closed at present

now-open-until = Open now until { $time }.
    .speech = Open now until { $time }.
now-open-for-long = Open now.
now-closed = Closed now.
now-closed-because = Closed today: { $reason }.
next-today = Opens today at { $time }.
    .speech = Opens today at { $time }.
next-tomorrow = Opens tomorrow at { $time }.
    .speech = Opens tomorrow at { $time }.
next-weekday = Opens on { WEEKDAY($day) } at { $time }.
    .speech = Opens on { WEEKDAY($day) } at { $time }.
next-day = Opens on { DAY($day) } at { $time }.
    .speech = Opens on { DAY($day) } at { $time }.
sentences = { $first } { $second }

## How a voice says times, digits and signs

spoken-time = { $minute ->
        [0] { $hour } o’clock
        [1] { $hour } oh { $minute }
        [2] { $hour } oh { $minute }
        [3] { $hour } oh { $minute }
        [4] { $hour } oh { $minute }
        [5] { $hour } oh { $minute }
        [6] { $hour } oh { $minute }
        [7] { $hour } oh { $minute }
        [8] { $hour } oh { $minute }
        [9] { $hour } oh { $minute }
       *[other] { $hour } { $minute }
    }
spoken-digits = zero one two three four five six seven eight nine
spoken-at = at
spoken-dot = dot
spoken-dash = dash
spoken-underscore = underscore
spoken-slash = slash
spoken-plus = plus
spoken-to = to
