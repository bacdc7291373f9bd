minutes-title = Protokoll
minutes-of-day = Sitzung vom { $day }
minutes-none = Noch kein Protokoll
minutes-none-advice = Das Protokoll beginnt mit einem Eintrag für jeden Punkt der Tagesordnung.
minutes-begin = Protokoll beginnen
minutes-write = Protokoll schreiben
minutes-read = Protokoll lesen
minutes-empty = Noch keine Einträge
minutes-empty-advice = Sobald etwas aufgeschrieben ist, steht es hier.
minutes-state-draft = Entwurf
minutes-state-circulated = Im Umlauf
minutes-state-approved = Genehmigt
minutes-state-distributed = Verteilt
minutes-chair = Leitung der Sitzung
minutes-taker = Protokoll geführt von
minutes-chair-name = Leitung, wenn nicht in der Liste
minutes-taker-name = Protokoll, wenn nicht in der Liste
minutes-nobody = Nicht aus der Liste
minutes-people = Leitung und Protokollführung
minutes-people-save = Leitung und Protokollführung speichern
minutes-pdf = Protokoll
minutes-pdf-full = Protokoll mit internem Teil
minutes-pdf-public = Protokoll ohne internen Teil
minutes-item-title = { $number }. { $title }
minutes-item-number = TOP { $number }:
minutes-item-up = TOP { $number } nach oben
minutes-item-down = TOP { $number } nach unten
minutes-item-title-field = Überschrift
minutes-item-new = Eintrag ohne Tagesordnungspunkt
minutes-item-add = Eintrag hinzufügen
minutes-item-remove = Eintrag entfernen
minutes-take-agenda = Neue Punkte der Tagesordnung übernehmen
minutes-internal = Intern
minutes-public = Öffentlicher Teil
minutes-part = Wo steht es?
minutes-part-public = Im öffentlichen Teil
minutes-part-internal = Im internen Teil: nur für Eingeladene, Leitung und Geschäftsstelle
minutes-edit-title = Protokoll schreiben
minutes-edit-lead = Sitzung vom { $day }. Aufgaben entstehen aus Zeilen wie „@Name bis 15.3.: Was zu tun ist“.
minutes-edit-empty-advice = Fügen Sie unten einen Eintrag hinzu.
minutes-save = Speichern
minutes-saved-at = Gespeichert { $when }, { $who }
minutes-autosave-asks = Gespeichert. Eine Aufgabe ist noch unklar.
minutes-autosave-asks-link = Frage klären
minutes-autosave-conflict = Jemand anderes hat diesen Eintrag inzwischen geändert. Ihr Text steht noch hier. Drücken Sie „Speichern“, um beide Fassungen zu vergleichen.
minutes-autosave-conflict-link = Änderungen ansehen
minutes-to-overview = Zur Übersicht
minutes-questions =
    { $count ->
        [one] Eine Aufgabe ist unklar
       *[other] { $count } Aufgaben sind unklar
    }
minutes-questions-note = Diese Zeilen beginnen wie eine Aufgabe, sind aber nicht eindeutig. Bitte wählen Sie, was gemeint ist.
minutes-doubt-nobody = Das Verzeichnis kennt niemanden mit dem Namen „{ $name }“.
minutes-doubt-several = „{ $name }“ kann { $count } Personen oder Organisationen meinen.
minutes-doubt-no-name = Es fehlt, wer die Aufgabe übernimmt. Ergänzen Sie den Namen in der Zeile.
minutes-doubt-no-day = Es fehlt, bis wann die Aufgabe erledigt sein soll.
minutes-doubt-unreadable = „{ $typed }“ ist kein eindeutiger Tag.
minutes-doubt-past = Der { $day } liegt vor der Sitzung.
minutes-doubt-no-text = Es fehlt, was zu tun ist. Ergänzen Sie es nach einem Doppelpunkt.
minutes-answer-meaning = Gemeint ist
minutes-answer-choose = Bitte wählen
minutes-answer-free = „{ $name }“ steht nicht im Verzeichnis (ohne Erinnerung)
minutes-answer-text = Keine Aufgabe, nur Text
minutes-answer = Antwort speichern
minutes-vote =
    { $yes } Ja, { $no } Nein, { $abstentions ->
        [one] 1 Enthaltung
       *[other] { $abstentions } Enthaltungen
    }
minutes-vote-yes = Ja
minutes-vote-no = Nein
minutes-vote-abstentions = Enthaltungen
minutes-result-accepted = angenommen
minutes-result-rejected = abgelehnt
minutes-result-deferred = vertagt
minutes-result-noted = zur Kenntnis genommen
minutes-decision-label = Beschluss { $number }
minutes-decision-add = Beschluss festhalten
minutes-decision-edit = Ändern
minutes-decision-wording = Wortlaut
minutes-decision-result = Ergebnis
minutes-decision-vote = Abstimmung
minutes-decision-vote-note = Nur ausfüllen, wenn gezählt wurde.
minutes-decision-save = Beschluss speichern
minutes-decision-remove = Beschluss entfernen
minutes-decision-remove-note = Die Nummer wird nicht noch einmal vergeben.
minutes-decision-carried-out = Umgesetzt
minutes-decision-taken-up = Wieder behandelt
minutes-decisions-title = Beschlüsse
minutes-decisions-lead = Alle Beschlüsse der Sitzungen, die neuesten zuerst.
minutes-decisions-none = Noch keine Beschlüsse
minutes-decisions-none-open = Keine offenen Beschlüsse
minutes-decisions-none-advice = Beschlüsse werden im Protokoll einer Sitzung festgehalten.
minutes-tasks = Aufgaben
minutes-until = bis
minutes-tasks-title = Aufgaben
minutes-tasks-lead = Aufgaben aus allen Sitzungen, die dringendsten zuerst.
minutes-tasks-none = Keine offenen Aufgaben
minutes-tasks-none-advice = Aufgaben entstehen im Protokoll einer Sitzung.
minutes-tasks-none-late = Nichts ist überfällig
minutes-tasks-none-late-advice = Alle offenen Aufgaben haben noch Zeit.
minutes-tasks-none-mine = Sie haben keine offenen Aufgaben
minutes-filter = Anzeigen
minutes-filter-open = Offen
minutes-filter-late = Überfällig
minutes-filter-mine = Meine
minutes-filter-all = Alle
minutes-filter-deferred = Vertagt
minutes-task-add = Aufgabe festhalten
minutes-task-save = Aufgabe speichern
minutes-task-wording = Aufgabe
minutes-task-who = Zuständig
minutes-task-name = Name, wenn nicht in der Liste
minutes-task-somebody = Nicht aus der Liste
minutes-task-due = Bis wann
minutes-task-state = Stand
minutes-task-actions = Ändern
minutes-task-hint = Schneller geht es im Text: eine Zeile wie „@Name bis 15.3.: Was zu tun ist“.
minutes-task-from = Aus
minutes-task-open = Offen
minutes-task-done = Erledigt
minutes-task-dropped = Entfallen
minutes-task-late = überfällig
minutes-task-do = Als erledigt melden
minutes-task-drop = Entfällt
minutes-task-reopen = Wieder öffnen
minutes-task-link-title = Aufgabe
minutes-task-link-done = Die Aufgabe ist als erledigt gemeldet. Vielen Dank.
minutes-task-link-undo = Doch noch nicht erledigt
minutes-task-link-dropped = Diese Aufgabe ist entfallen.
minutes-dead-link = Dieser Link gilt nicht mehr
minutes-dead-link-text = Vielleicht ist seine Frist vorbei, oder er ist unvollständig in die Adresszeile gekommen.
minutes-dead-link-advice = Öffnen Sie den Link noch einmal aus der E-Mail. Das Protokoll liegt der E-Mail auch als PDF bei. Ist die Frist für Einwände vorbei, antworten Sie bitte auf die E-Mail: So erreichen Sie die Geschäftsstelle.
minutes-settled = { $when }, { $who }
minutes-source = { $title }, { $day }
minutes-meeting = { $day }: { $title }
minutes-circulate = In Umlauf geben
minutes-circulate-again = Noch einmal in Umlauf geben
minutes-circulate-note =
    { $count ->
        [0] Niemand auf der Gästeliste hat eine E-Mail-Adresse. Das Protokoll geht in Umlauf, ohne dass eine E-Mail entsteht.
        [one] Eine E-Mail mit dem Protokoll kommt in den Postausgang und wartet dort auf Freigabe.
       *[other] { $count } E-Mails mit dem Protokoll kommen in den Postausgang und warten dort auf Freigabe.
    }
minutes-until-field = Einwände möglich bis
minutes-approve = In einer Sitzung genehmigen
minutes-approve-note = Wählen Sie die Sitzung, die das Protokoll genehmigt hat.
minutes-meeting-field = Sitzung
minutes-approval-withdraw = Genehmigung zurücknehmen …
minutes-approval-withdraw-note = Das Protokoll gilt dann wieder als im Umlauf. Genehmigen kann es danach nur eine Sitzung oder ein neuer Umlauf.
minutes-approval-withdraw-submit = Genehmigung zurücknehmen
minutes-distribute = Verteilen
minutes-distribute-note =
    { $count ->
        [0] Niemand auf der Gästeliste hat eine E-Mail-Adresse.
        [one] Eine E-Mail mit dem vollständigen Protokoll kommt in den Postausgang und wartet dort auf Freigabe.
       *[other] { $count } E-Mails mit dem vollständigen Protokoll kommen in den Postausgang und warten dort auf Freigabe.
    }
minutes-distribute-members = Auch an alle Mitglieder, ohne internen Teil
minutes-steps = Verlauf
minutes-step-circulation =
    { $count ->
        [0] In Umlauf bis { $until }, ohne E-Mail
        [one] In Umlauf bis { $until }, eine E-Mail
       *[other] In Umlauf bis { $until }, { $count } E-Mails
    }
minutes-step-approval-meeting = Genehmigt in der Sitzung vom { $day }
minutes-step-approval-lapse = Genehmigt durch Ablauf der Frist
minutes-step-withdrawal = Genehmigung zurückgenommen
minutes-step-distribution =
    { $count ->
        [0] Verteilt, ohne E-Mail
        [one] Verteilt, eine E-Mail
       *[other] Verteilt, { $count } E-Mails
    }
minutes-notice-open =
    { $count ->
        [one] Ein Einwand ist offen. Bis er beantwortet ist, wird das Protokoll nicht genehmigt.
       *[other] { $count } Einwände sind offen. Bis sie beantwortet sind, wird das Protokoll nicht genehmigt.
    }
minutes-notice-meeting = Über dieses Protokoll entscheidet die nächste Sitzung. Durch Ablauf der Frist wird es nicht genehmigt.
minutes-notice-term = Einwände sind bis { $until } möglich. Ohne offenen Einwand gilt das Protokoll danach als genehmigt.
minutes-revisions = Fassungen
minutes-revisions-lead = Wer wann was geändert hat, das Neueste zuerst.
minutes-revisions-added = hinzugefügt
minutes-revisions-removed = entfernt
minutes-revisions-none = Bisher keine Änderungen
minutes-reason-saved = Geschrieben
minutes-reason-merged = Zwei Fassungen zusammengeführt
minutes-reason-objection = Einwand angenommen
minutes-reason-removed = Eintrag entfernt
minutes-reason-answer = Frage zu einer Aufgabe beantwortet
minutes-conflict-title = Zwei Fassungen
minutes-conflict-lead = Während Sie an „{ $title }“ geschrieben haben, hat jemand anderes denselben Eintrag gespeichert. Noch ist nichts verloren: Stellen Sie unten den Text zusammen, der gelten soll.
minutes-conflict-same = Dieser Teil ist in beiden Fassungen gleich.
minutes-conflict-theirs = Gespeicherte Fassung
minutes-conflict-mine = Ihre Fassung
minutes-conflict-difference = Was sich unterscheidet
minutes-conflict-merged = Das soll gelten
minutes-conflict-save = Diese Fassung speichern
minutes-conflict-drop = Gespeicherte Fassung behalten
minutes-object = Einwand erheben
minutes-object-lead = Einwände sind bis { $until } möglich. Nennen Sie den Punkt und den Wortlaut, den Sie wünschen.
minutes-objections = Einwände zum Protokoll
minutes-objections-count =
    { $count ->
        [one] Einwand ansehen
       *[other] { $count } Einwände ansehen
    }
minutes-objections-made = Erhobene Einwände
minutes-objections-yours = Ihre Einwände
minutes-objections-none = Keine Einwände
minutes-objections-none-advice = Einwände, die Sie sehen dürfen, stehen hier.
minutes-objection-entry = Punkt des Protokolls
minutes-objection-wording = Gewünschter Wortlaut
minutes-objection-reason = Begründung
minutes-objection-send = Einwand absenden
minutes-objection-open = offen
minutes-objection-accepted = angenommen
minutes-objection-next-meeting = in der nächsten Sitzung
minutes-objection-withdrawn = zurückgezogen
minutes-objection-decided = durch die Sitzung entschieden
minutes-objection-accept = Einwand annehmen
minutes-objection-accept-note = Der Text des Punktes wird geändert. Sobald kein Einwand mehr offen ist, geht das Protokoll mit neuer Frist noch einmal in Umlauf.
minutes-objection-defer = In die nächste Sitzung nehmen
minutes-objection-withdraw = Einwand zurückziehen
minutes-objection-item = Einwand zum Protokoll vom { $day }
minutes-objection-item-text =
    Einwand von { $who }. Gewünschter Wortlaut:

    { $wording }
minutes-points = Offenes aus früheren Sitzungen
minutes-point-add = Auf die Tagesordnung
minutes-point-task = Aufgabe: { $wording }
minutes-point-decision = Vertagt: { $wording }
minutes-point-task-text = Zuständig: { $who }, bis { $due }. Aus der Sitzung vom { $day }.
minutes-point-decision-text = Vertagt in der Sitzung vom { $day }.
minutes-due-title = Protokolle und Aufgaben
minutes-due-write = Protokoll schreiben
minutes-due-circulate = Protokoll fertigstellen und in Umlauf geben
minutes-due-approve = Protokoll in einer Sitzung genehmigen
minutes-due-distribute = Genehmigtes Protokoll verteilen
minutes-due-objection = Einwand von { $who } beantworten
minutes-due-late =
    { $count ->
        [one] Eine Aufgabe ist überfällig
       *[other] { $count } Aufgaben sind überfällig
    }
minutes-due-late-note = Aus den Protokollen des Netzwerks
minutes-due-mine = Ihre Aufgabe bis { $due }
minutes-due-read = Protokoll lesen
minutes-due-read-note = { $title }. Einwände bis { $until }
minutes-fault-gathering = Ein Protokoll gibt es erst, wenn der Termin angekündigt ist, und nicht für abgesagte Termine.
minutes-fault-not-a-draft = Das Protokoll ist kein Entwurf mehr. Ändern lässt es sich nur noch über einen Einwand.
minutes-fault-not-circulated = Das Protokoll war noch nicht im Umlauf.
minutes-fault-already-approved = Das Protokoll ist schon genehmigt.
minutes-fault-not-approved = Das Protokoll ist noch nicht genehmigt.
minutes-fault-distributed = Das Protokoll ist schon verteilt.
minutes-fault-objection-open = Ein Einwand ist noch offen. Beantworten Sie ihn zuerst.
minutes-fault-objection-settled = Dieser Einwand ist schon beantwortet.
minutes-fault-meeting-decides = Über dieses Protokoll entscheidet eine Sitzung.
minutes-fault-term-runs = Die Frist für Einwände läuft noch.
minutes-fault-term-over = Die Frist für Einwände ist vorbei.
minutes-fault-term = Bitte wählen Sie einen Tag nach heute, höchstens ein Jahr voraus.
minutes-fault-meeting = Bitte wählen Sie eine spätere Sitzung, die schon begonnen hat.
minutes-fault-empty = Das Protokoll hat noch keine Einträge.
minutes-fault-agenda-entry = Ein Punkt der Tagesordnung bleibt im Protokoll.
minutes-fault-entry-in-use = Zu diesem Eintrag gibt es Beschlüsse oder Aufgaben. Entfernen Sie diese zuerst.
minutes-fault-due-past = Bitte wählen Sie einen Tag, der nicht vor der Sitzung liegt.
minutes-fault-no-name = In der Zeile steht kein Name.
minutes-fault-no-answer = Bitte wählen Sie etwas aus.
minutes-fault-vote-missing = Wenn gezählt wurde, gehören Ja und Nein dazu.
minutes-fault-vote-contradicts = Das Ergebnis passt nicht zu den Stimmen.
minutes-mail-greeting = Guten Tag, { $name },
minutes-mail-circulation-subject = Protokoll „{ $title }“ vom { $day }
minutes-mail-circulation = im Anhang erhalten Sie das Protokoll der Sitzung „{ $title }“ vom { $day }.
minutes-mail-circulation-again = im Anhang erhalten Sie die { $round }. Fassung des Protokolls der Sitzung „{ $title }“ vom { $day }. Ein Einwand wurde eingearbeitet oder das Protokoll neu vorgelegt.
minutes-mail-circulation-term = Wenn etwas anders festgehalten werden soll, teilen Sie uns das bitte bis { $until } mit. Ein Konto brauchen Sie dafür nicht.
minutes-mail-circulation-button = Protokoll lesen und Einwand erheben
minutes-mail-circulation-lapse = Ohne offenen Einwand gilt das Protokoll nach diesem Tag als genehmigt. Der Link ist nur für Sie bestimmt.
minutes-mail-distribution-subject = Genehmigtes Protokoll „{ $title }“ vom { $day }
minutes-mail-distribution = das Protokoll der Sitzung „{ $title }“ vom { $day } ist genehmigt.
minutes-mail-distribution-full = Im Anhang erhalten Sie es vollständig, mit dem internen Teil.
minutes-mail-distribution-public = Im Anhang erhalten Sie es.
minutes-wording-distribution = Text zum genehmigten Protokoll
minutes-wording-distribution-hint = Der erste Satz der E-Mail, mit der ein genehmigtes Protokoll verschickt wird.
minutes-sample-title = Mustersitzung
minutes-mail-distribution-button = Protokoll im Netzwerk ansehen
minutes-mail-reminder-subject = Erinnerung: Ihre Aufgabe bis { $due }
minutes-mail-reminder-late-subject = Überfällig: Ihre Aufgabe bis { $due }
minutes-mail-reminder = in der Sitzung „{ $title }“ vom { $day } haben Sie diese Aufgabe übernommen:
minutes-mail-reminder-late = diese Aufgabe aus der Sitzung „{ $title }“ vom { $day } ist noch offen:
minutes-mail-reminder-due = Sie soll bis { $due } erledigt sein.
minutes-mail-reminder-button = Als erledigt melden
minutes-mail-reminder-after = Der Link führt zu einer Seite mit einer Schaltfläche. Erst dort melden Sie die Aufgabe als erledigt.
letter-minutes-circulation = Protokoll im Umlauf
letter-minutes-distribution = Genehmigtes Protokoll
letter-minutes-task_reminder = Erinnerung an eine Aufgabe
journal-minutes-begun = Protokoll begonnen
journal-minutes-people-set = Leitung und Protokollführung eingetragen
journal-minutes-entry-removed = Eintrag des Protokolls entfernt
journal-minutes-circulated = Protokoll in Umlauf gegeben
journal-minutes-approved = Protokoll in einer Sitzung genehmigt
journal-minutes-lapsed = Protokoll durch Ablauf der Frist genehmigt
journal-minutes-approval-withdrawn = Genehmigung des Protokolls zurückgenommen
journal-minutes-distributed = Protokoll verteilt
journal-minutes-objected = Einwand erhoben
journal-objection-accepted = Einwand angenommen
journal-objection-deferred = Einwand in die nächste Sitzung genommen
journal-objection-withdrawn = Einwand zurückgezogen
journal-task-made = Aufgabe festgehalten
journal-task-changed = Aufgabe geändert
journal-task-removed = Aufgabe entfernt
journal-task-done = Aufgabe erledigt
journal-task-dropped = Aufgabe entfallen
journal-task-reopened = Aufgabe wieder geöffnet
journal-decision-noted = Beschluss festgehalten
journal-decision-changed = Beschluss geändert
journal-decision-removed = Beschluss entfernt
journal-decision-settled = Beschluss umgesetzt oder wieder behandelt
journal-decision-reopened = Beschluss wieder geöffnet
done-minutes-begun = Das Protokoll ist angelegt.
done-minutes-saved = Der Eintrag ist gespeichert.
done-minutes-saved-asks = Der Eintrag ist gespeichert. Eine Aufgabe ist noch unklar.
done-minutes-people = Leitung und Protokollführung sind gespeichert.
done-minutes-entry-added = Der Eintrag ist hinzugefügt.
done-minutes-entry-moved = Die Reihenfolge ist geändert.
done-minutes-entry-removed = Der Eintrag ist entfernt.
done-minutes-answered = Die Antwort ist gespeichert, die Aufgabe ist klar.
done-minutes-answered-more = Die Antwort ist gespeichert. Etwas ist noch unklar.
done-minutes-circulated = Das Protokoll ist im Umlauf. Die E-Mails warten im Postausgang auf Freigabe.
done-minutes-approved = Das Protokoll ist genehmigt.
done-minutes-approval-withdrawn = Die Genehmigung ist zurückgenommen.
done-minutes-distributed = Das Protokoll ist verteilt. Die E-Mails warten im Postausgang auf Freigabe.
done-minutes-circulated-quietly = Das Protokoll ist im Umlauf. Eine E-Mail ist dabei nicht entstanden.
done-minutes-distributed-quietly = Das Protokoll ist verteilt. Eine E-Mail ist dabei nicht entstanden.
done-minutes-objected = Ihr Einwand ist angekommen.
done-minutes-point-added = Der Punkt steht auf der Tagesordnung.
done-objection-accepted = Der Einwand ist angenommen und der Text geändert.
done-objection-deferred = Über den Einwand entscheidet die nächste Sitzung.
done-objection-withdrawn = Der Einwand ist zurückgezogen.
done-task-made = Die Aufgabe ist festgehalten.
done-task-done = Die Aufgabe ist erledigt.
done-task-dropped = Die Aufgabe ist entfallen.
done-task-reopened = Die Aufgabe ist wieder offen.
done-decision-noted = Der Beschluss ist festgehalten.
done-decision-changed = Der Beschluss ist geändert.
done-decision-removed = Der Beschluss ist entfernt.
done-decision-settled = Der Beschluss ist nicht mehr offen.
done-decision-reopened = Der Beschluss ist wieder offen.
minutes-digest-objections = Offene Einwände
minutes-digest-objection = { $who } zum Protokoll von „{ $title }“ am { $day }
minutes-digest-done = Erledigte Aufgaben
minutes-digest-done-task = { $by }: { $wording }
minutes-digest-late = Überfällige Aufgaben
minutes-digest-late-task = { $who }, bis { $due }: { $wording }
minutes-digest-late-further =
    { $count ->
        [one] und eine weitere
       *[other] und { $count } weitere
    }
minutes-handover-title = Offene Aufgaben
minutes-handover-none = Keine offenen Aufgaben.
minutes-handover-note = Diese Aufgaben bleiben bei der bisherigen Person, bis das Protokoll jemand anderen nennt oder sie erledigt sind.
minutes-handover-tasks = Alle Aufgaben ansehen
minutes-handover-due = bis { $day }

# Was Protokolle über Personen speichern.
minutes-holding-tasks = Aufgaben
minutes-holding-tasks-purpose = Beschlossenes verteilen und daran erinnern
minutes-holding-task = Aufgabe
minutes-holding-noted = Name an Protokollarbeit
minutes-holding-objections = Einwände
minutes-holding-objections-purpose = Protokolle berichtigen
minutes-holding-objection = Einwand
minutes-holding-record = Protokolle und Teilnahme
minutes-retained-attendance = Teilnahme ohne genehmigtes Protokoll
minutes-retained-attendance-hint = Zählt vom Ende des Termins. Danach bleibt, dass jemand gekommen ist und für welche Organisation, ohne Namen. Genehmigte Protokolle sind Urkunden und bleiben.
minutes-retained-revisions = Frühere Fassungen genehmigter Protokolle
minutes-retained-revisions-hint = Zählt vom Tag der Fassung. Die letzte Fassung jedes Punktes und das Protokoll selbst bleiben.
minutes-holding-record-purpose = Festhalten, wer da war und was beschlossen wurde
minutes-holding-attendance = Auf der Teilnahmeliste
minutes-holding-named = Leitung oder Protokoll der Sitzung
minutes-holding-written = Absätze in Protokollen geschrieben
minutes-holding-record-stays = Genehmigte Protokolle sind Urkunden: Namen in ihnen bleiben, ohne Verbindung zum Verzeichnis.

minutes-moves-chaired = { $count ->
        [one] 1 Protokoll als Sitzungsleitung
       *[other] { $count } Protokolle als Sitzungsleitung
    }
minutes-moves-taken = { $count ->
        [one] 1 Protokoll als Protokollführung
       *[other] { $count } Protokolle als Protokollführung
    }
minutes-moves-spoken = { $count ->
        [one] 1 Zuordnung in Protokollen
       *[other] { $count } Zuordnungen in Protokollen
    }
minutes-moves-objections = { $count ->
        [one] 1 Einwand
       *[other] { $count } Einwände
    }
minutes-moves-tasks = { $count ->
        [one] 1 Aufgabe
       *[other] { $count } Aufgaben
    }
minutes-moves-minutes = { $count ->
        [one] 1 Protokoll mit Beschlüssen und Aufgaben
       *[other] { $count } Protokolle mit Beschlüssen und Aufgaben
    }
