gatherings-nav = Termine
gatherings-list = Termine
gatherings-list-year = Termine { $year }
gatherings-list-lead = Was ansteht und was in diesem Jahr war.
gatherings-list-subscribe = Kalender abonnieren
gatherings-list-present = Aktuell
gatherings-list-years = Jahre
gatherings-list-month = Termine im { $month }
gatherings-list-months = Monate mit der Zahl ihrer Termine
gatherings-list-steps = Andere Monate
gatherings-list-empty = Noch keine Termine
gatherings-list-empty-advice = Sobald Termine angekündigt sind, stehen sie hier.
gatherings-plan = Termin anlegen
gatherings-plan-submit = Als Entwurf anlegen
gatherings-edit = Angaben bearbeiten
gatherings-save = Angaben speichern
gatherings-feed-calendar = Termine als Kalender
gatherings-feed-news = Neue Termine als Newsfeed
gatherings-feed-title = { $network }: Termine
gatherings-state-draft = Entwurf
gatherings-state-announced = Angekündigt
gatherings-state-held = Stattgefunden
gatherings-state-cancelled = Abgesagt
gatherings-audience-public = Öffentlich
gatherings-audience-members = Nur für Mitglieder
gatherings-audience-invited = Nur für Eingeladene
gatherings-audience-office = Nur für die Geschäftsstelle
gatherings-function-at = { $function }, { $body }
gatherings-series-part = { $series }, { $number }. Termin
gatherings-size-kb = { $size } KB
gatherings-size-mb = { $size } MB
gatherings-file = { $kind }, { $size }
gatherings-fact-venue = Ort
gatherings-fact-online = Online
gatherings-fact-host = Gastgeberin
gatherings-fact-group = Gremium
gatherings-fact-co-organisers = Gemeinsam mit
gatherings-fact-guests = Zu Gast
gatherings-fact-came = Teilnahme
gatherings-guests =
    { $count ->
        [one] 1 Gast
       *[other] { $count } Gäste
    }
gatherings-guests-about =
    { $count ->
        [one] rund 1 Gast
       *[other] rund { $count } Gäste
    }
gatherings-number-about = rund { $count }
gatherings-fact-audience = Für wen
gatherings-fact-tags = Schlagworte
gatherings-online-join = An der Online-Sitzung teilnehmen
gatherings-online-later = Teilnahme auch online. Den Link sehen Mitglieder und Eingeladene ab einer Stunde vor Beginn, wenn sie angemeldet sind.
gatherings-ics = In den Kalender übernehmen
gatherings-ics-kind = ICS-Datei
gatherings-agenda-pdf = Tagesordnung zum Ausdrucken
gatherings-agenda-file = Tagesordnung
gatherings-as-of = Stand { $day }
gatherings-about = Worum es geht
gatherings-about-hint = Eine Leerzeile trennt Absätze. Zeilen, die mit „- “ beginnen, werden zu einer Liste.
gatherings-agenda = Tagesordnung
gatherings-agenda-empty = Die Tagesordnung folgt.
gatherings-agenda-time = Uhrzeit
gatherings-agenda-number = TOP
gatherings-agenda-topic = Thema
gatherings-agenda-who = Wer
gatherings-documents = Dokumente
gatherings-series-others = Weitere Termine der Reihe
gatherings-series-nth = { $series }: { $number }. Veranstaltung der Reihe
gatherings-series-next-is = Als Nächstes in der Reihe: „{ $title }“ am { $day }
gatherings-series-choices = Derselbe Inhalt an anderen Terminen
gatherings-more = Weitere Schritte
gatherings-draft-note = Diesen Entwurf sieht nur die Geschäftsstelle und die Leitung des Gremiums.
gatherings-announce = Termin ankündigen
gatherings-hold = Als durchgeführt kennzeichnen
gatherings-copy = Termin kopieren
gatherings-cancel = Termin absagen
gatherings-delete = Entwurf löschen
gatherings-cancelled-note = Dieser Termin ist abgesagt. Die Absage lässt sich zurücknehmen.
gatherings-is-cancelled = Dieser Termin findet nicht statt.
gatherings-is-cancelled-because = Dieser Termin findet nicht statt. { $reason }
gatherings-tabs = Arbeit am Termin
gatherings-tab-overview = Überblick
gatherings-tab-facts = Angaben
gatherings-tab-agenda = Tagesordnung
gatherings-tab-programme = Programm
gatherings-tab-documents = Dokumente
gatherings-tab-invitation = Einladung
gatherings-tab-registration = Anmeldung
gatherings-tab-reception = Einlass
gatherings-tab-attendance = Teilnahme
gatherings-tab-minutes = Protokoll
gatherings-title = Titel
gatherings-focus = Schwerpunkt
gatherings-focus-hint = Das Wichtigste in einer Zeile.
gatherings-when = Wann
gatherings-day = Tag
gatherings-start = Beginn
gatherings-end = Ende
gatherings-end-day = Letzter Tag
gatherings-end-day-hint = Nur wenn der Termin über mehrere Tage geht.
gatherings-zone = Zeitzone
gatherings-start-fold = Welcher Beginn ist gemeint?
gatherings-end-fold = Welches Ende ist gemeint?
gatherings-fold-first = Vor der Umstellung (Sommerzeit)
gatherings-fold-second = Nach der Umstellung (Winterzeit)
gatherings-where = Wo
gatherings-host = Gastgeberin
gatherings-host-none = Keine
gatherings-host-hint = Bleibt der Ort leer, wird die Anschrift der Gastgeberin übernommen.
gatherings-venue-name = Haus oder Raum
gatherings-venue-street = Straße und Hausnummer
gatherings-venue-postcode = Postleitzahl
gatherings-venue-town = Stadt oder Gemeinde
gatherings-venue-access = Barrierefreiheit des Ortes
gatherings-venue-access-hint = Zum Beispiel: stufenloser Eingang, Aufzug, rollstuhlgerechtes WC, Hörschleife.
gatherings-online-url = Link zur Online-Teilnahme
gatherings-online-url-hint = Der Link wird erst eine Stunde vor Beginn und nur Mitgliedern und Eingeladenen gezeigt.
gatherings-audience = Für wen ist der Termin?
gatherings-guests-hint = Gäste des ganzen Termins. Wer zu einem einzelnen Punkt spricht, gehört in die Tagesordnung.
gatherings-guest-number = Gast { $number }
gatherings-speaker-number = Mitwirkung { $number }
gatherings-who-name = Name
gatherings-who-function = Funktion
gatherings-who-body = Organisation
gatherings-ties = Zuordnung
gatherings-group = Gremium
gatherings-group-none = Kein Gremium
gatherings-series = Reihe
gatherings-series-not = Keine Reihe
gatherings-series-number = Nummer in der Reihe
gatherings-co-organisers = Gemeinsam mit Organisationen aus dem Verzeichnis
gatherings-co-organisers-filter = Organisationen filtern
gatherings-co-organisers-text = Gemeinsam mit anderen
gatherings-co-organisers-text-hint = Jede Organisation in einer eigenen Zeile.
gatherings-tags = Schlagworte
gatherings-tags-hint = Durch Kommas getrennt, zum Beispiel: Arbeit, Ehrenamt.
gatherings-inform = Sollen die Eingeladenen informiert werden?
gatherings-inform-hint = Die Einladungen sind schon verschickt.
gatherings-inform-tell = Ja, mit einer E-Mail, die sagt, was sich geändert hat
gatherings-inform-quiet = Nein, ohne Mitteilung
gatherings-cancel-lead = Der Termin bleibt mit dem Vermerk „Abgesagt“ sichtbar. Die Absage lässt sich zurücknehmen.
gatherings-cancel-reason = Grund
gatherings-cancel-reason-hint = Der Grund steht auf der Seite des Termins und in der Mitteilung.
gatherings-cancel-submit = Termin absagen
gatherings-cancellation-withdraw = Absage zurücknehmen
gatherings-cancellation-withdraw-lead = Der Termin gilt dann wieder als angekündigt.
gatherings-cancellation-withdraw-submit = Absage zurücknehmen
gatherings-delete-question = „{ $title }“ löschen?
gatherings-delete-consequence = Der Entwurf wird mit Tagesordnung, Dokumenten und Gästeliste endgültig gelöscht.
gatherings-delete-submit = Entwurf löschen
gatherings-agenda-news = Die Tagesordnung hat sich seit der Einladung geändert
gatherings-agenda-news-text = Entscheiden Sie, wenn Sie mit den Änderungen fertig sind.
gatherings-agenda-news-submit = Entscheidung speichern
gatherings-agenda-none = Noch keine Tagesordnungspunkte
gatherings-agenda-none-advice = Tragen Sie unten den ersten Punkt ein.
gatherings-agenda-overrun = Die geplanten Minuten reichen bis { $planned }, der Termin endet aber um { $end }.
gatherings-item-number = TOP { $number }:
gatherings-item-up = TOP { $number } nach oben
gatherings-item-down = TOP { $number } nach unten
gatherings-item-edit = Bearbeiten
gatherings-item-edit-title = Tagesordnungspunkt bearbeiten
gatherings-item-remove = Entfernen
gatherings-item-remove-title = Tagesordnungspunkt entfernen
gatherings-item-remove-question = „{ $title }“ von der Tagesordnung nehmen?
gatherings-item-remove-consequence = Der Punkt wird mit Erläuterung und Mitwirkenden gelöscht. Die folgenden Punkte rücken auf.
gatherings-item-remove-submit = Punkt entfernen
gatherings-item-new = Neuer Tagesordnungspunkt
gatherings-item-title = Thema
gatherings-item-minutes = Geplante Minuten
gatherings-item-minutes-hint = Daraus ergeben sich die Uhrzeiten der folgenden Punkte.
gatherings-item-text = Erläuterung
gatherings-item-add = Punkt hinzufügen
gatherings-item-save = Punkt speichern
gatherings-minutes =
    { $count ->
        [one] 1 Minute
       *[other] { $count } Minuten
    }
gatherings-documents-none = Noch keine Dokumente
gatherings-documents-none-advice = Laden Sie unten das erste Dokument hoch.
gatherings-document-title = Titel
gatherings-document-file = Datei
gatherings-document-file-hint = PDF, Office-Dokument (ODF oder Microsoft), Bild oder Text, höchstens { $limit } MB. Dateien mit Makros werden nicht angenommen.
gatherings-document-audience = Für wen
gatherings-document-version = Fassung
gatherings-document-versions = Fassungen
gatherings-document-work = Bearbeiten
gatherings-document-edit = Bearbeiten
gatherings-document-edit-title = Dokument bearbeiten
gatherings-document-new = Neues Dokument
gatherings-document-add = Dokument hinzufügen
gatherings-document-save = Dokument speichern
gatherings-document-added = Hochgeladen
gatherings-document-added-by = Von
gatherings-document-new-version = Neue Fassung
gatherings-document-add-version = Fassung hinzufügen
gatherings-document-remove = Dokument entfernen
gatherings-document-remove-question = „{ $title }“ entfernen?
gatherings-document-remove-consequence = Das Dokument ist mit allen Fassungen nicht mehr abrufbar.
gatherings-document-remove-submit = Dokument entfernen
gatherings-attendance = Teilnahme
gatherings-attendance-file = Anwesenheitsliste
gatherings-participants = Teilnehmende
gatherings-participants-file = Teilnehmende
gatherings-participants-count =
    { $count ->
        [0] Noch niemand auf der Liste
        [one] 1 Person auf der Liste
       *[other] { $count } Personen auf der Liste
    }
gatherings-participants-others =
    { $count ->
        [one] 1 Person ist hier nicht mit Namen genannt. Genannt wird nur, wer damit einverstanden ist.
       *[other] { $count } Personen sind hier nicht mit Namen genannt. Genannt wird nur, wer damit einverstanden ist.
    }
gatherings-participants-pdf = Teilnehmende als PDF
gatherings-participants-listed = Sie sind einverstanden, mit Namen auf Listen der Teilnehmenden zu stehen.
gatherings-participants-not-listed = Ihr Name steht auf keiner Liste der Teilnehmenden, weil Sie sich damit nicht einverstanden erklärt haben.
gatherings-participants-consent = Einverständnis ansehen und ändern
gatherings-attendance-early = Am Tag des Termins sind hier die Zusagen vorausgefüllt. Die Liste zum Unterschreiben können Sie schon jetzt drucken.
gatherings-attendance-people = Teilnehmende
gatherings-attendance-organisations = Vertretene Organisationen
gatherings-attendance-represented = Vertretene Organisationen anzeigen
gatherings-attendance-pdf = Anwesenheitsliste als PDF
gatherings-attendance-no-guests = Es gibt noch keine Gästeliste. Tragen Sie unten ein, wer gekommen ist.
gatherings-attendance-person = Person
gatherings-attendance-votes = stimmberechtigt für die Organisation
gatherings-attendance-organisation = Organisation
gatherings-attendance-reply = Antwort
gatherings-attendance-state = Teilnahme
gatherings-attendance-state-of = Teilnahme von { $name }
gatherings-attendance-by = Vertreten durch
gatherings-attendance-by-of = { $name } vertreten durch
gatherings-attendance-walk-ins = Außerdem gekommen
gatherings-attendance-walk-ins-hint = Wer ohne Einladung gekommen ist. Nach dem Speichern stehen neue leere Zeilen bereit.
gatherings-attendance-walk-in = Person { $number }
gatherings-attendance-further = Weitere Gäste
gatherings-attendance-further-hint = Wer gekommen ist, ohne in der Liste zu stehen: gezählt, nicht einzeln genannt. Hat der Termin stattgefunden, steht die Zahl auf seiner Seite.
gatherings-attendance-further-count = Zahl der weiteren Gäste
gatherings-attendance-further-about = Die Zahl ist geschätzt („rund“)
gatherings-attendance-door =
    { $count ->
        [one] Am Einlass erfasst: 1 Person
       *[other] Am Einlass erfasst: { $count } Personen
    }
gatherings-attendance-door-change = Am Einlass ändern
gatherings-attendance-total = Insgesamt
gatherings-attendance-save = Teilnahme speichern
gatherings-presence-open = Offen
gatherings-presence-present = Anwesend
gatherings-presence-represented = Vertreten
gatherings-presence-excused = Entschuldigt
gatherings-presence-absent = Abwesend
gatherings-reply-yes = Zusage
gatherings-reply-tentative = Unter Vorbehalt
gatherings-reply-no = Absage
gatherings-reply-none = Keine Antwort
gatherings-series-all = Reihen
gatherings-series-lead = Eine Reihe verbindet Termine, die zusammengehören.
gatherings-series-none = Noch keine Reihen
gatherings-series-none-advice = Legen Sie unten die erste Reihe an und wählen Sie sie dann bei den Terminen aus.
gatherings-series-name = Name
gatherings-series-kind = Art
gatherings-series-recurring = Regelmäßige Treffen
gatherings-series-choice = Ein Termin zur Auswahl aus mehreren
gatherings-series-sequence = Aufeinander aufbauende Veranstaltungen
gatherings-series-about = Worum es geht
gatherings-series-count = Termine
gatherings-series-next = Nächster Termin
gatherings-series-no-next = Keiner geplant
gatherings-series-new = Neue Reihe
gatherings-series-add = Reihe anlegen
gatherings-series-edit = Reihe bearbeiten
gatherings-series-save = Reihe speichern
gatherings-panel-coming = Nächste Termine
gatherings-panel-held = Zuletzt
gatherings-panel-none = Zurzeit sind keine Termine angekündigt.
gatherings-panel-all = Alle Termine
gatherings-panel-tagged = Termine
gatherings-fault-zone = Bitte geben Sie eine Zeitzone an, zum Beispiel Europe/Berlin.
gatherings-fault-end-before-start = Das Ende muss nach dem Beginn liegen.
gatherings-fault-skipped = Diese Uhrzeit gibt es an diesem Tag nicht: Die Uhr wird auf { $resumes } Uhr vorgestellt.
gatherings-fault-repeated = Diese Uhrzeit gibt es an diesem Tag zweimal, weil die Uhr zurückgestellt wird. Bitte wählen Sie, welche gemeint ist.
gatherings-fault-url = Bitte geben Sie eine vollständige Adresse an, die mit https:// beginnt.
gatherings-fault-own-group = Bitte wählen Sie ein Gremium, das Sie leiten.
gatherings-fault-too-many-alike = An diesem Tag gibt es schon zu viele Termine mit diesem Titel.
gatherings-fault-inform = Bitte wählen Sie, ob die Eingeladenen informiert werden.
gatherings-fault-agenda-full = Mehr Punkte fasst die Tagesordnung nicht.
gatherings-fault-file-kind = Diese Datei können wir nicht annehmen. Möglich sind PDF, Office-Dokumente ohne Makros, Bilder und Text.
gatherings-fault-file-missing = Bitte wählen Sie eine Datei aus, die nicht leer ist.
gatherings-fault-not-a-draft = Das geht nur, solange der Termin ein Entwurf ist.
gatherings-fault-not-announced = Das geht nur bei einem angekündigten Termin.
gatherings-fault-not-cancelled = Dieser Termin ist nicht abgesagt.
gatherings-fault-not-begun = Das geht erst, wenn der Termin begonnen hat.
gatherings-fault-cancelled = Dieser Termin ist abgesagt.
gatherings-fault-begun = Der Termin hat schon begonnen; die Antwort lässt sich nicht mehr ändern.
gatherings-fault-invitation-withdrawn = Diese Einladung gilt nicht mehr.
gatherings-fault-no-attendance = Bei einem Entwurf oder einem abgesagten Termin gibt es keine Teilnahme.
gatherings-fault-further-missing = Bitte geben Sie an, wie viele es ungefähr waren, oder entfernen Sie das Häkchen darunter.
gatherings-fault-series-taken = Eine Reihe mit diesem Namen gibt es schon.
done-gathering-planned = Der Termin ist als Entwurf angelegt.
done-gathering-changed = Die Angaben sind gespeichert.
done-gathering-announced = Der Termin ist angekündigt.
done-gathering-cancelled = Der Termin ist abgesagt.
done-gathering-reinstated = Die Absage ist zurückgenommen.
done-gathering-held = Der Termin ist als durchgeführt gekennzeichnet.
done-gathering-deleted = Der Entwurf ist gelöscht.
done-agenda-item-added = Der Punkt steht auf der Tagesordnung.
done-agenda-item-changed = Der Punkt ist gespeichert.
done-agenda-item-moved = Der Punkt ist verschoben.
done-agenda-item-removed = Der Punkt ist entfernt.
done-agenda-told = Die Eingeladenen werden informiert.
done-agenda-kept-quiet = Gespeichert. Die Eingeladenen werden nicht informiert.
done-document-added = Das Dokument ist hinzugefügt.
done-document-changed = Das Dokument ist gespeichert.
done-document-renewed = Die neue Fassung ist hinzugefügt.
done-document-withdrawn = Das Dokument ist entfernt.
done-attendance-set = Die Teilnahme ist gespeichert.
done-series-added = Die Reihe ist angelegt.
done-series-changed = Die Reihe ist gespeichert.
journal-gathering-planned = Termin angelegt
journal-gathering-changed = Angaben des Termins geändert
journal-gathering-announced = Termin angekündigt
journal-gathering-cancelled = Termin abgesagt
journal-gathering-cancellation-withdrawn = Absage zurückgenommen
journal-gathering-held = Termin gilt als durchgeführt
journal-gathering-deleted = Entwurf gelöscht
journal-agenda-item-added = Tagesordnungspunkt hinzugefügt
journal-agenda-item-changed = Tagesordnungspunkt geändert
journal-agenda-item-moved = Tagesordnungspunkt verschoben
journal-agenda-item-removed = Tagesordnungspunkt entfernt
journal-agenda-told = Geänderte Tagesordnung mitgeteilt
journal-agenda-kept-quiet = Geänderte Tagesordnung nicht mitgeteilt
journal-guest-withdrawn = Person von der Gästeliste genommen
journal-document-added = Dokument hinzugefügt
journal-document-changed = Dokument geändert
journal-document-renewed = Neue Fassung eines Dokuments hinzugefügt
journal-document-withdrawn = Dokument entfernt
journal-attendance-set = Teilnahme eingetragen
journal-series-added = Reihe angelegt
journal-series-changed = Reihe geändert
journal-series-withdrawn = Reihe zurückgenommen
gatherings-list-subscribe-own = Alle meine Termine abonnieren
gatherings-own-calendar = Persönlicher Kalender
gatherings-own-calendar-lead = Alle Termine Ihrer Netzwerke in Ihrem eigenen Kalenderprogramm: auch die für Mitglieder und die, zu denen Sie eingeladen sind.
gatherings-own-calendar-make = Kalenderadresse anlegen
gatherings-own-calendar-since = Ihr persönlicher Kalender hat seit { $when } eine Adresse. Angezeigt wird sie nur beim Anlegen; hier ist sie nicht gespeichert.
gatherings-own-calendar-address = Ihre Kalenderadresse
gatherings-own-calendar-once = Wer diese Adresse kennt, sieht Ihre Termine: Geben Sie sie nicht weiter. Wir zeigen sie nur jetzt. Brauchen Sie sie auf mehreren Geräten, kopieren Sie sie gleich.
gatherings-own-calendar-subscribe = Im Kalender öffnen
gatherings-own-calendar-copy = Adresse kopieren
gatherings-own-calendar-copied = Kopiert
gatherings-own-calendar-how = So abonnieren Sie
gatherings-own-calendar-phone = Telefon und Tablet
gatherings-own-calendar-phone-how = Öffnen Sie diese Seite auf dem Gerät, legen Sie die Adresse an und wählen Sie „Im Kalender öffnen“. Oder fügen Sie in den Einstellungen unter Kalender ein „Kalenderabo“ mit der Adresse hinzu.
gatherings-own-calendar-desk = Programm am Schreibtisch
gatherings-own-calendar-desk-how = Wählen Sie „Neuer Kalender“ oder „Kalender hinzufügen“, dann „Aus dem Internet“ oder „Im Netzwerk“, und fügen Sie die Adresse ein.
gatherings-own-calendar-web = Kalender im Browser
gatherings-own-calendar-web-how = Wählen Sie „Kalender hinzufügen“ und dann „Per URL“ oder „Aus dem Internet abonnieren“. Manche Anbieter sehen nur einmal am Tag nach Neuem.
gatherings-own-calendar-what = Was darin steht
gatherings-own-calendar-rights = Was Sie hier sehen dürfen, und nichts sonst. Verlassen Sie ein Netzwerk, verschwinden seine Termine auch aus diesem Kalender.
gatherings-own-calendar-changes = Verlegte Termine rücken von selbst auf den neuen Tag; abgesagte bleiben als abgesagt stehen. Wer Termine plant, sieht Entwürfe als vorläufig.
gatherings-own-calendar-answers = Ihre Zusagen und Absagen stehen nicht darin. Antworten Sie weiter über die Einladung oder auf der Seite des Termins.
gatherings-own-calendar-lost = Adresse verloren oder weitergegeben?
gatherings-own-calendar-renew-open = Neue Adresse anlegen …
gatherings-own-calendar-renew = Neue Adresse anlegen
gatherings-own-calendar-renew-consequence = Legen Sie eine neue an. Die alte gilt sofort nicht mehr; abonnieren Sie dann überall neu.
gatherings-own-calendar-end-open = Persönlichen Kalender beenden …
gatherings-own-calendar-end-consequence = Die Adresse gilt sofort nicht mehr. Was Ihre Programme schon geholt haben, löschen Sie dort.
gatherings-own-calendar-end = Kalender beenden
gatherings-own-feed = Meine Netzwerktermine
gatherings-own-feed-about = Alle Termine Ihrer Netzwerke, die Sie sehen dürfen
gatherings-own-feed-online = Online teilnehmen: { $link }
journal-calendar-given = Adresse des persönlichen Kalenders angelegt
journal-calendar-ended = Persönlichen Kalender beendet
done-own-calendar-ended = Der persönliche Kalender ist beendet.
gatherings-open-to = Darf an diesen kommenden Terminen teilnehmen
gatherings-open-none = Zurzeit an keinem.
gatherings-open-invited = eingeladen
gatherings-open-lead = als Leitung
gatherings-open-group = als Mitwirkung im Gremium
gatherings-open-public = öffentlich
gatherings-open-member = als Mitglied

# Was Termine über Personen speichern.
gatherings-holding = Einladungen und Antworten
gatherings-holding-purpose = Termine mit den richtigen Menschen vorbereiten
gatherings-holding-invitation = Einladung
gatherings-holding-deputy = Vertretung
gatherings-holding-note = Bemerkung zur Antwort
gatherings-holding-programme = Name im Programm und an Unterlagen
gatherings-holding-programme-purpose = Zeigen, wer zu einem Termin beiträgt
gatherings-holding-named = Im Programm genannt
gatherings-holding-named-stays = Veröffentlichte Programme bleiben, wie sie waren. Ist das nicht gewollt, ändern Sie den Termin.
gatherings-holding-document = Unterlage hinzugefügt

gatherings-moves-hosted = { $count ->
        [one] 1 Termin als Gastgeber
       *[other] { $count } Termine als Gastgeber
    }
gatherings-moves-co-organised = { $count ->
        [one] 1 Termin als Mitveranstalter
       *[other] { $count } Termine als Mitveranstalter
    }
gatherings-moves-invitations = { $count ->
        [one] 1 Einladung mit Antwort
       *[other] { $count } Einladungen mit Antworten
    }
gatherings-moves-attendance = { $count ->
        [one] 1 Eintrag auf Teilnahmelisten
       *[other] { $count } Einträge auf Teilnahmelisten
    }
gatherings-moves-gatherings = { $count ->
        [one] 1 Termin
       *[other] { $count } Termine
    }
archive-col-at-door = Am Einlass erfasst
