# Jahresplan und Themen.

planning-nav = Jahresplan
planning-title = Jahresplan { $year }
planning-title-of-group = Jahresplan { $year }: { $group }
planning-lead = Die Termine eines Jahres auf einen Blick.
planning-none = Noch ist kein Jahresplan veröffentlicht.
planning-none-text = Angekündigte Termine stehen unter „Termine“.
planning-count = { $count ->
    [one] 1 Termin
   *[other] { $count } Termine
}
planning-begin = Neuen Plan beginnen
planning-begin-submit = Plan beginnen
planning-year = Jahr
planning-for = Für
planning-for-network = Das ganze Netzwerk
planning-state-draft = Entwurf
planning-state-published = Veröffentlicht
planning-draft-lead = Diesen Entwurf sieht nur, wer daran arbeitet.
planning-years = Jahre
planning-no-rows = Noch steht kein Termin im Plan.
planning-pdf = Plan zum Ausdrucken
planning-ics = Plan für den Kalender
planning-file = Jahresplan
planning-function-at = { $function }, { $body }

planning-kind = Art
planning-kind-meeting = Sitzung
planning-kind-party = Sommerfest mit Preis
planning-kind-accounts = Planung und Abrechnung

planning-edit = Plan bearbeiten
planning-to-plan = Zum Plan
planning-empty = So kann der Plan beginnen
planning-empty-copy = Übernehmen Sie die Termine des Vorjahres: gleicher Wochentag, gleiche Woche im Monat, ohne Themen.
planning-empty-rule = Lassen Sie Termine nach einer Regel vorschlagen, zum Beispiel jeden zweiten Mittwoch in fünf Monaten.
planning-empty-type = Fügen Sie Termine einzeln hinzu.
planning-rows = Termine des Plans
planning-row = Termin { $number }
planning-number = Nr.
planning-when = Wann
planning-what = Was
planning-where = Wo
planning-guest = Zu Gast
planning-day = Tag
planning-start = Beginn
planning-end = Ende
planning-row-title = Titel
planning-focus = Schwerpunkt
planning-host = Gastgeberin
planning-host-open = noch offen
planning-host-suggested = Vorschlag: { $host }
planning-host-times = { $count ->
    [one] 1-mal
   *[other] { $count }-mal
}
planning-host-why = Vorschlag: { $host } ({ $times } in drei Jahren, zuletzt { $last })
planning-host-why-never = Vorschlag: { $host } ({ $times } in drei Jahren, noch nie Gastgeberin)
planning-host-rule = Für die Gastgeberin gilt: Vorgeschlagen wird das Mitglied, das Räume hat und in den drei Jahren davor am seltensten Gastgeberin war; bei Gleichstand das, bei dem es am längsten her ist, dann nach dem Namen.
planning-guest-function = Funktion des Gastes
planning-guest-body = Stelle des Gastes
planning-row-add = Termin hinzufügen
planning-row-remove = Entfernen
planning-row-removed = Der Termin ist aus der Tabelle genommen. Das gilt, sobald Sie den Plan speichern.
planning-row-open = Termin ansehen
planning-save = Plan speichern
planning-closed = Schon vorbei oder abgesagt
planning-inform-hint = Gilt für alle Termine, die Sie hier ändern und zu denen schon eingeladen wurde.
planning-copy = Aus dem Vorjahr übernehmen
planning-copied = Die Termine des Vorjahres sind übernommen. Prüfen Sie die Tage und speichern Sie den Plan.
planning-copy-none = Im Vorjahr gibt es keine Termine, die übernommen werden können.
planning-hosts-fill = Vorschläge für Gastgeberinnen übernehmen
planning-hosts-filled = Wo die Gastgeberin offen war, steht jetzt der Vorschlag. Prüfen Sie die Auswahl und speichern Sie den Plan.

planning-rule = Termine nach einer Regel vorschlagen
planning-rule-hint = Die Vorschläge kommen in die Tabelle. Jeder Termin lässt sich danach einzeln ändern.
planning-rule-nth = Der wievielte im Monat
planning-rule-weekday = Wochentag
planning-rule-months = Monate
planning-rule-title = Titel der Termine
planning-rule-skip = Feiertage und Schulferien auslassen
planning-rule-submit = Termine vorschlagen
planning-rule-proposed = { $count ->
    [0] Der { $nth } { $weekday } im Monat ({ $months }), { $time }: kein Termin vorgeschlagen.
    [one] Der { $nth } { $weekday } im Monat ({ $months }), { $time }: 1 Termin vorgeschlagen.
   *[other] Der { $nth } { $weekday } im Monat ({ $months }), { $time }: { $count } Termine vorgeschlagen.
}
planning-rule-without = Ausgelassen: { $days }.
planning-rule-left-out = { $day } ({ $why })
planning-nth-1 = erste
planning-nth-2 = zweite
planning-nth-3 = dritte
planning-nth-4 = vierte
planning-nth-last = letzte

planning-marks-of = Hinweise zu Termin { $number }
planning-mark-past = Der Tag liegt in der Vergangenheit.
planning-mark-weekend = Der Tag ist ein { $weekday }.
planning-mark-holiday = Feiertag: { $name }
planning-mark-holiday-regional = Feiertag in Teilen des Landes: { $name }
planning-mark-school = Schulferien: { $name }
planning-mark-other = Am selben Tag: „{ $title }“
planning-mark-other-network = Am selben Tag: „{ $title }“ ({ $network })
planning-mark-same-day = Am selben Tag wie Termin { $number }
planning-mark-no-host = Noch keine Gastgeberin
planning-mark-repeated = Diese Uhrzeit gibt es an dem Tag zweimal: Die Uhr wird auf Winterzeit gestellt. Gemeint ist die erste.
planning-mark-skipped = Diese Uhrzeit gibt es an dem Tag nicht: Die Uhr wird auf Sommerzeit gestellt.

planning-publish-link = Plan veröffentlichen …
planning-publish = Plan veröffentlichen
planning-publish-question = { $count ->
    [one] { $plan } veröffentlichen und 1 Termin ankündigen?
   *[other] { $plan } veröffentlichen und { $count } Termine ankündigen?
}
planning-publish-row = { $when }: { $title }
planning-publish-row-marked = { $when }: { $title } – { $marks }
planning-publish-follows = Plan und Termine stehen danach auf der Website, in der Suche und in den abonnierten Kalendern. Eingeladen wird dadurch noch niemand.
planning-delete = Entwurf löschen
planning-delete-question = { $plan } löschen?
planning-delete-follows = Der Entwurf und seine Termine werden gelöscht. Das lässt sich nicht rückgängig machen.

planning-school = Schulferien
planning-school-link = Schulferien eintragen
planning-school-lead = Der Jahresplan weist auf Termine in den Ferien hin. Gesetzliche Feiertage kennt das Programm selbst.
planning-school-none = Noch sind keine Schulferien eingetragen.
planning-school-file = Datei mit Schulferien
planning-school-file-hint = Eine Kalenderdatei (.ics) oder eine Tabelle (.csv). Ihre Einträge kommen zur Liste dazu.
planning-school-rows = Liste
planning-school-rows-hint = Eine Zeile je Ferien: Name; erster Tag; letzter Tag. Beispiel: Winterferien; 5.2.2018; 9.2.2018
planning-school-save = Schulferien speichern

planning-topics = Themen
planning-topics-lead = Schlagen Sie vor, worüber das Netzwerk sprechen soll. Hier sehen Sie, was aus Ihren Vorschlägen geworden ist.
planning-topics-lead-office = Was auf einen Termin wartet: Vorschläge der Mitglieder und eigene Themen.
planning-topics-none = Noch keine Themen.
planning-topics-none-text = Vorgeschlagene Themen stehen hier, bis sie auf einer Tagesordnung sind.
planning-topics-open = Offen
planning-topics-settled = Entschieden
planning-topic-open = Offen
planning-topic-planned = Eingeplant
planning-topic-dismissed = Nicht aufgenommen
planning-topic-title = Thema
planning-topic-text = Erläuterung
planning-topic-organisation = Vorgeschlagen von
planning-topic-no-organisation = Keine Angabe
planning-topic-from = { $who }, { $day }
planning-topic-noted = Notiert am { $day }
planning-topic-wished = Vorgeschlagen für
planning-topic-stands = Steht auf der Tagesordnung:
planning-topic-answer = Antwort der Geschäftsstelle: { $answer }
planning-topic-edit = Thema bearbeiten
planning-topic-save = Thema speichern
planning-own-topics = Alle eigenen Vorschläge
planning-propose = Thema vorschlagen
planning-propose-submit = Vorschlag senden
planning-assign-to = Termin
planning-assign = Auf die Tagesordnung nehmen
planning-dismiss-open = Nicht aufnehmen …
planning-dismiss-word = Kurze Begründung
planning-dismiss = Nicht aufnehmen
planning-reopen = Zurücknehmen
planning-gathering-choice = { $day }: { $title }

planning-proposals = Vorschläge zur Tagesordnung
planning-proposal = Tagesordnungspunkt vorschlagen
planning-proposal-until = Vorschläge sind bis { $day } möglich.
planning-panel-until = Mitglieder können bis { $day } Punkte vorschlagen.
planning-proposal-over = Die Frist für Vorschläge ist am { $day } abgelaufen.
planning-proposal-over-text = Schlagen Sie das Thema für einen späteren Termin vor.
planning-deadline = Frist für Vorschläge
planning-deadline-day = Letzter Tag für Vorschläge
planning-deadline-hint = Ohne Angabe endet die Frist 14 Tage vor dem Termin.
planning-deadline-save = Frist speichern

planning-panel = Jahresplan und Themen
planning-due-draft = { $count ->
    [0] { $plan } ist noch ein Entwurf ohne Termine
    [one] { $plan } ist noch ein Entwurf: 1 Termin
   *[other] { $plan } ist noch ein Entwurf: { $count } Termine
}
planning-due-topics = { $count ->
    [one] 1 Vorschlag wartet auf eine Antwort
   *[other] { $count } Vorschläge warten auf eine Antwort
}

planning-adopt = Vorhandene Termine in den Plan nehmen
planning-adopt-link = Vorhandene Termine aufnehmen …
planning-adopt-lead = Diese Termine des Jahres stehen noch in keinem Plan. An den Terminen selbst ändert sich nichts.
planning-adopt-which = Termine
planning-adopt-draft = { $day }: { $title } (Entwurf)
planning-adopt-submit = In den Plan nehmen
planning-adopt-none = Kein Termin zum Aufnehmen
planning-adopt-none-text = Alle Entwürfe und angekündigten Termine dieses Jahres stehen schon in einem Plan oder gehören zu einem anderen Gremium.
planning-fault-adopt = Bitte wählen Sie mindestens einen Termin.

letter-planning-topic = Antwort auf einen Vorschlag
planning-topic-subject-planned = Ihr Vorschlag steht auf der Tagesordnung: { $topic }
planning-topic-subject-coming = Ihr Vorschlag ist für einen Termin eingeplant: { $topic }
planning-topic-subject-dismissed = Zu Ihrem Vorschlag: { $topic }
planning-topic-mail-planned = vielen Dank für Ihren Vorschlag „{ $topic }“. Er steht jetzt auf der Tagesordnung.
planning-topic-mail-coming = vielen Dank für Ihren Vorschlag „{ $topic }“. Er ist für einen Termin eingeplant, der noch nicht angekündigt ist.
planning-topic-mail-unnamed = vielen Dank für Ihren Vorschlag „{ $topic }“. Er steht jetzt auf der Tagesordnung eines Termins.
planning-topic-mail-dismissed = vielen Dank für Ihren Vorschlag „{ $topic }“. Wir nehmen ihn nicht auf eine Tagesordnung.
planning-topic-mail-gathering = Termin
planning-topic-mail-when = Wann
planning-topic-mail-why = Begründung
planning-topic-mail-further = Weitere Themen können Sie uns jederzeit vorschlagen.
planning-topic-mail-page = Der Termin im Internet
planning-topic-mail-because = Sie bekommen diese E-Mail, weil Sie bei { $network } ein Thema vorgeschlagen haben.

planning-fault-taken = Für dieses Jahr gibt es schon einen Plan.
planning-fault-over = Dieser Termin ist vorbei oder abgesagt und lässt sich hier nicht mehr ändern.
planning-fault-stale = Diesen Termin hat inzwischen jemand anderes geändert. Speichern Sie noch einmal, wenn Ihre Angaben gelten sollen.
planning-fault-many = So viele Termine fasst ein Plan nicht.
planning-fault-nothing-to-publish = Der Plan hat keine Termine, die noch anzukündigen wären.
planning-fault-deadline = Für diesen Termin sind keine Vorschläge mehr möglich.
planning-fault-deadline-late = Die Frist endet spätestens am Tag des Termins.
planning-fault-topic-settled = Über dieses Thema ist schon entschieden.
planning-fault-topic-open = Dieses Thema ist noch offen.
planning-fault-school-line = Zeile { $line }: Erwartet werden Name, erster Tag und letzter Tag, durch Semikolon getrennt.
planning-fault-school-order = Zeile { $line }: Der letzte Tag liegt vor dem ersten.
planning-fault-school-name = Zeile { $line }: Der Name fehlt oder ist zu lang.
planning-fault-school-long = Zeile { $line }: Ferien von mehr als vier Monaten sind wohl ein Schreibfehler.
planning-fault-school-no-calendar = Die Datei ist weder eine Kalenderdatei noch eine lesbare Tabelle.
planning-fault-school-no-event = Die Kalenderdatei enthält keine Einträge.
planning-fault-school-event = Eintrag { $number } der Kalenderdatei ist nicht lesbar.
planning-fault-school-event-order = Eintrag { $number } der Kalenderdatei endet vor seinem Beginn.
planning-fault-school-many = Mehr als { $most } Einträge sind nicht möglich.

done-year-plan-begun = Der Plan ist begonnen.
done-year-plan-saved = Der Plan ist gespeichert.
done-year-plan-published = Der Plan ist veröffentlicht, alle Termine sind angekündigt.
done-year-plan-deleted = Der Entwurf ist gelöscht.
done-year-plan-adopted = Die Termine stehen jetzt im Plan. Welcher Art sie sind, sagen Sie in der Tabelle.
done-school-holidays-set = Die Schulferien sind gespeichert.
done-topic-proposed = Danke, der Vorschlag liegt der Geschäftsstelle vor.
done-topic-changed = Das Thema ist gespeichert.
done-topic-assigned = Das Thema steht auf der Tagesordnung.
done-topic-dismissed = Das Thema ist nicht aufgenommen.
done-topic-reopened = Das Thema ist wieder offen.
done-proposal-deadline-set = Die Frist ist gespeichert.

journal-year-plan-begun = Jahresplan begonnen
journal-year-plan-adopted = Vorhandenen Termin in den Jahresplan genommen
journal-year-plan-published = Jahresplan veröffentlicht
journal-year-plan-deleted = Entwurf des Jahresplans gelöscht
journal-school-holidays-set = Schulferien eingetragen
journal-topic-proposed = Thema vorgeschlagen
journal-topic-changed = Thema geändert
journal-topic-assigned = Thema auf eine Tagesordnung genommen
journal-topic-dismissed = Thema nicht aufgenommen
journal-topic-reopened = Entscheidung über ein Thema zurückgenommen
journal-proposal-deadline-set = Frist für Vorschläge gesetzt

found-year-plan = Jahresplan
planning-digest-topics = Neue Vorschläge
planning-digest-topic = { $who }: { $title }

# Was die Planung über Personen speichert.
planning-holding = Vorgeschlagene Themen
planning-holding-purpose = Rückfragen zu Themen stellen
planning-holding-topic = Thema vorgeschlagen

planning-moves-topics = { $count ->
        [one] 1 Thema
       *[other] { $count } Themen
    }
planning-moves-plans = { $count ->
        [one] 1 Jahresplan
       *[other] { $count } Jahrespläne
    }
