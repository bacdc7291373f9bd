publishing-nav-home = Startseite
publishing-nav-start = Intern
publishing-posts = Meldungen
publishing-posts-of = Meldungen { $year }
publishing-posts-none = Noch keine Meldungen
publishing-posts-none-text = Sobald die Geschäftsstelle etwas veröffentlicht, steht es hier.
publishing-post-count =
    { $count ->
        [one] 1 Meldung
       *[other] { $count } Meldungen
    }
publishing-latest = Neueste
publishing-years = Meldungen nach Jahr
publishing-feed = Meldungen als Feed (Atom)
publishing-feed-title = Meldungen: { $network }
publishing-all-posts = Alle Meldungen
publishing-all-tags = Alle Schlagworte
publishing-all-gatherings = Alle Termine
publishing-tags = Schlagworte
publishing-tag = Schlagwort
publishing-tag-title = { $tag }
publishing-tags-none = Noch keine Schlagworte
publishing-tags-none-text = Schlagworte entstehen, wenn Meldungen sie tragen.
publishing-for-members = Für Mitglieder
publishing-for-invited = Für Eingeladene
publishing-for-office = Nur für die Geschäftsstelle
publishing-draft = Entwurf
publishing-drafts = Entwürfe
publishing-drafts-due =
    { $count ->
        [one] Ein Entwurf ist noch nicht veröffentlicht
       *[other] { $count } Entwürfe sind noch nicht veröffentlicht
    }
publishing-write = Meldung schreiben
publishing-write-title = Meldung schreiben
publishing-edit-title = „{ $title }“ bearbeiten
publishing-edit = Bearbeiten
publishing-publish = Veröffentlichen
publishing-withdraw = Zurückziehen
publishing-delete = Entwurf löschen
publishing-delete-question = Entwurf „{ $title }“ löschen?
publishing-delete-consequence = Text und Bild der Meldung sind danach nicht mehr da. Das lässt sich nicht rückgängig machen.
publishing-save = Meldung speichern
publishing-preview = Vorschau
publishing-newer = Den anderen Stand ansehen
publishing-post-aside = Zur Meldung
publishing-post-gathering = Zum Termin
publishing-post-gathering-hint = Dort stehen auch Einladung, Tagesordnung und weitere Dokumente.
publishing-post-links = Links
publishing-report = Bericht
publishing-report-none = Noch kein Bericht
publishing-report-none-text = Ein Bericht erscheint bei den Meldungen und hier am Termin.
publishing-report-write = Bericht schreiben
publishing-report-edit = Bericht bearbeiten
publishing-field-title = Überschrift
publishing-field-source = Quelle
publishing-field-source-hint = Ort und Kürzel wie in der Zeitung, zum Beispiel: Celle (lkc)
publishing-field-day = Datum der Meldung
publishing-field-day-hint = Bleibt das Feld leer, gilt der Tag der Veröffentlichung.
publishing-field-lead = Vorspann
publishing-field-lead-hint = Ein oder zwei Sätze, die auch in der Übersicht stehen.
publishing-field-body = Text
publishing-field-body-hint = Eine Leerzeile trennt Absätze.
publishing-help = Überschriften, Listen und Links im Text
publishing-help-paragraph = Neuer Absatz: eine Zeile frei lassen.
publishing-help-heading = Zwischenüberschrift: ## vor die Zeile setzen.
publishing-help-list = Liste: jede Zeile mit einem Bindestrich und einem Leerzeichen beginnen.
publishing-help-strong = Hervorheben: **Wort** in zwei Sternchen setzen.
publishing-help-link = Link: [Beschriftung](https://www.beispiel.de).
publishing-field-links = Weiterführende Links
publishing-field-links-hint = Je Zeile eine Adresse, dahinter die Beschriftung: https://www.beispiel.de Pressemitteilung
publishing-field-tags = Schlagworte
publishing-field-tags-hint = Durch Kommas getrennt, zum Beispiel: Ehrenamt, Arbeit
publishing-picture = Bild
publishing-field-picture = Bilddatei
publishing-field-picture-hint = JPEG, PNG oder WebP mit höchstens 8 MB. Angaben der Kamera wie Ort und Zeit werden entfernt. Muss das Formular noch einmal abgeschickt werden, wählen Sie die Datei bitte erneut.
publishing-field-picture-remove = Bild entfernen
publishing-field-alt = Bildbeschreibung
publishing-field-alt-hint = Was ist zu sehen? Für Menschen, die das Bild nicht sehen. Mit Bild nötig.
publishing-field-caption = Bildunterschrift
publishing-field-caption-hint = Steht unter dem Bild, auch mit der Quelle des Fotos.
publishing-field-audience = Wer darf die Meldung lesen?
publishing-audience-public = Alle
publishing-audience-members = Mitglieder des Netzwerks
publishing-audience-office = Nur die Geschäftsstelle
publishing-fault-day = Das Datum liegt in der Zukunft. Bitte geben Sie heute oder einen früheren Tag an.
publishing-fault-tags = Bitte nennen Sie höchstens { $max } Schlagworte.
publishing-fault-tag = Bitte verwenden Sie für jedes Schlagwort Buchstaben oder Ziffern und höchstens { $max } Zeichen.
publishing-fault-link = Diese Zeile beginnt nicht mit einer Adresse im Netz: „{ $line }“. Bitte beginnen Sie mit https://.
publishing-fault-picture-size = Das Bild ist zu groß. Bitte wählen Sie eine Datei mit höchstens { $max } MB.
publishing-fault-picture-type = Diese Datei ist kein Bild im Format JPEG, PNG oder WebP.
publishing-fault-alt = Bitte beschreiben Sie das Bild für Menschen, die es nicht sehen.
publishing-fault-empty = Zum Veröffentlichen braucht die Meldung einen Vorspann oder einen Text.
publishing-fault-published = Diese Meldung ist veröffentlicht. Bitte ziehen Sie sie zurück, bevor Sie sie löschen.
publishing-fault-stale = Jemand anderes hat diese Meldung inzwischen geändert. Ihr Text steht noch hier. Wenn Sie noch einmal speichern, ersetzt er den anderen Stand.
done-post-written = Der Entwurf ist gespeichert. Öffentlich ist er noch nicht.
done-post-changed = Die Änderungen sind gespeichert.
done-post-published = Die Meldung ist veröffentlicht.
done-post-withdrawn = Die Meldung ist zurückgezogen und wieder ein Entwurf.
done-post-deleted = Der Entwurf ist gelöscht.
done-page-texts = Die Texte sind gespeichert.
journal-post-written = Meldung als Entwurf geschrieben
journal-post-changed = Meldung geändert
journal-post-published = Meldung veröffentlicht
journal-post-withdrawn = Meldung zurückgezogen
journal-post-deleted = Entwurf einer Meldung gelöscht
journal-page-texts-changed = Texte der rechtlichen Seiten geändert
found-gathering = Termin
found-minutes = Protokoll
found-decision = Beschluss
found-post = Meldung
found-organisation = Organisation
found-person = Person
publishing-search = Suche
publishing-search-label = Wonach suchen Sie?
publishing-search-button = Suchen
publishing-search-hits = Treffer
publishing-search-hint = Die Suche geht durch Termine, Protokolle, Beschlüsse und Meldungen, soweit Sie sie lesen dürfen.
publishing-search-none = Nichts gefunden
publishing-search-none-text = Versuchen Sie es mit weniger oder anderen Wörtern. Gesucht wird nach Einträgen, in denen alle Wörter vorkommen. Oder sehen Sie hier nach:
publishing-search-more = Es gibt noch mehr Treffer. Ein weiteres Wort grenzt die Suche ein.
publishing-hits =
    { $count ->
        [0] Keine Treffer
        [one] 1 Treffer
       *[other] { $count } Treffer
    }
publishing-front-title = Kreis, das digitale Büro für regionale Netzwerke
publishing-front-networks = Netzwerke
publishing-front-lead = Hier arbeiten regionale Netzwerke zusammen: mit Terminen, Protokollen, Beschlüssen und Meldungen an einem Ort.
publishing-front-what = Kreis plant Sitzungen, verschickt Einladungen, führt Protokoll, merkt sich Beschlüsse und Aufgaben und stellt ins Netz, was öffentlich sein soll.
publishing-front-set-up = Einrichten
publishing-front-set-up-text = Auf dieser Installation gibt es noch kein Netzwerk. Wer sie betreibt, richtet das erste mit dem einmaligen Schlüssel ein, den das Programm beim Start ausgibt.
publishing-front-set-up-link = Erstes Netzwerk einrichten
publishing-home-about = Wofür wir stehen
publishing-home-no-about = Hier fehlt noch, wofür das Netzwerk steht
publishing-home-no-about-advice = Ein paar Sätze dazu tragen Sie in den Einstellungen des Netzwerks ein.
publishing-home-posts = Neueste Meldungen
publishing-home-aside = Über das Netzwerk
publishing-home-members = Mitgliedsorganisationen
publishing-home-groups = Gremien
publishing-home-parent = Teil von
publishing-home-children = Netzwerke darin
publishing-home-office = Geschäftsstelle
publishing-phone = Telefon:
publishing-mail = E-Mail:
publishing-start-title = Was ansteht
publishing-start-none = Gerade steht nichts an
publishing-start-none-text = Neue Einladungen, Aufgaben und Protokolle erscheinen hier.
publishing-start-acts = Neu anlegen und pflegen
publishing-act-gathering = Termin anlegen
publishing-act-post = Meldung schreiben
publishing-act-people = Personen
publishing-act-texts = Datenschutz und Barrierefreiheit ergänzen
publishing-mend = Jetzt ergänzen
publishing-warning-imprint = Das Impressum ist unvollständig. Jede öffentliche Seite braucht den Namen, die Anschrift und eine E-Mail-Adresse der verantwortlichen Stelle.
publishing-warning-imprint-link = Angaben der Geschäftsstelle ergänzen
publishing-warning-privacy = Der Datenschutzerklärung fehlen Angaben der verantwortlichen Stelle.
publishing-warning-enforcement = Der Erklärung zur Barrierefreiheit fehlt die Durchsetzungs- oder Schlichtungsstelle Ihres Landes.
publishing-operator = Betrieb dieser Installation
publishing-own-text = Ergänzende Angaben
publishing-imprint-provider = Anbieter dieser Seiten (§ 5 DDG)
publishing-imprint-content = Verantwortlich für den Inhalt (§ 18 Abs. 2 MStV)
publishing-imprint-content-text = Verantwortlich ist die oben genannte Stelle: { $name }.
publishing-imprint-networks = Impressum der Netzwerke
publishing-imprint-networks-text = Für die Seiten eines Netzwerks ist dessen Geschäftsstelle verantwortlich:
publishing-texts-title = Texte der rechtlichen Seiten
publishing-texts-lead = Was das Programm selbst tut, steht schon auf den Seiten. Ergänzen Sie hier, was nur Sie wissen.
publishing-texts-german = Deutsch
publishing-texts-english = Englisch
publishing-texts-privacy = Ergänzung zur Datenschutzerklärung
publishing-texts-privacy-hint = Zum Beispiel: wer den Server betreibt und was er protokolliert, wer Datenschutzbeauftragte oder Datenschutzbeauftragter ist.
publishing-texts-accessibility = Ergänzung zur Erklärung zur Barrierefreiheit
publishing-texts-accessibility-hint = Zum Beispiel: bekannte Hindernisse auf Ihren Seiten und in Ihren Dokumenten.
publishing-texts-enforcement = Durchsetzungs- oder Schlichtungsstelle
publishing-texts-enforcement-hint = Name, Anschrift und Kontakt der Stelle, an die man sich wenden kann, wenn Sie auf einen Hinweis nicht antworten.
publishing-texts-save = Texte speichern
publishing-privacy-lead = Diese Seite beschreibt, was mit persönlichen Daten geschieht, wenn Sie hier lesen, eingeladen werden oder sich anmelden.
publishing-privacy-demo = Dies ist eine Vorführung mit Beispieldaten. Keine E-Mail verlässt den Rechner, und es werden keine echten Personen genannt.
publishing-privacy-who = Wer verantwortlich ist
publishing-privacy-networks = Für die Daten eines Netzwerks ist dessen Geschäftsstelle verantwortlich. Jedes Netzwerk hat eine eigene Erklärung:
publishing-privacy-reading = Wenn Sie hier nur lesen
publishing-privacy-reading-1 = Beim Lesen der öffentlichen Seiten wird kein Cookie gesetzt. Es gibt keine Zählung von Besuchen, keine Werbung und keine Profile.
publishing-privacy-reading-2 = Alles, was eine Seite zeigt, kommt von diesem Server: Schriften, Bilder und Programme. Ihr Browser ruft dafür nichts von anderen Stellen ab. Erst wenn Sie einem Link zu einer anderen Seite folgen, erfährt diese davon.
publishing-privacy-reading-3 = Das Programm schreibt zu jedem Aufruf eine Zeile in sein Protokoll: Zeitpunkt, Art und Ergebnis des Aufrufs und den Anfang der Adresse der Seite. Ihre IP-Adresse, Ihr Name und Ihre Suchwörter stehen nicht darin. Bei Versuchen, sich anzumelden, zählt das Programm im Arbeitsspeicher kurz mit, wie viele von derselben IP-Adresse und für dieselbe E-Mail-Adresse kommen, um das Durchprobieren von Passwörtern zu verhindern. Ob ein vorgeschalteter Webserver mehr festhält, sagt, wer den Server betreibt.
publishing-privacy-cookie = Ein einziges Cookie, nur nach der Anmeldung
publishing-privacy-cookie-text = Wer sich anmeldet, erhält ein Cookie, das die Sitzung wiedererkennt. Ohne dieses Cookie geht die Anmeldung nicht; deshalb braucht es keine Einwilligung (§ 25 Abs. 2 Nr. 2 TDDDG). Beim Abmelden wird es gelöscht, sonst läuft es von selbst ab. Es dient keinem anderen Zweck.
publishing-privacy-kept = Was gespeichert wird und wofür
publishing-privacy-kept-text = Die Geschäftsstelle führt mit diesem Programm ihr Netzwerk. Dafür werden gespeichert:
publishing-privacy-kept-register = Verzeichnis: Namen, Funktionen, Organisationen, dienstliche Anschriften, Telefonnummern und E-Mail-Adressen der Personen, mit denen die Geschäftsstelle arbeitet, und ihre Zugehörigkeit zu Gremien. Zweck: einladen, erreichen, vertreten.
publishing-privacy-kept-gatherings = Termine: wer eingeladen oder nach einem passenden Tag gefragt wurde, wie jemand geantwortet hat, wer teilnahm oder vertreten wurde, wer gesprochen hat. Zweck: Sitzungen vorbereiten und nachweisen.
publishing-privacy-kept-minutes = Protokolle, Beschlüsse und Aufgaben: was besprochen und vereinbart wurde und wer was bis wann übernimmt, dazu Einwände. Zweck: Vereinbartes festhalten und umsetzen.
publishing-privacy-kept-account = Konten: E-Mail-Adresse, Rolle, ein nicht umkehrbarer Prüfwert des Passworts, falls eines gesetzt ist, und laufende Sitzungen mit Beginn, letzter Nutzung und Art des Browsers. Zweck: Anmeldung und Schutz nicht öffentlicher Inhalte.
publishing-privacy-kept-posts = Meldungen: Texte und Bilder, die Personen nennen oder zeigen können. Aus hochgeladenen Bildern werden Angaben der Kamera wie Ort und Zeit entfernt. Zweck: die Öffentlichkeit unterrichten.
publishing-privacy-kept-journal = Änderungsverzeichnis: wer wann welchen Eintrag geändert hat. Zweck: Änderungen nachvollziehen und Fehler berichtigen.
publishing-privacy-basis = Grundlage ist Art. 6 Abs. 1 DSGVO: Buchstabe b, soweit es um die Mitgliedschaft oder die vereinbarte Zusammenarbeit geht; Buchstabe f, soweit das Netzwerk ein berechtigtes Interesse an Einladung, Dokumentation und Öffentlichkeitsarbeit hat; Buchstabe a, wo Sie eingewilligt haben, etwa in die Veröffentlichung eines Fotos. Eine Einwilligung können Sie jederzeit für die Zukunft widerrufen (Art. 7 Abs. 3 DSGVO). Automatisch über Personen entschieden wird nicht.
publishing-privacy-mail = E-Mails
publishing-privacy-mail-1 = Einladungen, Änderungen, Protokolle und Erinnerungen verschickt das Programm als persönliche Mail. Gespeichert wird, an wen wann welche Mail ging und ob der empfangende Mailserver sie angenommen hat. Ob Sie eine Mail öffnen, wird nicht erfasst; die Mails enthalten keine Zählbilder.
publishing-privacy-mail-2 = Ein persönlicher Link in einer E-Mail lässt Sie ohne Konto antworten. Er gilt nur für diesen Zweck und für eine begrenzte Zeit. Wenn Sie ihn weitergeben, kann jemand anderes an Ihrer Stelle antworten.
publishing-privacy-mail-3 = Hat das Netzwerk dem Programm ein Postfach gegeben, liest es, was dort ankommt: Antworten werden beim Termin abgelegt, unzustellbare Mails gezählt, alles andere bewahrt es für die Geschäftsstelle auf. Keine Maschine antwortet darauf.
publishing-privacy-others = Wer Daten erhält
publishing-privacy-others-text = Nicht öffentliche Daten sehen die Geschäftsstelle, die Leitung eines Gremiums und die Mitglieder, jeweils nur, soweit es ihre Aufgabe ist. Eingeladene erhalten Tagesordnung und Protokoll mit den darin genannten Namen. Wer den Server betreibt, kann technisch auf die Daten zugreifen und ist daran gebunden, sie nur im Auftrag zu verarbeiten. Das Programm gibt von sich aus nichts an andere weiter.
publishing-privacy-term = Wie lange
publishing-privacy-term-text = Sitzungen und Zugangslinks laufen von selbst ab. Für Einladungen und Antworten, gesendete und eingegangene E-Mails, ehemalige Ansprechpersonen und das Änderungsverzeichnis setzt die Geschäftsstelle Löschfristen; was älter ist, wird nach ihrer Freigabe gelöscht. Alles andere bleibt, bis die Geschäftsstelle es löscht oder löschen lässt. Protokolle und Beschlüsse bewahrt ein Netzwerk auf, solange sie gelten oder ein Nachweis nötig ist.
publishing-privacy-rights = Ihre Rechte
publishing-privacy-rights-text = Eine formlose Nachricht an die oben genannte Stelle genügt. Sie haben nach der Datenschutz-Grundverordnung das Recht
publishing-privacy-right-13 = zu erfahren, welche Daten von Ihnen erhoben werden und woher sie stammen (Art. 13 und 14),
publishing-privacy-right-15 = auf Auskunft und eine Kopie Ihrer Daten (Art. 15),
publishing-privacy-right-16 = auf Berichtigung falscher und Ergänzung unvollständiger Daten (Art. 16),
publishing-privacy-right-17 = auf Löschung, soweit keine Pflicht zur Aufbewahrung besteht (Art. 17),
publishing-privacy-right-18 = auf Einschränkung der Verarbeitung; wer davon betroffen ist, wird über Berichtigung und Löschung unterrichtet (Art. 18 und 19),
publishing-privacy-right-20 = Ihre Daten in einem gängigen, maschinenlesbaren Format zu erhalten (Art. 20),
publishing-privacy-right-21 = der Verarbeitung zu widersprechen, wenn sie sich auf berechtigte Interessen stützt (Art. 21).
publishing-privacy-complaint =
    { $land ->
        [BW] Beschweren können Sie sich bei jeder Aufsichtsbehörde (Art. 77), zum Beispiel beim Landesbeauftragten für den Datenschutz und die Informationsfreiheit Baden-Württemberg.
        [BY] Beschweren können Sie sich bei jeder Aufsichtsbehörde (Art. 77), zum Beispiel beim Bayerischen Landesamt für Datenschutzaufsicht.
        [BE] Beschweren können Sie sich bei jeder Aufsichtsbehörde (Art. 77), zum Beispiel bei der Berliner Beauftragten für Datenschutz und Informationsfreiheit.
        [BB] Beschweren können Sie sich bei jeder Aufsichtsbehörde (Art. 77), zum Beispiel bei der Landesbeauftragten für den Datenschutz und für das Recht auf Akteneinsicht Brandenburg.
        [HB] Beschweren können Sie sich bei jeder Aufsichtsbehörde (Art. 77), zum Beispiel bei der oder dem Landesbeauftragten für Datenschutz und Informationsfreiheit der Freien Hansestadt Bremen.
        [HH] Beschweren können Sie sich bei jeder Aufsichtsbehörde (Art. 77), zum Beispiel beim Hamburgischen Beauftragten für Datenschutz und Informationsfreiheit.
        [HE] Beschweren können Sie sich bei jeder Aufsichtsbehörde (Art. 77), zum Beispiel beim Hessischen Beauftragten für Datenschutz und Informationsfreiheit.
        [MV] Beschweren können Sie sich bei jeder Aufsichtsbehörde (Art. 77), zum Beispiel beim Landesbeauftragten für Datenschutz und Informationsfreiheit Mecklenburg-Vorpommern.
        [NI] Beschweren können Sie sich bei jeder Aufsichtsbehörde (Art. 77), zum Beispiel beim Landesbeauftragten für den Datenschutz Niedersachsen.
        [NW] Beschweren können Sie sich bei jeder Aufsichtsbehörde (Art. 77), zum Beispiel bei der Landesbeauftragten für Datenschutz und Informationsfreiheit Nordrhein-Westfalen.
        [RP] Beschweren können Sie sich bei jeder Aufsichtsbehörde (Art. 77), zum Beispiel beim Landesbeauftragten für den Datenschutz und die Informationsfreiheit Rheinland-Pfalz.
        [SL] Beschweren können Sie sich bei jeder Aufsichtsbehörde (Art. 77), zum Beispiel beim Unabhängigen Datenschutzzentrum Saarland.
        [SN] Beschweren können Sie sich bei jeder Aufsichtsbehörde (Art. 77), zum Beispiel bei der Sächsischen Datenschutz- und Transparenzbeauftragten.
        [ST] Beschweren können Sie sich bei jeder Aufsichtsbehörde (Art. 77), zum Beispiel beim Landesbeauftragten für den Datenschutz Sachsen-Anhalt.
        [SH] Beschweren können Sie sich bei jeder Aufsichtsbehörde (Art. 77), zum Beispiel beim Unabhängigen Landeszentrum für Datenschutz Schleswig-Holstein.
        [TH] Beschweren können Sie sich bei jeder Aufsichtsbehörde (Art. 77), zum Beispiel beim Thüringer Landesbeauftragten für den Datenschutz und die Informationsfreiheit.
       *[other] Beschweren können Sie sich bei jeder Aufsichtsbehörde für den Datenschutz (Art. 77), zum Beispiel bei der Ihres Landes.
    }
publishing-accessibility-lead = Diese Seiten sollen alle nutzen können, gleich womit und wie sie lesen. Die Erklärung gilt für alle Seiten unter dieser Adresse.
publishing-accessibility-standard = Wonach wir uns richten
publishing-accessibility-standard-text = Maßstab ist die europäische Norm EN 301 549 und mit ihr WCAG 2.2 auf den Stufen A und AA. Einladungen, Tagesordnungen, Teilnahmelisten und Protokolle, die das Programm selbst als PDF erzeugt, folgen PDF/UA-1.
publishing-accessibility-tests = Was geprüft wird
publishing-accessibility-machine = Mit Programmen: Jede Fassung von Kreis wird vor der Veröffentlichung Seite für Seite mit axe und einem HTML-Prüfer untersucht, mit der Tastatur durchlaufen und die PDF-Dateien mit einem Prüfer für PDF/UA. Fehler dürfen dabei keine auftreten.
publishing-accessibility-hand = Von Hand: Angesehen werden die Seiten bei 360 Pixel Breite, vergrößert, in heller und dunkler Darstellung und im Druck. Dabei wird auf verständliche Wörter, eine sinnvolle Reihenfolge und hilfreiche Fehlermeldungen geachtet.
publishing-accessibility-people = Noch nicht geprüft ist das Programm gemeinsam mit Menschen, die täglich einen Screenreader oder andere Hilfsmittel nutzen. Es handelt sich um eine Selbstbewertung.
publishing-accessibility-limits = Was nicht barrierefrei sein kann
publishing-accessibility-limit-files = Dateien, die jemand hochlädt, etwa Anlagen zu einem Termin, werden nicht automatisch geprüft.
publishing-accessibility-limit-pictures = Bilder brauchen eine Beschreibung, sonst lassen sie sich nicht speichern. Wie gut sie ist, liegt bei den Schreibenden.
publishing-accessibility-limit-plain = Angebote in Leichter Sprache und in Gebärdensprache gibt es noch nicht.
publishing-accessibility-feedback = Hindernis gefunden?
publishing-accessibility-feedback-text = Bitte sagen Sie uns, was nicht geht, auf welcher Seite und womit Sie lesen. Wir antworten und geben Ihnen die Inhalte auf Wunsch in einer anderen Form.
publishing-accessibility-enforcement = Wenn wir nicht helfen konnten
publishing-accessibility-enforcement-text = Erhalten Sie auf Ihre Nachricht keine zufriedenstellende Antwort, können Sie sich an die Durchsetzungs- oder Schlichtungsstelle Ihres Landes wenden.
