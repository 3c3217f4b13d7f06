### Was „Termin buchen“ und „Ich habe einen Termin“ gemeinsam haben. Wie man diese Datei schreibt, steht in terminal/texts/de.ftl.

list-and = { $first }, { $second }

## Zeit aussuchen

appointment-when = Wann passt es Ihnen?
appointment-what-where = { $what } · { $where }
    .speech = { $what }, { $where }
appointment-for-persons = { $concern }, { $persons ->
        [one] { $persons } Person
       *[other] { $persons } Personen
    }
appointment-and-more = { $concern } und { $count } weitere
appointment-no-hours = keine Sprechzeit
appointment-looking = Wir sehen im Kalender nach.
appointment-looking-doing = Der Kalender wird gefragt, was frei ist.
appointment-holding = Wir halten den Platz für Sie frei.
appointment-holding-doing = Der Platz wird für Sie reserviert.
appointment-help-when = Tippen Sie auf den frühesten Termin. Oder wählen Sie erst einen Tag, dann eine Uhrzeit. Noch ist nichts gebucht.
appointment-hold-expired = Die Zeit für diesen Platz ist abgelaufen. Bitte wählen Sie noch einmal.

## Angaben

appointment-type-name = Ich tippe ihn ein
appointment-read-name = Mein Ausweis soll ihn nennen
appointment-name = Auf welchen Namen?
appointment-name-label = Vorname und Nachname
appointment-erased = { $days ->
        [0] Wir löschen Ihre Angaben nach dem Termin.
        [one] Wir löschen Ihre Angaben einen Tag nach dem Termin.
       *[other] Wir löschen Ihre Angaben { $days } Tage nach dem Termin.
    }
appointment-help-name = Schreiben Sie den Namen der Person, die kommt. Den Namen sehen nur die Mitarbeitenden.
appointment-email = Wie erreichen wir Sie per E-Mail?
appointment-email-confirmed = Dorthin schicken wir die Bestätigung. Sonst schreiben wir nur, wenn sich etwas ändert.
appointment-email-hint = Nur, wenn sich am Termin etwas ändert.
appointment-email-label = E-Mail-Adresse
appointment-no-email = Ohne E-Mail
appointment-phone = Wie erreichen wir Sie am Telefon?
appointment-phone-hint = Nur, wenn sich am Termin etwas ändert.
appointment-no-phone = Ohne Telefon
appointment-help-email = Diese Angabe ist freiwillig. Ohne sie geht es genauso.

## Prüfen und buchen

appointment-concern = Anliegen
appointment = Termin
appointment-before = Bisher
appointment-place = Ort
appointment-name-short = Name
appointment-none = keine Angabe
appointment-on = { DAY($day) }, { $time } Uhr
    .speech = { DAY($day) }, { $time }
appointment-nothing-booked = Noch ist nichts gebucht.
appointment-kept = Der Platz ist { $minutes } Minuten für Sie reserviert.
appointment-bring = Bitte bringen Sie mit: { $things }.
appointment-bring-label = Bitte bringen Sie mit
appointment-commit = Termin verbindlich buchen
appointment-change-commit = Neuen Termin buchen
appointment-help-review = Prüfen Sie alles in Ruhe. Mit „Ändern“ ändern Sie eine Angabe. Erst der große Knopf bucht den Termin.
appointment-confirming = Wir buchen Ihren Termin.
appointment-confirming-doing = Der Termin wird in den Kalender eingetragen.

## Gebucht

appointment-number-label = Ihre Terminnummer
appointment-number-name = Terminnummer
appointment-number = { $number }
    .speech = { DIGITS($number) }
appointment-where = { $office }, { $room }
appointment-where-floor = { $office }, { $floor }, { $room }
appointment-code = Fotografieren Sie den Code. Damit können Sie sich hier anmelden, den Termin ändern oder absagen.
appointment-help-done = Merken Sie sich die Nummer, oder fotografieren Sie den Code. Am Tag des Termins melden Sie sich damit an.

appointment-printing = Der Beleg wird gedruckt.
appointment-printed = Ihr Beleg ist gedruckt. Bitte nehmen Sie ihn mit.
appointment-not-printed = Der Drucker druckt gerade nicht. Bitte fotografieren Sie den Code.
appointment-perhaps-printed = Vielleicht ist der Beleg nicht ganz herausgekommen. Bitte fotografieren Sie zur Sicherheit den Code.
appointment-slip-code = Mit diesem Code melden Sie sich am Terminal an, verschieben den Termin oder sagen ihn ab.
appointment-slip-calendar = Mit diesem Code kommt der Termin in den Kalender Ihres Handys.

## E-Mail: was auf dem Bildschirm steht

mail-sending = Die Bestätigung wird per E-Mail geschickt.
mail-sent = Die Bestätigung ist an Ihre E-Mail-Adresse geschickt.
mail-not-sent = Die E-Mail lässt sich gerade nicht schicken.
mail-wrong-address = An Ihre E-Mail-Adresse lässt sich nichts schicken.
mail-perhaps-sent = Vielleicht kommt die E-Mail nicht an.
mail-note-sent = Das haben wir auch an die E-Mail-Adresse geschrieben, die beim Buchen angegeben war.
mail-note-not-sent = Eine E-Mail dazu lässt sich gerade nicht schicken. Abgesagt ist der Termin trotzdem.
mail-note-perhaps-sent = Vielleicht kommt keine E-Mail dazu an. Abgesagt ist der Termin trotzdem.

## E-Mail: was darin steht

mail-when = { $day }, { $time } Uhr
    .speech = { $day }, { $time }
mail-subject = Ihr Termin am { $when }
mail-subject-changed = Verschoben: Ihr Termin am { $when }
mail-subject-cancelled = Abgesagt: Ihr Termin am { $when }
mail-greeting = Guten Tag,
mail-booked = Ihr Termin ist gebucht.
mail-changed = Ihr Termin ist verschoben. Der bisherige gilt nicht mehr.
mail-cancelled = Ihr Termin ist abgesagt. Sie brauchen nicht zu kommen.
mail-code = Mit diesem Code melden Sie sich am Terminal an, verschieben den Termin oder sagen ihn ab. Im Anhang ist er auch als Bild.
mail-code-secret = Bitte geben Sie den Code nicht weiter. Wer ihn hat, kann den Termin absagen.
mail-attached = Im Anhang ist der Termin für Ihren Kalender.
mail-attached-changed = Im Anhang ist der neue Termin für Ihren Kalender. Die zweite Kalenderdatei nimmt den bisherigen heraus.
mail-attached-cancelled = Die Kalenderdatei im Anhang nimmt den Termin aus Ihrem Kalender. Geht das nicht, löschen Sie ihn dort bitte selbst.
mail-by-whom = Diese E-Mail hat das Terminal im Rathaus geschrieben.
mail-not-yours = Sie wissen nichts von diesem Termin? Dann hat sich jemand bei der Adresse vertippt. Bitte löschen Sie die E-Mail.
mail-file-new = Termin
mail-file-old = Termin-abgesagt
mail-file-code = Code

## Wenn es nicht geht

appointment-down-title = Wir erreichen den Kalender gerade nicht.
appointment-down-meaning = Es ist nichts gebucht. Ihre Angaben bleiben hier, solange Sie am Terminal sind.
appointment-nothing-free = In den nächsten { $days } Tagen ist nichts frei.
appointment-nothing-free-meaning = Manchmal wird ein Platz wieder frei. Unsere Mitarbeitenden wissen, was sonst geht.
appointment-too-many = An diesem Terminal wurde gerade sehr viel gebucht.
appointment-too-many-meaning = Darum bucht es für einige Zeit nichts mehr. Es ist nichts gebucht. Unsere Mitarbeitenden helfen Ihnen.
appointment-not-replaced = Der bisherige Termin lässt sich nicht mehr ändern.
appointment-not-replaced-meaning = Er wurde abgesagt, oder Sie sind schon angemeldet. Ein neuer Termin ist nicht gebucht.
appointment-take-hours = Öffnungszeiten mitnehmen
appointment-ask-people = Mit Menschen sprechen
appointment-ask-title = Hier hilft Ihnen jemand
appointment-by-phone = Am Telefon
appointment-understood = Verstanden
appointment-help-down = Versuchen Sie es noch einmal. Oder sprechen Sie mit Menschen, am Empfang oder am Telefon.
appointment-help-unknown = Bitte gehen Sie mit dem Code zum Empfang. Dort sieht man im Kalender nach.
