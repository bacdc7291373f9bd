register-legal-form = Rechtsform
register-legal-none = Nicht angegeben
register-legal-ev = Eingetragener Verein (e. V.)
register-legal-nev = Verein ohne Eintragung, Initiative
register-legal-ggmbh = gGmbH
register-legal-gmbh = GmbH
register-legal-gug = gUG (haftungsbeschränkt)
register-legal-gag = gAG
register-legal-ag = AG
register-legal-eg = Genossenschaft (eG)
register-legal-stiftung = Stiftung
register-legal-kdoer = Körperschaft des öffentlichen Rechts
register-legal-adoer = Anstalt des öffentlichen Rechts
register-legal-behoerde = Behörde
register-legal-gbr = GbR
register-legal-einzel = Einzelunternehmen
register-legal-other = Andere
register-legal-form-other = Andere Rechtsform
register-legal-form-other-hint = Nur, wenn Sie als Rechtsform „Andere“ gewählt haben.
register-postal = Postanschrift
register-postal-hint = Nur, wenn Briefe anderswohin gehen als an die Anschrift oben.
register-postal-street = Straße oder Postfach
register-postal-postcode = Postleitzahl der Postanschrift
register-postal-town = Ort der Postanschrift
register-reach = Erreichbarkeit
register-channels = Weitere Kontaktwege
register-channels-hint = Weitere Nummern, Adressen und Profile. Was leer bleibt, zählt nicht; nach dem Speichern gibt es hier neue freie Zeilen.
register-channel-kind = Kontaktweg { $number }
register-channel-address = Nummer oder Adresse { $number }
register-channel-phone = Telefon
register-channel-mobile = Mobiltelefon
register-channel-fax = Fax
register-channel-mail = E-Mail
register-channel-web = Website
register-channel-mastodon = Mastodon
register-channel-instagram = Instagram
register-channel-facebook = Facebook
register-channel-linkedin = LinkedIn
register-channel-other = Anderer
register-work-and-regions = Arbeit und Regionen
register-works = Arbeitsfelder
register-works-none = Das Netzwerk hat noch keine Arbeitsfelder festgelegt.
register-works-open = Arbeitsfelder festlegen
register-works-lead = Die Wörter, mit denen Organisationen sagen, worin sie arbeiten. Sie werden im Formular der Organisation angekreuzt.
register-work-name = Arbeitsfeld
register-work-offered = Im Formular anbieten
register-work-count =
    { $count ->
        [0] Noch bei keiner Organisation
        [one] Bei einer Organisation
       *[other] Bei { $count } Organisationen
    }
register-works-new = Neue Arbeitsfelder
register-works-new-hint = Eines je Zeile.
register-works-save = Arbeitsfelder speichern
done-register-works = Die Arbeitsfelder sind gespeichert.
journal-register-works-changed = Arbeitsfelder geändert
register-fault-work-taken = Dieses Arbeitsfeld gibt es schon.
register-fault-works-many = Mehr als { $most } Arbeitsfelder liest niemand mehr. Bitte fassen Sie einige zusammen.
register-region = Region
register-regions = Regionen
register-regions-served = Regionen
register-regions-hint = Ohne Häkchen fällt eine Region beim Speichern weg.
register-region-add = Region hinzufügen
register-region-add-hint = Land, Kreis, Stadt oder amtlicher Schlüssel, zum Beispiel „Weimarer Land“. Mehrere trennen Sie mit Semikolon. Passen mehrere, werden sie beim Speichern zum Ankreuzen angeboten.
register-fault-region-none = Zu „{ $words }“ gibt es keine Region. Versuchen Sie es mit einem Teil des Namens.
register-fault-region-several = Zu „{ $words }“ passen mehrere Regionen. Sie stehen oben unter „Regionen“; bitte kreuzen Sie an, was gemeint ist.
register-fault-regions-many = Das sind sehr viele Regionen. Nehmen Sie besser die Kreise oder das Land.
register-regions-open = Regionen, für die die Organisationen da sind
register-regions-lead = Wo die Organisationen des Netzwerks arbeiten. Wer für ein ganzes Land da ist, zählt auch für jeden Kreis darin.
register-region-search = Land, Kreis, Stadt oder amtlicher Schlüssel
register-region-hits = Gefundene Regionen
register-region-none-advice = Länder und Kreise sind vollständig; Gemeinden kann der Betrieb einlesen.
register-region-key = Amtlicher Gemeindeschlüssel { $key }
register-region-empty = Hier ist noch keine Organisation eingetragen
register-region-empty-advice = Regionen werden im Formular der Organisation angegeben.
register-region-all = Alle Regionen
register-regions-where = Eingetragene Regionen
register-regions-unserved = Noch keine Regionen eingetragen
register-regions-unserved-advice = Sie werden im Formular der Organisation angegeben.
register-region-served =
    { $count ->
        [one] eine Organisation
       *[other] { $count } Organisationen
    }
register-region-sources = Woher die Regionen kommen
register-region-state =
    { $count ->
        [one] Ein Land
       *[other] { $count } Länder
    }
register-region-district =
    { $count ->
        [one] Ein Kreis
       *[other] { $count } Kreise
    }
register-region-municipality =
    { $count ->
        [one] Eine Gemeinde
       *[other] { $count } Gemeinden
    }
register-region-state-unknown = unbekannt
register-region-source-shipped = { $kind }, mitgeliefert, Stand { $day }. Quelle: © Statistisches Bundesamt (Destatis), 2019, Gemeindeverzeichnis GV-ISys, Gebietsstand 31.12.2018; Vervielfältigung und Verbreitung, auch auszugsweise, mit Quellenangabe gestattet. Geändert: Eisenach gehört seit dem 1.7.2021 zum Wartburgkreis.
register-region-source-official = { $kind }, vom Betrieb eingelesen, Gebietsstand { $day }. Quelle: Statistisches Bundesamt (Destatis), Gemeindeverzeichnis GV100AD, Datenlizenz Deutschland – Namensnennung – Version 2.0 (www.govdata.de/dl-de/by-2-0).
register-region-source-table = { $kind }, vom Betrieb aus einer Tabelle eingelesen, Gebietsstand { $day }.
register-parent-organisation = Gehört zu
register-part-organisations = Dazu gehören
register-parent-hint = Name einer Organisation dieses Netzwerks, zum Beispiel des Trägers.
register-fault-parent = So würde die Organisation zu sich selbst gehören.
register-fault-parent-none = Diese Organisation gibt es hier nicht. Legen Sie sie zuerst an.
register-fault-parent-several = Das passt zu mehreren: { $names }. Bitte geben Sie den ganzen Namen an.
register-fault-phone = Bitte geben Sie eine Nummer an.
register-logo-file = Logo als Datei
register-parent-network = Gehört zu Netzwerk
register-parent-network-hint = Zum Beispiel der Landesverband. Die Geschäftsstelle dort bekommt eine Mail und stimmt zu oder lehnt ab.
register-parent-network-none = Bitte wählen
register-belonging = Zugehörigkeit
register-belonging-lead = Ein Netzwerk kann zu einem anderen gehören, etwa eine Kreisgruppe zum Landesverband. Beide Geschäftsstellen müssen es wollen; jede kann es beenden.
register-belonging-parent = Aufnehmendes Netzwerk
register-belonging-ask = Aufnahme anfragen
register-belonging-operator-hint = Sie betreiben diese Installation: Die Zugehörigkeit gilt sofort.
register-belonging-waits = Angefragt ist die Aufnahme bei „{ $network }“. Bis die Geschäftsstelle dort zustimmt, ändert sich nichts.
register-belonging-asked-at = Angefragt am { $when }
register-belonging-withdraw = Anfrage zurückziehen
register-belonging-end-open = Zugehörigkeit beenden …
register-belonging-end-consequence = Beide Startseiten nennen einander nicht mehr. Die andere Geschäftsstelle bekommt eine Mail.
register-belonging-end = Zugehörigkeit beenden
register-belonging-asking = Möchten zu uns gehören
register-belonging-asking-lead = Wenn Sie zustimmen, nennen beide Startseiten einander, und Sie sehen, wie viele Mitglieder das Netzwerk hat. Mehr Einblick entsteht nicht.
register-belonging-accept = Aufnehmen
register-belonging-decline = Ablehnen
register-belonging-due =
    { $count ->
        [one] Ein Netzwerk möchte zu uns gehören
       *[other] { $count } Netzwerke möchten zu uns gehören
    }
register-child-networks-none = Noch gehört kein Netzwerk hierher.
register-fault-tie-there = Dorthin gehört das Netzwerk schon.
register-fault-tie-asked = Dort ist schon angefragt.
done-register-belonging-asked = Die Anfrage ist gestellt. Die andere Geschäftsstelle bekommt eine Mail.
done-register-belonging-accepted = Die Zugehörigkeit gilt.
done-register-belonging-ended = Erledigt. Die andere Geschäftsstelle bekommt eine Mail.
journal-register-belonging-asked = Aufnahme angefragt
journal-register-belonging-withdrawn = Anfrage auf Aufnahme zurückgezogen
journal-register-belonging-accepted = Zugehörigkeit begonnen
journal-register-belonging-declined = Aufnahme abgelehnt
journal-register-belonging-ended = Zugehörigkeit beendet
letter-register-belonging = Zugehörigkeit zu einem Netzwerk
register-letter-belonging-subject = Zugehörigkeit: { $network }
register-letter-belonging-because = Sie bekommen diese Mail, weil dies die Adresse der Geschäftsstelle eines Netzwerks ist.
register-letter-belonging-door = Zugehörigkeit ansehen
register-letter-belonging-asked = das Netzwerk „{ $network }“ möchte zu Ihrem gehören. Bitte sehen Sie die Anfrage an und antworten Sie dort; bis dahin ändert sich nichts.
register-letter-belonging-withdrawn = das Netzwerk „{ $network }“ hat seine Anfrage auf Aufnahme zurückgezogen.
register-letter-belonging-accepted = das Netzwerk „{ $network }“ hat Ihres aufgenommen. Beide Startseiten nennen einander nun.
register-letter-belonging-declined = das Netzwerk „{ $network }“ hat die Aufnahme Ihres Netzwerks abgelehnt.
register-letter-belonging-ended = die Zugehörigkeit zwischen Ihrem Netzwerk und „{ $network }“ ist beendet.
register-fault-parent-network = So würde das Netzwerk zu sich selbst gehören.
register-child-networks = Netzwerke, die zu uns gehören
register-elsewhere = Aus anderen Netzwerken
register-membership-network = Netzwerk
register-membership-network-hint = Eine Organisation kann hier Mitglied und anderswo Kooperationspartnerin sein.
done-register-membership-changed = Die Mitgliedschaft ist gespeichert.
journal-register-membership-changed = Mitgliedschaft geändert
register-own = Meine Organisation
register-own-lead = Ihre Organisation hält ihren Eintrag selbst aktuell. Was Sie ändern, gilt sofort; die Geschäftsstelle sieht es und kann es zurücknehmen.
register-own-panel = Stimmen Anschrift, Telefon und Arbeitsfelder noch? Hier ändern Sie den Eintrag Ihrer Organisation selbst:
register-own-form-lead = Was Sie hier ändern, gilt sofort. Die Geschäftsstelle sieht jede Änderung und kann sie zurücknehmen.
register-own-edit = Angaben ändern
register-own-record = Seite der Organisation im Verzeichnis
register-own-latest = Letzte Änderungen
register-own-latest-none = Noch nichts geändert.
register-own-state-waiting = Noch nicht angesehen
register-own-state-seen = Gesehen
register-own-state-undone = Zurückgenommen
done-register-own = Gespeichert. Die Geschäftsstelle sieht, was Sie geändert haben.
register-own-due =
    { $count ->
        [one] Eine Änderung einer Organisation ansehen
       *[other] { $count } Änderungen von Organisationen ansehen
    }
register-own-handovers = Eingetragene Übergaben von Funktionen
register-own-changes = Änderungen der Organisationen
register-own-changes-lead = Was Ansprechpersonen am Eintrag ihrer Organisation geändert haben. Es gilt schon; hier nehmen Sie es zur Kenntnis oder zurück.
register-own-changes-none = Nichts anzusehen
register-own-changes-none-advice = Sobald eine Ansprechperson den Eintrag ihrer Organisation ändert, steht es hier.
register-own-accept = In Ordnung
register-own-accept-all =
    { $count ->
        [one] Die Änderung ist in Ordnung
       *[other] Alle { $count } Änderungen sind in Ordnung
    }
register-own-back = Zurücknehmen
register-own-settled = Zuletzt erledigt
done-register-own-seen = Als gesehen vermerkt.
done-register-own-seen-more = Was Sie gesehen haben, ist vermerkt. Weitere Änderungen, die nicht auf der Seite standen, sind noch anzusehen.
done-register-own-newer = Diese Angabe ist inzwischen noch einmal geändert worden. Bitte sehen Sie den neuen Stand an.
register-own-further = { $count ->
        [one] 1 weitere Änderung steht hier, sobald diese erledigt sind.
       *[other] { $count } weitere Änderungen stehen hier, sobald diese erledigt sind.
    }
done-register-own-undone = Die Änderung ist zurückgenommen.
journal-register-change-undone = Änderung zurückgenommen
register-fault-change-settled = Diese Änderung ist schon erledigt.
register-fault-change-moved-on = Diese Angabe wurde inzwischen noch einmal geändert und bleibt, wie sie ist. Auf der Seite der Organisation sehen Sie den Verlauf und können sie bearbeiten.
register-fields = Eigene Felder
register-fields-lead = Was Sie über Organisationen, Personen und Mitgliedschaften zusätzlich festhalten möchten. Die Felder erscheinen in den Formularen und auf den Seiten.
register-fields-more = Weitere Angaben
register-fields-none = Noch keine eigenen Felder.
register-fields-of-organisation = Organisationen
register-fields-of-person = Personen
register-fields-of-membership = Mitgliedschaften
register-field-of = Wofür
register-field-new = Feld anlegen
register-field-save = Feld speichern
register-field-label = Bezeichnung
register-field-label-en = Bezeichnung auf Englisch
register-field-label-en-hint = Ohne Eintrag steht auch auf englischen Seiten die deutsche.
register-field-kind = Art
register-field-kind-hint = Lässt sich später nicht ändern.
register-field-text = Text
register-field-choice = Auswahl
register-field-date = Datum
register-field-number = Zahl
register-field-yes-no = Ja oder nein
register-field-none = Keine Angabe
register-field-choices = Auswahl
register-field-choices-hint = Eine Möglichkeit je Zeile, mindestens zwei. Nur für die Art „Auswahl“.
register-field-help = Hilfe
register-field-help-hint = Ein Satz, der am Feld steht.
register-field-help-en = Hilfe auf Englisch
register-field-place = Platz in der Reihenfolge
register-field-place-hint = 1 steht zuerst. Ohne Eintrag bleibt der Platz, ein neues Feld steht am Ende.
register-field-required = Muss ausgefüllt werden
register-field-required-mark = Pflicht
register-field-internal-mark = Intern
register-field-closed-mark = Geschlossen
register-field-seen = Wer es sieht
register-field-public = Alle Mitglieder; Ansprechpersonen können es für ihre Organisation ändern
register-field-internal = Nur die Geschäftsstelle
register-field-filled = Ausgefüllt
register-field-acts = Bearbeiten
register-field-close = Schließen
register-value = { $label }: { $value }
register-fault-field-long = Bitte höchstens 500 Zeichen.
register-fault-field-number = Bitte geben Sie eine Zahl an, zum Beispiel 12 oder 1.250,50.
register-fault-field-yes-no = Bitte wählen Sie Ja oder Nein.
register-fault-field-taken = Ein Feld mit dieser Bezeichnung gibt es hier schon.
register-fault-field-choices = Bitte geben Sie mindestens zwei Möglichkeiten an, eine je Zeile.
register-fault-field-many = Mehr als 40 Felder füllt niemand aus. Schließen Sie zuerst eines.
done-register-field-added = Das Feld ist angelegt.
done-register-field-changed = Das Feld ist gespeichert.
done-register-field-closed = Das Feld ist geschlossen. Was darin steht, bleibt erhalten.
done-register-field-reopened = Das Feld ist wieder offen.
journal-register-field-added = Eigenes Feld angelegt
journal-register-field-changed = Eigenes Feld geändert
journal-register-field-closed = Eigenes Feld geschlossen
journal-register-field-reopened = Eigenes Feld wieder geöffnet
register-moves-organisations =
    { $count ->
        [one] eine zugehörige Organisation
       *[other] { $count } zugehörige Organisationen
    }
register-moves-channels =
    { $count ->
        [one] ein Kontaktweg
       *[other] { $count } Kontaktwege
    }
register-moves-values =
    { $count ->
        [one] eine Angabe in eigenen Feldern
       *[other] { $count } Angaben in eigenen Feldern
    }
register-moves-changes =
    { $count ->
        [one] eine Änderung durch Ansprechpersonen
       *[other] { $count } Änderungen durch Ansprechpersonen
    }
register-holding-own = Weitere Angaben und Änderungen
register-holding-own-purpose = Was die Geschäftsstelle in eigenen Feldern festhält, und wer den Eintrag der eigenen Organisation geändert hat
register-entrust = Organisationen ihren Eintrag übergeben
register-entrust-lead = Wer für ein Mitglied spricht, kann dessen Eintrag selbst pflegen. Kreis richtet dafür ein Konto ein und legt eine E-Mail in den Postausgang, die den Weg zur Anmeldung zeigt. Sie geben die E-Mails dort frei.
register-entrust-silent = { $count ->
        [one] Für ein Mitglied spricht noch niemand. Tragen Sie dort eine Ansprechperson ein:
       *[other] Für { $count } Mitglieder spricht noch niemand. Tragen Sie dort Ansprechpersonen ein, zum Beispiel bei:
    }
register-entrust-all = Alle
register-entrust-without = Ohne Zugang
register-entrust-with = Mit Zugang
register-entrust-choose = Auswahl
register-entrust-invite = einladen
register-entrust-state = Stand
register-entrust-no-mail = ohne E-Mail-Adresse
register-entrust-none = noch kein Zugang
register-entrust-used = angemeldet, zuletzt { $when }
register-entrust-sent = eingeladen am { $when }, noch nicht angemeldet
register-entrust-waiting = E-Mail wartet im Postausgang
register-entrust-queued = E-Mail ist unterwegs
register-entrust-failed = E-Mail kam nicht an
register-entrust-unused = hat Zugang, zurzeit nicht angemeldet
register-entrust-go = Ausgewählte einladen
register-entrust-all-go = { $count ->
        [one] Eine Person ohne Zugang einladen
       *[other] Alle { $count } ohne Zugang einladen
    }
register-entrust-outbox = Zum Postausgang
register-entrust-nobody = Hier steht niemand.
register-entrust-nobody-advice = Sobald Mitglieder Ansprechpersonen haben, können Sie ihnen hier ihren Eintrag übergeben.
register-fault-entrust-nobody = Wählen Sie mindestens eine Person aus.
register-fault-entrust-waiting = Für diese Personen wartet schon eine E-Mail im Postausgang.
register-fault-entrust-left = E-Mails im Postausgang: { $laid }. Ohne E-Mail-Adresse: { $mail }. Adresse gehört zu einem anderen Konto: { $taken }.
done-register-entrusted = Die Konten sind eingerichtet. Geben Sie die E-Mails im Postausgang frei.
letter-register-access = Zugang zum eigenen Eintrag
register-letter-access-subject = Ihr Eintrag bei { $network }
register-letter-access-text = { $network } führt im Verzeichnis einen Eintrag, den Sie als Ansprechperson selbst pflegen können, mit Anschrift, Kontaktwegen und Arbeitsfeldern:
register-letter-access-how = Melden Sie sich mit der Adresse { $mail } an. Sie bekommen dann einen Link per E-Mail; ein Passwort brauchen Sie nicht.
register-letter-access-door = Zur Anmeldung
register-letter-access-because = Sie bekommen diese E-Mail, weil Sie im Verzeichnis von { $network } als Ansprechperson stehen.
