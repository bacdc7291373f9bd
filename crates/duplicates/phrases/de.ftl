duplicates-title = Dubletten
duplicates-nav = Dubletten
duplicates-lead = Einträge, die dieselbe Person oder dieselbe Organisation sein können. Sie entscheiden; nichts geschieht von allein.
duplicates-tab-organisations = Organisationen
duplicates-tab-people = Personen
duplicates-tab-different = Verschieden
duplicates-tab-merged = Vereint
duplicates-none-organisations = Keine Organisation steht doppelt hier.
duplicates-none-people = Keine Person steht doppelt hier.
duplicates-none-different = Noch kein Paar ist als verschieden vermerkt.
duplicates-none-merged = Noch nichts ist zusammengeführt.
duplicates-none-advice = Schon beim Anlegen zeigt das Formular, was ähnlich aussieht.
duplicates-pair = Einträge
duplicates-degree = Einschätzung
duplicates-degree-high = sehr wahrscheinlich
duplicates-degree-likely = wahrscheinlich
duplicates-degree-possible = möglich
duplicates-reasons = Gründe
duplicates-acts = Aktionen
duplicates-compare = Vergleichen
duplicates-different = Keine Dublette
duplicates-different-back = Doch wieder vergleichen
duplicates-when = Wann
duplicates-by = Wer
duplicates-look = Ansehen
duplicates-undone = Zurückgenommen
duplicates-pair-title = Zwei Einträge vergleichen
duplicates-pair-lead = Unter jedem Namen steht, was daran hängt. Wählen Sie, welcher Eintrag bleibt und welche Angabe gilt; danach sehen Sie in der Vorschau alles, was geschieht.
duplicates-decide = Entscheiden
duplicates-ties-none = An diesem Eintrag hängt nichts.
duplicates-stays = Welcher Eintrag bleibt?
duplicates-stays-hint = Alles, was am anderen hängt, zieht dorthin um.
duplicates-first = { $name } (erster Eintrag)
duplicates-second = { $name } (zweiter Eintrag)
duplicates-values = Welche Angaben gelten?
duplicates-same = In beiden gleich
duplicates-empty = (nichts eingetragen)
duplicates-both = beides untereinander
duplicates-preview = Vorschau ansehen
duplicates-preview-title = Vorschau
duplicates-preview-lead = „{ $gone }“ geht in „{ $kept }“ auf. Noch ist nichts geschehen.
duplicates-outcome = So sieht der Eintrag danach aus
duplicates-dropped = entfällt: { $text }
duplicates-moved = Das zieht um
duplicates-moved-none = Am anderen Eintrag hängt nichts.
duplicates-joined = Das steht doppelt
duplicates-joined-lead = Von je zwei Angaben, die dasselbe sagen, bleibt die, die mehr sagt.
duplicates-consequence-address = Die alte Adresse des Eintrags führt künftig zu dem, der bleibt. Verweise in verschickten Mails gelten weiter.
duplicates-consequence-history = Der Verlauf beider Einträge steht künftig beim Eintrag, der bleibt.
duplicates-consequence-undo = Bis { $until } können Sie alles zusammen zurücknehmen.
duplicates-merge = Zusammenführen
duplicates-back = Zurück zur Auswahl
duplicates-merged = Zusammengeführte Einträge
duplicates-gone = Aufgegangen ist
duplicates-kept = Geblieben ist
duplicates-deleted = Der Eintrag ist inzwischen gelöscht.
duplicates-undone-at = Zurückgenommen am { $when }.
duplicates-undo-lead = Waren es doch zwei? Bis { $until } stellt ein Klick beide Einträge wieder her, mit allem, was an ihnen hing.
duplicates-undo = Zusammenführung zurücknehmen
duplicates-undo-over = Das lässt sich nicht mehr zurücknehmen.
duplicates-due-organisations = { $count ->
        [one] 1 Organisation steht wohl doppelt im Register
       *[other] { $count } Organisationen stehen wohl doppelt im Register
    }
duplicates-due-people = { $count ->
        [one] 1 Person steht wohl doppelt im Register
       *[other] { $count } Personen stehen wohl doppelt im Register
    }
duplicates-fault-circle = Der Eintrag, der bleiben soll, steht unter einem, der unter dem anderen steht. Lassen Sie den anderen bleiben, oder ändern Sie vorher, was worüber steht.
duplicates-fault-roles = Am Eintrag, der gehen soll, hängt ein Konto mit Rechten, und der andere hat ein eigenes Konto. Lassen Sie den Eintrag mit den Rechten bleiben, oder nehmen Sie sie vorher weg.
duplicates-fault-undone = Diese Zusammenführung ist schon zurückgenommen.
duplicates-fault-too-late = Die dreißig Tage sind um; das lässt sich nicht mehr zurücknehmen.
duplicates-fault-deleted = Der Eintrag, der geblieben war, ist inzwischen gelöscht.
duplicates-fault-later-merge = In denselben Eintrag ist später noch einer aufgegangen. Nehmen Sie erst diese Zusammenführung zurück.
duplicates-fault-record-changed = Der Eintrag ist seither geändert worden, und beides passt nicht zusammen. Legen Sie den zweiten Eintrag neu an.
duplicates-fault-row-changed = Etwas, das umgezogen ist, wurde seither geändert. Legen Sie den zweiten Eintrag neu an.
duplicates-fault-taken = Den Namen des Eintrags, der wiederkommen soll, trägt inzwischen ein anderer. Ändern Sie erst dessen Namen.
done-duplicates-different = Vermerkt: Das sind zwei verschiedene Einträge.
done-duplicates-different-back = Das Paar wird wieder verglichen.
done-duplicates-merged = Die Einträge sind zusammengeführt.
done-duplicates-undone = Die Zusammenführung ist zurückgenommen; beide Einträge sind wieder da.

# Was Dubletten über Personen speichern.
duplicates-holding = Zusammengeführte Einträge
duplicates-holding-purpose = Zusammenführungen zurücknehmen können
duplicates-holding-merge = Früherer Eintrag
duplicates-holding-noted = Name an Arbeit mit Dubletten
