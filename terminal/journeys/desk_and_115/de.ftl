### Mit Menschen sprechen. Wie man diese Datei schreibt, steht in terminal/texts/de.ftl.

help-desk-title = Mit Menschen sprechen
help-desk-sublabel = am Empfang oder am Telefon
help-desk-choose = Mit wem möchten Sie sprechen?
help-desk-help = Am Empfang hilft Ihnen jemand hier im Haus. Die { $number } hilft Ihnen am Telefon.
    .speech = Am Empfang hilft Ihnen jemand hier im Haus. Die { DIGITS($number) } hilft Ihnen am Telefon.
help-desk-option-desk = Zum Empfang gehen
help-desk-option-phone = { $number } anrufen
    .speech = { DIGITS($number) } anrufen
help-desk-here = hier im Haus
help-desk-go = So finden Sie den Empfang
help-desk-hours = Öffnungszeiten
help-desk-call = Rufen Sie die { $number } an.
    .speech = Rufen Sie die { DIGITS($number) } an.
help-desk-what = Die { $number } ist für alle Fragen an Ämter da. Dort erfahren Sie, wer Ihnen hilft und was Sie brauchen.
    .speech = Die { DIGITS($number) } ist für alle Fragen an Ämter da. Dort erfahren Sie, wer Ihnen hilft und was Sie brauchen.
help-desk-code-title = Mit dem Handy anrufen
help-desk-code = Scannen Sie den Code mit der Kamera. Ihr Handy schlägt dann vor, die { $number } anzurufen.
    .speech = Scannen Sie den Code mit der Kamera. Ihr Handy schlägt dann vor, die { DIGITS($number) } anzurufen.
help-desk-phone-hours = Dann ist jemand am Telefon
