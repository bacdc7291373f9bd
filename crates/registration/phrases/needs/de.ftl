needs-nav = Assistenzbedarf
needs-heading = Was brauchen Sie, um gut teilnehmen zu können?
needs-purpose = Diese Angaben sind freiwillig. Wir verwenden sie nur, um Ihre Teilnahme vorzubereiten, und speichern sie verschlossen. Sie können sie jederzeit ersetzen oder zurücknehmen.
needs-readers = Liest nur
needs-deleted = Wie lange
needs-until-day = Gelöscht nach dem { $day }, auch aus allen Sicherungen.
needs-until-days =
    { $days ->
        [0] Gelöscht nach dem Tag Ihres Termins, auch aus allen Sicherungen.
        [one] Gelöscht einen Tag nach Ihrem Termin, auch aus allen Sicherungen.
       *[other] Gelöscht { $days } Tage nach Ihrem Termin, auch aus allen Sicherungen.
    }
needs-kinds = Ich brauche
needs-sign-language = Dolmetschen in Gebärdensprache (DGS)
needs-speech-to-text = Schriftdolmetschen: das Gesprochene als Text zum Mitlesen
needs-hearing-loop = Höranlage oder einen Platz, an dem ich gut höre
needs-easy-language = Unterlagen in Leichter Sprache
needs-wheelchair = Rollstuhlplatz und einen Weg ohne Stufen
needs-assistant = Einen Platz für eine Assistenzperson, die mitkommt
needs-vegetarian = Vegetarisches Essen
needs-vegan = Veganes Essen
needs-other-food = Anderes Essen, zum Beispiel ohne Gluten oder Nüsse (bitte unten beschreiben)
needs-childcare = Kinderbetreuung (bitte unten Zahl und Alter der Kinder)
needs-words = Was sollten wir noch wissen?
needs-words-hint = Zum Beispiel: Assistenzhund, Ruheraum, feste Pausen. Es genügt, was Sie brauchen; Diagnosen brauchen wir nicht.
needs-provider-interpreters = Für Dolmetschende
needs-provider-house = Für das Haus
needs-provider-kitchen = Für die Küche
needs-state-requested = Mitgeteilt
needs-state-arranged = Vorbereitet
needs-state-confirmed = Bestätigt
needs-all-lead = Termine, zu denen Ihnen Teilnehmende mitgeteilt haben, was sie brauchen.
needs-all-none = Noch niemand hat einen Bedarf mitgeteilt.
needs-all-none-advice = Sobald das jemand bei der Anmeldung tut, steht der Termin hier.
needs-asked =
    { $all ->
        [one] Eine Person, offen: { $open }
       *[other] { $all } Personen, offen: { $open }
    }
needs-list-lead = Wer hier steht, hat mitgeteilt, was zur Teilnahme nötig ist. Was es ist, sehen Sie auf der Seite der Person; jedes Öffnen wird festgehalten.
needs-list-none = Zu diesem Termin hat niemand einen Bedarf mitgeteilt.
needs-column-name = Name
needs-column-organisation = Organisation
needs-column-state = Stand
needs-column-place = Anmeldung
needs-column-told = Mitgeteilt
needs-told-again = Neu mitgeteilt
needs-need-heading = Das ist nötig
needs-need-noted = Dass Sie diese Seite öffnen, wird festgehalten.
needs-gone = Diese Angaben wurden am { $when } gelöscht. Niemand kann sie mehr lesen.
needs-closed = Diese Angaben lassen sich nicht öffnen: Ihr Schlüssel fehlt oder ist ein anderer. Bitte sprechen Sie mit dem Betrieb und fragen Sie notfalls die Person noch einmal.
needs-reach = So erreichen Sie die Person
needs-reach-organisation = Organisation
needs-reach-mail = E-Mail
needs-reach-phone = Telefon
needs-set-state = Stand
needs-set-state-hint = Mit „Bestätigt“ bekommt die Person eine E-Mail, dass alles vorbereitet ist. Sie wiederholt nicht, was nötig war.
needs-set-state-send = Stand speichern
needs-fault-no-mail = Zu dieser Anmeldung gibt es keine E-Mail-Adresse. Sagen Sie der Person selbst Bescheid und lassen Sie den Stand bei „Vorbereitet“.
needs-fault-nothing = Bitte wählen oder schreiben Sie, was Sie brauchen. Zum Zurücknehmen gibt es unten einen eigenen Knopf.
needs-totals = Summen für Haus, Küche und Dolmetschende
needs-totals-lead = Nur Zahlen, ohne Namen. Wer mehreres braucht, steht in mehreren Summen. Auch eine kleine Zahl kann zu einer Person führen: Geben Sie jede Summe nur an die Stelle, die sie braucht.
needs-totals-none = Es gibt noch nichts zu zählen.
needs-totals-words =
    { $count ->
        [one] Eine Person hat dazu etwas geschrieben, das in keiner Summe steht.
       *[other] { $count } Personen haben dazu etwas geschrieben, das in keiner Summe steht.
    }
needs-totals-closed =
    { $count ->
        [one] Eine Angabe lässt sich nicht öffnen und fehlt in den Summen.
       *[other] { $count } Angaben lassen sich nicht öffnen und fehlen in den Summen.
    }
needs-proofs = Nachweise zum Assistenzbedarf
needs-proofs-lead = Zu jedem Termin gibt es einen Schlüssel. Ist er vernichtet, kann niemand mehr lesen, was Teilnehmende mitgeteilt haben, auch nicht aus einer älteren Sicherung.
needs-proofs-none = Noch wurde kein Bedarf mitgeteilt.
needs-proof-gathering = Termin
needs-proof-until = Lesbar bis
needs-proof-state = Schlüssel
needs-proof-count = Gelöscht
needs-proof-no-gathering = Gelöschter Termin
needs-proof-alive = In Gebrauch seit { $when }
needs-proof-gone = Vernichtet { $when }: { $why }
needs-proof-struck =
    { $count ->
        [0] Keine Angaben mehr
        [one] Eine Angabe
       *[other] { $count } Angaben
    }
needs-why-term = Frist abgelaufen
needs-why-unused = zurückgenommen, neu mitgeteilt oder nicht mehr gebraucht
needs-why-wish = auf Wunsch
needs-by-the-program = Kreis
needs-look = Assistenzbedarf einer Person
needs-look-totals = Summen zum Assistenzbedarf
needs-own = Ihr Bedarf
needs-own-none = Sie haben nichts mitgeteilt.
needs-own-said = Mitgeteilt { $when }. Stand: { $state }.
needs-own-never-shown = Was Sie mitgeteilt haben, zeigen wir hier nicht noch einmal. Neue Angaben ersetzen die früheren ganz.
needs-own-tell = Mitteilen, was Sie brauchen
needs-own-change = Ersetzen oder zurücknehmen
needs-own-send = Bedarf mitteilen
needs-own-replace = Angaben ersetzen
needs-own-nobody = Zurzeit ist niemand da, der neue Angaben lesen könnte. Bitte wenden Sie sich an die Geschäftsstelle.
needs-own-back = Zurück zur Anmeldung
needs-own-withdraw = Angaben zurücknehmen
needs-own-withdraw-text = Ihre Angaben werden sofort gelöscht. Ihre Anmeldung bleibt bestehen.
needs-lacks-keys = Der Betrieb hat keine Schlüsselablage eingerichtet; Bedarf kann nicht erfragt werden.
needs-lacks-contact = Niemand darf Assistenzbedarf zu diesem Termin lesen; deshalb wird nicht danach gefragt. Geben Sie zuerst jemandem unter „Wer darf was“ die Rolle „Assistenz-Kontakt“.
needs-asks = Nach Assistenzbedarf fragen
needs-asks-hint = Zum Beispiel Gebärdensprache, Rollstuhlplatz, Ernährung. Nur der Assistenz-Kontakt liest, was mitgeteilt wird.
needs-days = Assistenzbedarf löschen, Tage nach dem Termin
needs-holding = Mitgeteilter Assistenzbedarf
needs-holding-purpose = Die Teilnahme so vorzubereiten, wie die Person es braucht
needs-holding-sealed = Verschlossen; nur der Assistenz-Kontakt kann es lesen.
needs-not-in-archives = Verschlossene Angaben zum Assistenzbedarf liest nur, wem sie mitgeteilt wurden.
needs-letter-hello = Guten Tag { $name },
needs-letter-subject = Ihre Teilnahme am { $day }: { $title }
needs-letter-text = was Sie uns für Ihre Teilnahme an „{ $title }“ am { $day } mitgeteilt haben, ist vorbereitet.
needs-letter-questions = Wenn sich etwas ändert, öffnen Sie bitte den Link aus der E-Mail zu Ihrer Anmeldung: Dort können Sie Ihre Angaben ersetzen oder zurücknehmen, und nur dort bleiben sie geschützt.
needs-letter-because = Sie erhalten diese E-Mail, weil Sie sich zu diesem Termin angemeldet haben.
letter-needs-confirmed = Bestätigung zur Teilnahme
done-needs-state = Der Stand ist gespeichert.
done-needs-told = Danke, Ihre Angaben sind gespeichert.
done-needs-withdrawn = Ihre Angaben sind gelöscht.
journal-needs-forgotten = hat den Schlüssel zum Assistenzbedarf vernichtet
archive-assistance-key = Nachweise zum Assistenzbedarf
archive-assistance-key-about = Zu jedem Termin der Schlüssel, der verschloss, was Teilnehmende brauchen, und wann er vernichtet wurde.
archive-col-destroyed-at = Vernichtet
archive-col-struck = Gelöschte Angaben
archive-col-why = Grund
letter-needs-news = Neuer Assistenzbedarf
needs-letter-news-subject = Assistenzbedarf: { $title }, { $day }
needs-letter-news =
    { $count ->
        [one] zu „{ $title }“ am { $day } hat eine Person mitgeteilt, was sie zur Teilnahme braucht, und niemand hat sich bisher darum gekümmert.
       *[other] zu „{ $title }“ am { $day } haben { $count } Personen mitgeteilt, was sie zur Teilnahme brauchen, und niemand hat sich bisher darum gekümmert.
    }
needs-letter-open = Assistenzbedarf öffnen
needs-letter-news-because = Sie erhalten diese E-Mail, weil Sie Assistenz-Kontakt sind. Was mitgeteilt wurde, steht nie in einer E-Mail.
needs-proofs-nav = Assistenz-Nachweise
