# Der Tag: Einlass, Gäste, Schilder, Bescheinigungen.

reception-title = Einlass
reception-closed = Hier wird niemand eingelassen: Der Termin ist noch ein Entwurf oder wurde abgesagt.
reception-early = Der Termin hat noch nicht begonnen. Sie können den Einlass schon ausprobieren; nehmen Sie danach zurück, was nicht stimmt.
reception-count-here = Angemeldete, die da sind
reception-count-guests = Ohne Anmeldung da
reception-to-scan = Codes einlesen
reception-papers = Listen, Schilder, Bescheinigungen
reception-expected = Angemeldet
reception-expected-too = Angemeldet, aber noch nicht auf dieser Liste
reception-expected-too-hint = Diese Personen haben einen bestätigten Platz und keine Einladung. Auf der Anwesenheitsliste als PDF stehen sie mit. Wer da ist, wird am Einlass erfasst und steht dann von selbst in dieser Liste.
reception-expected-too-door = Am Einlass erfassen
reception-more-than = mehr als { $count }
reception-search = Name oder Organisation
reception-search-go = Suchen
reception-filters = Auswahl
reception-filter-all = Alle
reception-filter-open = Noch nicht da
reception-filter-here = Da
reception-nobody = Hier steht niemand.
reception-nobody-advice = Auf der Liste steht, wer einen bestätigten Platz hat. Alle anderen können Sie unten als Gäste eintragen.
reception-nobody-found = Niemand gefunden.
reception-nobody-found-advice = Wer keinen bestätigten Platz hat, steht nicht auf der Liste. Sie können die Person unten als Gast eintragen.
reception-with = angemeldet von { $name }
reception-arrive = Ist da
reception-here-since = Da seit { $time }
reception-here-unregistered = Ohne Anmeldung, da seit { $time }
reception-take-back = Zurücknehmen
reception-take-back-last = Das war falsch, zurücknehmen
reception-guest-title = Gast ohne Anmeldung
reception-guest-hint = Die Person steht dann auf der Teilnahmeliste, mit dem Vermerk „ohne Anmeldung“. Plätze werden dabei nicht gezählt.
reception-guest-name = Vor- und Nachname
reception-guest-organisation = Organisation
reception-guest-add = Gast eintragen
reception-count-title = Weitere Gäste zählen
reception-count-hint = Für alle, deren Namen Sie nicht aufnehmen. Hat der Termin stattgefunden, steht die Zahl auf seiner Seite.
reception-count-save = Zahl speichern
reception-paper-list = Teilnahmeliste zum Unterschreiben
reception-paper-badges = Namensschilder, zehn auf einem Blatt
reception-paper-table = Tabelle der Angemeldeten und Gäste
reception-file-list = Teilnahmeliste
reception-file-badges = Namensschilder
reception-file-certificates = Teilnahmebescheinigungen
reception-file-certificate = Teilnahmebescheinigung
reception-badges-title = Namensschilder: { $title }
reception-col-name = Name
reception-col-organisation = Organisation
reception-col-with = Angemeldet von
reception-col-way = Anmeldung
reception-col-came = Da seit
reception-way-registered = angemeldet
reception-way-guest = ohne Anmeldung
reception-look-list = Teilnahmeliste mitgenommen
reception-look-detail =
    { $count ->
        [one] { $title }, 1 Zeile
       *[other] { $title }, { $count } Zeilen
    }

reception-said-arrived = { $name } ist da.
reception-said-already = { $name } war schon da, seit { $time }.
reception-said-taken-back = { $name }: Die Ankunft wurde zurückgenommen, nachdem dieser Code gelesen war.
reception-said-elsewhere = Dieser Code gehört zu einem anderen Termin.
reception-said-ended = { $name } hat keinen Platz mehr: Die Anmeldung wurde zurückgezogen, abgelehnt oder ist verfallen.
reception-said-not-certain = { $name } hat noch keinen bestätigten Platz.
reception-said-unknown = Diesen Code kennen wir nicht.

reception-scan-title = Codes einlesen
reception-scan-lead = Halten Sie den Code vor die Kamera, lesen Sie ihn mit einem Handscanner ein oder tippen Sie ihn ab.
reception-scan-here = Angemeldete, die da sind:
reception-scan-to-list = Zur Liste
reception-scan-camera = Kamera einschalten
reception-scan-stop = Kamera ausschalten
reception-scan-code = Code
reception-scan-code-hint = 26 Zeichen. Ein Handscanner tippt sie in dieses Feld.
reception-scan-go = Einlassen
reception-scan-queue = Noch nicht übertragen
reception-scan-again = Jetzt übertragen
reception-scan-waiting = Codes, die auf diesem Gerät warten:
reception-scan-offline = Es gibt gerade kein Netz. Sie können weiter einlesen; wir übertragen, sobald es geht. Lassen Sie diese Seite offen.
reception-scan-offline-kept = Es gibt gerade kein Netz. Sie können weiter einlesen; wir übertragen, sobald es geht und diese Seite offen ist. Auf diesem Gerät lässt sie sich auch ohne Netz schließen und wieder öffnen.
reception-scan-kept = Diese Seite lässt sich auf diesem Gerät jetzt auch ohne Netz öffnen.
reception-scan-signed-out = Sie sind nicht mehr angemeldet. Melden Sie sich in einem zweiten Fenster an; dann übertragen wir.
reception-scan-refused = Die Codes wurden nicht angenommen. Laden Sie die Seite neu.
reception-scan-no-camera = Die Kamera lässt sich hier nicht benutzen. Nehmen Sie einen Handscanner, das Feld unten oder die Liste.

reception-offline-title = Codes einlesen ohne Netz
reception-offline-lead = Diese Seite kommt aus dem Speicher dieses Geräts, weil das Netz nicht antwortet. Was Sie einlesen, wartet hier und wird übertragen, sobald es geht. Namen sehen Sie erst dann.
reception-offline-address = Adresse des Termins:
reception-offline-back = Vollständige Seite laden

reception-own-title = Einlass
reception-own-code = Code von { $name }
reception-own-code-hint = Zeigen Sie diesen Code am Einlass: { $when }. Auf dem Bildschirm oder auf Papier; Ihr Name reicht auch.
reception-own-picture = Code für den Einlass
reception-own-letters = In Buchstaben:
reception-own-here = { $name }: am Einlass erfasst, { $time }.
reception-own-fetch = Teilnahmebescheinigung als PDF
reception-own-revoked = Die Teilnahmebescheinigung wurde widerrufen. Fragen Sie bitte die Geschäftsstelle.

reception-certificates-title = Bescheinigungen
reception-certificates-of = Teilnahmebescheinigung: { $title }
reception-certificates-lead = Bescheinigt wird allen, die am Einlass erfasst sind. Angemeldete können ihre Bescheinigung auch selbst über ihren Link holen.
reception-certificates-early = Bescheinigungen gibt es, wenn der Termin zu Ende ist.
reception-certify-all =
    { $count ->
        [one] Für 1 Person ausstellen
       *[other] Für { $count } Personen ausstellen
    }
reception-certificates-pdf = Alle gültigen als PDF
reception-certificates-none = Noch keine Bescheinigung.
reception-certificates-none-advice = Sobald eine ausgestellt ist, steht sie hier und kann widerrufen werden.
reception-certificates-check = Andere können eine Bescheinigung mit ihrem Code prüfen:
reception-col-code = Prüfcode
reception-col-made = Ausgestellt am
reception-col-state = Stand
reception-col-acts = Möglich
reception-state-holds = Gültig
reception-state-revoked = Widerrufen
reception-revoke = Widerrufen
reception-renew = Neu ausstellen
reception-place-and-date = { $place }, { $day }

reception-check-title = Bescheinigung prüfen
reception-check-lead = Auf jeder Teilnahmebescheinigung steht ein Prüfcode. Hier sehen Sie, was wir dazu bescheinigt haben.
reception-check-code = Prüfcode
reception-check-code-hint = Zwölf Zeichen, zum Beispiel 7KQ2-M9XA-4RTB.
reception-check-go = Prüfen
reception-check-another = Eine andere Bescheinigung prüfen
reception-unknown-title = Diesen Code kennen wir nicht
reception-unknown-lead = Unter diesem Code haben wir nichts bescheinigt.
reception-unknown-advice = Vielleicht ist nur ein Zeichen vertippt; sehen Sie bitte noch einmal nach. Bescheinigungen, deren Aufbewahrungsfrist abgelaufen ist, finden wir auch nicht mehr.
reception-checked-genuine = Die Bescheinigung ist echt
reception-checked-revoked = Die Bescheinigung wurde widerrufen
reception-checked-lead = Wir haben bescheinigt, dass diese Person teilgenommen hat.
reception-checked-revoked-lead = Sie gilt seit dem { $day } nicht mehr.
reception-checked-gathering = Veranstaltung
reception-checked-when = Wann
reception-checked-network = Bescheinigt von

reception-fault-not-open = Der Termin ist noch ein Entwurf oder wurde abgesagt.
reception-fault-no-place = Diese Person hat keinen bestätigten Platz mehr. Laden Sie die Liste neu; Sie können sie als Gast eintragen.
reception-fault-not-over = Bescheinigungen gibt es erst, wenn der Termin zu Ende ist.
reception-fault-revoked = Die Teilnahmebescheinigung wurde widerrufen. Fragen Sie bitte die Geschäftsstelle.
reception-fault-holds = Es gibt schon eine gültige Bescheinigung. Widerrufen Sie diese zuerst.
reception-fault-code = Das ist kein Prüfcode. Er hat zwölf Zeichen.

reception-holding = Einlass und Bescheinigungen
reception-holding-purpose = Feststellen, wer gekommen ist, und es bescheinigen
reception-holding-arrival = Ankunft am Einlass
reception-holding-certificate = Teilnahmebescheinigung
reception-holding-line = Zeile einer Teilnahmeliste
reception-retained = Teilnahmebescheinigungen
reception-retained-hint = Gerechnet vom Ende des Termins. So lange lässt sich eine Bescheinigung prüfen.
reception-moves =
    { $count ->
        [one] eine Teilnahmebescheinigung
       *[other] { $count } Teilnahmebescheinigungen
    }

done-reception-taken-back = Die Ankunft ist zurückgenommen.
done-reception-counted = Die Zahl der weiteren Gäste ist gespeichert.
done-reception-certified = Die Bescheinigungen sind ausgestellt.
done-reception-revoked = Die Bescheinigung ist widerrufen.
done-reception-renewed = Die Bescheinigung ist neu ausgestellt.

journal-reception-arrived = hat jemanden eingelassen
journal-reception-scanned = hat Codes eingelesen
journal-reception-welcomed = hat einen Gast eingetragen
journal-reception-taken-back = hat eine Ankunft zurückgenommen
journal-reception-certified = hat Teilnahme bescheinigt
journal-reception-fetched = hat die eigene Teilnahmebescheinigung geholt
journal-reception-revoked = hat eine Teilnahmebescheinigung widerrufen
journal-reception-renewed = hat eine Teilnahmebescheinigung neu ausgestellt

archive-reception-arrival = Einlass
archive-reception-arrival-about = Wer wann an welchem Termin eingelassen wurde.
archive-reception-certificate = Teilnahmebescheinigungen
archive-reception-certificate-about = Was wem bescheinigt wurde, mit den Prüfcodes.
archive-col-attendance-id = Kennung der Zeile der Teilnahmeliste
archive-col-certificate-code = Prüfcode
archive-col-revoked-at = Widerrufen am
archive-col-arrival-id = Kennung der Ankunft
