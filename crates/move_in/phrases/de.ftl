# Übernahme aus vorhandenen Seiten.
move-in-nav = Übernahme
move-in-title = Übernahme aus vorhandenen Seiten
move-in-lead = Bringen Sie Seiten, Texte und Kalender mit, die es schon gibt. Gefunden werden Termine, Organisationen, Ansprechpersonen und Meldungen. Jeder Fund wartet als Entwurf, bis Sie ihn geprüft haben. Veröffentlicht wird dadurch nichts.
move-in-bring = Dateien mitbringen
move-in-files = Dateien
move-in-files-hint = Mehrere auf einmal sind möglich, zusammen höchstens { $megabytes } MB, jede höchstens { $each } MB. Dieselbe Datei ein zweites Mal ändert nichts. Aufbewahrt werden der Text und die Bilder einer Meldung, nicht die Datei.
move-in-files-missing = Bitte wählen Sie mindestens eine Datei aus.
move-in-file-too-large = „{ $name }“ ist zu groß. Eine Datei darf höchstens { $megabytes } MB haben.
move-in-upload = Dateien einlesen
move-in-uploads = Mitgebrachte Dateien
move-in-file = Datei
move-in-state = Stand
move-in-result = Ergebnis
move-in-when = Wann
move-in-empty = Noch keine Dateien
move-in-empty-text = Speichern Sie eine alte Terminseite aus Ihrem Browser und wählen Sie sie oben aus.
move-in-open = { $count ->
    [one] Ein Entwurf wartet auf Ihre Prüfung.
   *[other] { $count } Entwürfe warten auf Ihre Prüfung.
}
move-in-to-drafts = Entwürfe prüfen
move-in-stand-waiting = wartet
move-in-stand-read = gelesen
move-in-stand-failed = nicht lesbar
move-in-found = { $all ->
    [0] Nichts gefunden
    [one] Ein Entwurf, davon offen: { $open }
   *[other] { $all } Entwürfe, davon offen: { $open }
}
move-in-reading = Dateien werden gelesen
move-in-read = Dateien sind gelesen
move-in-progress = { $done } von { $all } Dateien gelesen
move-in-renews = Diese Seite erneuert sich von selbst.
move-in-look-again = Jetzt nachsehen
move-in-some-known = { $count ->
    [one] Eine Datei war schon da und ändert nichts.
   *[other] { $count } Dateien waren schon da und ändern nichts.
}
move-in-discard = Datei löschen
move-in-discard-question = Die Datei „{ $name }“ löschen?
move-in-discard-follows = Der Text und alle Entwürfe daraus werden gelöscht, auch Ihre Korrekturen und Ablehnungen.
move-in-discard-stays = Termine, Organisationen, Personen und Meldungen, die daraus entstanden sind, bleiben.
move-in-upload-lead = Mitgebracht am { $when } von { $actor }.
move-in-unread = { $count ->
    [one] Eine Seite darin konnte nicht gelesen werden
   *[other] { $count } Seiten darin konnten nicht gelesen werden
}

move-in-fault-empty = In der Datei steht nichts.
move-in-fault-too-large = Die Datei ist zu groß.
move-in-fault-no-text = Die Datei enthält keinen lesbaren Text. Ein Scan muss zuerst durch eine Texterkennung.
move-in-fault-unknown = Diese Art von Datei kann nicht gelesen werden.
move-in-fault-broken = Die Datei ist beschädigt oder nicht das, was ihr Name sagt.
move-in-fault-too-long = Das Lesen hat zu lange gedauert und wurde abgebrochen.
move-in-fault-too-much = Die Datei wird beim Auspacken oder Lesen zu groß. Das Lesen wurde abgebrochen.
move-in-fault-locked = Die Datei ist mit einem Passwort geschützt. Bitte speichern Sie sie ohne Passwort.
move-in-fault-old-office = Die Datei stammt aus einem alten Büroprogramm. Bitte speichern Sie sie in einem heutigen Format (zum Beispiel DOCX oder ODT).
move-in-fault-not-started = Das Lesen konnte nicht beginnen. An der Datei liegt es nicht; bitte versuchen Sie es später noch einmal.

move-in-drafts = Entwürfe
move-in-drafts-lead = Was in den mitgebrachten Dateien gefunden wurde, das Sicherste zuerst.
move-in-draft = Entwurf
move-in-kind = Art
move-in-day = Tag
move-in-source = Quelle
move-in-sure = Sicherheit
move-in-states = Entwürfe nach Stand
move-in-none = Hier ist kein Entwurf
move-in-none-twice = Was schon aus einer anderen Datei vorliegt, entsteht kein zweites Mal.
move-in-all = Sichere Entwürfe gemeinsam übernehmen
move-in-sure-high = sicher ({ $number } %)
move-in-sure-middle = wahrscheinlich ({ $number } %)
move-in-sure-low = unsicher ({ $number } %)
move-in-remark-corrected = korrigiert
move-in-remark-differs = Quelle hat sich geändert
move-in-kind-gathering = Termin
move-in-kind-recurring = Wiederkehrender Termin
move-in-kind-organisation = Organisation
move-in-kind-contact = Ansprechperson
move-in-kind-post = Meldung
move-in-state-open = Offen
move-in-state-accepted = Übernommen
move-in-state-merged = Zusammengeführt
move-in-state-rejected = Abgelehnt

move-in-through = Durch die Entwürfe
move-in-previous = Voriger offener Entwurf
move-in-next = Nächster offener Entwurf
move-in-to-list = Alle Entwürfe
move-in-notices = Bitte beachten
move-in-check = Angaben prüfen
move-in-save = Nur speichern
move-in-reject = Ablehnen
move-in-uncorrect = Korrekturen verwerfen
move-in-undo = Entscheidung zurücknehmen
move-in-gone = Was daraus entstanden ist, wurde inzwischen gelöscht.
move-in-stays = Nicht alles konnte zurückgenommen werden: Was seitdem geändert oder verwendet wurde, bleibt bestehen. Der Entwurf bleibt deshalb entschieden.
move-in-differs-open = Die Quelle sagt seit Ihrer Korrektur etwas anderes. Ihre Korrektur gilt weiter.
move-in-differs-decided = Die Quelle sagt seit Ihrer Entscheidung etwas anderes. Übernommen wurde davon nichts.
move-in-late-open = Die Entscheidung war schon zurückgenommen, als Ihre Eingabe ankam. Der Entwurf ist offen, und Ihre Eingabe hat nichts geändert.
move-in-late-accepted = Der Entwurf wurde am { $when } von { $actor } übernommen, bevor Ihre Eingabe ankam. Ihre Eingabe hat nichts geändert. Was daraus entstanden ist, steht hier.
move-in-late-merged = Der Entwurf wurde am { $when } von { $actor } zusammengeführt, bevor Ihre Eingabe ankam. Ihre Eingabe hat nichts geändert. Womit, steht hier.
move-in-late-rejected = Der Entwurf wurde am { $when } von { $actor } abgelehnt, bevor Ihre Eingabe ankam. Ihre Eingabe hat nichts geändert. Soll er doch übernommen werden, nehmen Sie die Entscheidung zurück.
move-in-unkept = Ihre Angaben, die nicht gespeichert sind
move-in-holds = Was gilt
move-in-to-evidence = Zum Beleg im Text
move-in-source-gone = Der Text der Quelle ist nicht mehr da.
move-in-likely = Wohl derselbe Eintrag
move-in-closed = geschlossen
move-in-join = Damit zusammenführen
move-in-same-day = am selben Tag
move-in-same-title = gleicher Titel
move-in-matches-gathering = Gibt es den Termin schon?
move-in-matches-recurring = Gibt es die Termine schon?
move-in-matches-organisation = Steht sie schon im Verzeichnis?
move-in-matches-contact = Steht die Person schon im Verzeichnis?
move-in-matches-post = Gibt es die Meldung schon?
move-in-accept-gathering = Als Terminentwurf übernehmen
move-in-accept-recurring = Termine als Entwürfe anlegen
move-in-accept-organisation = Ins Verzeichnis übernehmen
move-in-accept-contact = Ins Verzeichnis übernehmen
move-in-accept-post = Als Meldungsentwurf übernehmen
move-in-decided-open = Zuletzt zurückgenommen am { $when } von { $actor }.
move-in-decided-accepted = Übernommen am { $when } von { $actor }.
move-in-decided-merged = Zusammengeführt am { $when } von { $actor }.
move-in-decided-rejected = Abgelehnt am { $when } von { $actor }.
move-in-join-question = „{ $draft }“ mit „{ $record }“ zusammenführen?
move-in-join-fills = { $field }: bisher leer, künftig „{ $value }“
move-in-join-nothing = Im vorhandenen Eintrag ist nichts Passendes leer, deshalb ändert sich an diesen Feldern nichts.
move-in-join-is-out = Der vorhandene Eintrag ist veröffentlicht. Was gefüllt wird, ist sofort öffentlich zu lesen.
move-in-join-keeps = Was dort schon steht, bleibt unverändert. Niemand wird benachrichtigt.

move-in-field-title = Titel
move-in-field-day = Tag
move-in-field-last-day = Letzter Tag
move-in-field-start = Beginn
move-in-field-end = Ende
move-in-field-venue = Haus oder Raum
move-in-field-street = Straße und Hausnummer
move-in-field-postcode = Postleitzahl
move-in-field-town = Stadt oder Gemeinde
move-in-field-series = Reihe
move-in-field-speakers = Mitwirkende
move-in-field-about = Worum es geht
move-in-field-rhythm = Wie oft
move-in-field-weekday = Wochentag
move-in-field-from = Ab
move-in-field-until = Bis
move-in-field-name = Name
move-in-field-short-name = Kurzname
move-in-field-phone = Telefon
move-in-field-mail = E-Mail-Adresse
move-in-field-web = Website
move-in-field-function = Funktion
move-in-field-organisation = Organisation
move-in-field-post-day = Datum
move-in-field-source-mark = Herkunft
move-in-field-tags = Schlagworte
move-in-field-body = Text
move-in-field-picture = Bild
move-in-field-picture-alt = Was das Bild zeigt
move-in-field-picture-caption = Bildunterschrift
move-in-speakers-hint = Je Zeile eine Angabe: Name; Funktion; Organisation.
move-in-organisation-none = Keine Organisation
move-in-choose = Bitte wählen
move-in-rhythm-w1 = Jede Woche
move-in-rhythm-w2 = Alle zwei Wochen
move-in-rhythm-w3 = Alle drei Wochen
move-in-rhythm-w4 = Alle vier Wochen
move-in-rhythm-m1 = Am ersten im Monat
move-in-rhythm-m2 = Am zweiten im Monat
move-in-rhythm-m3 = Am dritten im Monat
move-in-rhythm-m4 = Am vierten im Monat
move-in-rhythm-m-1 = Am letzten im Monat
move-in-weekday-mo = Montag
move-in-weekday-tu = Dienstag
move-in-weekday-we = Mittwoch
move-in-weekday-th = Donnerstag
move-in-weekday-fr = Freitag
move-in-weekday-sa = Samstag
move-in-weekday-su = Sonntag
move-in-no-days = In dieser Zeit liegt kein solcher Tag.
move-in-too-many-days = Das wären mehr als 60 Termine. Bitte wählen Sie einen kürzeren Zeitraum.

move-in-mark-evidence = Beleg
move-in-mark-place = Haus
move-in-mark-town = Ort
move-in-mark-series = Reihe
move-in-mark-topic = Thema
move-in-mark-audience = Zielgruppe
move-in-mark-speaker = Mitwirkende
move-in-mark-rhythm = Wiederholung
move-in-mark-contradiction = Widerspruch
move-in-mark-registration = Anmeldung
move-in-mark-members = Nur für Mitglieder
move-in-mark-assistance = Assistenz
move-in-mark-organisation = Organisation
move-in-mark-contact = Ansprechperson
move-in-mark-title = Titel

move-in-year-written = Das Jahr { $year } steht beim Tag.
move-in-year-sentence = Das Jahr { $year } steht im selben Satz.
move-in-year-heading = Das Jahr { $year } steht in der Überschrift.
move-in-year-weekday = Das Jahr { $year } folgt aus dem Wochentag.
move-in-year-published = Das Jahr { $year } folgt aus dem Datum der Seite.
move-in-year-title = Das Jahr { $year } steht im Titel.
move-in-year-neighbour = Das Jahr { $year } steht bei einem benachbarten Tag.
move-in-notice-no-year = Auf der Seite steht der { $day } ohne Jahr. Bitte geben Sie den Tag an.
move-in-notice-no-time = Auf der Seite steht keine Uhrzeit für den Beginn.
move-in-notice-end = Auf der Seite steht kein Ende. Vorgeschlagen sind zwei Stunden.
move-in-notice-recurrence = Wiederholung nach der Seite: { $words }
move-in-notice-rhythm = Wie oft der Termin stattfindet, ließ sich nicht sicher lesen.
move-in-notice-doors = Einlass ist um { $time }.
move-in-notice-weekday = Widerspruch: Auf der Seite steht { $said ->
    [1] Montag
    [2] Dienstag
    [3] Mittwoch
    [4] Donnerstag
    [5] Freitag
    [6] Samstag
   *[7] Sonntag
}, der Tag ist aber ein { $is ->
    [1] Montag
    [2] Dienstag
    [3] Mittwoch
    [4] Donnerstag
    [5] Freitag
    [6] Samstag
   *[7] Sonntag
}.
move-in-notice-begin = Widerspruch: An anderer Stelle beginnt der Termin um { $time }.
move-in-notice-end-before-begin = Widerspruch: Das Ende liegt vor dem Beginn.
move-in-notice-register = Anmeldung bis { $day }.
move-in-notice-members = Die Seite wendet sich nur an Mitglieder.
move-in-notice-assistance = Die Seite fragt nach Assistenzbedarf.
move-in-pictures = Bilder der Seite
move-in-picture = Bild { $number }
move-in-picture-none = Kein Bild
move-in-picture-by-hand = Dieses Bild lag der Datei nicht bei oder ist in einem Format, das Kreis nicht zeigt. Laden Sie es nach der Übernahme an der Meldung selbst hoch; die Worte dazu stehen hier.
move-in-picture-address = Ort auf der Seite
move-in-picture-copy = Bildunterschrift kopieren
move-in-picture-copied = Die Bildunterschrift ist kopiert.

move-in-all-title = Sichere Entwürfe gemeinsam übernehmen
move-in-all-lead = Vollständige neue Funde werden Entwürfe in den Terminen und Meldungen oder Einträge im Verzeichnis. Organisationen, die das Verzeichnis kennt, werden damit zusammengeführt. Alles andere bleibt offen. Danach lässt sich alles gemeinsam oder einzeln zurücknehmen.
move-in-all-least = Mindestens so sicher
move-in-all-from = ab { $least } %
move-in-all-look = Vorschau zeigen
move-in-all-accept = { $count ->
    [one] Einen Entwurf übernehmen
   *[other] { $count } Entwürfe übernehmen
}
move-in-all-nothing = Kein offener Entwurf kann so übernommen werden.
move-in-all-done = Übernommen: { $made }, zusammengeführt: { $joined }, offen geblieben: { $left }.
move-in-bulks = Frühere gemeinsame Übernahmen
move-in-bulk = { $count ->
    [one] { $when } von { $actor }: ein Entwurf
   *[other] { $when } von { $actor }: { $count } Entwürfe
}
move-in-together-title = Gemeinsame Übernahme zurücknehmen
move-in-together-take-back = Alles davon zurücknehmen
move-in-together-of = Die ganze gemeinsame Übernahme zurücknehmen
move-in-together-lead = Gemeinsam übernommen am { $when } von { $actor }.
move-in-together-goes = { $count ->
    [one] Eine Entscheidung wird zurückgenommen
   *[other] { $count } Entscheidungen werden zurückgenommen
}
move-in-together-stays = { $count ->
    [one] Eine Entscheidung bleibt
   *[other] { $count } Entscheidungen bleiben
}
move-in-together-removed = was daraus entstanden ist, wird entfernt
move-in-together-emptied = was gefüllt wurde, ist wieder leer
move-in-together-kept = seitdem geändert oder verwendet
move-in-together-after = Die Entwürfe sind danach wieder offen, mit Ihren Korrekturen. Was inzwischen an anderer Stelle verwendet wird, bleibt und wird Ihnen genannt.
move-in-together-undo = { $count ->
    [one] Eine Entscheidung zurücknehmen
   *[other] { $count } Entscheidungen zurücknehmen
}
move-in-together-nothing = Alles davon wurde seitdem geändert. Gemeinsam lässt sich nichts zurücknehmen.
move-in-together-done = Zurückgenommen: { $undone }. Geblieben: { $stays }, weil es seitdem geändert wurde oder verwendet wird.
move-in-together-single = Sehen Sie diese Entwürfe einzeln an. Was seitdem geändert wurde, löschen Sie bei Bedarf am Eintrag selbst.
move-in-fate-make = { $count ->
    [one] Ein Entwurf wird übernommen
   *[other] { $count } Entwürfe werden übernommen
}
move-in-fate-join = { $count ->
    [one] Eine Organisation wird mit dem Verzeichnis zusammengeführt
   *[other] { $count } Organisationen werden mit dem Verzeichnis zusammengeführt
}
move-in-fate-lacks = { $count ->
    [one] Bei einem Entwurf fehlen Angaben; er bleibt offen
   *[other] Bei { $count } Entwürfen fehlen Angaben; sie bleiben offen
}
move-in-fate-alike = { $count ->
    [one] Einen Entwurf gibt es vielleicht schon; er bleibt offen
   *[other] { $count } Entwürfe gibt es vielleicht schon; sie bleiben offen
}
move-in-fate-look = { $count ->
    [one] Ein Entwurf braucht Ihren Blick; er bleibt offen
   *[other] { $count } Entwürfe brauchen Ihren Blick; sie bleiben offen
}

move-in-due = { $count ->
    [one] Ein übernommener Fund wartet auf Prüfung
   *[other] { $count } übernommene Funde warten auf Prüfung
}
move-in-due-many = Mehr als { $count } übernommene Funde warten auf Prüfung

done-move-in-received = Die Dateien sind angekommen.
done-move-in-known = Alle Dateien waren schon da. Nichts hat sich geändert.
done-move-in-discarded = Die Datei und ihre Entwürfe sind gelöscht.
done-move-in-corrected = Die Korrektur ist gespeichert.
done-move-in-uncorrected = Der Entwurf sagt wieder, was auf der Seite steht.
done-move-in-accepted = Der Entwurf ist übernommen. Veröffentlicht ist dadurch nichts.
done-move-in-merged = Der Entwurf ist zusammengeführt.
done-move-in-rejected = Der Entwurf ist abgelehnt.
done-move-in-undone = Zurückgenommen. Der Entwurf ist wieder offen.
done-move-in-undone-together = Alles davon ist zurückgenommen. Die Entwürfe sind wieder offen.
done-move-in-undone-before = Davon ist nichts mehr übernommen: Es wurde schon zurückgenommen.
journal-move-in-received = Datei zur Übernahme mitgebracht
journal-move-in-discarded = Datei zur Übernahme gelöscht
journal-move-in-corrected = Entwurf korrigiert
journal-move-in-uncorrected = Korrektur am Entwurf verworfen
journal-move-in-accepted = Entwurf übernommen
journal-move-in-merged = Entwurf zusammengeführt
journal-move-in-rejected = Entwurf abgelehnt
journal-move-in-undone = Entscheidung über Entwurf zurückgenommen
journal-move-in-accepted-together = Entwürfe gemeinsam übernommen
journal-move-in-undone-together = Gemeinsame Übernahme zurückgenommen

move-in-holding = Übernahme aus vorhandenen Seiten
move-in-holding-purpose = Vorhandene Seiten in Termine, Verzeichnis und Meldungen übernehmen
move-in-holding-brought = Mitgebrachte Datei
move-in-holding-decided = Entschiedener Entwurf
move-in-holding-names = Text einer mitgebrachten Seite, der die Person nennt
move-in-holding-waiting = Dateien, die noch gelesen werden
move-in-holding-waiting-stays = Was in ihnen steht, ist noch nicht bekannt. Bitte sehen Sie nach, wenn sie gelesen sind.
move-in-retained = Mitgebrachte Dateien und Entwürfe
move-in-retained-hint = Text, Bilder und Entwürfe; was daraus entstanden ist, bleibt
journal-kind-move-in = Übernahme
