# Terminumfragen.

polls-nav = Terminumfragen
polls-one = Terminumfrage
polls-new = Neue Terminumfrage
polls-list-lead = Wo noch kein Tag feststeht: Schlagen Sie mehrere vor und fragen Sie, welcher passt.
polls-list-facts =
    { $answered ->
        [one] 1 von { $asked } hat geantwortet, Frist { $until }
       *[other] { $answered } von { $asked } haben geantwortet, Frist { $until }
    }
polls-none = Noch keine Terminumfrage
polls-none-text = Eine Umfrage gehört zu einem geplanten Termin, oder der Termin entsteht aus ihr.

polls-stage-draft = Entwurf
polls-stage-running = Läuft
polls-stage-over = Frist abgelaufen
polls-stage-closed = Geschlossen
polls-stage-settled = Termin festgelegt
polls-stage-withdrawn = Zurückgezogen
polls-stage-lapsed = Verfallen

polls-fits-yes = passt
polls-fits-maybe = zur Not
polls-fits-no = passt nicht
polls-fits-unsaid = keine Angabe

polls-form-title = Terminumfrage
polls-form-lead = Jede Person bekommt eine eigene E-Mail mit einem Link; ein Konto braucht sie nicht.
polls-form-what = Worum es geht
polls-form-until = Frist
polls-form-who = Wer gefragt wird
polls-form-next = Weiter zur Vorschau
polls-gathering = Termin, für den ein Tag gesucht wird
polls-gathering-hint = Der Tag, den Sie am Ende festlegen, gilt dann für diesen Termin.
polls-gathering-none = Noch keiner: Der Termin entsteht aus der Umfrage
polls-gathering-choice = { $day }: { $title }
polls-group = Gremium
polls-group-hint = Gilt nur, wenn oben noch kein Termin gewählt ist.
polls-group-none = Das ganze Netzwerk
polls-title = Titel
polls-title-hint = Ohne Angabe gilt der Titel des Termins.
polls-note = Begleittext
polls-note-hint = Steht in der E-Mail und über der Umfrage. Eine Leerzeile beginnt einen neuen Absatz.
polls-dates = Vorschläge
polls-dates-hint = Mindestens zwei. Zeilen ohne Tag zählen nicht.
polls-date = Vorschlag
polls-date-number = Vorschlag { $number }
polls-date-add = Weiteren Vorschlag hinzufügen
polls-day = Tag
polls-start = Beginn
polls-end = Ende
polls-until = Antworten möglich bis
polls-until-hint = Der letzte Tag, an dem geantwortet werden kann; er liegt vor dem ersten Vorschlag.
polls-until-long = Antworten sind bis { $day } möglich.
polls-until-short = bis { $day }

polls-draft-lead =
    { $count ->
        [0] Mit dieser Auswahl wird keine E-Mail geschrieben.
        [one] Eine E-Mail ist vorbereitet. Noch ist nichts gesendet.
       *[other] { $count } E-Mails sind vorbereitet. Noch ist nichts gesendet.
    }
polls-draft-consequence = Die E-Mails kommen in den Postausgang. Von dort gehen sie hinaus, sobald die Geschäftsstelle sie freigibt. Danach lassen sich die Vorschläge nicht mehr ändern.
polls-draft-nobody = Unter denen, die Sie ausgewählt haben, ist niemand per E-Mail erreichbar.
polls-lay-out = In den Postausgang legen
polls-test = Test an mich senden
polls-edit = Umfrage ändern
polls-without-mail = Ohne E-Mail
polls-without-mail-note = Von diesen Personen ist keine Adresse bekannt, oder ihre Post kam dreimal zurück. Fragen Sie sie auf anderem Weg und tragen Sie die Antwort hier ein.
polls-waiting =
    { $count ->
        [one] Eine E-Mail zu dieser Umfrage wartet im Postausgang auf Freigabe.
       *[other] { $count } E-Mails zu dieser Umfrage warten im Postausgang auf Freigabe.
    }

polls-answers = Antworten
polls-gathering-now = Der Termin steht zurzeit hier:
polls-decision = Entscheidung
polls-best = Passt am besten
polls-settled-on = Festgelegt
polls-lapsed = Festlegen lässt sich nichts mehr: Alle Vorschläge sind vorbei, oder der Termin ist vorbei oder abgesagt.
polls-rule = Am besten passt der Vorschlag mit den meisten „passt“, bei Gleichstand der mit den wenigsten „passt nicht“, dann der früheste. Festlegen können Sie jeden.
polls-people = Wer was geantwortet hat
polls-people-none = Noch keine Antwort
polls-people-none-text = Antworten stehen hier, sobald jemand den Link aus der E-Mail benutzt oder Sie eine eintragen.
polls-person = Person
polls-sum = Summe
polls-sum-of = passt: { $yes } · zur Not: { $maybe } · passt nicht: { $no }
polls-silent =
    { $count ->
        [one] Noch ohne Antwort: 1 Person
       *[other] Noch ohne Antwort: { $count } Personen
    }
polls-not-written = Keine E-Mail gesendet
polls-through-link = über den Link in der E-Mail, { $when }
polls-through-account = angemeldet, { $when }
polls-through-office = von der Geschäftsstelle eingetragen, { $when }

polls-acts = Umfrage führen
polls-remind = Erinnerung vorbereiten
polls-close = Umfrage schließen
polls-extend = Frist ändern
polls-reopen = Wieder öffnen
polls-withdraw = Umfrage zurückziehen
polls-withdraw-question = Terminumfrage „{ $title }“ zurückziehen?
polls-withdraw-follows = Antworten werden nicht mehr angenommen, wartende E-Mails nicht mehr gesendet. Wer den Link öffnet, liest, dass die Umfrage zurückgezogen ist. Die Antworten bleiben hier stehen.
polls-delete = Entwurf löschen
polls-delete-question = Terminumfrage „{ $title }“ löschen?
polls-delete-follows = Der Entwurf wird gelöscht. Gefragt wurde noch niemand.
polls-settle = Termin festlegen
polls-settle-open = Termin festlegen …
polls-settle-moves = „{ $title }“ findet dann an diesem Tag statt.
polls-settle-plans = Ein Termin „{ $title }“ entsteht als Entwurf an diesem Tag.
polls-settle-tells =
    { $count ->
        [0] Von den Gefragten ist niemand per E-Mail erreichbar; es wird keine geschrieben.
        [one] Für 1 gefragte Person kommt eine kurze E-Mail in den Postausgang und wartet dort auf Freigabe.
       *[other] Für { $count } Gefragte kommt je eine kurze E-Mail in den Postausgang und wartet dort auf Freigabe.
    }
polls-settle-tells-invited =
    { $count ->
        [one] Davon ist 1 Person schon eingeladen: Informieren Sie die Eingeladenen, bekommt sie nur die E-Mail über die Änderung.
       *[other] Davon sind { $count } schon eingeladen: Informieren Sie die Eingeladenen, bekommen sie nur die E-Mail über die Änderung.
    }
polls-settle-ends = Die Umfrage ist damit beendet.

polls-kicker = Terminumfrage für { $name }
polls-kicker-for = Antwort eintragen: { $title }
polls-lead = Welche Vorschläge passen Ihnen? Bitte antworten Sie bis { $until }.
polls-answer-ask = Ihre Antwort
polls-answer-again = Antwort ändern
polls-answer-for = Was diese Person geantwortet hat
polls-answer-send = Antwort senden
polls-answer-change = Geänderte Antwort senden
polls-answer-for-send = Antwort eintragen
polls-remark = Hinweis an die Geschäftsstelle
polls-who-sees = Bis zur Frist können Sie Ihre Antwort ändern. Sie sehen nur Ihre eigene; alle Antworten sieht nur, wer den Termin plant.
polls-recorded = Ihre Antwort bisher:
polls-recorded-for = Antwort dieser Person:
polls-recorded-now = Vielen Dank. Das ist jetzt eingetragen:
polls-closed-over = Antworten werden nicht mehr angenommen. Ist Ihnen noch etwas wichtig, wenden Sie sich bitte an die Geschäftsstelle.
polls-closed-settled = Der Termin steht fest: { $when }. Vielen Dank für Ihre Hilfe.
polls-closed-withdrawn = Diese Umfrage ist zurückgezogen. Sie brauchen nicht zu antworten.
polls-closed-lapsed = Diese Umfrage hat sich erledigt. Sie brauchen nicht zu antworten.

polls-panel-none = Steht der Tag noch nicht fest? Schlagen Sie mehrere vor und fragen Sie, welcher passt.
polls-mine = Nach einem Termin gefragt
polls-mine-silent = Ihre Antwort fehlt noch.
polls-mine-answered = Sie haben geantwortet.
polls-due-draft = Entwurf: Noch ist niemand gefragt.
polls-due-running =
    { $answered ->
        [one] 1 von { $asked } hat geantwortet.
       *[other] { $answered } von { $asked } haben geantwortet.
    }
polls-due-over =
    { $answered ->
        [one] Zu entscheiden: 1 von { $asked } hat geantwortet.
       *[other] Zu entscheiden: { $answered } von { $asked } haben geantwortet.
    }

letter-polls-ask = Terminumfrage
letter-polls-reminder = Erinnerung an eine Terminumfrage
letter-polls-settled = Termin steht fest
letter-polls-test = Test einer Terminumfrage
polls-subject = Terminumfrage: { $title }
polls-subject-reminder = Ihre Antwort fehlt noch: Terminumfrage { $title }
polls-subject-settled = Der Termin steht fest: { $title } am { $day }
polls-subject-test = [Test] { $subject }
polls-opening = wir suchen einen Tag für „{ $title }“. Bitte sagen Sie uns bis { $until }, welche Vorschläge Ihnen passen.
polls-opening-reminder = wir suchen einen Tag für „{ $title }“ und haben noch keine Antwort von Ihnen. Bitte sagen Sie uns bis { $until }, welche Vorschläge Ihnen passen.
polls-opening-settled = der Tag für „{ $title }“ steht fest. Vielen Dank an alle, die geantwortet haben.
polls-answer = Ihre Antwort
polls-answer-how = Ein Klick öffnet eine Seite, auf der Sie zu jedem Vorschlag „passt“, „zur Not“ oder „passt nicht“ angeben; ein Konto brauchen Sie dafür nicht. Bis { $until } können Sie Ihre Antwort ändern.
polls-door = Zur Terminumfrage
polls-fact-when = Wann
polls-fact-where = Wo
polls-fact-answered = Ihre Antwort dazu
polls-settled-keep = Bitte merken Sie sich den Termin vor.
polls-page = Der Termin im Internet
polls-because = Sie bekommen diese E-Mail, weil { $network } Sie nach einem Termin fragt.
polls-because-via = Sie bekommen diese E-Mail, weil { $network } Sie als Teil von „{ $via }“ nach einem Termin fragt.

polls-fault-few = Bitte geben Sie mindestens zwei Tage an.
polls-fault-many = Mehr als { $most } Vorschläge sind nicht möglich.
polls-fault-past = Dieser Tag ist schon vorbei.
polls-fault-twice = Diesen Vorschlag gibt es schon.
polls-fault-until-past = Die Frist ist schon vorbei. Bitte wählen Sie einen Tag ab heute.
polls-fault-until-late = Die Frist muss vor dem ersten Vorschlag enden.
polls-fault-nobody = Mit dieser Auswahl wird niemand gefragt.
polls-fault-nobody-to-remind = Niemand ist zu erinnern: Alle haben geantwortet, sind nicht per E-Mail erreichbar, oder eine E-Mail an sie ist schon unterwegs.
polls-fault-not-running = Für diese Umfrage werden keine Antworten mehr angenommen.
polls-fault-ended = Diese Umfrage ist beendet.
polls-fault-gathering-over = Der Termin dieser Umfrage ist vorbei oder abgesagt.
polls-fault-unanswered = Bitte wählen Sie eine Antwort.

done-date-poll-test = Der Test geht jetzt an Ihre eigene Adresse.
done-date-poll-laid-out = Die E-Mails liegen im Postausgang und warten auf Freigabe.
done-date-poll-reminded = Die Erinnerungen liegen im Postausgang und warten auf Freigabe.
done-date-poll-closed = Die Umfrage ist geschlossen.
done-date-poll-extended = Die Frist ist gespeichert.
done-date-poll-withdrawn = Die Umfrage ist zurückgezogen.
done-date-poll-deleted = Der Entwurf ist gelöscht.
done-date-poll-settled = Der Termin ist festgelegt. Die E-Mails dazu liegen im Postausgang.
done-date-poll-answered = Die Antwort ist eingetragen.

journal-date-poll-written = Terminumfrage geschrieben
journal-date-poll-laid-out = Terminumfrage in den Postausgang gelegt
journal-date-poll-reminded = Erinnerungen in den Postausgang gelegt
journal-date-poll-closed = Terminumfrage geschlossen
journal-date-poll-extended = Frist der Terminumfrage gesetzt
journal-date-poll-withdrawn = Terminumfrage zurückgezogen
journal-date-poll-deleted = Entwurf der Terminumfrage gelöscht
journal-date-poll-settled = Termin festgelegt
journal-date-poll-answered = Auf die Terminumfrage geantwortet
polls-digest = Terminumfragen
polls-digest-running =
    { $answered ->
        [one] { $title }: 1 von { $asked } hat geantwortet, Frist { $until }
       *[other] { $title }: { $answered } von { $asked } haben geantwortet, Frist { $until }
    }
polls-digest-over =
    { $answered ->
        [one] { $title }: Die Frist ist am { $until } abgelaufen, 1 von { $asked } hat geantwortet. Bitte legen Sie den Termin fest.
       *[other] { $title }: Die Frist ist am { $until } abgelaufen, { $answered } von { $asked } haben geantwortet. Bitte legen Sie den Termin fest.
    }

# Was Terminumfragen über Personen speichern.
polls-holding = Antworten in Terminumfragen
polls-retained = Antworten in Terminumfragen
polls-retained-hint = Zählt vom letzten Tag für Antworten. Mit der Antwort geht, dass die Person gefragt wurde.
polls-holding-purpose = Einen Tag finden, der passt
polls-holding-asked = Terminumfrage
polls-holding-remark = Bemerkung
polls-holding-made = Terminumfrage angelegt

polls-moves-asked = { $count ->
        [one] 1 Terminumfrage mit Antwort
       *[other] { $count } Terminumfragen mit Antworten
    }
polls-moves-polls = { $count ->
        [one] 1 Terminumfrage
       *[other] { $count } Terminumfragen
    }
