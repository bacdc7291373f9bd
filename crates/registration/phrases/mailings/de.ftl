# Mails an Teilnehmende.

mailings-title = Mails an Teilnehmende
mailings-feedback = Rückmeldung
mailings-lead = Schreiben Sie denen, die angemeldet sind. Jede Mail geht an Personen mit demselben Stand und sagt ihnen diesen Stand mit festen Worten. Sie sehen vorher genau, was ankommt; gesendet wird erst, wenn Sie im Postausgang freigeben.
mailings-new = Neue Mail an
mailings-people =
    { $count ->
        [0] zurzeit niemand mit E-Mail
        [one] zurzeit eine Person
       *[other] zurzeit { $count } Personen
    }
mailings-all = Mails zu diesem Termin
mailings-none = Noch keine Mail
mailings-none-advice = Wählen Sie oben, wem Sie schreiben möchten. Ein Text ist schon vorbereitet.
mailings-subject = Betreff
mailings-subject-en = Betreff, englisch
mailings-to = An
mailings-to-hint = Wer beim Versand einen anderen Stand hat, bekommt die Mail nicht.
mailings-to-confirmed = Personen mit bestätigtem Platz
mailings-to-waiting = Personen auf der Warteliste
mailings-to-offered = Personen, denen ein Platz angeboten ist
mailings-to-cancelled = Personen, die abgesagt haben
mailings-to-came = Personen, die gekommen sind
mailings-to-missed = Angemeldete, die nicht gekommen sind
mailings-state = Stand
mailings-draft = Entwurf
mailings-prepared = Vorbereitet
mailings-laid-out =
    { $count ->
        [one] an eine Person vorbereitet, zuletzt am { $when }
       *[other] an { $count } Personen vorbereitet, zuletzt am { $when }
    }
mailings-write = Mail schreiben
mailings-body = Text
mailings-body-hint = Anrede, Stand der Anmeldung, Ort und Zeit, der Link zur Anmeldung und Ihr Gruß stehen von selbst in der Mail. Eine Leerzeile beginnt einen neuen Absatz.
mailings-body-en = Text, englisch
mailings-body-en-hint = Für alle, die sich auf der englischen Seite angemeldet haben. Ohne englischen Text bekommen auch sie den deutschen.
mailings-blanks = Was in geschweiften Klammern steht, wird für jede Person eingesetzt. Für Link und Rückmeldung steht der Name der Schaltfläche, die unter dem Text folgt; im Betreff gehen sie nicht.
mailings-blanks-de = Im deutschen Text:
mailings-blanks-en = Im englischen Text:
mailings-save = Speichern und ansehen
mailings-remove-open = Entwurf löschen …
mailings-remove-consequence = Der Text geht verloren. Es ist noch nichts versendet.
mailings-remove = Entwurf löschen
mailings-consequence =
    { $count ->
        [one] Ein Brief kommt in den Postausgang. Erst wenn Sie ihn dort freigeben, wird er gesendet.
       *[other] { $count } Briefe kommen in den Postausgang. Erst wenn Sie sie dort freigeben, werden sie gesendet.
    }
mailings-nobody-left = Zurzeit gibt es niemanden, dem diese Mail noch fehlt. Niemand bekommt sie zweimal.
mailings-is-reminder = Diese Erinnerung hat die Anmeldung von selbst geschrieben.
mailings-lay-out = In den Postausgang legen
mailings-edit = Text ändern
mailings-to-outbox = Zum Postausgang
mailings-preview = So bekommt es { $name }
mailings-recipients =
    { $count ->
        [one] Eine Person
       *[other] { $count } Personen
    }
mailings-nobody = Niemand hat zurzeit diesen Stand
mailings-nobody-advice = Kommt jemand dazu, können Sie die Mail dann in den Postausgang legen.
mailings-told = vorbereitet oder gesendet
mailings-open = noch nicht vorbereitet
mailings-paused = Adresse angehalten, weil Mails zurückkamen
mailings-more = Gezeigt sind die ersten { $count }.

mailings-reminder = Erinnerung vor dem Termin
mailings-reminder-now =
    { $days ->
        [0] Zurzeit wird nicht von selbst erinnert.
        [one] Wer einen Platz hat, wird einen Tag vorher erinnert.
       *[other] Wer einen Platz hat, wird { $days } Tage vorher erinnert.
    }
mailings-reminder-open = Erinnerung einrichten
mailings-reminder-lead = Wer einen bestätigten Platz hat, bekommt so viele Tage vorher diese Mail, jede Person einmal. Wer den Platz erst in den letzten zwei Tagen bekommen hat, wird nicht sofort erinnert.
mailings-reminder-choice = Die Einstellung gilt für alle Termine der Reihe.
mailings-reminder-days = Tage vorher
mailings-reminder-days-hint = 0 oder leer heißt: nicht erinnern.
mailings-reminder-release = Ohne Freigabe senden
mailings-reminder-release-hint = Sonst liegen die Briefe morgens um 8 Uhr im Postausgang und warten auf Ihre Freigabe.
mailings-reminder-save = Erinnerung speichern
mailings-reminder-preview = So sieht die Erinnerung zurzeit aus

mailings-fault-blank = { $blank } kann nicht eingesetzt werden. Bitte verwenden Sie nur die Wörter, die oben stehen.
mailings-fault-half = Bitte geben Sie Betreff und Text auf Englisch an, oder keines von beiden.
mailings-fault-off = Der Termin ist abgesagt. Die Teilnehmenden haben das schon erfahren.
mailings-fault-nobody = Es gibt niemanden, dem diese Mail noch fehlt.

mailings-subject-waiting = Warteliste: { $subject }
mailings-subject-offered = Noch keine Zusage: { $subject }
mailings-subject-cancelled = Zu Ihrer Absage: { $subject }
mailings-stand-confirmed = Ihr Platz ist bestätigt.
mailings-stand-waiting = Sie stehen auf der Warteliste. Diese Nachricht ist keine Zusage.
mailings-stand-offered = Ein Platz ist für Sie zurückgelegt. Er gehört Ihnen erst, wenn Sie ihn annehmen; diese Nachricht ist keine Zusage.
mailings-stand-cancelled = Sie haben abgesagt und stehen nicht mehr auf der Liste der Teilnehmenden.
mailings-stand-came = Nach unserer Liste waren Sie dabei. Sollte das nicht stimmen, sagen Sie uns bitte Bescheid.
mailings-stand-missed = Sie hatten einen Platz; nach unserer Liste sind Sie nicht gekommen. Sollte das nicht stimmen, sagen Sie uns bitte Bescheid.
mailings-stand-mixed = Nur wo unten „Bestätigt“ steht, ist ein Platz sicher.
mailings-door-feedback = Rückmeldung geben
mailings-door-named = „{ $label }“

mailings-draft-reminder = Erinnerung: { $title } am { $day }
mailings-draft-reminder-text =
    bald ist es so weit: Am { $day } um { $time } beginnt „{ $title }“ ({ $place }).

    Können Sie doch nicht kommen? Dann sagen Sie bitte über den Link unten ab, damit jemand von der Warteliste Ihren Platz bekommt.
mailings-draft-after = Danke für Ihre Teilnahme: { $title }
mailings-draft-after-text =
    vielen Dank, dass Sie bei „{ $title }“ dabei waren.

    Was war gut, was sollten wir ändern? Bitte sagen Sie es uns; das dauert zwei Minuten und bleibt anonym: { $feedback }
mailings-draft-came-text =
    vielen Dank, dass Sie bei „{ $title }“ dabei waren. Wurden Sie am Einlass erfasst, holen Sie Ihre Teilnahmebescheinigung über den Link unten: { $link }

    Was war gut, was sollten wir ändern? Bitte sagen Sie es uns; das dauert zwei Minuten und bleibt anonym: { $feedback }
mailings-draft-missed = Schade, dass Sie nicht dabei waren: { $title }
mailings-draft-missed-text =
    schade, dass Sie am { $day } nicht zu „{ $title }“ kommen konnten. Was Sie verpasst haben, schicken wir Ihnen gern; antworten Sie einfach auf diese E-Mail.

    Wenn Sie künftig verhindert sind, sagen Sie bitte vorher über den Link zu Ihrer Anmeldung ab: Dann kann jemand von der Warteliste kommen.
mailings-draft-waiting = { $title } am { $day }
mailings-draft-waiting-text =
    danke für Ihre Geduld. Bei „{ $title }“ am { $day } ist noch kein Platz frei. Wird einer frei, schreiben wir Ihnen sofort.

    Möchten Sie nicht länger warten? Dann geben Sie Ihre Stelle über den Link unten frei.
mailings-draft-offered = Bitte antworten Sie bis { $until }: { $title }
mailings-draft-offered-text =
    für „{ $title }“ am { $day } haben wir einen Platz für Sie zurückgelegt. Bitte nehmen Sie ihn über den Link unten bis { $until } an oder überlassen Sie ihn anderen.
mailings-draft-cancelled = { $title } am { $day }
mailings-draft-cancelled-text =
    schade, dass Sie nicht zu „{ $title }“ kommen können.

    Möchten Sie doch teilnehmen? Solange Plätze frei sind, melden Sie sich über den Link unten wieder an.

letter-registration-mailing = Mail an Teilnehmende

done-registration-mail-written = Die Mail ist gespeichert. Noch ist nichts versendet.
done-registration-mail-laid-out = Die Briefe liegen im Postausgang.
done-registration-mail-removed = Der Entwurf ist gelöscht.
done-registration-reminder-set = Die Erinnerung ist gespeichert.
journal-registration-mail-written = hat eine Mail an Teilnehmende geschrieben
journal-registration-mail-laid-out = hat eine Mail an Teilnehmende in den Postausgang gelegt
journal-registration-mail-removed = hat den Entwurf einer Mail an Teilnehmende gelöscht
journal-registration-reminder-set = hat die Erinnerung an Teilnehmende eingerichtet

archive-registration-mailing = Mails an Teilnehmende
archive-registration-mailing-about = Was die Geschäftsstelle denen geschrieben hat, die angemeldet sind.
archive-registration-mailing-sent = Empfangene Mails
archive-registration-mailing-sent-about = Welche Anmeldung welche Mail bekommen hat.
archive-registration-reminder = Erinnerungen der Anmeldung
archive-registration-reminder-about = Wie viele Tage vorher und mit welchem Text Teilnehmende erinnert werden.
archive-col-to-state = An Personen mit Stand
archive-col-subject-en = Betreff, englisch
archive-col-text-en = Text, englisch
archive-col-reminds-of = Erinnert an
archive-col-let-in-at = Eingelassen am
archive-col-sent-at = Geschrieben am
archive-col-mailing-id = Kennung der Mail
archive-col-days-before = Tage vorher
