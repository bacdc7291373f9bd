# Anmeldung: was Teilnehmende lesen.

registration-one = Anmeldung
registration-title = Anmeldung: { $title }
registration-send = Verbindlich anmelden
registration-until = Anmeldung möglich bis { $day }.
registration-no-payment = Bezahlt wird nicht über diese Seite.
registration-notice = Hinweise zum Datenschutz
registration-questions-to = Fragen?
registration-lost-link = Link zur eigenen Anmeldung noch einmal zusenden
registration-back = Zurück zur Anmeldung

registration-level-free = Plätze frei
registration-level-few = Wenige Plätze frei
registration-level-full = Ausgebucht, Warteliste
registration-level-unset = Noch nicht eingerichtet

registration-stage-draft = In Vorbereitung
registration-stage-early = Noch nicht geöffnet
registration-stage-running = Läuft
registration-stage-over = Anmeldung beendet
registration-stage-cancelled = Termin abgesagt
registration-closed-early = Die Anmeldung beginnt am { $day }.
registration-closed-over = Die Anmeldung ist beendet. Wenn Sie trotzdem teilnehmen möchten, wenden Sie sich bitte an die Geschäftsstelle.
registration-closed-draft = Hier kann man sich noch nicht anmelden.
registration-closed-cancelled = Dieser Termin findet nicht statt.

registration-which = An welchem Termin möchten Sie teilnehmen?
registration-which-hint = Sie können einen Termin wählen und später selbst wechseln. Ist ein Termin ausgebucht, kommen Sie auf die Warteliste.
registration-name = Vor- und Nachname
registration-mail = E-Mail
registration-mail-hint = Dorthin senden wir den Link, mit dem Sie Ihre Anmeldung bestätigen, ändern und absagen.
registration-mail-hint-office = Ohne E-Mail bekommt die Person keine Nachrichten; Sie müssen sie dann selbst verständigen.
registration-organisation = Organisation
registration-organisation-hint = Tippen Sie den Anfang des Namens und wählen Sie, oder schreiben Sie ihn aus.
registration-phone = Telefon
registration-companions = Wen bringen Sie mit?
registration-companions-hint = Tragen Sie die Namen ein. Alle Nachrichten gehen an Ihre E-Mail-Adresse.
registration-companion = Name der { $number }. Person
registration-questions = Weitere Angaben
registration-list-consent = Mein Name und meine Organisation dürfen auf der Liste der Teilnehmenden stehen.
registration-list-consent-hint = Freiwillig. Die Liste sehen nur die, die teilnehmen.
registration-trap = Bitte leer lassen
registration-what-next = Sie bekommen gleich eine E-Mail und bestätigen darin Ihre Anmeldung. So lange, { $minutes } Minuten, halten wir Ihren Platz frei.
registration-condition = Nur wenn Sie bei „{ $question }“ mit „{ $value }“ geantwortet haben.
registration-condition-must = Bitte beantworten, wenn Sie bei „{ $question }“ mit „{ $value }“ geantwortet haben.

registration-who-open = Alle Interessierten können sich anmelden.
registration-who-members = Nur für Personen aus Mitgliedsorganisationen.
registration-who-invited = Nur für Eingeladene.
registration-turned-member = Dieser Termin ist für Mitgliedsorganisationen
registration-turned-member-why = Zu Ihrer E-Mail-Adresse kennen wir keine Mitgliedsorganisation. Darum konnten wir Sie nicht anmelden. Ihre Angaben stehen noch unten im Formular.
registration-turned-member-ask = Arbeiten Sie bei einer Mitgliedsorganisation? Dann melden Sie sich mit Ihrer dienstlichen Adresse an. Oder tragen Sie die Organisation ein und lassen Sie deren Ansprechperson fragen: Wir schreiben ihr, und Ihr Platz bleibt so lange vorgemerkt. Bei anderen Fragen hilft die Geschäftsstelle:
registration-ask-contact = Meine Organisation fragen lassen
registration-turned-invited = Dieser Termin ist für Eingeladene
registration-turned-invited-why = Diese E-Mail-Adresse steht nicht auf der Gästeliste. Haben Sie die Einladung an eine andere Adresse bekommen, dann melden Sie sich bitte mit dieser an. Sonst hilft die Geschäftsstelle:

registration-sent-title = Bitte sehen Sie in Ihr Postfach
registration-sent-lead = Wir haben Ihnen eine E-Mail zu „{ $title }“ geschickt. Darin steht, wie es weitergeht.
registration-sent-hold = Öffnen Sie den Link in der E-Mail und bestätigen Sie. Erst dann ist Ihre Anmeldung gültig. Ihr Platz bleibt { $minutes } Minuten frei; danach geht die Bestätigung auch noch, aber der Platz kann vergeben sein.
registration-sent-nothing = Keine E-Mail da?
registration-sent-advice = Sehen Sie im Ordner für unerwünschte Post nach. Kommt nach einigen Minuten nichts, melden Sie sich noch einmal an oder fragen Sie uns:
registration-sent-back = Zurück zum Formular

registration-again-title = Link zur Anmeldung zusenden
registration-again-lead = Mit dem Link sehen, ändern und sagen Sie Ihre Anmeldung ab. Wir senden ihn an die Adresse, mit der Sie sich angemeldet haben.
registration-again-mail = Ihre E-Mail-Adresse
registration-again-send = Link zusenden
registration-again-sent = Bitte sehen Sie in Ihr Postfach
registration-again-sent-lead = Gibt es zu dieser Adresse eine Anmeldung, dann ist der Link jetzt unterwegs.
registration-again-sent-advice = Kommt nichts an, haben Sie vielleicht eine andere Adresse angegeben.
registration-again-other = Andere Adresse eingeben
registration-dead-link = Dieser Link gilt nicht mehr
registration-dead-link-text = Vielleicht ist er abgelaufen, oder er wurde beim Kopieren abgeschnitten.

registration-state-unconfirmed = E-Mail unbestätigt
registration-state-requested = Wartet auf Zustimmung
registration-state-confirmed = Bestätigt
registration-state-waiting = Warteliste
registration-state-offered = Platz angeboten
registration-state-expired = Angebot abgelaufen
registration-state-refused = Abgelehnt
registration-state-cancelled = Abgesagt

registration-own-title = Ihre Anmeldung: { $title }
registration-own-for = Anmeldung von { $name }
registration-own-acts = Was Sie tun können
registration-confirm-held = Bitte bestätigen Sie Ihre Anmeldung. Danach ist Ihr Platz sicher.
registration-confirm-full = Bitte bestätigen Sie Ihre Anmeldung. Zurzeit ist kein Platz frei; nach der Bestätigung stehen Sie auf der Warteliste.
registration-confirm = Anmeldung bestätigen
registration-note-held = Der Platz ist vorgemerkt bis { $until }. Er gehört Ihnen erst, wenn Sie oben bestätigen.
registration-note-unheld = Noch ist kein Platz für Sie vorgemerkt. Bestätigen Sie oben: Ist dann ein Platz frei, bekommen Sie ihn, sonst stehen Sie auf der Warteliste.
registration-note-requested = Die Geschäftsstelle prüft Ihre Anmeldung. Der Platz bleibt so lange frei. Sie bekommen eine E-Mail.
registration-note-contact = Wir haben die Ansprechperson Ihrer Organisation gefragt. Der Platz bleibt so lange frei. Sie bekommen eine E-Mail.
registration-note-confirmed = Wir erwarten Sie. Wechseln, ändern oder absagen können Sie bis { $until }.
registration-note-waiting =
    { $number ->
        [one] Sie stehen als Nächstes auf der Warteliste. Wird ein Platz frei, bekommen Sie sofort eine E-Mail.
       *[other] Sie stehen an { $number }. Stelle der Warteliste. Wird ein Platz frei, geht er der Reihe nach; Sie bekommen sofort eine E-Mail.
    }
registration-note-offered = Ein Platz ist frei geworden und für Sie zurückgelegt bis { $until }. Danach geht er an die Nächsten.
registration-note-expired = Der angebotene Platz ging weiter, weil bis zum Ende der Frist keine Antwort kam.
registration-note-refused = Die Anmeldung konnte nicht angenommen werden.
registration-note-cancelled = Dieser Platz ist zurückgegeben.
registration-note-off = Der Termin findet nicht statt.
registration-accept = Platz annehmen
registration-decline = Platz anderen überlassen
registration-return = Wieder anmelden
registration-to-gathering = Alles zum Termin
registration-too-late = Selbst ändern oder absagen konnten Sie bis { $day }. Bitte wenden Sie sich jetzt an die Geschäftsstelle.
registration-move-open = Zu einem anderen Termin wechseln
registration-details-open = Angaben ändern
registration-cancel-open = Absagen
registration-cancel-title = Möchten Sie absagen?
registration-cancel-who = Wer kommt nicht?
registration-cancel-row = { $name }, { $when }
registration-cancel-consequence = Der Platz geht sofort an die Nächsten auf der Warteliste oder wird wieder frei.
registration-cancel-consequence-line = Sie verlieren Ihre Stelle auf der Warteliste.
registration-cancel-undo = Sie können sich danach wieder anmelden, solange Plätze frei sind; sonst von Neuem auf der Warteliste.
registration-cancel = Absagen
registration-keep = Doch teilnehmen
registration-move-title = Zu einem anderen Termin wechseln
registration-move-now = Jetzt: { $when }
registration-move-none = Zurzeit gibt es keinen anderen Termin, zu dem Sie wechseln können.
registration-move-which = Neuer Termin
registration-move-choice = { $when }, { $place }: { $level }
registration-move-hint = Ihr jetziger Platz wird erst frei, wenn der neue sicher ist.
registration-move-waits = Ist dort kein Platz frei: auf die Warteliste setzen. Den jetzigen Platz behalte ich.
registration-move = Wechseln
registration-details-title = Angaben ändern
registration-details-save = Angaben speichern

registration-fault-which = Bitte wählen Sie einen Termin.
registration-fault-date = Zu diesem Termin kann man sich hier nicht anmelden. Bitte wählen Sie einen anderen.
registration-fault-not-running = Die Anmeldung zu diesem Termin läuft nicht oder ist beendet.
registration-fault-full = Dort ist inzwischen kein Platz mehr frei. Sie können sich auf die Warteliste setzen lassen.
registration-fault-companions = So viele Personen können Sie hier nicht anmelden.
registration-fault-companion-twice = Dieser Name steht schon im Formular.
registration-fault-choose = Bitte wählen Sie eine Antwort.
registration-fault-consent = Ohne dieses Häkchen ist die Anmeldung nicht möglich.
registration-fault-over = Der Termin hat begonnen oder ist abgesagt.
registration-fault-too-late = Die Frist zum Ändern und Absagen ist vorbei. Bitte wenden Sie sich an die Geschäftsstelle.
registration-fault-offer-over = Dieses Angebot gilt nicht mehr.
registration-fault-has-another = Sie haben schon einen anderen Platz.
registration-fault-waits-already = Dort stehen Sie schon auf der Warteliste.
registration-fault-nobody = Bitte wählen Sie, wer nicht kommt.
registration-fault-answered = Das ist schon beantwortet.
registration-fault-organisation = Diese Mitgliedsorganisation kennen wir nicht, oder sie hat keine Ansprechperson mit E-Mail. Bitte prüfen Sie den Namen.

registration-contact-title = Gehört diese Person zu Ihrer Organisation?
registration-contact-question = { $name } möchte teilnehmen und hat „{ $organisation }“ als Organisation angegeben.
registration-contact-why = Der Termin ist für Personen aus Mitgliedsorganisationen. Wir fragen Sie als Ansprechperson, weil uns die E-Mail-Adresse nicht bekannt ist.
registration-contact-yes = Ja, gehört zu uns
registration-contact-no = Nein, gehört nicht zu uns
registration-contact-answered = Danke, hier ist keine Antwort mehr nötig.

registration-panel-go = Anmelden
registration-panel-wait = Auf die Warteliste
registration-panel-choice = Sie können einen der Termine dieser Reihe wählen und später wechseln.

letter-registration-confirm = Bitte um Bestätigung der Anmeldung
letter-registration-news = Nachricht zur Anmeldung
letter-registration-link = Link zur Anmeldung
letter-registration-contact = Frage an die Ansprechperson

registration-mail-salutation = Guten Tag { $name },
registration-mail-because = Sie bekommen diese E-Mail, weil Sie mit dieser Adresse bei { $network } zu einem Termin angemeldet wurden.
registration-mail-what = Termin
registration-mail-when = Wann
registration-mail-where = Wo
registration-mail-who = Wer
registration-mail-code = Auf der Seite Ihrer Anmeldung steht ein Code für den Einlass. Zeigen Sie ihn am Tag auf dem Bildschirm oder auf Papier.
registration-mail-person = { $name }: { $state }

registration-subject-confirm = Bitte bestätigen: Anmeldung zu { $title } am { $day }
registration-opening-confirm = danke für Ihre Anmeldung zu „{ $title }“. Bitte bestätigen Sie sie bis { $until }; so lange halten wir Ihren Platz frei.
registration-opening-confirm-full = danke für Ihr Interesse an „{ $title }“. Zurzeit ist kein Platz frei. Bitte bestätigen Sie Ihre Adresse; dann kommen Sie auf die Warteliste.
registration-subject-confirmed = Anmeldung bestätigt: { $title } am { $day }
registration-opening-confirmed = Ihre Anmeldung zu „{ $title }“ ist bestätigt. Wir freuen uns auf Sie. Der Termin für Ihren Kalender liegt bei.
registration-subject-waiting = Warteliste: { $title } am { $day }
registration-opening-waiting = zurzeit ist bei „{ $title }“ kein Platz frei. Sie stehen auf der Warteliste; das ist noch keine Zusage. Wird ein Platz frei, schreiben wir Ihnen sofort.
registration-subject-requested = Anmeldung eingegangen: { $title } am { $day }
registration-opening-requested = Ihre Anmeldung zu „{ $title }“ ist eingegangen und wird geprüft. Das ist noch keine Zusage; wir schreiben Ihnen, sobald sie entschieden ist.
registration-subject-mixed = Ihre Anmeldung: { $title } am { $day }
registration-opening-mixed = so steht es um Ihre Anmeldung zu „{ $title }“. Nur wo „Bestätigt“ steht, ist ein Platz sicher.
registration-subject-given = Platz frei: Sie sind dabei, { $title } am { $day }
registration-opening-given = ein Platz bei „{ $title }“ ist frei geworden und gehört jetzt Ihnen. Der Termin für Ihren Kalender liegt bei.
registration-subject-offered = Platz frei bis { $until }: { $title } am { $day }
registration-opening-offered = ein Platz bei „{ $title }“ ist frei geworden. Wir halten ihn bis { $until } für Sie zurück; danach geht er an die Nächsten auf der Warteliste.
registration-subject-lapsed = Angebot abgelaufen: { $title } am { $day }
registration-opening-lapsed = der angebotene Platz bei „{ $title }“ ging weiter, weil bis zum Ende der Frist keine Antwort kam.
registration-subject-cancelled = Abgesagt: { $title } am { $day }
registration-opening-cancelled = die Teilnahme an „{ $title }“ ist abgesagt. Bitte löschen Sie den Termin aus Ihrem Kalender.
registration-subject-moved = Gewechselt: { $title } am { $day }
registration-opening-moved = Sie haben den Termin gewechselt. Ihr Platz ist jetzt hier; der alte ist frei. Der neue Termin für Ihren Kalender liegt bei.
registration-subject-shifted = Geändert: { $title } am { $day }
registration-opening-shifted = „{ $title }“ findet zu einer anderen Zeit oder an einem anderen Ort statt. Ihre Anmeldung gilt weiter; so ist es jetzt:
registration-subject-off = Fällt aus: { $title } am { $day }
registration-opening-off = „{ $title }“ findet leider nicht statt. Bitte löschen Sie den Termin aus Ihrem Kalender.
registration-subject-refused = Anmeldung nicht angenommen: { $title } am { $day }
registration-opening-refused = Ihre Anmeldung zu „{ $title }“ konnte leider nicht angenommen werden. Bei Fragen wenden Sie sich bitte an uns.
registration-subject-link = Ihr Link: Anmeldung zu { $title } am { $day }
registration-opening-link = mit dieser Adresse ist schon jemand zu „{ $title }“ angemeldet. Über den Link sehen, ändern und sagen Sie die Anmeldung ab.
registration-door = Anmeldung ansehen, ändern oder absagen
registration-door-note = Über diesen Link sehen, ändern und sagen Sie Ihre Anmeldung ab. Er ist nur für Sie.
registration-door-confirm = Anmeldung bestätigen
registration-door-confirm-note = Haben Sie sich nicht angemeldet, dann lassen Sie diese E-Mail einfach liegen: Ohne Bestätigung wird nichts daraus.
registration-door-offer = Platz annehmen oder überlassen
registration-door-offer-note = Über den Link nehmen Sie den Platz an oder überlassen ihn anderen. Haben Sie schon einen anderen Termin dieser Reihe, behalten Sie ihn, bis Sie annehmen.
registration-door-again = Wieder anmelden
registration-door-again-note = Möchten Sie doch teilnehmen, dann melden Sie sich über den Link wieder an.
registration-contact-subject = Gehört { $name } zu { $organisation }?
registration-contact-opening = { $name } möchte an „{ $title }“ teilnehmen und hat { $organisation } als Organisation angegeben. Bitte sagen Sie uns, ob das stimmt.
registration-contact-door = Antworten
registration-contact-because = Sie bekommen diese E-Mail, weil Sie bei { $network } für Ihre Organisation sprechen.

done-registration-made = Ihre Anmeldung ist eingetragen.
done-registration-confirmed = Danke, Ihre Anmeldung ist bestätigt. Unten steht, wie es um Ihren Platz steht.
done-registration-returned = Sie sind wieder eingetragen.
done-registration-accepted = Der Platz gehört jetzt Ihnen.
done-registration-declined = Danke. Der Platz geht an die Nächsten.
done-registration-cancelled = Die Absage ist eingetragen.
done-registration-moved = Ihr Wunsch ist eingetragen. Unten steht, welcher Platz jetzt Ihrer ist.
done-registration-changed = Ihre Angaben sind gespeichert.
done-registration-vouched = Danke, Ihre Antwort ist eingetragen.

# Wer eingeladen ist, sagt mit der Anmeldung zu.
registration-guest-lead = Sie sind eingeladen. Mit dieser Anmeldung sagen Sie zu.
registration-guest-mail = Alle Nachrichten gehen an { $mail }, die Adresse Ihrer Einladung.
registration-guest-next = Ihre Adresse kennen wir schon; zu bestätigen brauchen Sie nichts mehr. Die Bestätigung kommt per E-Mail.
registration-guest-stands = Es gibt schon eine Anmeldung von Ihnen. Stand: { $state }. Ändern und absagen können Sie über den Link in der E-Mail zu Ihrer Anmeldung.
registration-send-guest = Zusagen und anmelden
registration-fault-guest-closed = Zusagen heißt hier: sich anmelden. Das ist gerade nicht möglich, weil die Anmeldung noch nicht geöffnet oder schon beendet ist. Die Geschäftsstelle hilft Ihnen weiter.
registration-fault-no-reservation = Zu diesem Termin besteht eine Anmeldung. Bitte sagen Sie ab, wenn niemand kommt, oder lassen Sie es dabei.
