inbox-nav = Posteingang
inbox-title = Posteingang
inbox-lead = Was auf unsere E-Mails zurückkommt: Antworten aus Kalendern und von Menschen, unzustellbare Post und alles, was sich nicht zuordnen lässt. Nichts geht verloren, und nichts wird von selbst beantwortet.
inbox-looked = Zuletzt ins Postfach gesehen: { $when }
inbox-no-mailbox = Es ist noch kein Postfach eingerichtet oder noch nicht hineingesehen worden.
inbox-mailbox-fault = Das Postfach ließ sich zuletzt nicht lesen. Der Betrieb sieht den Grund mit „kreis mail test“; wir versuchen es weiter.
inbox-open = Zu erledigen
inbox-open-none = Nichts zu erledigen
inbox-open-none-advice = Antworten aus Kalendern werden von selbst eingetragen. Was jemand in eigenen Worten schreibt, steht hier, bis Sie es gelesen haben.
inbox-settled = Abgelegt und erledigt
inbox-settled-none = Noch nichts abgelegt
inbox-settled-count =
    { $count ->
        [one] Eine E-Mail
       *[other] { $count } E-Mails
    }
inbox-pages = Seiten der abgelegten E-Mails
inbox-col-from = Von
inbox-col-subject = Betreff
inbox-col-finding = Was es ist
inbox-col-when = Eingegangen
inbox-col-address = Adresse
inbox-col-person = Person
inbox-col-reason = Grund
inbox-col-act = Aktion
inbox-why-address = Dieses Postfach gibt es nicht (mehr).
inbox-why-domain = Den Teil hinter dem @ gibt es nicht. Vielleicht ist er falsch geschrieben.
inbox-why-full = Das Postfach ist voll.
inbox-why-mailbox = Das Postfach nimmt zurzeit nichts an.
inbox-why-network = Der Mailserver der Adresse war nicht zu erreichen.
inbox-why-policy = Der Mailserver der Adresse lehnt unsere E-Mails ab. Bitte sagen Sie es dem Betrieb.
inbox-why-unknown = Der Mailserver nennt keinen klaren Grund.
inbox-nobody = Ohne Absender
inbox-no-subject = Ohne Betreff
inbox-no-words = Diese E-Mail enthält keinen Text.
inbox-quoted = Zitierter Text
inbox-said = Antwort aus dem Kalender
inbox-files = Anlagen
inbox-files-note = Öffnen Sie nur, was Sie erwarten. Anlagen werden heruntergeladen und hier nicht angezeigt.
inbox-file-nameless = anlage
inbox-kind-calendar = Antwort aus einem Kalender
inbox-kind-answer = Antwort auf unsere E-Mail
inbox-kind-automatic = Automatische Antwort
inbox-kind-bounce = Unzustellbar
inbox-kind-unknown = Sonstige E-Mail
inbox-kind-own = Eigene E-Mail
inbox-state-open = Offen
inbox-state-filed = Abgelegt
inbox-state-quiet = Still abgelegt
inbox-state-dismissed = Erledigt
inbox-finding-calendar = Die Antwort ist eingetragen.
inbox-finding-calendar-older = Nicht eingetragen: Eine neuere Antwort ist schon bekannt.
inbox-finding-calendar-version = Nicht eingetragen: Die Antwort gilt einem früheren Stand des Termins. Bitte fragen Sie nach.
inbox-finding-calendar-late = Nicht eingetragen: Der Termin hat begonnen oder ist abgesagt, oder die Einladung wurde zurückgenommen.
inbox-finding-calendar-words = Nicht eingetragen: Der Kalender nennt weder Zusage noch Absage, vielleicht eine Vertretung. Bitte lesen Sie selbst.
inbox-finding-calendar-other = Nicht eingetragen: Die Antwort kommt von einer anderen Adresse als der eingeladenen. Bitte prüfen Sie, von wem sie ist.
inbox-finding-calendar-stranger = Nicht eingetragen: Diese Adresse steht nicht auf der Gästeliste. Vielleicht wurde die Einladung weitergeleitet.
inbox-finding-calendar-unknown = Nicht eingetragen: Den Termin dazu gibt es hier nicht.
inbox-finding-answer = Antwort auf unsere E-Mail. Bitte lesen Sie, was gemeint ist.
inbox-finding-answer-other = Antwort auf unsere E-Mail, aber von einer anderen Adresse. Bitte prüfen Sie, von wem sie ist.
inbox-finding-automatic = Automatische Antwort, etwa eine Abwesenheitsnotiz. Es ist nichts zu tun.
inbox-finding-bounce-hard = Unsere E-Mail kam endgültig zurück; das ist bei der Adresse vermerkt.
inbox-finding-bounce-soft = Unsere E-Mail kam vorläufig zurück; das ist bei der Adresse vermerkt.
inbox-finding-bounce-unknown = Eine E-Mail kam zurück, die sich keiner von unseren zuordnen lässt.
inbox-finding-unknown = Diese E-Mail lässt sich nichts zuordnen. Bitte lesen Sie sie.
inbox-finding-unreadable = Diese E-Mail ließ sich nicht lesen. Sie liegt noch im Postfach.
inbox-finding-too-large = Diese E-Mail ist zu groß. Hier steht nur ihr Kopf; ganz liegt sie im Postfach.
inbox-finding-own = Eine E-Mail von uns selbst.
inbox-answer = Antwort eintragen
inbox-answer-of = { $name } hat bisher: { $reply }
inbox-file = Gehört zu
inbox-file-do = Beim Termin ablegen
inbox-file-nowhere = Es gibt noch keinen Termin, bei dem die E-Mail abgelegt werden könnte.
inbox-field-gathering = Termin
inbox-fault-gathering = Bitte wählen Sie einen Termin dieses Netzwerks.
inbox-settle = Erledigt
inbox-reopen = Wieder vorlegen
inbox-settled-by = { $name }, { $when }
inbox-paused = Angehaltene Adressen
inbox-paused-lead = Von diesen Adressen kam die Post dreimal endgültig zurück. Es geht nichts mehr dorthin, bis Sie die Adresse der Person berichtigen oder sie hier wieder freigeben.
inbox-paused-since = angehalten seit { $when }
inbox-free = Adresse wieder freigeben
inbox-address-paused = An diese Adresse geht nichts
inbox-address-paused-note = Dreimal kam die Post endgültig zurück. Berichtigen Sie die Adresse, oder geben Sie sie wieder frei, wenn sie doch stimmt.
inbox-address-trouble = Post kam zurück
inbox-address-trouble-note = Endgültig: { $hard }, vorläufig: { $soft }. Nach drei endgültigen Rückläufen wird die Adresse angehalten.
inbox-here = E-Mails zu diesem Termin
inbox-due-open =
    { $count ->
        [one] Eine E-Mail wartet
       *[other] E-Mails warten
    }
inbox-due-open-note = Antworten in eigenen Worten und was sich nicht zuordnen lässt.
inbox-due-paused =
    { $count ->
        [one] Eine Adresse ist angehalten
       *[other] Adressen sind angehalten
    }
inbox-due-paused-note = Die Post kam dreimal zurück. Bitte berichtigen Sie die Adresse oder geben Sie sie frei.
inbox-settings-title = Erinnerungen und Tagesmail
inbox-settings-lead = Jeden Morgen um 7 Uhr sieht das Programm nach, wer noch nicht geantwortet hat und wer morgen kommt, und berichtet der Geschäftsstelle in einer E-Mail.
inbox-settings-reminders = Erinnerungen
inbox-settings-digest = Tagesmail
inbox-settings-save = Einstellungen speichern
inbox-cancel = Abbrechen
inbox-field-days = Wer nicht geantwortet hat, wird so viele Tage vorher erinnert
inbox-field-days-hint = 0 heißt: nie. Wer erst in den letzten zwei Tagen eingeladen wurde, wird nicht gedrängt.
inbox-field-day-before = Wer zugesagt hat, bekommt am Tag vorher eine Erinnerung
inbox-field-without-release = Erinnerungen ohne Freigabe senden
inbox-field-without-release-hint = Sonst warten sie im Postausgang, bis Sie sie freigeben.
inbox-field-digest = Jeden Morgen eine E-Mail an die Geschäftsstelle
inbox-field-digest-hint = Nur wenn etwas geschehen ist: neue Antworten, E-Mails, Rückläufer oder Erinnerungen.
done-mail-filed = Die E-Mail liegt jetzt beim Termin.
done-mail-settled = Die E-Mail ist erledigt.
done-mail-reopened = Die E-Mail liegt wieder vor.
done-address-freed = Die Adresse ist wieder frei.
done-inbox-settings = Die Einstellungen sind gespeichert.
journal-mail-filed = E-Mail bei einem Termin abgelegt
journal-mail-settled = E-Mail erledigt
journal-mail-reopened = E-Mail wieder vorgelegt
journal-reminders-set = Erinnerungen und Tagesmail geändert
letter-inbox-digest = Tagesmail
inbox-digest-subject = Ihr Tag in der Geschäftsstelle: { $day }
inbox-digest-opening = Guten Morgen. Das ist seit der letzten Tagesmail geschehen; Stand { $day }.
inbox-digest-replies = Neue Antworten
inbox-digest-reply = { $name }: { $reply } ({ $title })
inbox-digest-reply-deputy = { $name }: { $reply } ({ $title }). Es kommt stattdessen: { $deputy }
inbox-digest-reply-note = { $name }: { $reply } ({ $title }). Hinweis: { $note }
inbox-digest-reply-deputy-note = { $name }: { $reply } ({ $title }). Es kommt stattdessen: { $deputy }. Hinweis: { $note }
inbox-digest-mails = E-Mails, die auf Sie warten
inbox-digest-mail = { $name }: { $subject }
inbox-digest-due = Was ansteht
inbox-digest-reminders =
    { $count ->
        [one] Heute früh wurde eine Erinnerung vorbereitet oder gesendet.
       *[other] Heute früh wurden { $count } Erinnerungen vorbereitet oder gesendet.
    }
inbox-digest-bounces =
    { $count ->
        [one] Eine E-Mail kam zurück.
       *[other] { $count } E-Mails kamen zurück.
    }
inbox-digest-paused =
    { $count ->
        [one] Eine Adresse ist angehalten.
       *[other] { $count } Adressen sind angehalten.
    }
inbox-digest-waiting =
    { $count ->
        [one] Eine E-Mail wartet im Postausgang auf Freigabe.
       *[other] { $count } E-Mails warten im Postausgang auf Freigabe.
    }
inbox-digest-failed =
    { $count ->
        [one] Eine E-Mail ließ sich nicht zustellen.
       *[other] { $count } E-Mails ließen sich nicht zustellen.
    }
inbox-digest-missing = Antworten, die noch fehlen
inbox-digest-missing-of = { $title } am { $day }: { $silent } von { $guests } haben nicht geantwortet
inbox-digest-start = Zur Startseite
inbox-digest-inbox = Zum Posteingang
inbox-digest-because = Sie bekommen diese E-Mail, weil sie an die Adresse der Geschäftsstelle geht. Abstellen lässt sie sich im Posteingang unter „Erinnerungen und Tagesmail“.

# Was der Posteingang über Personen speichert.
inbox-holding = Eingegangene E-Mails
inbox-holding-purpose = Antworten auf Einladungen übernehmen
inbox-holding-mail = E-Mail von der Person
inbox-holding-settled = Name an einer erledigten E-Mail
inbox-retained = Eingegangene E-Mails
inbox-retained-hint = Zählt vom Eingang. Offene E-Mails bleiben, bis sie erledigt sind.
