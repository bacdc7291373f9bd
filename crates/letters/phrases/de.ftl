letters-nav = Briefe
letters-title = Serienbriefe und Etiketten
letters-lead = Drucken Sie Briefe und Adressetiketten für viele auf einmal. Was Sie hier schreiben, wird gedruckt und nicht gespeichert.
letters-whom = Für wen
letters-organisations = Organisationen selbst
letters-organisations-hint = Der Brief geht an die Organisation, ohne eine Person zu nennen.
letters-once = Wie oft
letters-once-hint = Ein Haushalt sind Personen mit derselben Postanschrift und demselben Eintrag unter „Haushalt“.
letters-once-place = Ein Brief je Haushalt und je Organisation
letters-once-person = Ein Brief für jede Person
letters-what = Was gedruckt wird
letters-what-kind = Art
letters-what-letters = Briefe
letters-what-labels = Etiketten
letters-place-and-date = Ort und Datum
letters-subject = Betreff
letters-text = Text
letters-text-hint = Leere Zeilen trennen Absätze, Zeilen mit „- “ am Anfang werden eine Liste. Diese Wörter werden für jeden Brief ausgefüllt:
letters-blank-salutation = die Anrede, zum Beispiel „Guten Tag …,“
letters-blank-name = der Name der Person oder des Haushalts
letters-blank-organisation = der Name der Organisation
letters-blank-function = die Funktion der Person
letters-signatory = Unterschrift
letters-sheet = Bogen
letters-sheet-of = { $count } je Blatt: { $columns } × { $rows }, { $width } × { $height } mm
letters-first = Erstes freies Etikett
letters-first-hint = Bei einem angebrochenen Bogen: gezählt von links nach rechts und von oben nach unten.
letters-check = Prüfen
letters-one = Ersten Brief ansehen
letters-print = Alle drucken (PDF)
letters-trace = Im Journal des Netzwerks steht danach, wer wie viele Briefe oder Etiketten gedruckt hat.
letters-checked = Das wird gedruckt
letters-count = { $pieces ->
    [0] Niemand wird erreicht.
    [one] Ein Brief oder Etikett für { $meant } Ausgewählte.
   *[other] { $pieces } Briefe oder Etiketten für { $meant } Ausgewählte.
 }
letters-missing = Ohne Postanschrift
letters-missing-count = { $count ->
    [one] Für eine Auswahl ist keine Postanschrift bekannt; sie wird nicht gedruckt.
   *[other] Für { $count } Ausgewählte ist keine Postanschrift bekannt; sie werden nicht gedruckt.
 }
letters-fault-nobody = Bitte wählen Sie mindestens eine Gruppe, Person oder Art von Organisation.
letters-fault-no-address = Für niemanden davon ist eine Postanschrift bekannt.
letters-fault-too-many = Das sind { $count } Stück; eine Datei fasst höchstens { $most }. Bitte wählen Sie weniger auf einmal aus.
letters-fault-blank = „{ $blank }“ kennen wir nicht. Möglich sind Anrede, Name, Organisation und Funktion in geschweiften Klammern.
letters-fault-household = Zu einem Haushalt gehört eine Anschrift.
letters-labels-title = Adressetiketten
letters-file = serienbrief
letters-file-labels = etiketten
letters-address = Postanschrift
letters-address-none = Briefe gehen an die Organisation.
letters-address-edit = Postanschrift ändern
letters-address-lead = Nur wenn Briefe nicht an die Organisation gehen sollen. Ohne Angaben hier wird deren Anschrift verwendet.
letters-address-save = Postanschrift speichern
letters-street = Straße und Hausnummer
letters-postcode = PLZ
letters-town = Ort
letters-household = Haushalt
letters-household-hint = Wie Briefe an alle gemeinsam adressiert werden, zum Beispiel „Familie Muster“. Wer dieselbe Anschrift und denselben Haushalt hat, bekommt einen Brief zusammen.
letters-holding = Postanschrift
letters-holding-purpose = Briefe auf Papier
journal-letters-printed = Serienbriefe gedruckt
journal-labels-printed = Etiketten gedruckt
journal-person-address = Postanschrift geändert
done-person-address = Die Postanschrift ist gespeichert.
archive-person-address = Postanschriften
archive-person-address-about = Eigene Postanschriften von Personen und ihr Haushalt.
archive-col-household = Haushalt
