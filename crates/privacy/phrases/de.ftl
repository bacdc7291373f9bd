# Datenschutz: Auskunft, Löschung, Fristen, Hinweise, Zugriffe.

privacy-nav = Datenschutz
privacy-account = Konto
privacy-people = Personen
privacy-back = Zurück
privacy-print = Drucken

privacy-column-what = Was
privacy-column-words = Inhalt
privacy-column-when = Wann
privacy-column-where = Wo
privacy-column-count = Anzahl
privacy-column-fate = Was geschieht
privacy-column-record = Eintrag
privacy-column-since = Frist läuft seit
privacy-column-keep = Trotzdem behalten
privacy-column-purpose = Zweck
privacy-column-by = Durch
privacy-column-how = Art
privacy-column-reason = Anlass
privacy-column-repeated = Nach Wiederherstellung wiederholt
privacy-column-who = Wer
privacy-column-look = Was
privacy-column-whose = Über wen

privacy-own = Was wir über Sie gespeichert haben
privacy-own-lead = Hier steht alles, was ein Netzwerk mit Ihrer Person verbindet: wozu es gespeichert ist, auf welcher Grundlage, und wo es zu sehen ist.
privacy-own-none = Kein Netzwerk führt Sie in seinem Verzeichnis
privacy-own-none-text = Gespeichert ist nur Ihr Konto mit der Adresse { $mail } und Ihre Anmeldungen.
privacy-own-change = Selbst ändern: Name, Sprache, Passwort, Anmeldungen
privacy-own-requests = Ihre Anfragen
privacy-own-erasure = Löschung verlangen …
privacy-own-erasure-lead = Das geschieht mit Ihren Daten, wenn die Geschäftsstelle Sie löscht. Noch ist nichts gelöscht.
privacy-own-erasure-how = Ihre Anfrage geht an die Geschäftsstelle; sie muss innerhalb eines Monats handeln. Bis dahin können Sie die Anfrage zurücknehmen. Ist alles gelöscht, bekommen Sie eine E-Mail.
privacy-own-erasure-words = Möchten Sie etwas dazu sagen?
privacy-own-erasure-send = Löschung verlangen
privacy-withdraw = Anfrage zurücknehmen
privacy-held-why = Wozu: { $purpose }. Grundlage: { $ground }.
privacy-held-term = { $words } ({ $from } bis { $until })
privacy-held-since = { $words } (seit { $from })
privacy-held-until = { $words } (bis { $until })
privacy-held-part = { $part }: { $words }
privacy-held-part-empty = { $part }: leer
privacy-file = Alles als Datei (JSON)
privacy-ask = Berichtigung verlangen
privacy-ask-lead = Ihre Anfrage geht an die Geschäftsstelle. Die Antwort steht dann auf der Seite mit Ihren Daten. Die Geschäftsstelle muss innerhalb eines Monats antworten.
privacy-ask-words = Was ist falsch, und wie ist es richtig?
privacy-ask-send = Anfrage senden
privacy-fault-words = Bitte schreiben Sie, was berichtigt werden soll.
privacy-fault-asked = Sie haben das schon verlangt; die Geschäftsstelle hat noch nicht geantwortet.
privacy-fault-many = Fünf Ihrer Anfragen sind noch nicht beantwortet. Bitte warten Sie auf die Antwort oder nehmen Sie eine zurück.

privacy-request-correction = Berichtigung
privacy-request-erasure = Löschung
privacy-request-open = Offen
privacy-request-done = Erledigt
privacy-request-refused = Abgelehnt
privacy-request-of = Von { $name }, { $when }
privacy-request-line = { $kind }, { $when }
privacy-erase-or-refuse = Eine verlangte Löschung ist erledigt, sobald Sie löschen; die Person bekommt dann eine E-Mail. Wenn Sie ablehnen, schreiben Sie hier, warum.
privacy-refuse = Ablehnen
privacy-fault-erase-first = Bitte löschen Sie die Person; damit ist die Anfrage erledigt.
privacy-requests = Anfragen zu personenbezogenen Daten
privacy-requests-lead = Antworten Sie innerhalb eines Monats (Art. 12 Abs. 3 DSGVO). Anfragen per Brief beantworten Sie auf der Seite der Person.
privacy-requests-none = Keine Anfragen
privacy-requests-none-text = Mitglieder verlangen hier Berichtigung oder Löschung, wenn sie auf der Seite ihres Kontos nachgesehen haben.
privacy-requests-open = Zu beantworten
privacy-requests-settled = Beantwortet
privacy-answer = Antwort
privacy-answer-hint = Die Person liest sie auf der Seite mit ihren Daten.
privacy-answer-send = Antwort speichern
privacy-outcome = Ergebnis

privacy-tab-requests = Anfragen
privacy-tab-rules = Löschregeln
privacy-tab-notices = Hinweise
privacy-tab-proofs = Nachweise
privacy-tab-reads = Zugriffe

privacy-held-title = Was über { $name } gespeichert ist
privacy-held-lead = Für Auskünfte nach Art. 15 DSGVO, auch auf Anfragen per Brief. Dass Sie diese Seite lesen, ist festgehalten.
privacy-held-all = Gespeicherte Daten
privacy-to-held = Was über die Person gespeichert ist
privacy-to-person = Zur Person
privacy-to-erasure = Löschen oder anonymisieren …

privacy-erasure-title = { $name } löschen oder anonymisieren
privacy-erasure-lead = Sehen Sie erst nach, was geschieht. Noch ist nichts gelöscht.
privacy-erasure-ways = Art der Löschung
privacy-erasure-preview = Was geschieht
privacy-erasure-confirm = Endgültig löschen
privacy-erasure-final = Das lässt sich nicht rückgängig machen. Auch nach der Wiederherstellung einer älteren Sicherung wird die Löschung wiederholt.
privacy-erasure-understood = Ich habe die Liste gelesen.
privacy-fault-understood = Bitte bestätigen Sie, dass Sie die Liste gelesen haben.
privacy-erase-now = Endgültig löschen
privacy-anonymise-now = Endgültig anonymisieren
privacy-way-erase = Löschen
privacy-way-erase-text = Gelöscht wird alles, was nicht bleiben muss. Wie viele eingeladen waren und geantwortet haben, ändert sich damit nachträglich.
privacy-way-anonymise = Anonymisieren
privacy-way-anonymise-text = Einladungen und Antworten bleiben als Zahl, ohne Namen und Adresse. Wo ein Name stand, steht „gelöschte Person“.
privacy-fate-deleted = Gelöscht
privacy-fate-anonymised = Ohne Namen
privacy-fate-stays = Bleibt

privacy-rules = Löschregeln
privacy-rules-lead = Was nicht mehr gebraucht wird, soll gelöscht werden. Nichts wird gelöscht, bevor jemand die Liste gesehen und freigegeben hat; danach lässt es sich noch vierzehn Tage lang zurücknehmen.
privacy-rules-standing = Was ansteht
privacy-rules-terms = Fristen
privacy-rules-how = Geben Sie die Frist in Monaten an. Ohne Angabe bleibt alles, bis Sie etwas anderes sagen.
privacy-rules-save = Fristen speichern
privacy-rule-hint = { $hint } Vorschlag: { $months } Monate.
privacy-rule-none = Keine Frist gesetzt
privacy-rule-none-text = Solange keine Frist gesetzt ist, bleibt alles.
privacy-term-label = Frist
privacy-term =
    { $months ->
        [one] 1 Monat
       *[other] { $months } Monate
    }
privacy-standing-nothing = Nichts ist älter als die Frist.
privacy-standing-preview =
    { $count ->
        [one] 1 Eintrag ist älter als die Frist und wartet auf Ihre Freigabe.
       *[other] { $count } Einträge sind älter als die Frist und warten auf Ihre Freigabe.
    }
privacy-standing-quarantine =
    { $count ->
        [one] 1 Eintrag wird am { $day } gelöscht.
       *[other] { $count } Einträge werden am { $day } gelöscht.
    }
privacy-quarantine =
    { $count ->
        [one] 1 Eintrag, freigegeben durch { $by }, wird am { $day } endgültig gelöscht.
       *[other] { $count } Einträge, freigegeben durch { $by }, werden am { $day } endgültig gelöscht.
    }
privacy-quarantine-title = In Quarantäne
privacy-undo = Freigabe zurücknehmen
privacy-due-title = Älter als die Frist
privacy-due-vanished =
    { $count ->
        [one] Ein Eintrag der Liste ist inzwischen fort.
       *[other] { $count } Einträge der Liste sind inzwischen fort.
    }
privacy-release-open = Zur Löschung freigeben …
privacy-release-text = Die Einträge kommen für vierzehn Tage in Quarantäne. So lange können Sie die Freigabe zurücknehmen; danach werden sie endgültig gelöscht.
privacy-release = Zur Löschung freigeben
privacy-keep = Behalten
privacy-keep-no-longer = Nicht mehr behalten
privacy-fault-no-preview = Es steht nichts zur Freigabe an.
privacy-fault-unseen = Bitte sehen Sie sich die Liste an, bevor Sie sie freigeben.
privacy-fault-no-quarantine = Es ist nichts in Quarantäne.

privacy-notices = Datenschutzhinweise
privacy-notices-lead = Ihr Text erscheint unter „Datenschutz“ über den allgemeinen Angaben. Jede veröffentlichte Fassung bleibt mit ihrem Tag nachlesbar.
privacy-notice = Datenschutzhinweise
privacy-notice-page = Datenschutz
privacy-notice-own = Hinweise der Geschäftsstelle
privacy-notice-text = Text
privacy-notice-text-hint = Leerzeilen trennen Absätze; Zeilen, die mit einem Bindestrich beginnen, werden eine Liste.
privacy-notice-keep = Entwurf speichern
privacy-notice-publish-text = Veröffentlicht wird, was im Feld steht, als neue Fassung.
privacy-notice-publish = Neue Fassung veröffentlichen
privacy-notice-versions = Fassungen
privacy-notice-none = Noch keine Fassung ist veröffentlicht.
privacy-notice-version = Fassung { $version } vom { $day }
privacy-notice-stands = Fassung { $version } vom { $day }; sie gilt.
privacy-notice-stood = Fassung { $version } vom { $day }; sie gilt nicht mehr.
privacy-fault-notice-empty = Bitte schreiben Sie erst einen Text.
privacy-fault-notice-same = Der Text ist derselbe wie in der letzten Fassung.

privacy-consent = Auf Teilnahmelisten erscheinen
privacy-consent-text = Listen, die alle Teilnehmenden bekommen, nennen Ihren Namen nur, wenn Sie einverstanden sind. Für Protokolle und die Liste der Geschäftsstelle gilt das nicht.
privacy-consent-never = Sie haben sich noch nicht dazu geäußert.
privacy-consent-since = Sie sind einverstanden seit { $when }.
privacy-consent-not-since = Sie haben Ihr Einverständnis zurückgenommen: { $when }.
privacy-consent-give = Ich bin einverstanden
privacy-consent-take = Einverständnis zurücknehmen

privacy-proofs = Nachweise
privacy-proofs-lead = Was nach welcher Regel wann durch wen gelöscht wurde, ohne Namen, und was noch aussteht.
privacy-overdue = Überfällig
privacy-overdue-none = Nichts ist überfällig.
privacy-overdue-unreleased =
    { $count ->
        [one] 1 Eintrag wartet seit { $since } auf Freigabe; niemand hat die Liste freigegeben.
       *[other] { $count } Einträge warten seit { $since } auf Freigabe; niemand hat die Liste freigegeben.
    }
privacy-overdue-undone =
    { $count ->
        [one] 1 Eintrag (gelistet { $since }) sollte gelöscht sein; der nächtliche Lauf ist ausgeblieben.
       *[other] { $count } Einträge (gelistet { $since }) sollten gelöscht sein; der nächtliche Lauf ist ausgeblieben.
    }
privacy-overdue-kept =
    { $count ->
        [one] 1 Eintrag wird auf Wunsch der Geschäftsstelle länger behalten.
       *[other] { $count } Einträge werden auf Wunsch der Geschäftsstelle länger behalten.
    }
privacy-purpose-gone = Früherer Zweck
privacy-gone = Nach Löschregeln
privacy-gone-none = Noch nichts wurde nach einer Regel gelöscht.
privacy-outcome-rest =
    { $count ->
        [one] Gelöscht; ein Eintrag blieb
       *[other] Gelöscht; { $count } Einträge blieben
    }
privacy-outcome-gone = Gelöscht
privacy-outcome-undone = Zurückgenommen
privacy-erasures = Gelöschte Personen
privacy-erasures-text = Von wem die Daten waren, steht nirgends mehr. Eine Kennung ohne Bedeutung bleibt, damit eine ältere Sicherung niemanden zurückbringt.
privacy-reason-request = Verlangt
privacy-reason-rule = Löschregel

privacy-reads = Zugriffe
privacy-reads-lead = Wer nachgesehen hat, was über eine Person gespeichert ist, wer ihre Seite geöffnet und wer Listen mit Adressen mitgenommen hat. Nur die Rolle Datenschutz liest diese Seite.
privacy-reads-none = Noch niemand hat nachgesehen.
privacy-look-page = Auskunft gelesen
privacy-look-file = Auskunft als Datei geholt

privacy-role-give = Rolle Datenschutz vergeben
privacy-role-take = Rolle Datenschutz entziehen

privacy-due-requests =
    { $count ->
        [one] 1 Anfrage zu personenbezogenen Daten beantworten
       *[other] { $count } Anfragen zu personenbezogenen Daten beantworten
    }
privacy-due-previews =
    { $count ->
        [one] 1 Eintrag ist älter als seine Löschfrist: ansehen und freigeben
       *[other] { $count } Einträge sind älter als ihre Löschfrist: ansehen und freigeben
    }
privacy-due-overdue =
    { $count ->
        [one] 1 Eintrag ist mit seiner Löschung überfällig
       *[other] { $count } Einträge sind mit ihrer Löschung überfällig
    }

privacy-holding = Anfragen, Einwilligungen, Auskünfte
privacy-holding-purpose = Ihre Rechte erfüllen und das nachweisen
privacy-holding-request = Anfrage an die Geschäftsstelle
privacy-holding-consent = Einwilligung
privacy-holding-consent-given = Einverstanden mit Teilnahmelisten
privacy-holding-consent-taken = Einverständnis mit Teilnahmelisten zurückgenommen
privacy-holding-look = Angesehen durch
privacy-holding-noted = Name an Datenschutzarbeit
privacy-holding-shared-name = Noch jemand im Netzwerk heißt so. Wo nur der Name steht, lässt sich nicht sagen, wer gemeint ist.
privacy-retained-looks = Zugriffe
privacy-retained-looks-hint = Zählt vom Tag des Zugriffs. Danach steht nirgends mehr, wer damals nachgesehen hat.
privacy-retained-requests = Beantwortete Anfragen
privacy-retained-requests-hint = Zählt vom Tag der Antwort.
letter-privacy-erased = Löschung bestätigt
letter-privacy-answered = Anfrage zu Daten beantwortet
privacy-letter-hello = Guten Tag { $name },
privacy-letter-erased-subject = Ihre Daten bei { $network } sind gelöscht
privacy-letter-erased = Sie haben verlangt, dass { $network } Ihre Daten löscht. Das ist geschehen.
privacy-letter-erased-counts = Gelöschte Einträge: { $deleted }. Einträge, die ohne Ihren Namen bleiben: { $anonymised }.
privacy-letter-stays = Was bleiben muss
privacy-letter-stay = { $what } ({ $count }): { $why }
privacy-letter-last = Diese E-Mail ist die letzte an Sie. Sobald sie verschickt ist, vergisst das Programm auch Ihre Adresse.
privacy-letter-answered-subject = Ihre Anfrage zu Ihren Daten ist beantwortet
privacy-letter-answered = Die Geschäftsstelle hat Ihre Anfrage beantwortet: { $kind }, { $state }. Die Antwort steht auf der Seite mit Ihren Daten.
privacy-letter-answered-link = Antwort lesen
privacy-letter-because = Sie bekommen diese E-Mail, weil Sie etwas zu Ihren Daten verlangt haben.
privacy-journal = Journal
privacy-journal-purpose = Nachvollziehen, wer was geändert hat
privacy-journal-did = Als handelnde Person im Journal
privacy-journal-about = Im Journal des eigenen Eintrags
privacy-retained-journal = Journal
privacy-retained-journal-hint = Zählt vom Tag des Eintrags. Danach steht nirgends mehr, wer damals was geändert hat.

journal-privacy-asked = Anfrage zu eigenen Daten gestellt
journal-privacy-withdrawn = Anfrage zu eigenen Daten zurückgenommen
journal-privacy-notice-kept = Entwurf der Datenschutzhinweise gespeichert
journal-privacy-answered = Anfrage zu Daten beantwortet
journal-privacy-erased = Person gelöscht oder anonymisiert
journal-privacy-term-set = Löschfrist gesetzt
journal-privacy-released = Zur Löschung freigegeben
journal-privacy-taken-back = Freigabe zur Löschung zurückgenommen
journal-privacy-kept = Trotz Frist behalten
journal-privacy-kept-no-longer = Nicht mehr trotz Frist behalten
journal-privacy-gone = Nach Löschregel gelöscht
journal-privacy-notice-published = Datenschutzhinweise veröffentlicht
journal-privacy-consent-given = Einwilligung gegeben
journal-privacy-consent-taken = Einwilligung zurückgenommen

done-privacy-asked = Ihre Anfrage ist bei der Geschäftsstelle.
done-privacy-withdrawn = Die Anfrage ist zurückgenommen.
done-privacy-answered = Die Antwort ist gespeichert.
done-privacy-erased = Die Person ist gelöscht.
done-privacy-terms-set = Die Fristen sind gespeichert.
done-privacy-released = Freigegeben. Vierzehn Tage lang können Sie das zurücknehmen.
done-privacy-taken-back = Die Freigabe ist zurückgenommen.
done-privacy-kept = Der Eintrag bleibt.
done-privacy-kept-no-longer = Der Eintrag steht wieder auf der Liste.
done-privacy-notice-kept = Der Entwurf ist gespeichert.
done-privacy-notice-published = Die neue Fassung ist veröffentlicht.
done-privacy-consent-given = Danke, Ihr Einverständnis ist gespeichert.
done-privacy-consent-taken = Ihr Einverständnis ist zurückgenommen.
done-privacy-role-given = Die Rolle Datenschutz ist vergeben.
done-privacy-role-taken = Die Rolle Datenschutz ist entzogen.
