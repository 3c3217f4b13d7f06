### Termin buchen. Wie man diese Datei schreibt, steht in terminal/texts/de.ftl.

book-title = Termin buchen
book-sublabel = Tag und Uhrzeit aussuchen
book-what = Wofür brauchen Sie den Termin?
book-what-else = Was möchten Sie noch erledigen?
book-search = Anliegen suchen, zum Beispiel „Umzug“
book-minutes = etwa { $minutes } Minuten
book-help-what = Wählen Sie Ihr Anliegen aus der Liste. Oder tippen Sie auf „Suchen“ und schreiben Sie, worum es geht.
book-with = Ist das alles?
book-more = Noch ein Anliegen dazu
book-for-several = Für mehrere Personen
book-choose-time = Zeit aussuchen
book-help-with = Hier können Sie noch etwas dazunehmen. Sonst suchen Sie gleich eine Zeit aus.
book-how-many = Für wie viele Personen?
book-persons = { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    }
book-where = Wohin möchten Sie kommen?
book-help-where = Alle diese Ämter können Ihnen helfen. Wählen Sie, wohin Sie kommen möchten.
book-done = Ihr Termin ist gebucht.
