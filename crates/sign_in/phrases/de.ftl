sign-in-asked = Zweiter Faktor
sign-in-asked-lead = Ihr Konto ist mit einem zweiten Faktor geschützt. Geben Sie den Code ein, den Ihre App gerade zeigt.
sign-in-asked-lead-recovery = Ihr Konto ist mit einem zweiten Faktor geschützt. Zeigen Sie jetzt damit, dass Sie es sind.
sign-in-code = Code
sign-in-code-hint = Sechs Ziffern aus der App. Ohne App geht auch einer Ihrer Wiederherstellungscodes.
sign-in-recovery-code = Wiederherstellungscode
sign-in-recovery-code-hint = Sechzehn Zeichen. Jeder Code gilt einmal.
sign-in-give = Weiter
sign-in-lost = Kein zweiter Faktor zur Hand?
sign-in-lost-lead = Nehmen Sie einen Wiederherstellungscode. Haben Sie auch davon keinen mehr, kann nur der Betrieb dieser Installation Ihren zweiten Faktor zurücksetzen; er prüft vorher, ob Sie es sind.
sign-in-give-up = Anmeldung abbrechen
sign-in-fault-code = Dieser Code passt nicht oder wurde schon benutzt. Warten Sie, bis die App den nächsten zeigt, und prüfen Sie, ob die Uhr Ihres Geräts richtig geht.

sign-in-factors = Zweiter Faktor
sign-in-factors-lead = Mit einem zweiten Faktor genügt es nicht, Ihre E-Mails lesen zu können oder Ihr Passwort zu kennen: Zur Anmeldung gehört dann auch Ihr Gerät.
sign-in-demanded = Ihre Rolle verlangt einen zweiten Faktor. Richten Sie jetzt einen ein; danach geht es weiter.
sign-in-factors-none = Noch kein zweiter Faktor
sign-in-factors-none-advice = Richten Sie eine App auf Ihrem Telefon oder Rechner ein. Das dauert etwa zwei Minuten.
sign-in-factors-own = Eingerichtet
sign-in-factor-name = Bezeichnung
sign-in-factor-kind = Art
sign-in-factor-since = Eingerichtet am
sign-in-factor-used = Zuletzt benutzt
sign-in-factor-never-used = noch nie
sign-in-kind-app = App
sign-in-kind-passkey = Passkey
sign-in-app-new = App mit Codes
sign-in-app-new-lead = Sie brauchen eine App, die Einmal-Codes zeigt (TOTP). Solche Apps gibt es für jedes Telefon und jeden Rechner; viele Passwort-Programme können es auch.
sign-in-app-begin = App einrichten
sign-in-app-no-key = Für Apps hat der Betrieb dieser Installation noch keinen Schlüssel hinterlegt.
sign-in-app = App einrichten
sign-in-app-lead = In zwei Schritten ist die App mit Ihrem Konto verbunden.
sign-in-app-step-read = 1. In der App hinzufügen
sign-in-app-picture = QR-Code für Ihre App; denselben Schlüssel finden Sie darunter als Text
sign-in-app-by-hand = Ohne Kamera tippen Sie diesen Schlüssel in die App:
sign-in-app-here = Die App ist auf diesem Gerät: dort öffnen
sign-in-app-step-code = 2. Mit dem ersten Code bestätigen
sign-in-app-code = Code aus der App
sign-in-app-code-hint = Sechs Ziffern, die alle 30 Sekunden wechseln.
sign-in-app-name-hint = So erkennen Sie das Gerät später wieder.
sign-in-app-usual-name = App auf meinem Telefon
sign-in-app-confirm = App bestätigen
sign-in-fault-first-code = Dieser Code passt nicht. Prüfen Sie, ob die Uhr Ihres Geräts richtig geht, und geben Sie den Code ein, den die App gerade zeigt.
sign-in-fault-no-key = Apps lassen sich hier noch nicht einrichten: Dem Betrieb fehlt der Schlüssel dafür.
sign-in-fault-many = Mehr als zehn zweite Faktoren braucht niemand. Entfernen Sie zuerst einen alten.
sign-in-fault-last = Ihre Rolle verlangt einen zweiten Faktor. Richten Sie zuerst einen anderen ein, dann können Sie diesen entfernen.
sign-in-factor-save = Bezeichnung speichern
sign-in-factor-remove-open = Zweiten Faktor entfernen …
sign-in-factor-remove-consequence = Mit diesem Gerät können Sie sich dann nicht mehr ausweisen. Sie bekommen eine E-Mail darüber.
sign-in-factor-remove-last = Das ist Ihr einziger zweiter Faktor. Danach genügen wieder Link oder Passwort, und Ihre Wiederherstellungscodes verfallen. Sie bekommen eine E-Mail darüber.
sign-in-factor-remove = Zweiten Faktor entfernen

sign-in-codes = Wiederherstellungscodes
sign-in-codes-first = Ihr zweiter Faktor ist eingerichtet. Heben Sie jetzt diese Codes auf.
sign-in-codes-lead = Mit jedem dieser Codes kommen Sie einmal ohne App oder Passkey hinein. Bewahren Sie die Codes getrennt von Ihrem Gerät auf, zum Beispiel ausgedruckt. Sie werden nur jetzt gezeigt.
sign-in-codes-kept = Ich habe die Codes aufgehoben
sign-in-codes-print = Codes drucken
sign-in-codes-left =
    { $count ->
        [0] Es ist kein Wiederherstellungscode mehr übrig.
        [one] Es ist noch ein Wiederherstellungscode übrig.
       *[other] Es sind noch { $count } Wiederherstellungscodes übrig.
    }
sign-in-codes-renew-open = Neue Codes erzeugen …
sign-in-codes-renew-consequence = Die bisherigen Codes gelten dann nicht mehr.
sign-in-codes-renew = Neue Codes erzeugen

done-sign-in-added = Der zweite Faktor ist eingerichtet.
done-sign-in-renamed = Die Bezeichnung ist gespeichert.
done-sign-in-removed = Der zweite Faktor ist entfernt.
journal-sign-in-factor-added = Zweiter Faktor eingerichtet
journal-sign-in-factor-removed = Zweiter Faktor entfernt
journal-sign-in-factor-reset = Zweiter Faktor vom Betrieb zurückgesetzt
journal-sign-in-codes-renewed = Wiederherstellungscodes erneuert
journal-sign-in-code-used = Wiederherstellungscode benutzt

letter-sign_in-changed = Änderung am zweiten Faktor
sign-in-letter-subject = Ihr zweiter Faktor wurde geändert
sign-in-letter-added = für Ihr Konto wurde ein zweiter Faktor eingerichtet.
sign-in-letter-removed = von Ihrem Konto wurde ein zweiter Faktor entfernt.
sign-in-letter-reset = der Betrieb hat alle zweiten Faktoren Ihres Kontos zurückgesetzt und Sie überall abgemeldet.
sign-in-letter-codes-renewed = für Ihr Konto wurden neue Wiederherstellungscodes erzeugt; die bisherigen gelten nicht mehr.
sign-in-letter-code-used = jemand hat sich mit einem Ihrer Wiederherstellungscodes angemeldet. Der Code gilt nun nicht mehr.
sign-in-letter-text =
    Guten Tag,

    { $what }

    Waren Sie das selbst, brauchen Sie nichts zu tun. Waren Sie es nicht, melden Sie sich bitte gleich an, prüfen Sie Ihre zweiten Faktoren und beenden Sie fremde Anmeldungen:

    { $link }

    Kommen Sie nicht hinein, wenden Sie sich an den Betrieb von { $site }.
sign-in-letter-text-reset =
    Guten Tag,

    { $what }

    Haben Sie darum gebeten, melden Sie sich bitte neu an und richten Sie wieder einen zweiten Faktor ein:

    { $link }

    Haben Sie nicht darum gebeten, wenden Sie sich bitte gleich an den Betrieb von { $site }.
sign-in-operator = Betrieb

sign-in-provided = Anmeldung nicht möglich
sign-in-provided-unknown = „{ $provider }“ kennt Sie, aber hier gibt es unter Ihrer bestätigten E-Mail-Adresse noch kein Konto. Bitten Sie die Geschäftsstelle Ihres Netzwerks, Sie einzutragen; danach geht es beim nächsten Versuch.
sign-in-provided-other = Das Konto zu Ihrer E-Mail-Adresse ist hier schon mit einem anderen Zugang bei „{ $provider }“ verbunden. Melden Sie sich mit einem Anmelde-Link an und lösen Sie die Verbindung in Ihrem Konto, oder fragen Sie Ihre Geschäftsstelle.
sign-in-provided-cancelled = Die Anmeldung bei „{ $provider }“ wurde abgebrochen.
sign-in-provided-silent = „{ $provider }“ antwortet gerade nicht. Versuchen Sie es später noch einmal, oder lassen Sie sich einen Anmelde-Link senden.
sign-in-provided-unbelieved = Was „{ $provider }“ geantwortet hat, ließ sich nicht prüfen. Sie sind nicht angemeldet. Versuchen Sie es noch einmal; bleibt es dabei, sagen Sie es dem Betrieb.
sign-in-provided-late = Diese Anmeldung gehört nicht zu diesem Browser oder ist abgelaufen. Beginnen Sie bitte noch einmal.
sign-in-provided-offices = Wen Sie fragen können
sign-in-provided-again = Zur Anmeldung
sign-in-bindings = Verbundene Konten
sign-in-bindings-lead = Mit diesen Konten können Sie sich hier anmelden.
sign-in-binding-since = { $name }, seit { $since }
sign-in-binding-release = Verbindung lösen
done-sign-in-released = Die Verbindung ist gelöst. Bei der nächsten Anmeldung dort wird sie neu geknüpft.

sign-in-passkey-lead = Ein Passkey liegt auf Ihrem Gerät oder einem Sicherheitsschlüssel und öffnet sich mit Fingerabdruck, Gesicht oder PIN. Er lässt sich nicht abfangen und nicht auf einer nachgemachten Seite eingeben.
sign-in-passkey-new = Passkey einrichten
sign-in-passkey-give = Mit Passkey weiter
sign-in-passkey-script = Passkeys brauchen JavaScript, und das ist in diesem Browser ausgeschaltet. Eine App mit Codes geht ohne.
sign-in-passkey-elsewhere = Passkeys gehen nur in einem aktuellen Browser und unter der Adresse { $address }.
sign-in-passkey-asking = Bitte bestätigen Sie auf Ihrem Gerät …
sign-in-passkey-failed = Das hat nicht geklappt oder wurde abgebrochen. Versuchen Sie es noch einmal.
sign-in-fault-passkey = Dieser Passkey ließ sich nicht prüfen. Versuchen Sie es noch einmal.
sign-in-fault-passkey-late = Das hat zu lange gedauert. Versuchen Sie es bitte noch einmal.

sign-in-holding = Zweite Faktoren und verbundene Konten
sign-in-holding-purpose = Damit niemand anderes sich mit diesem Konto anmeldet.
sign-in-holding-factor = Zweiter Faktor
sign-in-holding-codes = Wiederherstellungscodes, Anzahl
sign-in-holding-provider = Verbundenes Konto
sign-in-holding-stays = Das Konto öffnet auch andere Netzwerke und bleibt dort geschützt.
