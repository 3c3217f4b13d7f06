### Ich habe einen Termin. Wie man diese Datei schreibt, steht in terminal/texts/de.ftl.

mine-title = Ich habe einen Termin
mine-sublabel = anmelden, ändern, absagen
mine-number = Wie ist Ihre Terminnummer?
mine-number-where = Sie steht auf Ihrem Beleg. Sie hat 6 Ziffern.
mine-number-or-scan = Tippen Sie die Nummer ein. Oder halten Sie den Code von Ihrem Beleg an den Scanner.
mine-help-number = Die Nummer haben Sie beim Buchen bekommen. Ohne Nummer hilft Ihnen der Empfang.
mine-finding = Wir suchen Ihren Termin.
mine-finding-doing = Der Kalender wird nach Ihrem Termin gefragt.
mine-down-meaning = An Ihrem Termin hat sich nichts geändert. Anmelden können Sie sich auch am Empfang.
mine-what = Was möchten Sie tun?
mine-check-in = Ich bin jetzt da
mine-check-in-sub = für den Termin anmelden
mine-change = Termin verschieben
mine-cancel = Termin absagen
mine-needs-code = nur mit dem Code von Ihrem Beleg
mine-help-what = Melden Sie sich an, wenn Sie zum Termin gekommen sind. Verschieben und absagen geht mit dem Code.

## Anmelden

mine-checking-in = Wir melden Sie an.
mine-checking-in-doing = Wir sagen im Amt Bescheid, dass Sie da sind.
mine-here = Sie sind angemeldet.
mine-already-here = Sie sind schon angemeldet.
mine-go-to = Bitte gehen Sie hierhin: { $place }
mine-wait = Wir rufen Sie mit dieser Nummer auf.
mine-help-here = Merken Sie sich Nummer und Raum. Setzen Sie sich vor den Raum, bis Ihre Nummer aufgerufen wird.

## Verschieben und absagen

mine-changed = Ihr Termin ist verschoben.
mine-really = Möchten Sie diesen Termin absagen?
mine-nothing-cancelled = Noch ist nichts abgesagt.
mine-cancel-commit = Termin absagen
mine-help-cancel = Erst der große Knopf sagt den Termin ab. Mit „Zurück“ behalten Sie ihn.
mine-cancelling = Wir sagen Ihren Termin ab.
mine-cancelling-doing = Der Termin wird aus dem Kalender genommen.
mine-cancelled = Ihr Termin ist abgesagt.
mine-cancelled-free = Der Platz ist jetzt für andere frei. Ihre Angaben sind gelöscht.

## Was nicht geht, und was dann hilft

mine-other-number = Andere Nummer
mine-unknown = Diese Nummer kennen wir nicht.
mine-unknown-meaning = Bitte sehen Sie auf Ihrem Beleg nach. Die Nummer gilt nur am Tag des Termins, sonst brauchen wir den Code.
mine-too-many = An diesem Terminal waren gerade viele Nummern falsch.
mine-too-many-meaning = Darum nimmt es für einige Zeit keine mehr an. Ihr Termin bleibt, wie er ist.
mine-other-town = Dieser Termin ist in einer anderen Stadt.
mine-other-town-meaning = Der Code gehört nicht zu uns. Auf Ihrem Beleg steht, wohin Sie müssen.
mine-early = Sie sind früh da.
mine-early-meaning = Anmelden können Sie sich ab { $time } Uhr. Bitte kommen Sie dann noch einmal hierher.
    .speech = Anmelden können Sie sich ab { $time }. Bitte kommen Sie dann noch einmal hierher.
mine-late = Die Zeit zum Anmelden ist vorbei.
mine-late-meaning = Anmelden ging bis { $time } Uhr. Bitte fragen Sie, ob Sie heute noch drankommen.
    .speech = Anmelden ging bis { $time }. Bitte fragen Sie, ob Sie heute noch drankommen.
mine-wrong-day = Ihr Termin ist nicht heute.
mine-wrong-day-meaning = Er ist am { DAY($day) }. Bitte kommen Sie an diesem Tag.
mine-no-more = Diesen Termin gibt es nicht mehr.
mine-no-more-meaning = Er wurde abgesagt oder verschoben. Nach dem Verschieben gilt der neue Beleg.
mine-needs-code-title = Dafür brauchen wir den Code von Ihrem Beleg.
mine-needs-code-meaning = Die Nummer allein könnte jemand abgelesen haben. Mit dem Code geht es, oder mit unseren Mitarbeitenden.
mine-staff-only = Diesen Termin können nur Mitarbeitende verschieben.
mine-staff-only-meaning = Ihr Termin bleibt, wie er ist.
mine-help-refused = Auf dieser Seite steht, warum es nicht geht. Am Empfang hilft Ihnen jemand weiter.
