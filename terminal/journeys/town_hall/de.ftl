### Amt finden. Wie man diese Datei schreibt, steht in terminal/texts/de.ftl.

town-hall-title = Amt finden
town-hall-sublabel = Öffnungszeiten, Raum, Telefon
town-hall-choose = Wen oder was suchen Sie?
town-hall-search = Suchen, zum Beispiel „Umzug“
town-hall-topic-room = { $office }, { $room }
town-hall-topic = Ihr Anliegen
town-hall-floor-room = { $floor }, { $room }
town-hall-hours = Öffnungszeiten
town-hall-closed-soon = Bald geschlossen
town-hall-take-along = Aufs Handy mitnehmen
town-hall-code = Scannen Sie den Code mit der Kamera. So speichern Sie Adresse und Kontakt auf dem Handy.
town-hall-code-hours = Scannen Sie den Code mit der Kamera. So speichern Sie Adresse, Kontakt und Öffnungszeiten auf dem Handy.
town-hall-code-address = Scannen Sie den Code mit der Kamera. So haben Sie die Adresse auf dem Handy.
town-hall-help-choose = Wählen Sie ein Amt aus der Liste. Oder tippen Sie auf „Suchen“ und schreiben Sie, worum es geht.
town-hall-help-page = Hier lesen Sie, wo das Amt ist und wann es geöffnet hat. Mit „Aufs Handy mitnehmen“ bekommen Sie alles als Code.
town-hall-help-take-along = Öffnen Sie die Kamera Ihres Handys. Halten Sie sie auf den Code. Tippen Sie dann auf die Meldung am Handy.
