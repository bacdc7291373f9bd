invitations-title = Einladung und Gästeliste
invitations-invite = Personen einladen
invitations-invite-more = Weitere Personen einladen
invitations-waiting =
    { $count ->
        [one] Eine Einladung wartet im Postausgang auf Freigabe.
       *[other] { $count } Einladungen warten im Postausgang auf Freigabe.
    }
invitations-to-outbox = Zum Postausgang
invitations-empty = Noch niemand eingeladen
invitations-empty-advice = Wählen Sie Gremien, Ansprechpersonen oder einzelne Personen. Vor dem Versand sehen Sie die E-Mail und können sie an sich selbst schicken.
invitations-guests = Gästeliste
invitations-count-guests = Eingeladen
invitations-count-deputies = Vertretungen
invitations-no-reply = Ohne Antwort
invitations-no-address = Keine E-Mail-Adresse bekannt
invitations-not-written = Noch keine E-Mail
invitations-col-guest = Person
invitations-col-letter = E-Mail
invitations-col-reply = Antwort
invitations-col-remarks = Vertretung und Hinweis
invitations-col-kind = E-Mail
invitations-deputy-is = Es kommt stattdessen: { $name }
invitations-through-link = über den Link in der E-Mail, { $when }
invitations-through-account = angemeldet, { $when }
invitations-through-phone = telefonisch, eingetragen { $when }
invitations-through-letter = schriftlich, eingetragen { $when }
invitations-through-calendar = über den Kalender, { $when }
invitations-through-mail = per E-Mail, eingetragen { $when }
invitations-fact-from = Funktion
invitations-fact-via = Eingeladen über
invitations-fact-mail = E-Mail
invitations-fact-phone = Telefon
invitations-reply = Antwort
invitations-answer-for = Antwort eintragen
invitations-answer-for-send = Antwort eintragen
invitations-way-phone = telefonisch
invitations-way-letter = schriftlich
invitations-letters = Was gesendet wurde
invitations-again = Einladung noch einmal senden
invitations-withdraw-open = Einladung zurücknehmen …
invitations-withdraw-consequence = Die Person steht dann nicht mehr auf der Gästeliste. Wartet die E-Mail noch, wird sie nicht gesendet; die Links in einer gesendeten E-Mail gelten nicht mehr.
invitations-withdraw-tell = Der Person Bescheid geben und den Kalendereintrag zurücknehmen
invitations-withdraw = Einladung zurücknehmen
invitations-form-title = Personen einladen
invitations-form-lead = Jede Person bekommt eine eigene E-Mail. Wer schon eingeladen ist, bekommt keine zweite.
invitations-form-who = Wer eingeladen wird
invitations-form-what = Was mitgeht
invitations-form-next = Weiter zur Vorschau
invitations-field-groups = Gremien
invitations-field-functions = Alle mit der Funktion
invitations-field-member-contacts = Ansprechpersonen aller Mitglieder
invitations-field-people = Einzelne Personen
invitations-field-their-remark = Hinweis
invitations-field-filter = Personen suchen
invitations-field-note = Persönliche Worte
invitations-field-note-hint = Sie stehen in der E-Mail und im Einladungsschreiben über den Angaben zum Termin. Eine Leerzeile beginnt einen neuen Absatz.
invitations-field-documents = Dokumente, die mitgehen
invitations-field-last-minutes-of = Protokoll von „{ $title }“ am { $day } mitsenden
invitations-field-reply = Ihre Antwort
invitations-field-their-reply = Antwort der Person
invitations-field-through = Wie kam die Antwort?
invitations-field-deputy = Vertreten durch
invitations-field-deputy-hint = Name und Funktion der Person, die stattdessen kommt.
invitations-field-remark = Hinweis an die Geschäftsstelle
invitations-field-listed = Mein Name darf auf der Liste der Teilnehmenden stehen, die alle Mitglieder lesen. Das kann ich jederzeit ändern.
invitations-round-title = Einladung prüfen
invitations-round-lead =
    { $count ->
        [0] Mit dieser Auswahl wird keine E-Mail geschrieben.
        [one] Eine E-Mail ist vorbereitet. Noch ist nichts gesendet.
       *[other] { $count } E-Mails sind vorbereitet. Noch ist nichts gesendet.
    }
invitations-round-consequence = Die Einladungen kommen in den Postausgang. Von dort gehen sie hinaus, sobald die Geschäftsstelle sie freigibt.
invitations-round-lay-out = In den Postausgang legen
invitations-round-test = Test an mich senden
invitations-round-edit = Auswahl ändern
invitations-round-nobody = Alle, die Sie ausgewählt haben, sind schon eingeladen oder ohne E-Mail-Adresse.
invitations-round-without = Ohne E-Mail-Adresse
invitations-round-without-note = Diese Personen kommen auf die Gästeliste, bekommen aber keine E-Mail. Bitte laden Sie sie auf anderem Weg ein.
invitations-round-paused = Angehaltene Adressen
invitations-round-paused-note = Diese Personen kommen auf die Gästeliste. An ihre Adressen geht zurzeit nichts, weil die Post dreimal zurückkam. Berichtigen Sie die Adressen oder geben Sie sie im Posteingang frei.
invitations-round-known = Schon eingeladen
invitations-round-known-note = Diese Personen bekommen keine zweite Einladung.
invitations-round-laid-out = Diese Einladungen liegen schon im Postausgang oder sind gesendet.
invitations-to-list = Zur Gästeliste
invitations-reply-for = Einladung für { $name }
invitations-reply-ask = Kommen Sie?
invitations-reply-again = Antwort ändern
invitations-reply-send = Antwort senden
invitations-reply-change = Geänderte Antwort senden
invitations-recorded = Ihre Antwort bisher:
invitations-recorded-now = Vielen Dank. Das ist jetzt eingetragen:
invitations-recorded-until = Sie können Ihre Antwort bis zum Beginn des Termins ändern.
invitations-questions = Fragen?
invitations-closed-begun = Der Termin hat schon begonnen. Eine Antwort brauchen wir nicht mehr; vielen Dank, dass Sie daran gedacht haben.
invitations-closed-cancelled = Dieser Termin findet nicht statt. Sie brauchen nicht zu antworten.
invitations-dead-link = Dieser Link gilt nicht mehr
invitations-dead-link-text = Vielleicht ist er abgelaufen, wurde zurückgenommen oder ist unvollständig in die Adresszeile gekommen.
invitations-dead-link-advice = Öffnen Sie den Link noch einmal aus der E-Mail oder lassen Sie ihn sich noch einmal senden. Hilft das nicht, antworten Sie bitte der Geschäftsstelle; sie trägt Ihre Antwort ein.
invitations-panel-replies = Antworten auf die Einladung
invitations-panel-answered = Antworten
invitations-panel-open = Einladung und Gästeliste öffnen
invitations-own = Ihre Einladung
invitations-mine = Meine Einladungen
invitations-due = Antworten, die noch fehlen
invitations-due-note = { $answered } von { $guests } haben geantwortet.
invitations-fault-nobody = Bitte wählen Sie mindestens ein Gremium oder eine Person.
invitations-fault-nobody-new = Alle, die Sie ausgewählt haben, sind schon eingeladen.
invitations-fault-too-large = Die Dokumente sind zusammen größer als { $most } MB. Viele Mailserver nehmen das nicht an; bitte wählen Sie weniger aus.
invitations-fault-draft = Der Termin ist noch ein Entwurf. Kündigen Sie ihn an, dann können Sie einladen.
invitations-fault-not-to-come = Zu diesem Termin kann nicht mehr eingeladen werden: Er hat begonnen, ist vorbei oder abgesagt.
invitations-fault-no-own-address = Für Sie selbst ist keine E-Mail-Adresse eingetragen.
invitations-fault-never-sent = An diese Person ging noch keine Einladung.
invitations-fault-on-its-way = Die Einladung ist schon unterwegs oder wartet im Postausgang.
invitations-fault-no-address = Für diese Person ist keine E-Mail-Adresse bekannt.
done-reply-recorded = Die Antwort ist eingetragen.
done-invitation-sent-again = Die Einladung wird noch einmal gesendet.
done-guest-withdrawn = Die Einladung ist zurückgenommen.
done-invitation-test = Der Test geht jetzt an Ihre eigene Adresse.
done-invitations-laid-out = Die Einladungen liegen im Postausgang und warten auf Freigabe.
journal-invitations-laid-out = Einladungen in den Postausgang gelegt
journal-invitation-sent-again = Einladung noch einmal gesendet
journal-reply-recorded = Antwort eingetragen
letter-invitations-invitation = Einladung
letter-invitations-update = Änderung eines Termins
letter-invitations-cancellation = Absage eines Termins
letter-invitations-test = Test einer Einladung
letter-invitations-reminder = Erinnerung: Antwort fehlt
letter-invitations-tomorrow = Erinnerung am Vortag
invitations-subject = Einladung: { $title } am { $day }
invitations-subject-test = [Test] { $subject }
invitations-subject-moved = Verlegt: { $title }, jetzt am { $day }
invitations-subject-changed = Geändert: { $title } am { $day }
invitations-subject-cancelled = Abgesagt: { $title } am { $day }
invitations-subject-withdrawn = Einladung zurückgenommen: { $title } am { $day }
invitations-subject-reminder = Ihre Antwort fehlt noch: { $title } am { $day }
invitations-subject-tomorrow = Morgen: { $title } am { $day }
invitations-opening = wir laden Sie herzlich ein: „{ $title }“.
invitations-reminder-opening = am { $day } findet „{ $title }“ statt. Wir haben Sie eingeladen und noch keine Antwort von Ihnen. Bitte sagen Sie uns, ob Sie kommen.
invitations-tomorrow-opening = morgen, am { $day }, ist es so weit: „{ $title }“. Sie haben zugesagt; wir freuen uns auf Sie. Kommt etwas dazwischen, sagen Sie uns bitte Bescheid.
invitations-fact-when = Wann
invitations-fact-where = Wo
invitations-fact-access = Zugang
invitations-online-later = Teilnahme auch online. Der Link steht ab einer Stunde vor Beginn auf dieser Seite.
invitations-fact-host = Gastgeberin
invitations-fact-focus = Schwerpunkt
invitations-fact-guests = Gäste
invitations-agenda = Tagesordnung
invitations-answer = Kommen Sie?
invitations-answer-how = Bitte antworten Sie mit einem Klick. Es öffnet sich eine Seite, auf der Sie Ihre Antwort bestätigen und eine Vertretung nennen können; ein Konto brauchen Sie dafür nicht. Bis zum Beginn können Sie die Antwort ändern.
invitations-door-yes = Zusage
invitations-door-tentative = Unter Vorbehalt
invitations-door-no = Absage
invitations-files = Anlagen
invitations-file-calendar = Kalendereintrag
invitations-file-name = Einladung-{ $day }.pdf
invitations-page = Der Termin im Internet
invitations-wording-opening = Einleitung der Einladung
invitations-wording-opening-hint = Der erste Satz nach der Anrede, in der E-Mail und im Einladungsschreiben.
invitations-wording-note = Begleittext neuer Einladungen
invitations-wording-note-hint = Damit beginnt das Feld „Begleittext“ jeder neuen Einladungsrunde; dort lässt es sich für diese eine Runde ändern.
invitations-wording-afterword = Nachsatz bei Änderung und Absage
invitations-wording-afterword-hint = Steht vor der Schlussformel, zum Beispiel bei wem man nachfragen kann.
invitations-sample-title = Mustertermin
invitations-sample-venue = Musterhaus
invitations-sample-item = Begrüßung
invitations-because = Sie bekommen diese E-Mail, weil { $network } Sie zu diesem Termin einlädt.
invitations-because-via = Sie bekommen diese E-Mail, weil { $network } Sie als Teil von „{ $via }“ zu diesem Termin einlädt.
invitations-update-opening = bei „{ $title }“ hat sich etwas geändert.
invitations-update-opening-moved = „{ $title }“ ist verlegt.
invitations-update-now = So gilt es jetzt
invitations-update-replied = Ihre Antwort bisher: { $reply }. Wenn es dabei bleibt, brauchen Sie nichts zu tun.
invitations-change-starts = Beginn
invitations-change-ends = Ende
invitations-change-title = Titel
invitations-change-online = Zugang online
invitations-change-online-text = Der Zugang online hat sich geändert. Sie finden ihn kurz vor Beginn auf der Seite des Termins.
invitations-change-agenda-text = Die Tagesordnung ist neu; sie steht unten.
invitations-change-state = Stand
invitations-change-cancelled = Der Termin findet nicht statt.
invitations-change-reinstated = Der Termin findet doch statt.
invitations-change-before = bisher: { $value }
invitations-change-after = neu: { $value }
invitations-change-nothing = keine Angabe
invitations-cancelled-opening = „{ $title }“ am { $when } findet nicht statt.
invitations-withdrawn-opening = wir haben unsere Einladung zu „{ $title }“ am { $when } zurückgenommen. Bitte entschuldigen Sie die Umstände.
invitations-cancelled-calendar = Ihr Kalender kann den Eintrag mit dieser E-Mail entfernen.
invitations-again-title = Link noch einmal bekommen
invitations-again-ask = Link noch einmal senden lassen
invitations-again-lead = Nennen Sie die Adresse, an die Ihre Einladung ging. Wir senden Ihnen die Links zu Ihren Einladungen, die noch bevorstehen; ein Konto brauchen Sie dafür nicht.
invitations-again-mail = E-Mail-Adresse
invitations-again-send = Links senden
invitations-again-sent = Bitte sehen Sie in Ihr Postfach
invitations-again-sent-lead = Kennen wir die Adresse und steht eine Einladung bevor, bekommen Sie in den nächsten Minuten eine E-Mail mit Ihren Links.
invitations-again-sent-advice = Kommt nichts an, sehen Sie bitte im Ordner für unerwünschte E-Mails nach oder versuchen Sie es mit einer anderen Adresse. Sonst hilft Ihnen die Geschäftsstelle, die Sie eingeladen hat.
invitations-again-other = Andere Adresse versuchen
letter-invitations-links = Links zu Einladungen, noch einmal
invitations-subject-links = Ihre Einladungen von { $network }
invitations-links-opening = hier sind die Links zu Ihren Einladungen von { $network }.
invitations-links-reply = Ihre Antwort bisher
invitations-links-open = Einladung öffnen und antworten
invitations-links-older = Die Links aus früheren E-Mails gelten weiter.
invitations-links-because = Sie bekommen diese E-Mail, weil jemand auf unserer Seite mit dieser Adresse nach den Links gefragt hat. Waren Sie das nicht, brauchen Sie nichts zu tun.
invitations-reminders = Erinnerungen
invitations-reminders-lead = Wer zu diesem Termin wann erinnert wird. Erinnerungen werden morgens um 7 Uhr vorbereitet; jede Person bekommt jede nur einmal.
invitations-reminders-change = Erinnerungen ändern
invitations-reminders-save = Erinnerungen speichern
invitations-reminders-and-eve =
    { $days ->
        [0] An fehlende Antworten wird nicht erinnert; wer kommt, bekommt am Vortag eine E-Mail.
        [one] An fehlende Antworten wird einen Tag vorher erinnert; wer kommt, bekommt am Vortag eine E-Mail.
       *[other] An fehlende Antworten wird { $days } Tage vorher erinnert; wer kommt, bekommt am Vortag eine E-Mail.
    }
invitations-reminders-only =
    { $days ->
        [0] Zu diesem Termin gehen keine Erinnerungen hinaus.
        [one] An fehlende Antworten wird einen Tag vorher erinnert; am Vortag geht sonst nichts hinaus.
       *[other] An fehlende Antworten wird { $days } Tage vorher erinnert; am Vortag geht nichts hinaus.
    }
invitations-reminder-network =
    { $days ->
        [0] Wie im Netzwerk eingestellt: gar nicht
        [one] Wie im Netzwerk eingestellt: einen Tag vorher
       *[other] Wie im Netzwerk eingestellt: { $days } Tage vorher
    }
invitations-reminder-own = Zu einem eigenen Zeitpunkt
invitations-reminder-never = Gar nicht
invitations-day-before-network-yes = Wie im Netzwerk eingestellt: ja
invitations-day-before-network-no = Wie im Netzwerk eingestellt: nein
invitations-day-before-yes = Ja
invitations-day-before-no = Nein
invitations-field-reminder = Wer noch nicht geantwortet hat, wird erinnert
invitations-field-reminder-days = Tage vorher
invitations-field-reminder-days-hint = Nur für einen eigenen Zeitpunkt: 1 bis 30 Tage.
invitations-field-day-before = Wer zugesagt hat, bekommt am Vortag eine E-Mail
invitations-fault-nobody-to-remind = Zu diesem Termin wird niemand mehr erinnert: Er ist nicht angekündigt, hat begonnen oder ist abgesagt.
done-own-reminders-set = Die Erinnerungen sind gespeichert.
journal-own-reminders-set = Erinnerungen des Termins geändert
invitations-field-lists = Verteiler
invitations-handover-title = Einladungen zu Terminen danach
invitations-handover-none = Die bisherige Person ist zu keinem Termin danach eingeladen.
invitations-handover-later = Zu diesen Terminen ist die bisherige Person schon eingeladen. Ist die Nachfolge eingetragen, können Sie jede Einladung mit einem Schritt umschreiben.
invitations-handover-do = Zu diesen Terminen ist die bisherige Person schon eingeladen. Umschreiben nimmt die Einladung zurück und legt eine für die Nachfolge in den Postausgang.
invitations-handover-told = Die E-Mail ist schon gesendet.
invitations-handover-act = Einladung umschreiben
invitations-handover-act-tell = Umschreiben und der bisherigen Person Bescheid geben
invitations-handover-open = Zu diesen Terminen ist noch niemand eingeladen. Wer am Tag des Termins die Funktion hat, steht von selbst auf der Liste:
done-invitation-succeeded = Die Einladung ist umgeschrieben. Die neue wartet im Postausgang auf Freigabe.
journal-invitation-succeeded = Einladung an die Nachfolge umgeschrieben

# Was Einladungen über Personen speichern.
invitations-holding = Einladungsrunden und Erinnerungen
invitations-holding-purpose = Nicht zweimal erinnern und wissen, wer eingeladen hat
invitations-holding-made = Einladungsrunde angelegt
invitations-holding-reminder = Erinnert für den Tag
invitations-retained = Einladungen und Antworten vergangener Termine
invitations-retained-hint = Zählt vom Ende des Termins. Wer da war, steht weiter im Protokoll.
invitations-moves-rounds = { $count ->
        [one] 1 Einladungsrunde
       *[other] { $count } Einladungsrunden
    }

# Wo man sich anmeldet, heißt zusagen sich anmelden.
invitations-door-register = Zusagen und anmelden
invitations-answer-register = Zusagen heißt hier: sich anmelden. Es öffnet sich das Formular mit Ihren Angaben; ein Konto brauchen Sie dafür nicht. Eine Absage ist mit einem Klick getan.
invitations-answer-placed = Sie sind angemeldet. Kommt etwas dazwischen, sagen Sie bitte ab; dann bekommt jemand anderes den Platz.
invitations-answer-pending = Ihre Anmeldung liegt vor; ein Platz ist das noch nicht. Möchten Sie nicht mehr kommen, sagen Sie bitte ab.
invitations-answer-closed = Anmelden kann man sich gerade nicht: Die Anmeldung ist noch nicht geöffnet oder schon beendet. Absagen können Sie hier.
invitations-reply-other = Oder antworten Sie anders
invitations-registers-open = Zusagen heißt hier: sich anmelden. Ihre Angaben stehen schon im Formular.
invitations-registers-placed = Sie sind angemeldet. Ändern können Sie Ihre Anmeldung über den Link in der E-Mail dazu; eine Absage hier gibt den Platz frei.
invitations-registers-pending = Ihre Anmeldung liegt vor; ein Platz ist das noch nicht. Ändern können Sie sie über den Link in der E-Mail dazu; eine Absage hier nimmt sie zurück.
invitations-registers-early = Zusagen heißt hier: sich anmelden. Die Anmeldung ist noch nicht geöffnet; öffnen Sie den Link dann noch einmal.
invitations-registers-over = Zusagen heißt hier: sich anmelden. Die Anmeldung ist beendet; möchten Sie trotzdem kommen, wenden Sie sich bitte an die Geschäftsstelle.
invitations-answer-for-registers = Eine Zusage meldet die Person an, eine Absage gibt ihren Platz frei. Sie bekommt darüber eine E-Mail.
invitations-fault-asks = Zu diesem Termin gehören Fragen, ohne die es keinen Platz gibt. Bitte melden Sie die Person im Bereich „Anmeldungen“ an.
invitations-through-registration = über die Anmeldung, { $when }
invitations-count-waiting = Anmeldung offen
letter-invitations-register = Zusage: Anmeldung fehlt noch
invitations-subject-register = Bitte noch anmelden: { $title } am { $day }
invitations-register-opening = Ihr Kalender hat uns gemeldet, dass Sie am { $day } zu „{ $title }“ kommen. Zum Platz gehören noch einige Angaben. Bitte melden Sie sich an; erst dann ist der Platz Ihrer.
