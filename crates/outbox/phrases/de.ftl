outbox-sample-data = Beispieldaten
outbox-title = Postausgang
outbox-lead = E-Mails an viele warten hier, bis jemand sie ansieht und freigibt. Die Antwort auf die Handlung einer einzelnen Person, zum Beispiel ein Anmelde-Link, geht sofort hinaus.
outbox-waiting = Warten auf Freigabe
outbox-waiting-none = Nichts wartet auf Freigabe
outbox-waiting-none-advice = Einladungen und Protokolle für viele erscheinen hier, sobald Sie sie vorbereitet haben.
outbox-since = seit { $when }
outbox-failed = Nicht zustellbar
outbox-failed-lead = Der Mailserver hat diese E-Mails abgelehnt oder war nicht erreichbar. Prüfen Sie die Adresse und senden Sie noch einmal.
outbox-queued = Unterwegs
outbox-sent = Gesendet
outbox-sent-none = Noch nichts gesendet
outbox-sent-count =
    { $count ->
        [one] Eine E-Mail
       *[other] { $count } E-Mails
    }
outbox-pages = Weitere gesendete E-Mails
outbox-about = { $title }, { $day }
outbox-newer = Neuere
outbox-older = Ältere
outbox-col-to = An
outbox-col-about = Worum es geht
outbox-col-state = Stand
outbox-col-answer = Antwort des Mailservers
outbox-by = Vorbereitet von
outbox-state-waiting = Wartet
outbox-state-queued = Unterwegs
outbox-state-sent = Gesendet
outbox-state-failed = Nicht zustellbar
outbox-state-withdrawn = Zurückgezogen
outbox-answer-unreachable = Der Mailserver war nicht erreichbar.
outbox-answer-slow = Der Mailserver hat nicht rechtzeitig geantwortet.
outbox-answer-broken = Die Verbindung zum Mailserver ist abgerissen.
outbox-answer-tls = Mit dem Mailserver kam keine verschlüsselte Verbindung zustande. Bitte sagen Sie dem Betrieb Bescheid.
outbox-answer-unwritten = Diese E-Mail konnte nicht geschrieben werden. Bitte sagen Sie dem Betrieb Bescheid.
outbox-answer-paused = An diese Adresse geht zurzeit nichts: Dreimal kam die Post endgültig zurück. Berichtigen Sie die Adresse oder geben Sie sie im Posteingang wieder frei.
outbox-group-lead =
    { $count ->
        [one] Eine E-Mail wartet auf Ihre Freigabe. Noch hat niemand etwas bekommen.
       *[other] { $count } E-Mails warten auf Ihre Freigabe. Noch hat niemand etwas bekommen.
    }
outbox-release-consequence = Mit der Freigabe gehen die E-Mails hinaus. Das lässt sich nicht zurücknehmen.
outbox-release =
    { $count ->
        [one] Eine E-Mail freigeben
       *[other] Alle { $count } E-Mails freigeben
    }
outbox-recipients = Wer sie bekommt
outbox-preview-first = So sieht die erste aus
outbox-discard-open = Verwerfen …
outbox-discard-consequence = Die E-Mails werden nicht gesendet. Was dazu eingetragen ist, zum Beispiel die Gästeliste, bleibt.
outbox-discard =
    { $count ->
        [one] Eine E-Mail verwerfen
       *[other] Alle { $count } E-Mails verwerfen
    }
outbox-to-group = Zu den E-Mails, mit denen sie freigegeben wird
outbox-again = Noch einmal senden
outbox-view = Vorschau
outbox-view-to = An
outbox-view-subject = Betreff
outbox-view-html = E-Mail, wie Mailprogramme sie zeigen
outbox-view-text = Als reiner Text
outbox-view-calendar = Kalendereintrag
outbox-view-note = Persönliche Links in der Vorschau gelten nicht; jede E-Mail bekommt ihre eigenen erst beim Senden.
outbox-view-none = Diese E-Mail wird nicht mehr gebraucht
outbox-view-none-advice = Was sie mitteilen sollte, gilt nicht mehr. Sie wird nicht gesendet.
outbox-kilobytes = { $count } KB
outbox-due-waiting =
    { $count ->
        [one] Eine E-Mail freigeben
       *[other] { $count } E-Mails freigeben
    }
outbox-due-waiting-note = Sie warten im Postausgang.
outbox-due-failed =
    { $count ->
        [one] Eine E-Mail war nicht zustellbar
       *[other] { $count } E-Mails waren nicht zustellbar
    }
outbox-due-failed-note = Im Postausgang steht, warum.
outbox-nav = Postausgang
done-letter-sent-again = Die E-Mail wird noch einmal gesendet.
done-letters-released = Freigegeben. Die E-Mails gehen jetzt hinaus.
done-letters-discarded = Verworfen. Diese E-Mails werden nicht gesendet.
journal-letters-released = E-Mails freigegeben
journal-letters-discarded = E-Mails verworfen
journal-letter-sent-again = E-Mail noch einmal gesendet
journal-letter-failed = E-Mail nicht zustellbar
journal-address-freed = E-Mail-Adresse wieder freigegeben
outbox-hold = Nach der Wiederherstellung zurückgehalten
outbox-hold-lead = Kreis läuft mit dem Stand der Sicherung vom { $when }. Damit niemand etwas doppelt bekommt, geht keine E-Mail von selbst hinaus, auch keine Erinnerung und keine Bestätigung; alles wartet hier auf Ihre Freigabe. Nur Anmelde-Links werden gesendet.
outbox-hold-advice = Sehen Sie die wartenden E-Mails durch: Geben Sie frei, was noch fehlt, und verwerfen Sie, was seit der Sicherung schon angekommen ist. Beenden Sie danach das Zurückhalten.
outbox-hold-end = Zurückhalten beenden
outbox-held =
    { $count ->
        [one] Eine davon nach der Wiederherstellung zurückgehalten
       *[other] { $count } davon nach der Wiederherstellung zurückgehalten
    }
outbox-held-lead =
    { $count ->
        [one] Eine dieser E-Mails wird seit der Wiederherstellung zurückgehalten. Vor dem Ausfall kann sie schon hinausgegangen sein; bitte prüfen Sie das, bevor Sie freigeben.
       *[other] { $count } dieser E-Mails werden seit der Wiederherstellung zurückgehalten. Vor dem Ausfall können sie schon hinausgegangen sein; bitte prüfen Sie das, bevor Sie freigeben.
    }
done-letter-hold-ended = E-Mails gehen wieder von selbst hinaus. Was hier wartet, wartet weiter auf Ihre Freigabe.
journal-letter-hold-ended = Zurückhalten der E-Mails beendet

# Was der Postausgang über Personen speichert.
outbox-holding = Briefe per E-Mail
outbox-holding-purpose = Nachweisen, wer wann wozu eingeladen und benachrichtigt wurde
outbox-holding-letter = E-Mail an die Person
outbox-holding-address = Was der Mailserver zur Adresse sagte
outbox-holding-laid = Name als Verfasser einer E-Mail
outbox-retained = Gesendete E-Mails
outbox-retained-hint = Zählt vom Tag des Versands. Gelöscht wird der Eintrag im Postausgang; der Text wird ohnehin nicht gespeichert.
