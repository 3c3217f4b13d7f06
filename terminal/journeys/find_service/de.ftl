### Dienstleistung finden. Wie man diese Datei schreibt, steht in terminal/texts/de.ftl.

service-title = Was brauche ich?
service-sublabel = Unterlagen, Kosten, zuständiges Amt
service-what = Worum geht es?
service-search = In eigenen Worten, zum Beispiel „Ausweis verloren“
service-which = Was davon?
service-which-letter = Mit welchem Buchstaben fängt es an?
service-all = Alles von A bis Z
service-opening = Einen Moment, die Auskunft wird geholt.
service-not-here = Nichts davon passt
service-not-sure = Das passt alles nicht
service-nothing = Dazu wurde nichts gefunden
service-people = Hier hilft Ihnen jemand weiter
service-people-title = Hier hilft Ihnen jemand weiter.
service-ask-115 = Rufen Sie die { $number } an. Dort weiß man, welches Amt zuständig ist.
    .speech = Rufen Sie die { DIGITS($number) } an. Dort weiß man, welches Amt zuständig ist.
service-ask-reception = Oder fragen Sie hier im Haus:

service-situation-documents = Ausweis und Urkunden
service-situation-moving = Umzug und Wohnen
service-situation-family = Kinder und Familie
service-situation-marriage = Heiraten
service-situation-vehicle = Auto und Verkehr
service-situation-money = Hilfe und Geld
service-situation-work = Arbeit
service-situation-business = Gewerbe und Firma
service-situation-building = Bauen und Grundstück
service-situation-taxes = Steuern und Abgaben
service-situation-school = Schule und Ausbildung
service-situation-disability = Behinderung und Pflege
service-situation-retirement = Rente und Alter
service-situation-immigration = Aufenthalt und Einbürgerung
service-situation-waste = Müll und Abfall
service-situation-animals = Tiere
service-situation-order = Ordnung, Feste und Umwelt
service-situation-participation = Wahlen und Mitreden
service-situation-death = Todesfall

service-topic-summary = Worum geht es genau?
service-topic-documents = Was muss ich mitbringen?
service-topic-fees = Was kostet das?
service-topic-procedure = Wie geht das?
service-topic-deadline = Bis wann muss ich das tun?
service-topic-duration = Wie lange dauert das?
service-topic-validity = Wie lange gilt das?
service-topic-prerequisites = Was ist die Voraussetzung?
service-topic-hints = Was sollte ich noch wissen?
service-topic-legal-basis = Wo steht das im Gesetz?

service-book = Termin buchen
service-office = Wer ist zuständig?
service-links = Formulare und Online-Dienste
service-no-links = Die Adressen sind zu lang für einen Code. Bitte fragen Sie im Amt danach.
service-print = Auf Papier mitnehmen
service-take-along = Aufs Handy mitnehmen
service-more-questions = Zurück zu den Fragen
service-code-online = Scannen Sie den Code mit der Kamera. Er öffnet den Online-Dienst.
service-code-text = Scannen Sie den Code mit der Kamera. So haben Sie auf dem Handy, was Sie mitbringen müssen.
service-as-of = Stand: { $day }

service-help-what = Tippen Sie auf „In eigenen Worten“ und schreiben Sie, was Sie brauchen. Sie können auch in Ihrer Sprache schreiben. Oder wählen Sie aus der Liste.
service-help-list = Wählen Sie, was am besten passt. Mit „Zurück“ kommen Sie wieder zur Suche.
service-help-about = Wählen Sie eine Frage. Die Antwort steht auf der nächsten Seite.
service-help-topic = Mit „Zurück zu den Fragen“ können Sie eine andere Frage wählen.
service-help-office = Hier lesen Sie, wer zuständig ist und wer Ihnen weiterhilft.
service-help-people = Rufen Sie an, oder fragen Sie im Haus.
service-help-take-along = Öffnen Sie die Kamera Ihres Handys. Halten Sie sie auf den Code. Tippen Sie dann auf die Meldung am Handy.
