### Mit dem Ausweis identifizieren. Wie man diese Datei schreibt, steht in terminal/texts/de.ftl.

identify-opening = Einen Moment bitte
identify-opening-doing = Der Dienst für den Ausweis wird gefragt.
identify-fetching = Lassen Sie den Ausweis noch liegen.
identify-fetching-doing = Ihre Daten werden geholt.
identify-consent = { $who } möchte lesen:
identify-agree = Ja, einverstanden
identify-refuse = Nein, nichts lesen
identify-refuse-sub = Dann erfährt niemand etwas
identify-optional-yes = Wird auch gelesen. Tippen, um es wegzulassen.
identify-optional-no = Wird nicht gelesen. Tippen, um es zu erlauben.
identify-help-consent = Nur was hier steht, wird aus Ihrem Ausweis gelesen. Wer es lesen will, hat der Staat geprüft: { $address }
    .speech = Nur was hier steht, wird aus Ihrem Ausweis gelesen. Wer es lesen will, hat der Staat geprüft: { ADDRESS($address) }
identify-refused = Es wurde nichts gelesen.
identify-refused-text = Sie haben nicht zugestimmt. Niemand hat etwas aus Ihrem Ausweis erfahren.
identify-blocked-text = Mit „PIN für den Ausweis“ auf der Startseite können Sie sie entsperren. Oder das Amt hilft Ihnen.
identify-forgotten = Ohne die PIN geht es nicht.
identify-forgotten-text = Mit „PIN für den Ausweis“ auf der Startseite erfahren Sie, wie Sie eine neue bekommen. Oder das Amt hilft Ihnen.
identify-not-permitted = Das geht an diesem Terminal nicht.
identify-not-permitted-text = Der Dienst für den Ausweis darf diese Daten nicht lesen, oder seine Antwort war nicht echt. Aus Ihrem Ausweis wird nichts verwendet.
identify-down = Der Dienst für den Ausweis antwortet gerade nicht.
identify-down-text = Es liegt nicht an Ihnen und nicht an Ihrem Ausweis. Versuchen Sie es noch einmal oder später.
identify-not-read = Der Ausweis konnte nicht gelesen werden.
identify-not-read-text = Vielleicht wurde er zu früh weggenommen. Legen Sie ihn neu auf und lassen Sie ihn liegen.

attribute-FamilyNames = Nachname
attribute-GivenNames = Vornamen
attribute-BirthName = Geburtsname
attribute-AcademicTitle = Doktorgrad
attribute-ArtisticName = Ordens- oder Künstlername
attribute-DateOfBirth = Geburtsdatum
attribute-PlaceOfBirth = Geburtsort
attribute-PlaceOfResidence = Adresse
attribute-Nationality = Staats­angehörigkeit
attribute-DocumentType = Art des Ausweises
attribute-IssuingState = Ausstellender Staat
attribute-DateOfExpiry = Gültig bis
