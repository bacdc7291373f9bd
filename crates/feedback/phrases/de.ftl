# Rückmeldung nach einem Termin.

feedback-title = Rückmeldung
feedback-none = Noch keine Rückmeldung eingerichtet
feedback-none-advice = Fragen Sie Teilnehmende nach dem Termin, wie es war. Sieben Fragen sind schon vorbereitet; Sie können sie ändern. Geantwortet wird ohne Namen.
feedback-set-up = Rückmeldung einrichten
feedback-settings-title = Rückmeldung einrichten
feedback-settings-lead = Wer einen bestätigten Platz hatte, antwortet nach dem Termin über den Link zur eigenen Anmeldung, einmal und ohne Namen. Sobald jemand geantwortet hat, bleiben die Fragen, wie sie sind.
feedback-open-days = Tage nach dem Termin
feedback-open-days-hint = So lange kann man antworten, höchstens 60 Tage.
feedback-intro = Über den Fragen
feedback-intro-en = Über den Fragen, englisch
feedback-question-number = Frage { $number }
feedback-question-label = Frage { $number }
feedback-question-label-en = Frage { $number }, englisch
feedback-question-kind = Antwort auf Frage { $number }
feedback-question-choices = Auswahl zu Frage { $number }
feedback-question-choices-hint = Nur bei einer Auswahl: eine Antwort je Zeile; Englisch hinter einem senkrechten Strich.
feedback-kind-scale = Zahl von 1 bis 5
feedback-kind-choice = Eine Antwort aus mehreren
feedback-kind-text = Eigene Worte
feedback-save = Fragen speichern

feedback-ask-whole = Wie zufrieden waren Sie insgesamt?
feedback-ask-useful = Wie nützlich war der Inhalt für Ihre Arbeit?
feedback-ask-organised = Wie zufrieden waren Sie mit Ort und Ablauf?
feedback-ask-access = Konnten Sie so teilnehmen, wie Sie es brauchen?
feedback-ask-again = Würden Sie wieder kommen?
feedback-ask-again-choices =
    Ja | Yes
    Vielleicht | Perhaps
    Nein | No
feedback-ask-good = Was war besonders gut?
feedback-ask-better = Was sollten wir beim nächsten Mal ändern?
feedback-scale-1 = 1 (gar nicht)
feedback-scale-5 = 5 (sehr)

feedback-stage-draft = Entwurf
feedback-stage-early = Öffnet nach dem Termin
feedback-stage-running = Läuft
feedback-stage-over = Beendet
feedback-open = Rückmeldung öffnen
feedback-close = Rückmeldung beenden
feedback-change = Fragen ändern
feedback-preview = Vorschau
feedback-csv = Als CSV-Datei
feedback-preview-title = Vorschau der Rückmeldung
feedback-preview-note = So sehen es die Teilnehmenden. Hier wird nichts gespeichert.
feedback-preview-langs = Sprache der Vorschau
feedback-until = Antworten sind nach dem Termin bis { $when } möglich.
feedback-answers = Antworten
feedback-few = Ergebnisse sind erst ab fünf Antworten zu sehen, auch eigene Worte. So lässt sich aus ihnen nicht schließen, wer was gesagt hat.
feedback-step = Gezeigt sind { $count } Antworten. Weitere kommen in Schritten von fünf dazu, die letzten mit dem Ende der Rückmeldung.
feedback-questions = Fragen
feedback-answered =
    { $count ->
        [0] Niemand hat diese Frage beantwortet.
        [one] 1 Antwort.
       *[other] { $count } Antworten.
    }
feedback-mean = Mittelwert { $mean } von 5.
feedback-percent = { $count } %
feedback-col-question = Frage
feedback-col-answer = Antwort
feedback-col-count = Anzahl
feedback-col-share = Anteil

feedback-own-title = Ihre Rückmeldung
feedback-own-lead = Ihre Antworten werden ohne Namen gezählt: Niemand kann sehen, was Sie geantwortet haben, auch die Geschäftsstelle nicht. Keine Frage muss beantwortet werden. Nach dem Absenden können Sie nichts mehr ändern.
feedback-own-more =
    { $count ->
        [one] Zu Ihrer Anmeldung ist noch eine Antwort möglich.
       *[other] Zu Ihrer Anmeldung sind noch { $count } Antworten möglich: eine für jede Person, die dabei war.
    }
feedback-text-hint = Bitte nennen Sie keine Namen.
feedback-send = Rückmeldung absenden
feedback-back = Zurück zur Anmeldung
feedback-closed-early = Geben Sie Ihre Rückmeldung bitte nach dem Termin, ab { $when }.
feedback-closed-over = Die Rückmeldung zu diesem Termin ist beendet.
feedback-closed-spent = Danke, Ihre Rückmeldung ist schon da.
feedback-panel-lead = Wie war „{ $title }“? Sagen Sie es uns, in zwei Minuten und ohne Namen.
feedback-panel-go = Rückmeldung geben
feedback-panel-thanks = Danke, Ihre Rückmeldung ist da.

feedback-fault-answered = Es gibt schon Antworten. Die Fragen lassen sich nicht mehr ändern.
feedback-fault-no-question = Bitte schreiben Sie mindestens eine Frage.
feedback-fault-choices = Bitte geben Sie mindestens zwei Antworten an, eine je Zeile.
feedback-fault-ended = Eine beendete Rückmeldung mit Antworten lässt sich nicht wieder öffnen: Sonst könnte man sehen, was eine einzelne Person geantwortet hat.
feedback-fault-not-running = Zurzeit werden keine Antworten angenommen.
feedback-fault-spent = Zu dieser Anmeldung haben schon alle geantwortet.
feedback-fault-nothing = Bitte beantworten Sie mindestens eine Frage.
feedback-fault-few = Ergebnisse sind erst ab fünf Antworten zu haben.

done-feedback-written = Die Fragen sind gespeichert.
done-feedback-opened = Die Rückmeldung ist geöffnet.
done-feedback-closed = Die Rückmeldung ist beendet.
done-feedback-given = Danke für Ihre Rückmeldung.
journal-feedback-written = hat die Fragen der Rückmeldung geschrieben
journal-feedback-opened = hat die Rückmeldung geöffnet
journal-feedback-closed = hat die Rückmeldung beendet

feedback-retained = Rückmeldungen zu Terminen
feedback-retained-hint = Gerechnet vom Ende des Termins. Mit der Rückmeldung gehen Fragen und Ergebnisse.
feedback-spent-not-told = Die Tabelle sagt nur, welche Plätze schon geantwortet haben. Wer sie neben den Ergebnissen hätte, käme der Antwort einer Person näher als nötig.
archive-feedback-form = Rückmeldungen
archive-feedback-form-about = Zu welchen Terminen gefragt wird und wie lange.
archive-feedback-question = Fragen der Rückmeldung
archive-feedback-question-about = Was Teilnehmende nach dem Termin gefragt werden.
archive-feedback-result = Ergebnisse der Rückmeldung
archive-feedback-result-about = Was ohne Namen geantwortet wurde, ab fünf Antworten.
archive-col-open-days = Tage offen
archive-col-form-id = Kennung der Rückmeldung
archive-col-question-id = Kennung der Frage
archive-col-answers = Antworten
