register-sign-in = Anmelden
register-sign-in-lead = Geben Sie Ihre E-Mail-Adresse an. Sie erhalten einen Link, mit dem Sie sich einmal anmelden können.
register-own-mail = Ihre E-Mail-Adresse
register-send-link = Anmelde-Link anfordern
register-with-other = Mit einem anderen Konto anmelden
register-with-other-lead = Sie melden sich bei Ihrem Träger oder Verband an und kommen danach hierher zurück.
register-with-password = Mit Passwort anmelden
register-with-password-lead = Wenn Sie in Ihrem Konto ein Passwort gesetzt haben, können Sie sich auch damit anmelden.
register-password = Passwort
register-sign-in-by-password = Mit Passwort anmelden
register-fault-password = E-Mail-Adresse und Passwort passen nicht zusammen. Mit einem Anmelde-Link kommen Sie auch ohne Passwort hinein.
register-sent = Bitte sehen Sie in Ihrem Postfach nach
register-sent-lead = Wenn zu dieser E-Mail-Adresse ein Konto gehört, ist ein Anmelde-Link unterwegs. Er gilt { $minutes } Minuten und genau einmal.
register-sent-advice = Keine E-Mail angekommen? Sehen Sie auch im Spam-Ordner nach und prüfen Sie, ob Sie die Adresse verwendet haben, unter der Ihr Netzwerk Sie kennt. Die Geschäftsstelle kann Ihnen ein Konto anlegen.
register-sent-again = Noch einmal anfordern
register-link = Anmeldung bestätigen
register-link-lead = Sie melden sich an als „{ $name }“.
register-link-go = Jetzt anmelden
register-link-gone = Dieser Link gilt nicht mehr
register-link-gone-lead = Ein Anmelde-Link gilt nur kurze Zeit und nur einmal. Fordern Sie einfach einen neuen an.
register-link-new = Neuen Link anfordern
done-register-signed-out = Sie sind abgemeldet.
letter-register-sign_in = Anmelde-Link
register-letter-sign-in-subject = Ihr Anmelde-Link
register-letter-sign-in-text =
    Guten Tag,

    mit diesem Link melden Sie sich bei { $site } an:

    { $link }

    Der Link gilt { $minutes } Minuten und genau einmal.

    Wenn Sie sich nicht anmelden wollten, brauchen Sie nichts zu tun. Geben Sie den Link bitte nicht weiter.
register-account = Konto
register-name-kept = Diesen Namen führt die Geschäftsstelle Ihres Netzwerks. Stimmt er nicht, sagen Sie ihr bitte Bescheid.
register-account-mail-kept = An diese Adresse gehen Ihre Anmelde-Links. Ändern kann sie die Geschäftsstelle.
register-own-factors = Zweiter Faktor für die Anmeldung
register-account-lang = Sprache der E-Mails zu Ihrem Konto
register-account-save = Konto speichern
register-password-set = Für Ihr Konto ist ein Passwort gesetzt.
register-password-none = Für Ihr Konto ist kein Passwort gesetzt. Sie melden sich mit einem Link an, den Sie per E-Mail erhalten; das genügt.
register-password-new = Neues Passwort
register-password-hint = Mindestens 12 Zeichen. Gut sind mehrere Wörter, die nur Sie so zusammenstellen.
register-password-again = Neues Passwort wiederholen
register-password-keep = Passwort setzen
register-password-change = Passwort ändern
register-password-remove-open = Passwort entfernen …
register-password-remove-consequence = Sie melden sich dann nur noch mit Link an. Auf anderen Geräten werden Sie abgemeldet.
register-password-remove = Passwort entfernen
register-fault-password-length = Das Passwort braucht mindestens 12 und höchstens 200 Zeichen.
register-fault-password-again = Die beiden Eingaben sind verschieden. Bitte geben Sie das neue Passwort zweimal gleich ein.
register-sessions = Wo Sie angemeldet sind
register-sessions-lead = Erkennen Sie einen Eintrag nicht wieder, beenden Sie ihn. Nach 30 Tagen ohne Nutzung endet eine Anmeldung von selbst.
register-session-browser = Browser
register-session-since = Angemeldet seit
register-session-used = Zuletzt genutzt
register-session-end-column = Beenden
register-session-this = Dieser Browser
register-session-end = Beenden
register-sessions-end = Alle anderen beenden
register-browser-unknown = Unbekannter Browser
done-register-account = Ihr Konto ist gespeichert.
done-register-password = Das Passwort gilt ab sofort. Auf anderen Geräten sind Sie abgemeldet.
done-register-password-gone = Das Passwort ist entfernt.
done-register-session-ended = Die Anmeldung ist beendet.
done-register-sessions-ended = Alle anderen Anmeldungen sind beendet.
register-setup = Kreis einrichten
register-setup-lead = Diese Installation ist noch leer. Legen Sie das erste Netzwerk und das Konto der Geschäftsstelle an.
register-setup-key = Einmal-Schlüssel
register-setup-key-hint = Er steht in der Ausgabe des Programms beim Start. Ein neuer Start macht ältere Schlüssel ungültig.
register-setup-network = Netzwerk
register-setup-you = Ihr Konto
register-your-name = Ihr Name oder Ihre Funktion
register-setup-go = Netzwerk einrichten
register-fault-setup-key = Dieser Schlüssel passt nicht. Bitte übernehmen Sie ihn genau aus der Ausgabe des letzten Starts.
done-register-set-up = Das Netzwerk ist eingerichtet, und Sie sind angemeldet. Bitte ergänzen Sie Impressum und Absender.
register-network-name = Name des Netzwerks
register-network-name-hint = Zum Beispiel „Kreisgruppe Musterstadt“.
register-slug = Adresse
register-slug-hint = Kleinbuchstaben, Ziffern und Bindestriche. Bleibt das Feld leer, entsteht die Adresse aus dem Namen.
register-slug-change-hint = Der erste Teil aller Adressen: Kleinbuchstaben, Ziffern und Bindestriche. Die alte Adresse leitet weiter.
register-association = Verband
register-association-hint = Die Zeile unter dem Namen, zum Beispiel der Landesverband, zu dem das Netzwerk gehört.
register-network-about = Wofür das Netzwerk steht
register-network-about-hint = Steht auf der öffentlichen Startseite. Leerzeilen trennen Absätze.
register-land = Bundesland
register-land-none = keines
register-land-bw = Baden-Württemberg
register-land-by = Bayern
register-land-be = Berlin
register-land-bb = Brandenburg
register-land-hb = Bremen
register-land-hh = Hamburg
register-land-he = Hessen
register-land-mv = Mecklenburg-Vorpommern
register-land-ni = Niedersachsen
register-land-nw = Nordrhein-Westfalen
register-land-rp = Rheinland-Pfalz
register-land-sl = Saarland
register-land-sn = Sachsen
register-land-st = Sachsen-Anhalt
register-land-sh = Schleswig-Holstein
register-land-th = Thüringen
register-lang-de = Deutsch
register-lang-en = Englisch
register-office = Geschäftsstelle
register-office-name = Bezeichnung
register-office-address = Postanschrift
register-office-phone = Telefon
register-office-mail = E-Mail
register-office-mail-hint = An diese Adresse gehen Antworten auf E-Mails des Netzwerks.
register-sender-name = Absendername der E-Mails
register-sender-name-hint = So heißt der Absender im Postfach der Empfangenden.
register-settings = Einstellungen
register-settings-lead = Was für das ganze Netzwerk gilt und was alle sehen.
register-settings-network = Netzwerk
register-settings-look = Farbe und Logo
register-settings-rules = Fristen und Rechtliches
register-settings-save = Einstellungen speichern
register-wordings = Mailtexte
register-wordings-lead = Was in den E-Mails des Netzwerks in Ihren eigenen Worten stehen soll. Bleibt ein Feld leer, gilt der eingebaute Text. Anrede, Termin, Ort, Tagesordnung und Links setzt das Programm ein.
register-wording-words = Text
register-wording-none = Ohne Eintrag steht hier nichts.
register-wording-none-blanks = Ohne Eintrag steht hier nichts. Platzhalter: { $blanks }
register-wording-built-in = Eingebauter Text: „{ $words }“
register-wording-built-in-blanks = Eingebauter Text: „{ $words }“ Platzhalter: { $blanks }
register-wording-closing = Schlussformel und Unterschrift
register-wording-closing-hint = Steht am Ende von Einladungen, Mitteilungen zu Terminen und E-Mails mit Protokollen.
register-salutation-nameless = Guten Tag,
register-salutation = Guten Tag { $name },
register-salutation-frau = Guten Tag Frau { $name },
register-salutation-herr = Guten Tag Herr { $name },
register-closing = Mit freundlichen Grüßen
    { $office }
register-sample-name = Leitung Musterhaus
register-wordings-preview = Vorschau
register-wordings-preview-lead = So sähe die E-Mail mit den Texten aus, die unten stehen. Gespeichert ist noch nichts.
register-wordings-letter = E-Mail
register-wordings-lang = Sprache der E-Mail
register-wordings-show = Vorschau zeigen
register-wordings-save = Mailtexte speichern
register-fault-blank = Den Platzhalter { $blank } kennt das Programm hier nicht. Bitte verwenden Sie nur die Platzhalter, die am Feld stehen, und geschweifte Klammern nur für sie.
done-register-wordings = Die Mailtexte sind gespeichert.
register-accent = Akzentfarbe
register-accent-hint-white = Als #rrggbb. Gespeichert ist { $accent }: Weiße Schrift steht darauf mit einem Kontrast von { $ratio } : 1; gut lesbar ist es ab 4,5 : 1.
register-accent-hint-dark = Als #rrggbb. Gespeichert ist { $accent }: Dunkle Schrift steht darauf mit einem Kontrast von { $ratio } : 1; gut lesbar ist es ab 4,5 : 1.
register-logo = Logo
register-logo-now = Jetziges Logo:
register-logo-hint = PNG, JPEG oder SVG, höchstens 512 KB.
register-logo-alt = Was das Logo zeigt
register-logo-alt-hint = Wird vorgelesen, wo das Bild nicht zu sehen ist. Mit einem Logo ist diese Angabe nötig.
register-logo-remove = Logo entfernen
register-objection-days = Frist für Einwände gegen Protokolle, in Tagen
register-objection-days-hint = So lange liegt ein Protokoll im Umlauf, bevor es als genehmigt gilt. Erlaubt sind 0 bis 365.
register-imprint = Impressum
register-imprint-hint = Die Angaben nach § 5 DDG. Ohne Impressum soll keine öffentliche Seite stehen.
done-register-settings = Die Einstellungen sind gespeichert.
register-fault-slug = Erlaubt sind 2 bis 60 Kleinbuchstaben, Ziffern und einzelne Bindestriche dazwischen.
register-fault-slug-reserved = Diese Adresse braucht das Programm selbst. Bitte wählen Sie eine andere.
register-fault-slug-taken = Diese Adresse gibt es schon. Bitte wählen Sie eine andere.
register-fault-colour = Bitte geben Sie die Farbe als #rrggbb an, zum Beispiel #17476d.
register-fault-contrast = Auf dieser Farbe ist weder weiße noch dunkle Schrift gut lesbar: höchstens { $ratio } : 1 statt 4,5 : 1. Bitte wählen Sie eine hellere oder dunklere.
register-fault-days = Bitte geben Sie 0 bis 365 Tage an.
register-fault-picture = Das ist kein PNG-, JPEG- oder SVG-Bild, oder die SVG-Datei enthält Skripte.
register-fault-logo-size = Das Bild ist größer als 512 KB.
register-fault-logo-pixels = Das Bild ist breiter oder höher als 4.000 Bildpunkte. Bitte verkleinern Sie es.
register-organisations = Organisationen
register-organisation = Organisation
register-organisation-new = Organisation anlegen
register-organisation-edit = Organisation bearbeiten
register-organisation-save = Organisation speichern
register-organisation-search = Name, Kurzname oder Ort
register-search-go = Suchen
register-search-none = Nichts gefunden für „{ $search }“
register-search-none-advice = Versuchen Sie es mit weniger oder anderen Wörtern.
register-organisations-none = Noch keine Organisationen
register-organisations-none-advice = Die Geschäftsstelle legt sie an und trägt ein, seit wann sie zum Netzwerk gehören.
register-member-count =
    { $count ->
        [0] Noch keine Mitgliedsorganisation
        [one] Eine Mitgliedsorganisation
       *[other] { $count } Mitgliedsorganisationen
    }
register-kinds = Art der Zugehörigkeit
register-tab-members = Mitglieder
register-tab-partners = Kooperation
register-tab-funders = Förderung
register-tab-guests = Gäste
register-tab-others = Ohne laufende Mitgliedschaft
register-tab-open = Aktuell
register-tab-closed = Abgeschlossen
register-kind-member = Mitglied
register-kind-partner = Kooperationspartnerin
register-kind-funder = Fördermittelgeberin
register-kind-guest = Gast
register-kind-none = Keine Mitgliedschaft
register-name = Name
register-short-name = Kurzname
register-short-name-hint = Eine Abkürzung, unter der alle die Organisation kennen.
register-address = Anschrift
register-street = Straße und Hausnummer
register-postcode = Postleitzahl
register-town = Ort
register-phone = Telefon
register-mail = E-Mail
register-mail-missing = Keine Adresse
register-web = Website
register-note = Notiz
register-note-hint = Sieht nur die Geschäftsstelle.
register-can-host = Kann Gastgeberin sein
register-can-host-long = Diese Organisation kann Gastgeberin eines Termins sein
register-yes = Ja
register-no = Nein
register-contact = Ansprechperson
register-contact-person = Ansprechperson
register-contact-long = Ist Ansprechperson dieser Organisation
register-contact-hint = Ansprechpersonen erhalten die Einladungen für ihre Organisation.
register-people = Personen
register-person-new = Person anlegen
register-person-edit = Person bearbeiten
register-person-save = Person speichern
register-person-search = Name, Funktion oder Organisation
register-people-count =
    { $count ->
        [0] Noch keine Person
        [one] Eine Person
       *[other] { $count } Personen
    }
register-people-none = Noch keine Personen
register-people-none-advice = Die Geschäftsstelle legt an, mit wem sie zu tun hat.
register-person-name-hint = So, wie der Name auf Seiten und in Briefen steht.
register-sort-name = Einsortieren unter
register-sort-name-hint = Zum Beispiel „Muster, Kim“. Bleibt das Feld leer, zählt der Name.
register-address-form = Anrede
register-address-neutral = Neutral, mit vollem Namen
register-address-frau = Frau
register-address-herr = Herr
register-lang = Sprache der E-Mails
register-functions = Funktionen
register-function = Funktion
register-function-hint = Was die Person dort ist, zum Beispiel „Geschäftsführung“.
register-function-new = Funktion hinzufügen
register-function-edit = Funktion bearbeiten
register-function-save = Funktion speichern
register-function-end = Funktion beenden
register-function-of = { $person }: { $function }, { $organisation }
register-function-end-consequence = Ab dem Tag danach steht die Person nicht mehr für diese Organisation und erhält dafür keine Einladungen.
register-functions-none = Keine Funktion eingetragen.
register-memberships = Mitgliedschaften
register-membership = Mitgliedschaft
register-membership-kind = Art der Mitgliedschaft
register-membership-new = Mitgliedschaft hinzufügen
register-membership-save = Mitgliedschaft speichern
register-membership-end = Mitgliedschaft beenden
register-membership-of = { $name }: { $kind }
register-membership-end-consequence = Ab dem Tag danach zählt die Organisation nicht mehr mit, und ihre Ansprechpersonen erhalten keine Einladungen an die Mitglieder.
register-memberships-none = Keine Mitgliedschaft eingetragen.
register-fault-membership-twice = In dieser Zeit besteht schon eine solche Mitgliedschaft.
register-in-groups-none = In keinem Gremium.
register-choose = Bitte wählen
register-from = Seit
register-from-hint = Der erste Tag; leer, wenn er nicht bekannt ist.
register-until = Bis
register-until-hint = Der letzte Tag; leer, solange kein Ende feststeht.
register-last-day = Letzter Tag
register-last-day-hint = Dieser Tag zählt noch dazu.
register-term-since = seit { $from }
register-term-until = bis { $until }
register-term-span = { $from } bis { $until }
register-fault-term = Das Ende liegt vor dem Anfang.
register-fault-name-taken = Eine Organisation mit diesem Namen gibt es hier schon.
register-fault-web = Bitte geben Sie eine Webadresse an, zum Beispiel https://www.beispiel.de.
register-state-closed = Abgeschlossen
register-state-ended = Beendet
register-tie-edit = Bearbeiten
register-tie-end = Beenden
register-tie-resume = Wieder aufnehmen
register-close-record = Eintrag abschließen
register-reopen = Wieder aufnehmen
register-close-question = „{ $name }“ abschließen?
register-close-organisation-consequence = Die Organisation erscheint nicht mehr in Listen und Auswahlen. Termine und Protokolle behalten ihren Namen.
register-close-person-consequence = Die Person erscheint nicht mehr in Listen und Verteilern. Termine und Protokolle behalten ihren Namen.
register-close-undo = Sie können den Eintrag später wieder aufnehmen.
register-account-none = Kein Konto
register-account-new = Konto anlegen
register-role-none = Ohne vergebene Rolle
register-office-give = In die Geschäftsstelle aufnehmen
register-office-take = Aus der Geschäftsstelle nehmen
register-office-question = „{ $name }“ aus der Geschäftsstelle nehmen?
register-office-consequence = Die Person kann das Netzwerk dann nicht mehr verwalten. Ihr Konto bleibt bestehen.
register-fault-watches = Wer über den Datenschutz wacht, kann nicht zugleich die Geschäftsstelle führen. Nehmen Sie zuerst die Aufgabe Datenschutz zurück.
register-fault-watched = Wer die Geschäftsstelle führt, kann nicht zugleich über den Datenschutz wachen. Bestimmen Sie dafür eine andere Person.
register-fault-last-office = Das ist die letzte Person der Geschäftsstelle. Nehmen Sie zuerst eine andere auf.
register-fault-account-mail = Für ein Konto braucht die Person eine E-Mail-Adresse.
register-fault-account-taken = Unter dieser E-Mail-Adresse hat in diesem Netzwerk schon jemand ein Konto.
register-groups = Gremien
register-groups-lead = Die ständigen Kreise des Netzwerks und wer in ihnen mitwirkt.
register-groups-none = Noch keine Gremien
register-groups-none-advice = Die Geschäftsstelle legt sie an: Kreisgruppe, Fachgruppen, Arbeitskreise.
register-group-new = Gremium anlegen
register-group-edit = Gremium bearbeiten
register-group-save = Gremium speichern
register-group-count =
    { $count ->
        [0] Noch niemand
        [one] Eine Mitwirkung
       *[other] { $count } Mitwirkungen
    }
register-led-by = Leitung: { $names }
register-group-about = Was das Gremium tut
register-group-about-hint = Leerzeilen trennen Absätze.
register-group-members = Wer mitwirkt
register-group-members-none = Noch niemand.
register-group-former = Wer früher mitwirkte
register-group-join = Mitwirkung hinzufügen
register-group-join-save = Mitwirkung speichern
register-group-leave = Mitwirkung beenden
register-group-leave-consequence = Ab dem Tag danach gehen Einladungen an dieses Gremium nicht mehr hierher.
register-group-close = Gremium beenden
register-group-reopen = Gremium wieder aufnehmen
register-group-close-question = „{ $name }“ beenden?
register-group-close-consequence = Das Gremium erscheint nicht mehr in Listen und Auswahlen. Seine Termine, Protokolle und Beschlüsse bleiben.
register-member = Person oder Organisation
register-member-hint = Eine Organisation wirkt durch ihre Ansprechpersonen mit.
register-member-of = { $name } in „{ $group }“
register-party-person = { $name } ({ $organisation })
register-party-organisation = Organisation: { $name }
register-function-in-group = Funktion im Gremium
register-leader = Leitung
register-leader-long = Leitet dieses Gremium
register-leader-hint = Die Leitung kann Tagesordnung, Einladung und Protokoll dieses Gremiums und seiner Untergremien bearbeiten. Eine Organisation leitet durch ihre Ansprechpersonen.
register-fault-member-twice = Wirkt in dieser Zeit schon mit.
register-journal = Verlauf
register-journal-by = { $when }, { $actor }
register-change = { $field } „{ $from }“ → „{ $to }“
register-change-set = { $field } „{ $to }“
register-change-emptied = { $field } „{ $from }“ entfernt
register-change-closed = { $field } geändert
journal-register-founded = Netzwerk gegründet
journal-register-added = Angelegt
journal-register-changed = Geändert
journal-register-wordings = Mailtexte geändert
journal-register-withdrawn = Wieder entfernt, weil das Einlesen zurückgenommen wurde
journal-register-closed = Eintrag abgeschlossen
journal-register-reopened = Wieder aufgenommen
journal-register-logo-set = Logo gesetzt
journal-register-logo-removed = Logo entfernt
journal-register-membership-added = Mitgliedschaft eingetragen
journal-register-membership-ended = Mitgliedschaft beendet
journal-register-membership-resumed = Mitgliedschaft wieder aufgenommen
journal-register-function-added = Funktion eingetragen
journal-register-function-changed = Funktion geändert
journal-register-function-ended = Funktion beendet
journal-register-function-resumed = Funktion wieder aufgenommen
journal-register-joined = Mitwirkung eingetragen
journal-register-left = Mitwirkung beendet
journal-register-rejoined = Mitwirkung wieder aufgenommen
journal-register-account-added = Konto angelegt
journal-register-office-given = In die Geschäftsstelle aufgenommen
journal-register-office-taken = Aus der Geschäftsstelle genommen
done-register-organisation-added = Die Organisation ist angelegt.
done-register-organisation-changed = Die Organisation ist gespeichert.
done-register-person-added = Die Person ist angelegt. Tragen Sie jetzt ihre Funktion ein.
done-register-person-changed = Die Person ist gespeichert.
done-register-closed = Der Eintrag ist abgeschlossen.
done-register-reopened = Der Eintrag ist wieder aufgenommen.
done-register-membership-added = Die Mitgliedschaft ist eingetragen.
done-register-membership-ended = Die Mitgliedschaft ist beendet.
done-register-membership-resumed = Die Mitgliedschaft geht weiter.
done-register-function-added = Die Funktion ist eingetragen.
done-register-function-changed = Die Funktion ist gespeichert.
done-register-function-ended = Die Funktion ist beendet.
done-register-function-resumed = Die Funktion geht weiter.
done-register-account-added = Das Konto ist angelegt. Die Person kann sich mit ihrer E-Mail-Adresse anmelden.
done-register-office-given = Die Person gehört jetzt zur Geschäftsstelle.
done-register-office-taken = Die Person gehört nicht mehr zur Geschäftsstelle.
done-register-group-added = Das Gremium ist angelegt.
done-register-group-changed = Das Gremium ist gespeichert.
done-register-group-closed = Das Gremium ist beendet.
done-register-group-reopened = Das Gremium ist wieder aufgenommen.
done-register-group-joined = Die Mitwirkung ist eingetragen.
done-register-group-left = Die Mitwirkung ist beendet.
done-register-group-rejoined = Die Mitwirkung geht weiter.
register-operation = Zustand der Installation ansehen
register-own-calendar = Persönlicher Kalender zum Abonnieren
register-invited = Nur eingeladen?
register-invited-lead = Zum Antworten auf eine Einladung brauchen Sie kein Konto, nur den Link aus der E-Mail.
register-invited-again = Link noch einmal senden lassen
register-voting = Stimmberechtigt
register-voting-long = Gibt die Stimme dieser Organisation ab
register-voting-hint = Jede Mitgliedsorganisation hat eine Stimme. Ist niemand so gekennzeichnet, spricht die Ansprechperson, die es am längsten ist.
register-contact-voting = Ansprechperson, stimmberechtigt
register-fault-voting = Stimmberechtigt kann nur eine Ansprechperson sein.
register-fault-voting-taken = Die Stimme dieser Organisation hat in dieser Zeit schon { $person }.
register-vote-take = Stimmrecht übernehmen
register-vote-take-hint = Wer die Stimme bisher hat, bleibt Ansprechperson und gibt sie ab.
register-group = Gremium
register-person = Person
register-group-parent = Teil von
register-group-parent-none = Steht für sich
register-group-parent-hint = Wer das obere Gremium leitet, leitet auch dieses. Wer mitwirkt, gehört nur dem Gremium an, in dem die Person eingetragen ist.
register-fault-group-circle = Dieses Gremium gehört selbst zum gewählten. Bitte wählen Sie ein anderes.
register-group-part-of = Teil von
register-group-below = Untergremien
register-group-below-none = Keine Untergremien.
register-group-below-new = Untergremium anlegen
register-leads-from = Leitet auch dieses Gremium, als Leitung von „{ $group }“
register-lists = Verteiler
register-lists-lead-short = Personen nach Merkmalen, immer auf dem neuesten Stand.
register-lists-lead = Ein Verteiler sagt, wen Sie meinen, zum Beispiel alle Leitungen der Mitglieder in einem Ort. Wer dazugehört, ergibt sich bei jeder Verwendung neu.
register-lists-none = Noch keine Verteiler
register-lists-none-advice = Legen Sie einen an, wenn Sie immer wieder dieselben Personen einladen.
register-list-new = Verteiler anlegen
register-list-edit = Verteiler bearbeiten
register-list-save = Verteiler speichern
register-list-form-lead = Alle Angaben müssen auf dieselbe Funktion einer Person zutreffen. Was leer bleibt, schränkt nicht ein.
register-list-wanted = Wer dazugehört
register-list-people = Wer jetzt dazugehört
register-list-name-hint = Zum Beispiel „Leitungen der Mitglieder in Weimar“.
register-list-functions = Funktion enthält
register-list-functions-hint = Ein Wort genügt, zum Beispiel „Leitung“. Mehrere trennen Sie mit Kommas; eines davon muss vorkommen.
register-list-region = Region, die die Organisation bedient
register-list-region-hint = Name oder amtlicher Schlüssel. Was in der Region liegt, zählt mit.
register-list-works-hint = Es genügt, wenn die Organisation in einem davon arbeitet.
register-list-own = Eigene Felder
register-list-own-hint = Bei Texten genügt ein Teil davon.
register-list-by-region = Region: { $region } und was darin liegt
register-list-by-works = Arbeitsfelder: { $works }
register-list-town = Ort der Organisation
register-list-town-hint = Ein Teil des Namens genügt: „Weimar“ findet auch „Weimar-Tröbsdorf“.
register-list-about = Wofür der Verteiler da ist
register-list-any-contact = Alle
register-list-contacts = Nur Ansprechpersonen
register-list-no-contacts = Nur wer keine Ansprechperson ist
register-list-any-kind = Jede Art, auch ohne Mitgliedschaft
register-list-any-group = Jedes Gremium, auch keines
register-list-by-function = Funktion enthält: { $names }
register-list-by-kind = Organisation ist: { $kind }
register-list-by-town = Ort: { $town }
register-list-by-group = Gremium: { $group }
register-list-nobody = Niemand
register-list-nobody-advice = Zurzeit trifft das auf niemanden zu.
register-list-preview = Vorschau
register-list-preview-show = Vorschau zeigen
register-list-close-open = Verteiler beenden …
register-list-close-consequence = Der Verteiler steht dann nicht mehr zur Wahl; wo er schon gewählt ist, erreicht er niemanden mehr. Sie können ihn wieder aufnehmen.
register-list-close = Verteiler beenden
register-list-reopen = Verteiler wieder aufnehmen
register-fault-list-empty = Bitte sagen Sie mindestens ein Merkmal: Funktion, Ansprechperson, Art, Ort oder Gremium.
register-fault-list-taken = Einen Verteiler mit diesem Namen gibt es schon.
done-register-list-added = Der Verteiler ist angelegt.
done-register-list-changed = Der Verteiler ist gespeichert.
done-register-list-closed = Der Verteiler ist beendet.
done-register-list-reopened = Der Verteiler ist wieder aufgenommen.
register-handover = Nachfolge
register-successor = Nachfolge
register-handover-day-hint = Ab dem Tag danach hat die Nachfolge die Funktion.
register-handover-person = Person, die es schon gibt
register-handover-new-person = Eine neue Person
register-handover-or-new = Oder eine neue Person:
register-handover-groups = Mitwirkungen, die an die Nachfolge gehen
register-handover-note = Aufgaben bleiben, bei wem sie sind, bis Sie sie umschreiben.
register-handover-preview-show = Vorschau zeigen
register-handover-preview-again = Vorschau erneuern
register-handover-preview = Was geschieht
register-handover-save = Nachfolge eintragen
register-handover-ends = { $person } ist bis { $day } „{ $function }“ ({ $organisation }).
register-handover-begins = { $person } ist ab { $day } „{ $function }“ ({ $organisation }).
register-handover-contact = { $person } wird Ansprechperson und erhält die Einladungen der Organisation.
register-handover-voting = { $person } gibt die Stimme der Organisation ab.
register-handover-leads = { $person } leitet „{ $group }“.
register-handover-group = { $person } wirkt in „{ $group }“ mit.
register-handover-of = Nachfolge als „{ $function }“: { $from } → { $to }, letzter Tag { $day }
register-handover-undo-open = Nachfolge zurücknehmen …
register-handover-undo-consequence = Funktion und Mitwirkungen gelten wieder wie vorher. Wer dafür neu angelegt wurde, bleibt angelegt; umgeschriebene Einladungen bleiben, wie sie sind.
register-handover-undo = Nachfolge zurücknehmen
register-fault-handed-over = Für diese Funktion ist schon eine Nachfolge eingetragen.
register-fault-handover-day = An diesem Tag besteht die Funktion nicht.
register-fault-handover-same = Das ist die Person, die die Funktion jetzt hat.
register-fault-handover-closed = Dieser Eintrag ist abgeschlossen.
register-fault-handover-both = Bitte wählen Sie eine Person oder legen Sie eine neue an, nicht beides.
register-fault-handover-nobody = Bitte wählen Sie eine Person oder geben Sie unten einen Namen an.
register-fault-handover-group = Diese Mitwirkung besteht am letzten Tag nicht.
register-fault-handover-changed = Funktion oder Mitwirkung wurden seither geändert. Bitte ändern Sie sie einzeln.
done-register-handed-over = Die Nachfolge ist eingetragen. Hier steht, was noch zu tun ist.
done-register-handover-undone = Die Nachfolge ist zurückgenommen.
journal-register-handed-over = Nachfolge eingetragen
journal-register-handover-undone = Nachfolge zurückgenommen
journal-register-function-removed = Funktion zurückgenommen
journal-register-part-removed = Mitwirkung zurückgenommen
register-follows = Was daraus folgt
register-follows-lead = Stand heute. Es ergibt sich aus Funktionen, Mitgliedschaften und Gremien und ändert sich mit ihnen.
register-follows-networks = Netzwerke
register-follows-network = { $network }: { $kind } durch { $organisation }
register-follows-networks-none = Gehört durch keine Organisation zu einem Netzwerk
register-follows-groups = Wirkt mit in
register-follows-through = { $name }, durch { $organisation }
register-follows-leads = Leitet
register-follows-above = { $name }, als Leitung eines Gremiums darüber
register-follows-leads-none = Kein Gremium
register-follows-contact = Ansprechperson für
register-follows-contact-none = Keine Organisation
register-follows-votes = Stimmberechtigt für
register-follows-votes-none = Keine Organisation
register-follows-lists = Verteiler
register-follows-lists-none = In keinem Verteiler
register-list-count =
    { $count ->
        [0] Niemand
        [one] Eine Person
       *[other] { $count } Personen
    }
register-list-today =
    { $count ->
        [0] Heute gehört niemand dazu.
        [one] Heute gehört eine Person dazu.
       *[other] Heute gehören { $count } Personen dazu.
    }
register-list-would =
    { $count ->
        [0] So gehörte heute niemand dazu. Gespeichert ist noch nichts.
        [one] So gehörte heute eine Person dazu. Gespeichert ist noch nichts.
       *[other] So gehörten heute { $count } Personen dazu. Gespeichert ist noch nichts.
    }
register-list-first = Gezeigt sind die ersten { $count }.

# Was das Register über Personen speichert.
register-own-data = Was über Sie gespeichert ist
register-holding-account = Konto
register-holding-account-purpose = Anmelden und eigene Angaben machen
register-holding-account-mail = E-Mail-Adresse des Kontos
register-holding-account-name = Name des Kontos
register-holding-account-stays = Das Konto gehört auch zu anderen Netzwerken oder zum Betrieb. Es verliert hier alle Rechte.
register-holding-session = Anmeldung in einem Browser
register-holding-link = Persönlicher Link
register-link-sign-in = Zum Anmelden
register-link-calendar = Zum eigenen Kalender
register-link-reply = Zum Antworten auf eine Einladung
register-link-task-done = Zum Abschließen einer Aufgabe
register-link-objection = Für einen Einwand gegen ein Protokoll
register-link-date-poll = Zum Antworten in einer Terminumfrage
register-retained-links = Abgelaufene Zugangslinks
register-retained-links-hint = Zählt vom Tag, an dem der Link abgelaufen ist oder gesperrt wurde.
register-retained-changes = Angesehene Änderungen von Kontakten
register-retained-changes-hint = Zählt vom Tag, an dem die Geschäftsstelle die Änderung angesehen hat. Der Eintrag der Organisation bleibt, wie er ist.
register-look-person = Seite der Person geöffnet
journal-register-change-accepted = Änderung angesehen und so gelassen
register-holding-record = Eintrag im Verzeichnis
register-holding-record-purpose = Mitgliedsorganisationen über ihre Ansprechpersonen erreichen, Gremien besetzen
register-holding-group = Gremium
register-retained-former = Ehemalige Ansprechpersonen ohne Funktion
register-retained-former-hint = Zählt vom letzten Tag der letzten Funktion. Die Person wird mit allem gelöscht, was nicht bleiben muss.
journal-register-protection-given = Rolle Datenschutz vergeben
journal-register-protection-taken = Rolle Datenschutz entzogen

register-moves-functions = { $count ->
        [one] 1 Funktion
       *[other] { $count } Funktionen
    }
register-moves-memberships = { $count ->
        [one] 1 Mitgliedschaft
       *[other] { $count } Mitgliedschaften
    }
register-moves-parts = { $count ->
        [one] 1 Mitwirkung in Gremien
       *[other] { $count } Mitwirkungen in Gremien
    }
register-moves-members = { $count ->
        [one] 1 Mitwirkung
       *[other] { $count } Mitwirkungen
    }
register-moves-groups = { $count ->
        [one] 1 Untergremium
       *[other] { $count } Untergremien
    }
register-moves-roles = { $count ->
        [one] 1 vergebene Rolle
       *[other] { $count } vergebene Rollen
    }
register-moves-lists = { $count ->
        [one] 1 Verteiler, der das Gremium nennt
       *[other] { $count } Verteiler, die das Gremium nennen
    }
register-moves-votes = { $count ->
        [one] 1 Stimmrecht: die Organisation, die bleibt, hat schon jemanden dafür
       *[other] { $count } Stimmrechte: die Organisation, die bleibt, hat schon jemanden dafür
    }
register-moves-accounts = { $count ->
        [one] 1 Konto
       *[other] { $count } Konten
    }
register-moves-links = { $count ->
        [one] 1 Verweis aus E-Mails
       *[other] { $count } Verweise aus E-Mails
    }
register-moves-journal = { $count ->
        [one] 1 Eintrag im Verlauf
       *[other] { $count } Einträge im Verlauf
    }

register-alike = Gibt es das schon?
register-alike-lead = Diese Einträge sehen ähnlich aus. Die Verweise öffnen ein neues Fenster; was Sie getippt haben, bleibt hier stehen.
register-alike-anyway = Trotzdem anlegen, es ist ein eigener Eintrag
register-alike-name = gleicher Name
register-alike-spelling = Name ähnlich
register-alike-initial = Vorname passt zum Anfangsbuchstaben
register-alike-short = gleiche Kurzbezeichnung
register-alike-mail = gleiche E-Mail-Adresse
register-alike-phone = gleiche Telefonnummer
register-alike-web = gleiche Website
register-alike-address = gleiche Anschrift
register-fault-alike = Sehen Sie die ähnlichen Einträge durch. Ist Ihrer nicht dabei, setzen Sie hier den Haken.
journal-register-merged = Mit einem anderen Eintrag zusammengeführt
journal-register-merge-undone = Zusammenführung zurückgenommen

register-letters = Anfangsbuchstaben
register-letter = Namen ab { $letter }
register-search-more = Es gibt mehr Treffer, als hier stehen. Schreiben Sie mehr vom Namen oder ein zweites Wort.
