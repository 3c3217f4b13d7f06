### Alle Texte rund um die Anliegen, auf Deutsch.
###
### id = Text auf dem Bildschirm
###     .speech = derselbe Text, wie ihn eine Stimme sagt
###
### .speech braucht jeder Text mit Ziffernfolgen (115), Uhrzeiten, Abkürzungen, "·" oder "/". "10:20 Uhr" heißt in
### .speech nur { $time }: Die Stimme sagt dann "10 Uhr 20". Ein weiches Trennzeichen schreibt man {"\u00AD"}, damit man
### es sieht. Geschützte Leerzeichen ("10:20 Uhr") und das Zeichen in "E-Mail" setzt das Programm selbst.
### Funktionen: DAY "Donnerstag, 3. Dezember", WEEKDAY "Donnerstag", SHORTDAY "3. Dez", SHORTWEEKDAY "Do", DAYNUMBER "3"; für .speech: DIGITS "eins eins fünf" (Nummern),
### Kopf und Leiste

app-name = Bürger-Terminal
clock = { $time }
    .speech = Es ist { $time }.
help = Hilfe
end-visit = Besuch beenden
back = Zurück
language-name = Deutsch
comfort = Größere Schrift

## Start

start-greeting = Guten Tag.
start-title = Was möchten Sie erledigen?
start-legal = Datenschutz · Impressum
    .speech = Datenschutz und Impressum

## Hilfe

help-title = So kommen Sie weiter
help-general = Wenn Sie nicht weiterkommen
help-bar = Unten finden Sie „Zurück“ und „Besuch beenden“, sobald Sie etwas gewählt haben. Wenn Sie gehen, löschen wir Ihre Eingaben.
help-desk = Bitte fragen Sie am Empfang. Die Mitarbeitenden helfen Ihnen gern.
help-115 = Oder rufen Sie die { $number } an. Dort hilft Ihnen ein Mensch.
    .speech = Oder rufen Sie die { DIGITS($number) } an. Dort hilft Ihnen ein Mensch.

## Sprache und was es leichter macht

language-title = In welcher Sprache möchten Sie lesen?
comfort-title = So ist es für Sie leichter
comfort-hint = Gilt sofort und nur für Ihren Besuch.
comfort-size = Schrift
comfort-time = Zeit
comfort-done = Fertig
size-normal = Normal
size-large = Groß
size-larger = Größer
size-largest = Am größten
time-usual = Normal
time-more = Mehr Zeit

## Blättern, Listen, Suche

page-previous = Vorige
page-next = Weitere
page-of = Seite { $page } von { $pages }
search-nothing = Dazu haben wir nichts gefunden.
search-other = Versuchen Sie ein anderes Wort. Oder fragen Sie am Empfang.
search-clear = Suche leeren

## Eingabe

next = Weiter
change = Ändern
hide-input = Eingabe verdecken
show-input = Eingabe zeigen
nothing-typed = Eingabe fehlt
email-at-missing = In der E-Mail-Adresse fehlt das @.
    .speech = In der E-Mail-Adresse fehlt das At-Zeichen.
email-incomplete = Die E-Mail-Adresse ist noch nicht vollständig.
input-too-long = Das ist zu lang. Es passen höchstens { $longest } Zeichen.
input-too-short = Das ist zu kurz. Es müssen { $shortest } Ziffern sein.
digits-only = Hier passen nur Ziffern.
scan-is-no-code = Das ist kein Code von einem Beleg. Bitte tippen Sie die Nummer ein.
character-not-possible = Dieses Zeichen geht hier nicht.
key-shift = Groß
    .speech = Großbuchstaben
key-backspace = Löschen
    .speech = Letztes Zeichen löschen
key-alphabet = { $letters }
    .speech = Andere Buchstaben: { $letters }
key-space = Leertaste
key-at = @
    .speech = At-Zeichen
key-dot = .
    .speech = Punkt
key-underscore = _
    .speech = Unterstrich
key-comma = ,
    .speech = Komma
key-hyphen = -
    .speech = Bindestrich
key-apostrophe = '
    .speech = Apostroph
key-and = &
    .speech = Und-Zeichen
keyboard-close = Tastatur schließen
key-clear = Alles löschen

## Termin wählen

slot-earliest = Frühester Termin
slot-time-of-day = { DAY($day) }, { $time } Uhr
    .speech = { DAY($day) }, { $time }
slot-time-of-day-short = { SHORTWEEKDAY($day) }, { SHORTDAY($day) }, { $time }
    .speech = { DAY($day) }, { $time }
slot-earlier = Früher
    .speech = Frühere Tage
slot-later = Später
    .speech = Spätere Tage
slot-week = { SHORTDAY($first) } – { SHORTDAY($last) }
    .speech = { DAY($first) } bis { DAY($last) }
slot-weekday = { SHORTWEEKDAY($day) }
    .speech = { DAY($day) }
slot-day-number = { DAYNUMBER($day) }
slot-free = { $count } frei
    .speech = { $count ->
        [one] eine Zeit frei
       *[other] { $count } Zeiten frei
    }
slot-full = voll
    .speech = nichts mehr frei
slot-closed = zu
    .speech = geschlossen
slot-full-day = Am { DAY($day) } ist nichts mehr frei.
slot-closed-day = Am { DAY($day) } ist geschlossen: { $reason }.
slot-full-week = In dieser Woche ist nichts mehr frei. Mit „Später“ sehen Sie die nächste Woche.
slot-day = { DAY($day) }
slot-day-part = { DAY($day) }: { $part }
slot-morning = Vormittag
slot-afternoon = Nachmittag
slot-time = { $time }
slot-next = Weiter mit { $time } Uhr
    .speech = Weiter mit { $time }
slot-time-missing = Uhrzeit fehlt
slot-looking = Wir sehen nach, was frei ist.
slot-lost = Dieser Platz ist gerade vergeben worden. Bitte wählen Sie einen anderen.
slot-other-day = Anderer Tag
slot-more-times = Mehr Zeiten

## Prüfen und Ergebnis

review-title = Stimmt alles?
done-end = Fertig
done-more = Noch etwas erledigen
slip-printing = Ihr Zettel wird gedruckt.
slip-printed = Ihr Zettel ist gedruckt.
slip-not-printed = Der Drucker druckt gerade nicht.
slip-perhaps-printed = Vielleicht ist der Zettel nicht ganz herausgekommen. Bitte sehen Sie nach.
qr-title = Aufs Handy mitnehmen

## Sind Sie noch da?

still-there-title = Sind Sie noch da?
still-there-text = Sonst beenden wir Ihren Besuch und löschen Ihre Eingaben.
still-there-seconds = { $seconds ->
        [one] Sekunde
       *[other] Sekunden
    }
    .speech = { $seconds ->
        [one] Noch eine Sekunde
       *[other] Noch { $seconds } Sekunden
    }
still-there-yes = Ja, weitermachen
still-there-no = Nein, Besuch beenden
words-in-german = Dieser Text ist auf Deutsch.
words-in-other-language = Dieser Text ist in einer anderen Sprache ({ $language }).
closing-text = Einen Moment bitte.
card-left-title = Bitte nehmen Sie Ihre Karte mit.
card-left-text = Ihre Karte liegt noch auf dem Kartenleser.

## Es dauert, oder es geht nicht

work-longer = Es dauert länger als sonst. Mit „Zurück“ können Sie aufhören.
work-longer-wait = Es dauert länger als sonst. Bitte warten Sie noch.
trouble-title = Das hat gerade nicht geklappt.
trouble-text = Es ist nichts geschehen. Ihre Angaben bleiben hier, solange Sie am Terminal sind.
trouble-comfort = Es liegt nicht an Ihnen. Oft hilft es, kurz zu warten.
try-again = Noch einmal versuchen
other-ways = Das können Sie auch tun
unknown-title = Wir wissen nicht, ob es geklappt hat.
unknown-text = Wir konnten nicht feststellen, ob Ihre Angaben angekommen sind. Bitte fragen Sie am Empfang.
unknown-code = Nennen Sie dort diesen Code: { $code }
    .speech = Nennen Sie dort diesen Code: { LETTERS($code) }
staff-code = Für Mitarbeitende: { $code }
    .speech = Für Mitarbeitende: { LETTERS($code) }
text-missing = Hier fehlt ein Text. Bitte fragen Sie am Empfang.

## Außer Betrieb

out-of-order-title = Dieses Terminal ist gerade außer Betrieb.
out-of-order-115 = Oder rufen Sie die { $number } an.
    .speech = Oder rufen Sie die { DIGITS($number) } an.
out-of-order-informed = Die Technik ist informiert.
out-of-order-code = Für Mitarbeitende: { $code }
    .speech = Für Mitarbeitende: { LETTERS($code) }

## Öffnungszeiten

weekday = { WEEKDAY($day) }
today-weekday = heute, { WEEKDAY($day) }
hours-span = { $opens }–{ $closes }
    .speech = { $opens } bis { $closes }
hours-and = { $earlier } und { $later }
hours-of-day = { $spans } Uhr
    .speech = { $spans }
hours-with-note = { $hours } ({ $note })
    .speech = { $hours }, { $note }
hours-midnight = 24:00
    .speech = Mitternacht
office-day-closed = geschlossen
office-day-closed-because = geschlossen: { $reason }
phone-day-closed = nicht erreichbar
phone-day-closed-because = nicht erreichbar: { $reason }

period = { DAY($first) } bis { DAY($last) }
single-day = { DAY($day) }

office-short-until = jetzt geöffnet bis { $time } Uhr
    .speech = jetzt geöffnet bis { $time }
office-short-for-long = jetzt geöffnet
office-short-today = öffnet heute um { $time } Uhr
    .speech = öffnet heute um { $time }
office-short-tomorrow = öffnet morgen um { $time } Uhr
    .speech = öffnet morgen um { $time }
office-short-weekday = öffnet am { WEEKDAY($day) } um { $time } Uhr
    .speech = öffnet am { WEEKDAY($day) } um { $time }
office-short-day = öffnet am { DAY($day) }, um { $time } Uhr
    .speech = öffnet am { DAY($day) }, um { $time }
office-short-closed = zurzeit geschlossen

office-full-until = Jetzt geöffnet bis { $time } Uhr.
    .speech = Jetzt geöffnet bis { $time }.
office-full-for-long = Jetzt geöffnet.
office-full-today = Öffnet heute um { $time } Uhr.
    .speech = Öffnet heute um { $time }.
office-full-tomorrow = Öffnet morgen um { $time } Uhr.
    .speech = Öffnet morgen um { $time }.
office-full-weekday = Öffnet am { WEEKDAY($day) } um { $time } Uhr.
    .speech = Öffnet am { WEEKDAY($day) } um { $time }.
office-full-day = Öffnet am { DAY($day) }, um { $time } Uhr.
    .speech = Öffnet am { DAY($day) }, um { $time }.
office-full-closed = Jetzt geschlossen.
office-full-closed-because = Heute geschlossen: { $reason }.

phone-short-until = jetzt erreichbar bis { $time } Uhr
    .speech = jetzt erreichbar bis { $time }
phone-short-for-long = jetzt erreichbar
phone-short-today = wieder erreichbar heute um { $time } Uhr
    .speech = wieder erreichbar heute um { $time }
phone-short-tomorrow = wieder erreichbar morgen um { $time } Uhr
    .speech = wieder erreichbar morgen um { $time }
phone-short-weekday = wieder erreichbar am { WEEKDAY($day) } um { $time } Uhr
    .speech = wieder erreichbar am { WEEKDAY($day) } um { $time }
phone-short-day = wieder erreichbar am { DAY($day) }, um { $time } Uhr
    .speech = wieder erreichbar am { DAY($day) }, um { $time }
phone-short-closed = zurzeit nicht erreichbar

phone-full-until = Jetzt erreichbar bis { $time } Uhr.
    .speech = Jetzt erreichbar bis { $time }.
phone-full-for-long = Jetzt erreichbar.
phone-full-today = Wieder erreichbar heute um { $time } Uhr.
    .speech = Wieder erreichbar heute um { $time }.
phone-full-tomorrow = Wieder erreichbar morgen um { $time } Uhr.
    .speech = Wieder erreichbar morgen um { $time }.
phone-full-weekday = Wieder erreichbar am { WEEKDAY($day) } um { $time } Uhr.
    .speech = Wieder erreichbar am { WEEKDAY($day) } um { $time }.
phone-full-day = Wieder erreichbar am { DAY($day) }, um { $time } Uhr.
    .speech = Wieder erreichbar am { DAY($day) }, um { $time }.
phone-full-closed = Jetzt nicht erreichbar.
phone-full-closed-because = Heute nicht erreichbar: { $reason }.
sentences = { $first } { $second }

## Angaben, die überall gleich aussehen

value-address = { $street }, { $postcode } { $place }
    .speech = { STREET($street) }, { DIGITS($postcode) } { $place }
value-phone = { $number }
    .speech = { DIGITS($number) }
value-email = { $address }
    .speech = { ADDRESS($address) }
value-web = { $address }
    .speech = { ADDRESS($address) }
label-address = Adresse
label-room = Wo im Haus
label-phone = Telefon
label-email = E-Mail
label-web = Internet

## So sagt eine Stimme Zeiten, Ziffern und Zeichen

spoken-hour = { $hour } Uhr
spoken-time = { $hour } Uhr { $minute }
spoken-digits = null eins zwei drei vier fünf sechs sieben acht neun
spoken-at = at
spoken-dot = Punkt
spoken-dash = Bindestrich
spoken-underscore = Unterstrich
spoken-slash = Schrägstrich
spoken-plus = plus
spoken-to = bis
