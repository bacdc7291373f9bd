# Programm: Abschnitte, Beiträge, Barrierefreiheit.

programme-heading = Programm
programme-title = Programm: { $title }
programme-file = programm
programme-pdf = Programm zum Ausdrucken
programme-all = Ganzes Programm
programme-register = Anmelden und Workshops wählen
programme-edit = Programm bearbeiten
programme-public = So sehen es alle
programme-empty = Das Programm folgt.
programme-choice-note = Einen davon wählen Sie bei der Anmeldung.
programme-none = Noch kein Programm
programme-none-advice = Legen Sie unten Abschnitte an: einen Vortrag für alle, mehrere Workshops zur selben Zeit, eine Pause. Was in einem Abschnitt steht, findet nebeneinander statt.

programme-day = Tag
programme-start = Beginn
programme-end = Ende
programme-section-new = Neuer Abschnitt
programme-section-add = Abschnitt anlegen
programme-section-title = Überschrift
programme-section-title-hint = Zum Beispiel „Workshops am Nachmittag“. Bei einem einzigen Beitrag genügt dessen Titel.
programme-section-title-en = Überschrift auf Englisch
programme-is-break = Pause
programme-is-break-hint = In einer Pause findet nichts statt.
programme-section-edit = Abschnitt ändern
programme-section-edit-open = Abschnitt ändern
programme-section-remove = Abschnitt entfernen
programme-section-remove-open = Abschnitt entfernen …
programme-section-remove-ask = Möchten Sie den Abschnitt { $time } entfernen?
programme-section-remove-what =
    { $count ->
        [0] Er hat keine Beiträge.
        [one] Der Beitrag darin wird mit entfernt.
       *[other] Die { $count } Beiträge darin werden mit entfernt.
    }
programme-remove-told = Wer einen davon gewählt hat, bekommt eine E-Mail und kann etwas anderes wählen. Das lässt sich nicht zurücknehmen.
programme-remove-open = Entfernen …
programme-save = Speichern

programme-session-add = Neuer Beitrag
programme-session-add-open = Beitrag hinzufügen
programme-session-edit = Beitrag ändern
programme-session-edit-open = Ändern
programme-session-title = Titel
programme-session-title-en = Titel auf Englisch
programme-session-text = Worum es geht
programme-session-text-en = Worum es geht, auf Englisch
programme-session-remove = Beitrag entfernen
programme-session-remove-ask = Möchten Sie „{ $title }“ entfernen?
programme-room = Raum
programme-own-hours = Eigene Zeiten
programme-own-hours-hint = Nur wenn der Beitrag kürzer ist als sein Abschnitt.
programme-speakers = Wer spricht
programme-follow = Sprache und Barrierefreiheit
programme-lang = Sprache
programme-lang-none = Keine Angabe
programme-lang-de = Deutsch
programme-lang-en = Englisch
programme-lang-ar = Arabisch
programme-lang-cs = Tschechisch
programme-lang-fr = Französisch
programme-lang-pl = Polnisch
programme-lang-ru = Russisch
programme-lang-tr = Türkisch
programme-lang-uk = Ukrainisch
programme-marks = Was hilft, dem Beitrag zu folgen
programme-mark-signs = Gebärdensprache
programme-mark-captions = Schriftdolmetschung
programme-mark-loop = Höranlage
programme-mark-plain = Leichte Sprache
programme-choice = Wahl bei der Anmeldung
programme-choosable = Teilnehmende wählen diesen Beitrag bei der Anmeldung
programme-choosable-hint = Von allen Beiträgen eines Abschnitts wählt jede Person einen oder keinen.
programme-choosable-short = Zur Wahl
programme-capacity = Plätze
programme-capacity-hint = Ohne Angabe gibt es keine Grenze. Ist der Beitrag ausgebucht, kann man darauf warten.
programme-up = Beitrag { $number } nach oben
programme-down = Beitrag { $number } nach unten

programme-conflict-room = Der Raum „{ $what }“ ist zur selben Zeit für „{ $first }“ und „{ $second }“ eingetragen.
programme-conflict-speaker = „{ $what }“ spricht zur selben Zeit bei „{ $first }“ und „{ $second }“.
programme-outside = Der Abschnitt { $time } liegt nicht ganz in der Zeit des Termins.

programme-fault-end = Das Ende muss nach dem Beginn liegen.
programme-fault-day = Der Termin hat keinen solchen Tag.
programme-fault-many = Mehr geht hier nicht.
programme-fault-break = In einer Pause findet nichts statt; der Abschnitt hat aber Beiträge.
programme-fault-break-title = Bitte nennen Sie die Pause, zum Beispiel „Mittagspause“.
programme-fault-cuts = Ein Beitrag des Abschnitts hat eigene Zeiten, die dann nicht mehr hineinpassen.
programme-fault-outside = Die Zeiten müssen im Abschnitt liegen.
programme-fault-both = Bitte geben Sie Beginn und Ende an oder keines von beiden.
programme-fault-chosen = Diesen Beitrag haben schon Personen gewählt: { $count }. Wenn er entfällt, entfernen Sie ihn; dann bekommen sie eine E-Mail.

programme-access = Barrierefreiheit vor Ort
programme-access-title = Barrierefreiheit des Ortes
programme-access-edit = Barrierefreiheit des Ortes
programme-access-lead = Was Sie hier angeben, steht beim Termin und im Programm. „Nicht bekannt“ ist ehrlicher als eine Vermutung.
programme-access-step-free = Stufenloser Zugang
programme-access-lift = Aufzug
programme-access-toilet = WC für Rollstuhlfahrende
programme-access-loop = Höranlage
programme-access-parking = Parkplatz für Menschen mit Behinderung
programme-known-yes = ja
programme-known-no = nein
programme-known-unknown = nicht bekannt
programme-way = So kommen Sie hin
programme-way-hint = Haltestelle, Weg, Eingang: was jemand wissen muss, der zum ersten Mal kommt.
programme-way-en = So kommen Sie hin, auf Englisch
programme-way-open = Anfahrt und Barrierefreiheit

programme-holding = Mitwirkung in Programmen
programme-holding-purpose = Damit im Programm steht, wer spricht.
programme-holding-named = Im Programm genannt

journal-programme-section-added = Abschnitt des Programms angelegt
journal-programme-section-changed = Abschnitt des Programms geändert
journal-programme-section-removed = Abschnitt des Programms entfernt
journal-programme-session-added = Beitrag des Programms angelegt
journal-programme-session-changed = Beitrag des Programms geändert
journal-programme-session-moved = Beitrag des Programms verschoben
journal-programme-session-removed = Beitrag des Programms entfernt
journal-programme-access-changed = Barrierefreiheit des Ortes geändert
done-programme-section-added = Der Abschnitt steht im Programm.
done-programme-section-changed = Der Abschnitt ist geändert.
done-programme-section-removed = Der Abschnitt ist entfernt.
done-programme-session-added = Der Beitrag steht im Programm.
done-programme-session-changed = Der Beitrag ist geändert.
done-programme-session-moved = Der Beitrag steht jetzt hier.
done-programme-session-removed = Der Beitrag ist entfernt.
done-programme-access-changed = Die Angaben zum Ort sind gespeichert.

archive-programme-section = Abschnitte der Programme
archive-programme-section-about = Wann was stattfindet.
archive-programme-session = Beiträge der Programme
archive-programme-session-about = Was in den Abschnitten stattfindet, mit Raum und Sprache.
archive-programme-speaker = Mitwirkende der Programme
archive-programme-speaker-about = Wer in welchem Beitrag spricht.
archive-programme-access = Barrierefreiheit der Orte
archive-programme-access-about = Was über den Ort eines Termins bekannt ist.
archive-col-is-break = Pause
archive-col-signs = Gebärdensprache
archive-col-captions = Schriftdolmetschung
archive-col-plain = Leichte Sprache
archive-col-hearing-loop = Höranlage
archive-col-choosable = Zur Wahl
archive-col-section-id = Kennung des Abschnitts
archive-col-session-id = Kennung des Beitrags
archive-col-step-free = Stufenloser Zugang
archive-col-lift = Aufzug
archive-col-toilet = WC für Rollstuhlfahrende
archive-col-parking = Parkplatz für Menschen mit Behinderung
archive-col-way = Anfahrt
archive-col-way-en = Anfahrt, englisch
