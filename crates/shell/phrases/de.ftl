shell-product = Kreis
shell-skip-to-content = Zum Inhalt springen
shell-main-navigation = Hauptnavigation
shell-menu = Menü
shell-breadcrumbs = Sie sind hier
shell-footer = Service und Rechtliches
shell-sign-in = Anmelden
shell-sign-out = Abmelden
shell-signed-in-as = Angemeldet als
shell-sample-data = Beispieldaten
shell-demo = Vorführung
shell-demo-bar = Steuerung der Vorführung
shell-demo-today = Heute:
shell-demo-next-day = Nächster Tag
shell-demo-next-gathering = Nächster Termin
shell-demo-date = Zu diesem Tag springen
shell-demo-go = Zum Tag
shell-demo-mail = Postfach
shell-what-to-do = Was Sie tun können
shell-consequences = Was dann geschieht
shell-cancel = Abbrechen
shell-summary-heading =
    { $count ->
        [one] Bitte prüfen Sie eine Angabe
       *[other] Bitte prüfen Sie { $count } Angaben
    }
shell-autosave-changed = Noch nicht gespeichert
shell-autosave-saving = Wird gespeichert …
shell-autosave-saved = Gespeichert
shell-autosave-failed = Das Speichern hat nicht geklappt. Ihr Text steht noch hier; bitte speichern Sie ihn mit der Schaltfläche.
shell-autosave-conflict = Jemand anderes hat hier inzwischen etwas geändert. Ihr Text wurde nicht gespeichert.
shell-autosave-conflict-link = Anderen Stand ansehen
shell-print = Drucken
shell-copy = Kopieren
shell-copied = Kopiert
shell-filter = Liste filtern
shell-move-up = Nach oben
shell-move-down = Nach unten
