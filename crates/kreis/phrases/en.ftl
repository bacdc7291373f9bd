cli-missing = There is no such thing.
cli-stale = Something has changed meanwhile; please repeat the command.
cli-locked = Another Kreis process already works on { $path }. End it first (the service with “sudo systemctl stop kreis”), or choose another file.
cli-locked-server = Another Kreis process is already working on this PostgreSQL database. Stop it first (the service with “sudo systemctl stop kreis”), or choose another database.
cli-taken-away = While the connection to PostgreSQL was broken, another Kreis process took over the database. This one ends.
cli-not-migrated = The database does not match this program. Restart the service, or stop it and run “kreis migrate”.
config-fine = The settings are fine.
config-usable = The settings can be used; please look at the notes.
config-note-sample = This still stands as in the sample. Name your own.
config-note-open = Whoever reaches this port around the proxy can pass for anybody (behind_proxy). Leave listen at 127.0.0.1 if the proxy is on this machine.
config-note-no-backups = No folder is named; nothing is backed up by itself.
config-note-no-folder = There is no folder { $path }. Make it: sudo install -d -o kreis -g kreis -m 700 { $path }
config-denied = The account that runs this command may not read { $path } ({ $reason }). Run it as kreis (sudo -u kreis kreis …), and give the folder to the group kreis: sudo chown -R root:kreis /etc/kreis
config-no-file = The settings in { $path } cannot be read ({ $reason }). Name the file with --config; “kreis config sample” prints one to begin with.
config-not-toml = The file is not valid TOML (line { $line }): { $reason }
config-unknown = There is no such field; “kreis config sample” shows them all.
config-missing = This is missing.
config-not-text = A text in quotes belongs here.
config-not-a-number = A whole number belongs here.
config-not-a-switch = This must be true or false.
config-wrong = This cannot be used: { $reason }
config-base-url = Please give the whole address, for example https://kreis.example.org.
config-base-url-path = The address ends with the name of the machine: no slash and no path.
config-base-url-plain = Without TLS anybody on the network can read sign-in links. Use https:// with a proxy in front; http:// is for this very machine (localhost) only.
config-unreadable = { $path } cannot be read: { $reason }
config-no-certificate = There is no certificate in PEM form in { $path }.
config-no-folder = The folder of { $path } does not exist; please create it.
config-no-database = Please name a file (path) or a PostgreSQL database (url, url_file or DATABASE_URL).
config-database-url = The address must begin with postgres://.
config-database-url-signs = Signs such as @, / or % in name and password are written as %40, %2F, %25.
config-database-url-twice = Please name url or url_file, not both.
config-choice = Possible are: { $choices }.
config-number = A whole number from { $least } to { $most } is possible.
config-not-a-list = This takes a list of words, such as ["operator", "office"].
config-not-a-key = { $path } holds no key. “openssl rand -base64 32” makes one.
config-no-sign-in-key = second_factor takes a key (key_file): without it nobody can set up an app.
config-provider-word = The word of the section stands in addresses: lower-case letters, digits and hyphens.
config-issuer = This takes the address of the provider with https://, exactly as it says it; http:// is for this machine alone.
config-listen = An address of this machine with its port belongs here, for example 127.0.0.1:8080.
config-host = This is no name of a machine, for example mail.example.org.
config-mail = This is no mail address.
config-no-password = With user there must be a file with the password.
config-login-in-the-clear = With user the password would cross the network unencrypted. Set tls to "starttls" or "implicit".
vault-no-places = The key store has no place. Name folder and key_file below [vault].
vault-folder = The folder of keys { $path } is of no use: { $reason }
vault-busy = Another Kreis process works with the keys in { $path }. Stop the service first.
vault-too-open = { $path } is open to others (mode { $mode }). Close it: chmod { $wanted }
vault-unreadable = { $path } cannot be read: { $reason }
vault-unwritable = { $path } cannot be written: { $reason }
vault-not-a-key = There is no operator's key in { $path }. Bring the right file back.
vault-no-operator-key =
    { $count ->
        [0] The operator's key is missing: { $path }. Bring the file back; a wholly new one is made by the first start of the service.
        [one] The operator's key is missing: { $path }. Without it the one key that is there cannot be opened. Bring the file back.
       *[other] The operator's key is missing: { $path }. Without it the { $count } keys that are there cannot be opened. Bring the file back.
    }
vault-other-operator-key =
    { $count ->
        [one] The operator's key in { $path } is another one than that which wraps the key that is there. Bring the right one back.
       *[other] The operator's key in { $path } is another one than that which wraps the { $count } keys that are there. Bring the right one back.
    }
vault-copy-place = { $path } would lie in the folder of keys or of backups. Older copies would stay there, or go with it; take another place.
vault-copy-not-ours = { $path } is no copy of keys and stays as it is. Take another name.
vault-copy-damaged = { $path } is no copy of keys, or it is damaged.
vault-copy-other-key = The copy { $path } is wrapped with another key of the operator's. Bring the file of that time back first.
vault-backup-done = Keys saved: { $path }, valid: { $keys }, destroyed: { $gone }. Keep no older copy.
vault-restore-done =
    { $keys ->
        [0] There was no key to bring back.
        [one] One key is back.
       *[other] { $keys } keys are back.
    }
vault-restore-were-here =
    { $count ->
        [one] One was there already and stays as it is.
       *[other] { $count } were there already and stay as they are.
    }
vault-restore-stay-gone =
    { $count ->
        [one] One has been destroyed since and stays so.
       *[other] { $count } have been destroyed since and stay so.
    }
vault-restore-went =
    { $count ->
        [one] One that was still here had been destroyed, and is gone here now, too.
       *[other] { $count } that were still here had been destroyed, and are gone here now, too.
    }
vault-rotate-done =
    { $keys ->
        [0] The operator's key is new; there was nothing to wrap anew.
        [one] The operator's key is new; one key is wrapped anew.
       *[other] The operator's key is new; { $keys } keys are wrapped anew.
    }
vault-rotate-copy = It opens no earlier copies: run "kreis vault backup" at once, and save the new key.
vault-check-what = Keys that can be opened: { $keys }; destroyed: { $gone }.
vault-check-passed = All is well with the keys.
vault-check-damaged = { $path } is damaged.
vault-check-other-key = { $path } is wrapped with another key of the operator's.
vault-check-not-wiped = { $path } was destroyed and still lies there; the next start of the service removes it.
vault-check-draft = { $path } was left half written; the next start of the service removes it.
vault-check-changing = The change of the key in { $path } was broken off. Stop the service and run "kreis vault rotate" once more.
vault-check-no-copy = The copy { $path } is missing. Write it: kreis vault backup { $path }
vault-check-old-copy = The copy { $path } is not of now. It may hold keys that were destroyed; "kreis vault backup" writes it again.
config-vault-key-inside = The operator's key must not lie in the folder of keys: whoever had the folder would have everything.
config-vault-copy-inside = The copy must not lie in the folder of keys, or it is lost with it.
config-vault-in-backups = This must not lie in the folder of backups: older keys would live on there.
serve-no-address = Cannot listen at { $address }: { $reason }
serve-set-up = There is no network yet. Set up the first one; the link works until the next start:
second-factor-reset = The second factors are gone, and the account is signed out everywhere. A mail tells the person.
second-factor-none = This account has no second factor.
sign-in-unknown = No account has this address.
sign-in-link = This link signs in once and works for an hour:
migrate-done =
    { $count ->
        [0] The database was up to date already.
        [one] One step applied; the database is up to date.
       *[other] { $count } steps applied; the database is up to date.
    }
mail-check-level-ok = fine     { $sentence }
mail-check-level-task = do       { $sentence }
mail-check-level-warning = note     { $sentence }
mail-check-level-fault = fault    { $sentence }
mail-check-passed = Mail can go out.
mail-check-failed =
    { $count ->
        [one] Mail does not go out like this; there is one fault to mend.
       *[other] Mail does not go out like this; there are { $count } faults to mend.
    }
mail-check-letter-subject = A trial letter from Kreis
mail-check-letter-text =
    Hello,

    “kreis mail test” sent this mail. If you read it, mail from Kreis reaches you.
mail-check-settings-unusable = It does not work with these settings: { $reason }
mail-check-reachable = The mail server { $server } answers.
mail-check-unreachable = The mail server { $server } does not answer: { $reason }. Check host and port, and whether a firewall stands in between.
mail-check-encrypted = The connection is encrypted.
mail-check-plain-on-this-machine = The connection is not encrypted and stays on this machine.
mail-check-plain-on-the-network = The connection crosses the network unencrypted. Set tls to "starttls" or "implicit".
mail-check-tls-offered-but-unused = The server offers encryption. Set tls to "starttls".
mail-check-tls-failed = Encryption fails: { $reason }. With an authority of your own, trust_file helps.
mail-check-tls-otherwise = This port does not speak TLS like that ({ $reason }). Try tls = "starttls" (port 587) or tls = "implicit" (port 465).
mail-check-login-not-offered = The server offers no login here. Leave user out, or use TLS: tls = "starttls" or "implicit".
mail-check-login-accepted = Signing in as { $user } works.
mail-check-login-not-set = No login is set; so far the server asks for none.
mail-check-login-refused = The server refuses the login: { $reason }. Check user and password_file.
mail-check-addresses-accepted = The server takes mail from { $sender } to { $recipient }.
mail-check-sender-refused = The server does not take { $sender } as sender: { $reason }
mail-check-recipient-refused = The server does not take { $recipient } as recipient: { $reason }
mail-check-letter-sent = The trial letter to { $recipient } was handed over: { $receipt }
mail-check-letter-not-sent = The trial letter was not taken: { $reason }
mail-check-sender-aligned = Sender and address for bounces belong to one domain: { $domain }.
mail-check-sender-not-aligned = The sender belongs to { $from }, the address for bounces to { $sender }. SPF cannot vouch for the sender like this; use an address of the same domain as envelope_sender.
mail-check-dkim-not-set = Kreis does not sign by itself (DKIM). That is right where the mail server signs; otherwise add [mail.dkim].
mail-check-dkim-key-fine = The DKIM key has { $bits } bits and can be used.
mail-check-dkim-key-unusable = The DKIM key cannot be used: { $reason }
mail-check-dkim-key-too-short = The DKIM key has { $bits } bits only. Make one of 2048 bits: openssl genrsa -out dkim.pem 2048
mail-check-dkim-key-ed25519 = The DKIM key is Ed25519. Some large providers do not check it yet; RSA of 2048 bits arrives everywhere.
mail-check-dkim-aligned = The signature vouches for the sender’s domain: { $domain }.
mail-check-dkim-not-aligned = The signature vouches for { $signed }, the sender belongs to { $from }. Use the sender’s domain as domain.
mail-check-dkim-record = Publish this TXT record in the DNS: { $name } with the text { $value }
mail-check-spf-hint = Whether the SPF record of { $domain } names the server { $server } cannot be seen from here; please check it in the DNS.
mail-check-mailbox-not-set = No mailbox is set; nobody reads answers and returned mail in.
mail-check-folder-opened = Mailbox { $server }: the folder “{ $folder }” can be read, mails in it: { $mails }.
mail-check-mailbox-unusable = Mailbox { $server } cannot be read: { $reason }
mail-check-dmarc-hint = A DMARC record at { $name } helps against forged senders, for example “v=DMARC1; p=none” to begin with.
demo-ready = The demo is running. All data are samples; no mail leaves this machine.
demo-address = Address
demo-links = Sign in as
demo-end = End it with Ctrl+C.
demo-kept = Everything stays in { $path }.
demo-has-begun = The demo in this folder has begun already. Leave out --on, or use an empty folder.
demo-role-office = Office
demo-role-leader = Leader
demo-role-member = Contact person
demo-role-operator = Operator
demo-role-protection = Data protection
demo-role-conferences = Registrations
demo-role-assistance = Assistance contact
demo-role-public = Public
demo-title = Demo
demo-lead = Try Kreis with sample data here. No mail leaves this machine, and you cannot break anything.
demo-who-heading = Who would you like to be?
demo-role-office-text = You plan meetings, invite, keep minutes and publish.
demo-role-leader-text = You lead the group: agenda, invitation, attendance, minutes.
demo-role-member-text = You speak for a member organisation and see your invitations and tasks.
demo-role-operator-text = You run the installation for all networks.
demo-role-protection-text = You watch over requests, deletion rules, and who has read what.
demo-role-conferences-text = You run the office in Saxony: three conferences to choose from, registrations and a waiting list.
demo-role-assistance-text = You are the assistance contact in Saxony: you alone read what participants of the conferences need, and see to it.
demo-role-public-text = You see what everybody sees.
demo-tour-heading = Five minutes to try things out
demo-tour-1 = As the public, look at the Kreisgruppe’s meetings. The next meeting is on 7 December 2017.
demo-tour-2 = Become the office, open that meeting and write the invitation. Release it in the outbox.
demo-tour-3 = Open the mailbox. Every mail lies there with its PDF and calendar entry; one click on accept or decline answers it.
demo-tour-4 = Use the bar at the top to go to the next meeting. Enter who is there and write the minutes. A line such as “@Name until 15.1.: hand in the figures” becomes a task.
demo-tour-5 = Circulate the minutes, go on day by day until the term ends, and distribute them. The open task stands on the next agenda.
demo-start-link = Overview
demo-post-title = Mailbox of the demo
demo-post-lead = All mails that Kreis has sent, the newest first. None has left this machine.
demo-post-none = No mails yet
demo-post-none-advice = As soon as somebody releases an invitation or asks for a sign-in link, the mail lies here.
demo-post-search = Mail address or subject
demo-post-search-go = Search
demo-post-search-none = No mail found for “{ $search }”
demo-post-search-none-advice = Try fewer or other words.
demo-post-search-all = All mails
demo-post-when = Time
demo-post-to = To
demo-post-from = From
demo-post-reply-to = Reply to
demo-post-subject = Subject
demo-post-no-subject = (no subject)
demo-post-html = As HTML
demo-post-text = As text
demo-post-files = Attachments
demo-post-calendar = Calendar entry
demo-post-raw = Source of the mail
demo-post-signed = All mails carry a signature (DKIM).
demo-post-key = The record of its key, as the DNS would hold it
demo-answer = Answer as the recipient
demo-answer-lead = What you do here arrives like a mail from the mailbox.
demo-answer-calendar = With the calendar program
demo-answer-words = In your own words
demo-answer-send = Write a mail
demo-answer-bounce = Let it come back as undeliverable
done-demo-answered = The answer has arrived. The office sees it in the inbox or on the guest list.
done-demo-nothing-said = Please write something.
done-demo-moved = The clock has been moved on; what was due is done.
done-demo-forward-only = The clock moves forward only.
done-demo-no-gathering = No further meeting is planned.
upgrade-no-folder = This version must change the tables, and takes a backup first. Name a folder for it: [backup] folder or KREIS_BACKUP_FOLDER. Nothing was changed.
migrate-saved = A backup from before the change is in { $path }.
backup-done =
    { $rows ->
        [one] Backed up: one row of { $tables } tables in { $path }.
       *[other] Backed up: { $rows } rows of { $tables } tables in { $path }.
    }
backup-exists = { $path } is there already; a backup overwrites nothing.
backup-unwritable = { $path } cannot be made: { $reason }
backup-denied = The account that runs this command may not read { $path } ({ $reason }). The account kreis must be able to read the file, and cannot look into /root or /home: put it below /var/lib/kreis.
backup-unreadable = { $path } cannot be read: { $reason }
backup-nothing = There is nothing in this database yet that could be backed up.
backup-damaged = { $path } is no complete, undamaged backup of Kreis: its checksum is wrong. Nothing was changed. Take another backup.
backup-newer-format = { $path } has a newer format than this version of Kreis can read. Nothing was changed.
restore-newer = The backup comes from Kreis { $program } and needs a newer state of the tables ({ $step }). Install that version at least. Nothing was changed.
restore-not-empty = There are data in the database already. Take an empty one, or replace what is there with --replace; it is backed up first. Nothing was changed.
restore-others = There are tables in this database that are not of Kreis. Take a database for Kreis alone. Nothing was changed.
restore-saved = What was there before is backed up in { $path }.
restore-done =
    { $rows ->
        [one] Restored: one row in { $tables } tables, as of { $when }.
       *[other] Restored: { $rows } rows in { $tables } tables, as of { $when }.
    }
restore-held = Mails go out only when the office releases them in its outbox or stops holding them back. Whoever was signed in signs in anew.
check-fresh = There is no backup yet; a fresh one is tried.
check-what = Trial restore from { $path }, as of { $when }
check-good = good   { $sentence }
check-bad = fault  { $sentence } ({ $wrong })
check-rows =
    { $seen ->
        [one] one row, in every table as many as were backed up
       *[other] { $seen } rows, in every table as many as were backed up
    }
check-references = every row finds what it refers to
check-files =
    { $seen ->
        [one] one file, unchanged
       *[other] { $seen } files, each unchanged
    }
check-database = the database file is sound
check-passed = This backup would bring everything back.
check-failed = This backup would not bring everything back. Take a new one, and look at the database.
operation-title = Operation
operation-lead = The state of the whole installation, over all networks. What mails say is not shown here.
operation-trouble = The backup has failed
operation-trouble-lead = Last on { $when } (UTC). Kreis tries again after half an hour.
operation-version = Version
operation-database = Database
operation-megabytes = about { $count } MB
operation-backup = Last backup
operation-hour = { $when } (UTC)
operation-backup-none = None yet
operation-backup-off = Not set up; name a folder under [backup] in the settings.
operation-jobs = Failed jobs
operation-jobs-none = No failed jobs
operation-jobs-lead = This background work has failed too often. Fix the cause, then have it tried again.
operation-letters = Mails that could not be delivered
operation-letters-none = No undelivered mail
operation-letters-lead = The mail server refused these mails or could not be reached. The office sees them in its outbox, too.
operation-col-what = What
operation-col-when = Time
operation-col-story = Cause
operation-col-act = Actions
operation-tries =
    { $count ->
        [one] one try
       *[other] { $count } tries
    }
operation-again = Try again
operation-drop = Discard
done-operation-job-again = The job will be tried again.
done-operation-job-dropped = The job is discarded.
done-operation-letter-again = The mail will be sent again.
done-operation-letter-dropped = The mail is discarded and will not be sent.
done-operation-gone = That was already settled.
regions-read = Read in: { $count ->
        [one] one region
       *[other] { $count } regions
    }, { $new } of them new and { $changed } changed; { $ended } are no longer offered.
regions-no-file = The file cannot be read: { $path }
regions-fault-line = Line { $line } is neither a line of the Gemeindeverzeichnis (GV100AD) nor key and name. Nothing was read in.
regions-fault-empty = There is no region in the file.
regions-fault-size = The file is larger than 50 MB.
regions-fault-district = There is no district for the key { $key }. Read in the districts first. Nothing was read in.
import-found = { $path }: { $gatherings ->
        [one] one gathering
       *[other] { $gatherings } gatherings
    }, { $organisations ->
        [one] one organisation
       *[other] { $organisations } organisations
    }, { $posts ->
        [one] one post
       *[other] { $posts } posts
    }
import-only-dry = With --network drafts come into the office; with --dry-run Kreis only shows what it finds.
import-no-file = The file cannot be read: { $path }
import-no-pages = There is nothing in this folder that Kreis reads (web pages, texts, documents, calendars, tables): { $path }
import-same-name = Another file has the same name, this one was not read: { $path }
import-empty = There is nothing in the file: { $path }
import-too-large = The file is larger than 20 MB: { $path }
import-no-text = There are no words in the file, only pictures; it is probably a scan. Have its text recognised first: { $path }
import-unknown = Kreis reads no files of this kind: { $path }
import-broken = The file is damaged or not what it says that it is: { $path }
import-too-long = Reading the file takes too long and was stopped: { $path }
import-too-much = The file becomes too large when it is read or unpacked, and was stopped: { $path }
import-locked = The file is protected with a password. Save it without one: { $path }
import-old-office = The file has an old format. Save it as DOCX, XLSX or PDF: { $path }
import-not-started = Kreis could not start a process to read in; the file is not to blame: { $path }
import-not-written = This cannot be written: { $path }
import-which = Please name the network whose office reviews the drafts with --network, or a folder with --dry-run --json.
import-no-network = There is no network with this address: { $slug }
import-actor = Operation
import-entered = { $path }: { $new } new drafts, { $known } known already
import-known = { $path }: there already, nothing changed
import-waits = { $path }: is read by the running program
import-unread = The file could not be read: { $path }
import-review = To be reviewed: { $address }
