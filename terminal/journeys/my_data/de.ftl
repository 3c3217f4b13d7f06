### Meine Daten. Wie man diese Datei schreibt, steht in terminal/texts/de.ftl.

my-data-title = Meine Daten
my-data-sublabel = Was auf meinem Ausweis steht
my-data-about = Was sagt mein Ausweis über mich?
my-data-about-text = Im Chip Ihres Ausweises stehen Ihr Name, Ihre Adresse und mehr. Hier können Sie es lesen und ausdrucken. Sie sehen vorher, wer was liest, und entscheiden selbst.
my-data-pin = Sie brauchen Ihren Ausweis und Ihre 6-stellige PIN.
my-data-begin = Ausweis lesen
my-data-help = Legen Sie Ihren Ausweis erst auf den Kartenleser, wenn wir Sie darum bitten.
my-data-shown = Das steht auf Ihrem Ausweis.
my-data-forgotten = Nehmen Sie Ihren Ausweis mit. Mit dem Ende Ihres Besuchs ist hier alles vergessen.
my-data-done = Fertig
my-data-print = Ausdrucken
my-data-help-shown = Stimmt etwas nicht mehr, zum Beispiel die Adresse? Das Bürgerbüro ändert es.
my-data-take-card = Nehmen Sie Ihren Ausweis mit und alles, was gedruckt wurde.
my-data-look-again = Daten noch einmal ansehen
my-data-no-proof = Das ist kein amtlicher Nachweis.
