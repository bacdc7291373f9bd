cli-missing = Das gibt es nicht.
cli-stale = Inzwischen hat sich etwas geändert; bitte wiederholen Sie den Befehl.
cli-locked = Ein anderer Kreis-Prozess arbeitet schon mit { $path }. Beenden Sie ihn zuerst, den Dienst mit „sudo systemctl stop kreis“, oder wählen Sie eine andere Datei.
cli-locked-server = Ein anderer Kreis-Prozess arbeitet schon mit dieser PostgreSQL-Datenbank. Beenden Sie ihn zuerst, den Dienst mit „sudo systemctl stop kreis“, oder wählen Sie eine andere Datenbank.
cli-taken-away = Während die Verbindung zu PostgreSQL unterbrochen war, hat ein anderer Kreis-Prozess die Datenbank übernommen. Dieser hier hört auf.
cli-not-migrated = Die Datenbank ist nicht auf dem Stand dieses Programms. Starten Sie den Dienst neu, oder führen Sie bei angehaltenem Dienst „kreis migrate“ aus.
config-fine = Die Einstellungen sind in Ordnung.
config-usable = Die Einstellungen lassen sich verwenden; sehen Sie bitte die Hinweise durch.
config-note-sample = Das ist die Angabe aus dem Muster. Nennen Sie Ihre eigene.
config-note-open = Wer diesen Port am Proxy vorbei erreicht, kann sich für jeden ausgeben (behind_proxy). Lassen Sie listen bei 127.0.0.1, wenn der Proxy auf diesem Rechner läuft.
config-note-no-backups = Es ist kein Ordner genannt; von selbst wird nichts gesichert.
config-note-no-folder = Den Ordner { $path } gibt es nicht. Legen Sie ihn an: sudo install -d -o kreis -g kreis -m 700 { $path }
config-denied = { $path } darf das Konto, das diesen Befehl ausführt, nicht lesen ({ $reason }). Rufen Sie ihn als kreis auf (sudo -u kreis kreis …), und geben Sie den Ordner der Gruppe kreis: sudo chown -R root:kreis /etc/kreis
config-no-file = Die Einstellungen in { $path } lassen sich nicht lesen ({ $reason }). Nennen Sie die Datei mit --config; ein Muster zeigt „kreis config sample“.
config-not-toml = Die Datei ist kein gültiges TOML (Zeile { $line }): { $reason }
config-unknown = Dieses Feld gibt es nicht; „kreis config sample“ zeigt alle.
config-missing = Diese Angabe fehlt.
config-not-text = Hier gehört ein Text in Anführungszeichen hin.
config-not-a-number = Hier gehört eine ganze Zahl hin.
config-not-a-switch = Hier gehört true oder false hin.
config-wrong = Das lässt sich nicht verwenden: { $reason }
config-base-url = Bitte geben Sie die ganze Adresse an, zum Beispiel https://kreis.example.org.
config-base-url-path = Die Adresse endet mit dem Namen des Rechners: ohne Schrägstrich und ohne Pfad.
config-base-url-plain = Ohne TLS kann jeder im Netz Anmeldelinks mitlesen. Verwenden Sie https:// mit einem Proxy davor; http:// geht nur für diesen Rechner selbst (localhost).
config-unreadable = { $path } lässt sich nicht lesen: { $reason }
config-no-certificate = In { $path } steht kein Zertifikat im Format PEM.
config-no-folder = Den Ordner von { $path } gibt es nicht; bitte legen Sie ihn an.
config-no-database = Bitte nennen Sie eine Datei (path) oder eine PostgreSQL-Datenbank (url, url_file oder DATABASE_URL).
config-database-url = Die Adresse muss mit postgres:// beginnen.
config-database-url-signs = Zeichen wie @, / oder % in Name und Kennwort schreiben sich %40, %2F, %25.
config-database-url-twice = Bitte nennen Sie url oder url_file, nicht beide.
config-choice = Möglich sind: { $choices }.
config-number = Möglich ist eine ganze Zahl von { $least } bis { $most }.
config-not-a-list = Hier gehört eine Liste von Wörtern hin, zum Beispiel ["operator", "office"].
config-not-a-key = In { $path } steht kein Schlüssel. „openssl rand -base64 32“ macht einen.
config-no-sign-in-key = Zu second_factor gehört ein Schlüssel (key_file): Ohne ihn kann niemand eine App einrichten.
config-provider-word = Das Wort des Abschnitts steht in Adressen: Kleinbuchstaben, Ziffern und Bindestriche.
config-issuer = Hier gehört die Adresse des Anbieters mit https:// hin, genau so, wie er sie selbst nennt; http:// geht nur für diesen Rechner.
config-listen = Hier gehört eine Adresse dieses Rechners mit Port hin, zum Beispiel 127.0.0.1:8080.
config-host = Das ist kein Rechnername, zum Beispiel mail.example.org.
config-mail = Das ist keine E-Mail-Adresse.
config-no-password = Zu user gehört eine Datei mit dem Kennwort.
config-login-in-the-clear = Mit user geht das Kennwort so unverschlüsselt durchs Netz. Setzen Sie tls auf "starttls" oder "implicit".
vault-no-places = Die Schlüsselablage hat keinen Ort. Nennen Sie folder und key_file unter [vault].
vault-folder = Der Ordner der Schlüssel { $path } lässt sich nicht verwenden: { $reason }
vault-busy = Ein anderer Kreis-Prozess arbeitet mit den Schlüsseln in { $path }. Halten Sie zuerst den Dienst an.
vault-too-open = { $path } ist für andere offen (Rechte { $mode }). Schließen Sie es ab: chmod { $wanted }
vault-unreadable = { $path } lässt sich nicht lesen: { $reason }
vault-unwritable = { $path } lässt sich nicht schreiben: { $reason }
vault-not-a-key = In { $path } steht kein Schlüssel des Betriebs. Bringen Sie die richtige Datei zurück.
vault-no-operator-key =
    { $count ->
        [0] Der Schlüssel des Betriebs fehlt: { $path }. Bringen Sie die Datei zurück; ganz neu macht sie der erste Start des Dienstes.
        [one] Der Schlüssel des Betriebs fehlt: { $path }. Ohne ihn lässt sich der vorhandene Schlüssel nicht öffnen. Bringen Sie die Datei zurück.
       *[other] Der Schlüssel des Betriebs fehlt: { $path }. Ohne ihn lassen sich { $count } vorhandene Schlüssel nicht öffnen. Bringen Sie die Datei zurück.
    }
vault-other-operator-key =
    { $count ->
        [one] Der Schlüssel des Betriebs in { $path } ist ein anderer als der, mit dem der vorhandene Schlüssel verschlossen ist. Bringen Sie den richtigen zurück.
       *[other] Der Schlüssel des Betriebs in { $path } ist ein anderer als der, mit dem die { $count } vorhandenen Schlüssel verschlossen sind. Bringen Sie den richtigen zurück.
    }
vault-copy-place = { $path } läge im Ordner der Schlüssel oder der Sicherungen. Dort blieben ältere Kopien stehen oder gingen mit verloren; nehmen Sie einen anderen Ort.
vault-copy-not-ours = { $path } ist keine Kopie der Schlüssel und bleibt, wie sie ist. Nehmen Sie einen anderen Namen.
vault-copy-damaged = { $path } ist keine Kopie der Schlüssel, oder sie ist beschädigt.
vault-copy-other-key = Die Kopie { $path } ist mit einem anderen Schlüssel des Betriebs verschlossen. Bringen Sie zuerst die Datei zurück, die damals galt.
vault-backup-done = Schlüssel gesichert: { $path }, gültige: { $keys }, vernichtete: { $gone }. Heben Sie keine ältere Kopie auf.
vault-restore-done =
    { $keys ->
        [0] Kein Schlüssel war zurückzuholen.
        [one] Ein Schlüssel ist wieder da.
       *[other] { $keys } Schlüssel sind wieder da.
    }
vault-restore-were-here =
    { $count ->
        [one] Einer war schon da und bleibt, wie er ist.
       *[other] { $count } waren schon da und bleiben, wie sie sind.
    }
vault-restore-stay-gone =
    { $count ->
        [one] Einer wurde inzwischen vernichtet und bleibt es.
       *[other] { $count } wurden inzwischen vernichtet und bleiben es.
    }
vault-restore-went =
    { $count ->
        [one] Einer, der hier noch lag, war schon vernichtet und ist jetzt auch hier weg.
       *[other] { $count }, die hier noch lagen, waren schon vernichtet und sind jetzt auch hier weg.
    }
vault-rotate-done =
    { $keys ->
        [0] Der Schlüssel des Betriebs ist neu; es gab nichts umzuschließen.
        [one] Der Schlüssel des Betriebs ist neu; ein Schlüssel ist umgeschlossen.
       *[other] Der Schlüssel des Betriebs ist neu; { $keys } Schlüssel sind umgeschlossen.
    }
vault-rotate-copy = Frühere Kopien öffnet er nicht mehr: Rufen Sie gleich „kreis vault backup“ auf, und sichern Sie den neuen Schlüssel.
vault-check-what = Schlüssel, die sich öffnen lassen: { $keys }; vernichtete: { $gone }.
vault-check-passed = Mit den Schlüsseln ist alles in Ordnung.
vault-check-damaged = { $path } ist beschädigt.
vault-check-other-key = { $path } ist mit einem anderen Schlüssel des Betriebs verschlossen.
vault-check-not-wiped = { $path } ist vernichtet und liegt noch da; der nächste Start des Dienstes beseitigt es.
vault-check-draft = { $path } ist halb geschrieben liegen geblieben; der nächste Start des Dienstes beseitigt es.
vault-check-changing = Der Wechsel des Schlüssels in { $path } wurde unterbrochen. Halten Sie den Dienst an, und rufen Sie noch einmal „kreis vault rotate“ auf.
vault-check-no-copy = Die Kopie { $path } fehlt. Schreiben Sie sie: kreis vault backup { $path }
vault-check-old-copy = Die Kopie { $path } ist nicht von jetzt. Sie kann Schlüssel enthalten, die vernichtet sind; „kreis vault backup“ schreibt sie neu.
config-vault-key-inside = Der Schlüssel des Betriebs darf nicht im Ordner der Schlüssel liegen: Wer den Ordner hätte, hätte alles.
config-vault-copy-inside = Die Kopie darf nicht im Ordner der Schlüssel liegen, sonst geht sie mit ihm verloren.
config-vault-in-backups = Das darf nicht im Ordner der Sicherungen liegen: Dort blieben ältere Schlüssel erhalten.
serve-no-address = An { $address } lässt sich nicht lauschen: { $reason }
serve-set-up = Es gibt noch kein Netzwerk. Richten Sie das erste ein; der Link gilt bis zum nächsten Start:
second-factor-reset = Die zweiten Faktoren sind entfernt, das Konto ist überall abgemeldet. Die Person bekommt eine E-Mail darüber.
second-factor-none = Dieses Konto hat keinen zweiten Faktor.
sign-in-unknown = Zu dieser Adresse gibt es kein Konto.
sign-in-link = Dieser Link meldet einmal an; er gilt eine Stunde:
migrate-done =
    { $count ->
        [0] Die Datenbank war schon auf dem neuesten Stand.
        [one] Ein Schritt ausgeführt; die Datenbank ist auf dem neuesten Stand.
       *[other] { $count } Schritte ausgeführt; die Datenbank ist auf dem neuesten Stand.
    }
mail-check-level-ok = gut      { $sentence }
mail-check-level-task = zu tun   { $sentence }
mail-check-level-warning = Hinweis  { $sentence }
mail-check-level-fault = Fehler   { $sentence }
mail-check-passed = E-Mails können hinausgehen.
mail-check-failed =
    { $count ->
        [one] E-Mails gehen so nicht hinaus; ein Fehler ist zu beheben.
       *[other] E-Mails gehen so nicht hinaus; { $count } Fehler sind zu beheben.
    }
mail-check-letter-subject = Probe von Kreis
mail-check-letter-text =
    Guten Tag,

    diese E-Mail hat „kreis mail test“ verschickt. Wenn Sie sie lesen, kommen E-Mails von Kreis bei Ihnen an.
mail-check-settings-unusable = Mit diesen Einstellungen geht es nicht: { $reason }
mail-check-reachable = Der Mailserver { $server } antwortet.
mail-check-unreachable = Der Mailserver { $server } antwortet nicht: { $reason }. Prüfen Sie host und port und ob eine Firewall dazwischen steht.
mail-check-encrypted = Die Verbindung ist verschlüsselt.
mail-check-plain-on-this-machine = Die Verbindung ist unverschlüsselt und bleibt auf diesem Rechner.
mail-check-plain-on-the-network = Die Verbindung geht unverschlüsselt durchs Netz. Setzen Sie tls auf "starttls" oder "implicit".
mail-check-tls-offered-but-unused = Der Server bietet Verschlüsselung an. Setzen Sie tls auf "starttls".
mail-check-tls-failed = Die Verschlüsselung kommt nicht zustande: { $reason }. Bei einer eigenen Zertifizierungsstelle hilft trust_file.
mail-check-tls-otherwise = Dieser Port spricht TLS nicht so ({ $reason }). Versuchen Sie tls = "starttls" (Port 587) oder tls = "implicit" (Port 465).
mail-check-login-not-offered = Der Server bietet hier keine Anmeldung an. Lassen Sie user weg, oder verwenden Sie TLS: tls = "starttls" oder "implicit".
mail-check-login-accepted = Die Anmeldung als { $user } klappt.
mail-check-login-not-set = Es ist keine Anmeldung eingestellt; der Server verlangt bisher keine.
mail-check-login-refused = Der Server lehnt die Anmeldung ab: { $reason }. Prüfen Sie user und password_file.
mail-check-addresses-accepted = Der Server nimmt E-Mails von { $sender } an { $recipient } an.
mail-check-sender-refused = Der Server nimmt { $sender } als Absender nicht an: { $reason }
mail-check-recipient-refused = Der Server nimmt { $recipient } als Empfänger nicht an: { $reason }
mail-check-letter-sent = Die Probe an { $recipient } ist übergeben: { $receipt }
mail-check-letter-not-sent = Die Probe wurde nicht angenommen: { $reason }
mail-check-sender-aligned = Absender und Adresse für Rückläufer gehören zu einer Domain: { $domain }.
mail-check-sender-not-aligned = Der Absender gehört zu { $from }, die Adresse für Rückläufer zu { $sender }. SPF kann so nicht für den Absender bürgen; nehmen Sie für envelope_sender eine Adresse derselben Domain.
mail-check-dkim-not-set = Kreis unterschreibt nicht selbst (DKIM). Das ist richtig, wenn der Mailserver unterschreibt; sonst ergänzen Sie [mail.dkim].
mail-check-dkim-key-fine = Der DKIM-Schlüssel hat { $bits } Bit und lässt sich verwenden.
mail-check-dkim-key-unusable = Der DKIM-Schlüssel lässt sich nicht verwenden: { $reason }
mail-check-dkim-key-too-short = Der DKIM-Schlüssel hat nur { $bits } Bit. Erzeugen Sie einen mit 2048 Bit: openssl genrsa -out dkim.pem 2048
mail-check-dkim-key-ed25519 = Der DKIM-Schlüssel ist Ed25519. Manche großen Anbieter prüfen das noch nicht; RSA mit 2048 Bit kommt überall an.
mail-check-dkim-aligned = Die Unterschrift bürgt für die Domain des Absenders: { $domain }.
mail-check-dkim-not-aligned = Die Unterschrift bürgt für { $signed }, der Absender gehört zu { $from }. Nehmen Sie für domain die Domain des Absenders.
mail-check-dkim-record = Veröffentlichen Sie im DNS diesen TXT-Eintrag: { $name } mit dem Text { $value }
mail-check-spf-hint = Ob der SPF-Eintrag von { $domain } den Server { $server } nennt, sieht man von hier nicht; bitte prüfen Sie ihn im DNS.
mail-check-mailbox-not-set = Es ist kein Postfach eingestellt; Antworten und Rückläufer liest niemand ein.
mail-check-folder-opened = Postfach { $server }: Der Ordner „{ $folder }“ ist lesbar, E-Mails darin: { $mails }.
mail-check-mailbox-unusable = Postfach { $server } ist nicht lesbar: { $reason }
mail-check-dmarc-hint = Ein DMARC-Eintrag unter { $name } hilft gegen gefälschte Absender, zum Beispiel „v=DMARC1; p=none“ für den Anfang.
demo-ready = Die Vorführung läuft. Alles sind Beispieldaten; keine E-Mail verlässt diesen Rechner.
demo-address = Adresse
demo-links = Anmelden als
demo-end = Beenden mit Strg+C.
demo-kept = Der Stand bleibt in { $path }.
demo-has-begun = Die Vorführung in diesem Ordner hat schon begonnen. Lassen Sie --on weg, oder nehmen Sie einen leeren Ordner.
demo-role-office = Geschäftsstelle
demo-role-leader = Leitung
demo-role-member = Ansprechperson
demo-role-operator = Betrieb
demo-role-protection = Datenschutz
demo-role-conferences = Anmeldungen
demo-role-assistance = Assistenz-Kontakt
demo-role-public = Öffentlichkeit
demo-title = Vorführung
demo-lead = Hier probieren Sie Kreis mit Beispieldaten aus. Keine E-Mail verlässt diesen Rechner, und Sie können nichts kaputt machen.
demo-who-heading = Wer möchten Sie sein?
demo-role-office-text = Sie planen Sitzungen, laden ein, führen Protokoll und veröffentlichen.
demo-role-leader-text = Sie leiten das Gremium: Tagesordnung, Einladung, Teilnahme, Protokoll.
demo-role-member-text = Sie vertreten eine Mitgliedsorganisation und sehen Ihre Einladungen und Aufgaben.
demo-role-operator-text = Sie betreiben die Installation für alle Netzwerke.
demo-role-protection-text = Sie achten auf Auskünfte, Löschfristen und darauf, wer was gelesen hat.
demo-role-conferences-text = Sie leiten die Geschäftsstelle in Sachsen: drei Konferenzen zur Auswahl, Anmeldungen und eine Warteliste.
demo-role-assistance-text = Sie sind Assistenz-Kontakt in Sachsen: Nur Sie lesen, was Teilnehmende der Konferenzen brauchen, und sorgen dafür.
demo-role-public-text = Sie sehen, was alle sehen.
demo-tour-heading = Fünf Minuten zum Ausprobieren
demo-tour-1 = Sehen Sie sich als Öffentlichkeit die Termine der Kreisgruppe an. Die nächste Sitzung ist am 7. Dezember 2017.
demo-tour-2 = Werden Sie zur Geschäftsstelle, öffnen Sie diese Sitzung und schreiben Sie die Einladung. Im Postausgang geben Sie sie frei.
demo-tour-3 = Öffnen Sie das Postfach. Dort liegt jede E-Mail mit PDF und Kalendereintrag; ein Klick auf Zusage oder Absage beantwortet sie.
demo-tour-4 = Gehen Sie mit der Leiste oben zum nächsten Termin. Tragen Sie ein, wer da ist, und schreiben Sie das Protokoll. Eine Zeile wie „@Name bis 15.1.: Zahlen nachreichen“ wird zur Aufgabe.
demo-tour-5 = Geben Sie das Protokoll in Umlauf, gehen Sie Tag für Tag weiter, bis die Frist abläuft, und verteilen Sie es. Die offene Aufgabe steht in der nächsten Tagesordnung.
demo-start-link = Überblick
demo-post-title = Postfach der Vorführung
demo-post-lead = Alle E-Mails, die Kreis verschickt hat, die neueste zuerst. Keine hat diesen Rechner verlassen.
demo-post-none = Noch keine E-Mails
demo-post-none-advice = Sobald jemand eine Einladung freigibt oder einen Anmeldelink anfordert, liegt die E-Mail hier.
demo-post-search = E-Mail-Adresse oder Betreff
demo-post-search-go = Suchen
demo-post-search-none = Keine E-Mail gefunden für „{ $search }“
demo-post-search-none-advice = Versuchen Sie es mit weniger oder anderen Wörtern.
demo-post-search-all = Alle E-Mails
demo-post-when = Zeit
demo-post-to = An
demo-post-from = Von
demo-post-reply-to = Antwort an
demo-post-subject = Betreff
demo-post-no-subject = (ohne Betreff)
demo-post-html = Als HTML
demo-post-text = Als Text
demo-post-files = Anlagen
demo-post-calendar = Kalendereintrag
demo-post-raw = Quelltext der E-Mail
demo-post-signed = Alle E-Mails tragen eine Unterschrift (DKIM).
demo-post-key = Eintrag zum Schlüssel, wie er im DNS stünde
demo-answer = Als Empfängerin oder Empfänger antworten
demo-answer-lead = Was Sie hier tun, kommt an wie eine E-Mail aus dem Postfach.
demo-answer-calendar = Mit dem Kalenderprogramm
demo-answer-words = In eigenen Worten
demo-answer-send = E-Mail schreiben
demo-answer-bounce = Als unzustellbar zurückkommen lassen
done-demo-answered = Die Antwort ist angekommen. Die Geschäftsstelle sieht sie im Posteingang oder auf der Gästeliste.
done-demo-nothing-said = Bitte schreiben Sie etwas.
done-demo-moved = Die Uhr ist weitergestellt; was fällig war, ist erledigt.
done-demo-forward-only = Die Uhr geht nur vorwärts.
done-demo-no-gathering = Es ist kein weiterer Termin geplant.
upgrade-no-folder = Für diese Version müssen die Tabellen geändert werden, und vorher wird gesichert. Nennen Sie dafür einen Ordner: [backup] folder oder KREIS_BACKUP_FOLDER. Es wurde nichts geändert.
migrate-saved = Vor der Änderung gesichert in { $path }.
backup-done =
    { $rows ->
        [one] Gesichert: eine Zeile aus { $tables } Tabellen in { $path }.
       *[other] Gesichert: { $rows } Zeilen aus { $tables } Tabellen in { $path }.
    }
backup-exists = { $path } gibt es schon; eine Sicherung überschreibt nichts.
backup-unwritable = { $path } lässt sich nicht anlegen: { $reason }
backup-denied = { $path } darf das Konto, das diesen Befehl ausführt, nicht lesen ({ $reason }). Das Konto kreis muss die Datei lesen dürfen und sieht nicht in /root und /home: Legen Sie sie unter /var/lib/kreis.
backup-unreadable = { $path } lässt sich nicht lesen: { $reason }
backup-nothing = In dieser Datenbank liegt noch nichts, was zu sichern wäre.
backup-damaged = { $path } ist keine vollständige, unbeschädigte Sicherung von Kreis: Die Prüfsumme stimmt nicht. Es wurde nichts verändert. Nehmen Sie eine andere Sicherung.
backup-newer-format = { $path } hat ein neueres Format, als diese Kreis-Version lesen kann. Es wurde nichts verändert.
restore-newer = Die Sicherung stammt von Kreis { $program } und setzt einen neueren Stand der Tabellen voraus ({ $step }). Installieren Sie mindestens diese Version. Es wurde nichts verändert.
restore-not-empty = In der Datenbank liegen schon Daten. Nehmen Sie eine leere, oder ersetzen Sie den Inhalt mit --replace; er wird vorher gesichert. Es wurde nichts verändert.
restore-others = In dieser Datenbank liegen Tabellen, die nicht von Kreis sind. Nehmen Sie eine eigene Datenbank für Kreis. Es wurde nichts verändert.
restore-saved = Was bisher da war, ist gesichert in { $path }.
restore-done =
    { $rows ->
        [one] Wiederhergestellt: eine Zeile in { $tables } Tabellen, Stand { $when }.
       *[other] Wiederhergestellt: { $rows } Zeilen in { $tables } Tabellen, Stand { $when }.
    }
restore-held = E-Mails gehen erst wieder hinaus, wenn die Geschäftsstelle sie im Postausgang freigibt oder das Zurückhalten beendet. Wer angemeldet war, meldet sich neu an.
check-fresh = Es gibt noch keine Sicherung; geprüft wird eine frische.
check-what = Probe einer Wiederherstellung aus { $path }, Stand { $when }
check-good = gut     { $sentence }
check-bad = Fehler  { $sentence } ({ $wrong })
check-rows =
    { $seen ->
        [one] eine Zeile, in jeder Tabelle so viele wie gesichert
       *[other] { $seen } Zeilen, in jeder Tabelle so viele wie gesichert
    }
check-references = jede Zeile findet, worauf sie verweist
check-files =
    { $seen ->
        [one] eine Datei, unverändert
       *[other] { $seen } Dateien, jede unverändert
    }
check-database = die Datenbankdatei ist in sich heil
check-passed = Aus dieser Sicherung lässt sich alles wiederherstellen.
check-failed = Diese Sicherung würde nicht alles wiederherstellen. Legen Sie eine neue an, und prüfen Sie die Datenbank.
operation-title = Betrieb
operation-lead = Der Zustand der ganzen Installation, über alle Netzwerke. Der Wortlaut von Nachrichten steht hier nicht.
operation-trouble = Die Sicherung ist fehlgeschlagen
operation-trouble-lead = Zuletzt am { $when } (UTC). Kreis versucht es nach einer halben Stunde wieder.
operation-version = Version
operation-database = Datenbank
operation-megabytes = rund { $count } MB
operation-backup = Letzte Sicherung
operation-hour = { $when } (UTC)
operation-backup-none = Noch keine
operation-backup-off = Nicht eingerichtet; nennen Sie in den Einstellungen unter [backup] einen Ordner.
operation-jobs = Aufgegebene Aufträge
operation-jobs-none = Kein Auftrag wurde aufgegeben
operation-jobs-lead = Diese Arbeit im Hintergrund ist zu oft gescheitert. Beheben Sie die Ursache, und lassen Sie sie dann erneut versuchen.
operation-letters = Nicht zustellbare E-Mails
operation-letters-none = Keine E-Mail ist liegen geblieben
operation-letters-lead = Der Mailserver hat diese E-Mails abgelehnt oder war nicht erreichbar. Auch die Geschäftsstelle sieht sie in ihrem Postausgang.
operation-col-what = Was
operation-col-when = Zeit
operation-col-story = Ursache
operation-col-act = Handlung
operation-tries =
    { $count ->
        [one] ein Versuch
       *[other] { $count } Versuche
    }
operation-again = Erneut versuchen
operation-drop = Verwerfen
done-operation-job-again = Der Auftrag wird erneut versucht.
done-operation-job-dropped = Der Auftrag ist verworfen.
done-operation-letter-again = Die E-Mail wird erneut gesendet.
done-operation-letter-dropped = Die E-Mail ist verworfen und wird nicht mehr gesendet.
done-operation-gone = Das war inzwischen schon erledigt.
regions-read = Eingelesen: { $count ->
        [one] eine Region
       *[other] { $count } Regionen
    }, davon { $new } neu und { $changed } geändert; { $ended } werden nicht mehr angeboten.
regions-no-file = Die Datei lässt sich nicht lesen: { $path }
regions-fault-line = Zeile { $line } ist weder eine Zeile des Gemeindeverzeichnisses (GV100AD) noch Schlüssel und Name. Es wurde nichts eingelesen.
regions-fault-empty = In der Datei steht keine Region.
regions-fault-size = Die Datei ist größer als 50 MB.
regions-fault-district = Zum Schlüssel { $key } gibt es keinen Kreis. Lesen Sie zuerst die Kreise ein. Es wurde nichts eingelesen.
import-found = { $path }: { $gatherings ->
        [one] eine Veranstaltung
       *[other] { $gatherings } Veranstaltungen
    }, { $organisations ->
        [one] eine Organisation
       *[other] { $organisations } Organisationen
    }, { $posts ->
        [one] ein Beitrag
       *[other] { $posts } Beiträge
    }
import-only-dry = Entwürfe kommen mit --network in die Geschäftsstelle; mit --dry-run zeigt Kreis nur, was es findet.
import-no-file = Die Datei lässt sich nicht lesen: { $path }
import-no-pages = In diesem Ordner liegt nichts, was Kreis liest (Webseiten, Texte, Dokumente, Kalender, Tabellen): { $path }
import-same-name = Eine andere Datei heißt ebenso, diese wurde nicht gelesen: { $path }
import-empty = In der Datei steht nichts: { $path }
import-too-large = Die Datei ist größer als 20 MB: { $path }
import-no-text = In der Datei stehen keine Wörter, nur Bilder; vermutlich ist sie eingescannt. Lassen Sie den Text vorher erkennen: { $path }
import-unknown = Von dieser Art liest Kreis nichts: { $path }
import-broken = Die Datei ist beschädigt oder nicht das, was sie zu sein vorgibt: { $path }
import-too-long = Das Lesen der Datei dauert zu lange und wurde abgebrochen: { $path }
import-too-much = Die Datei wird beim Lesen oder Entpacken zu groß und wurde abgebrochen: { $path }
import-locked = Die Datei ist mit einem Kennwort geschützt. Speichern Sie sie ohne Kennwort: { $path }
import-old-office = Die Datei hat ein altes Format. Speichern Sie sie als DOCX, XLSX oder PDF: { $path }
import-not-started = Kreis konnte zum Lesen keinen eigenen Prozess starten; an der Datei liegt es nicht: { $path }
import-not-written = Hierhin lässt sich nicht schreiben: { $path }
import-which = Bitte nennen Sie mit --network das Netzwerk, dessen Geschäftsstelle die Entwürfe prüft, oder mit --dry-run --json einen Ordner.
import-no-network = Ein Netzwerk mit dieser Adresse gibt es nicht: { $slug }
import-actor = Betrieb
import-entered = { $path }: { $new } neue Entwürfe, { $known } schon bekannt
import-known = { $path }: schon da, nichts geändert
import-waits = { $path }: wird vom laufenden Programm gelesen
import-unread = Die Datei ließ sich nicht lesen: { $path }
import-review = Zur Prüfung: { $address }
