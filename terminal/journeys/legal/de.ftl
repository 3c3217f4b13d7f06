### Datenschutz, Impressum, Barrierefreiheit. Wie man diese Datei schreibt, steht in terminal/texts/de.ftl.

legal-choose = Was möchten Sie lesen?
legal-privacy = Datenschutz
legal-privacy-more = was mit Ihren Daten geschieht
legal-imprint = Impressum
legal-imprint-more = wer für das Terminal verantwortlich ist
legal-accessibility = Barriere{"\u00AD"}freiheit
legal-accessibility-more = was geht, was nicht, und wem Sie es sagen
