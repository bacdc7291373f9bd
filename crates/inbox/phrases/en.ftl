inbox-nav = Inbox
inbox-title = Inbox
inbox-lead = What comes back to our mails: answers from calendars and from people, mail that could not be delivered, and whatever cannot be matched. Nothing is lost, and nothing is answered automatically.
inbox-looked = Last look into the mailbox: { $when }
inbox-no-mailbox = No mailbox has been set up yet, or nobody has looked into it.
inbox-mailbox-fault = The mailbox could not be read last time. The operator can see why with “kreis mail test”; we keep trying.
inbox-open = To do
inbox-open-none = Nothing to do
inbox-open-none-advice = Answers from calendars are recorded automatically. What somebody writes in their own words stays here until you have read it.
inbox-settled = Filed and done
inbox-settled-none = Nothing filed yet
inbox-settled-count =
    { $count ->
        [one] One mail
       *[other] { $count } mails
    }
inbox-pages = Pages of filed mails
inbox-col-from = From
inbox-col-subject = Subject
inbox-col-finding = What it is
inbox-col-when = Received
inbox-col-address = Address
inbox-col-person = Person
inbox-col-reason = Reason
inbox-col-act = Action
inbox-why-address = This mailbox does not exist (any more).
inbox-why-domain = The part after the @ does not exist. It may be misspelt.
inbox-why-full = The mailbox is full.
inbox-why-mailbox = The mailbox accepts nothing at present.
inbox-why-network = The mail server of the address could not be reached.
inbox-why-policy = The mail server of the address refuses our mails. Please tell the operator.
inbox-why-unknown = The mail server gives no clear reason.
inbox-nobody = No sender
inbox-no-subject = No subject
inbox-no-words = This mail contains no text.
inbox-quoted = Quoted text
inbox-said = Answer from the calendar
inbox-files = Attachments
inbox-files-note = Open only what you expect. Attachments are downloaded and not shown here.
inbox-file-nameless = attachment
inbox-kind-calendar = Answer from a calendar
inbox-kind-answer = Answer to our mail
inbox-kind-automatic = Automatic reply
inbox-kind-bounce = Undeliverable
inbox-kind-unknown = Other mail
inbox-kind-own = Our own mail
inbox-state-open = Open
inbox-state-filed = Filed
inbox-state-quiet = Filed quietly
inbox-state-dismissed = Done
inbox-finding-calendar = The answer is recorded.
inbox-finding-calendar-older = Not recorded: a newer answer is already known.
inbox-finding-calendar-version = Not recorded: the answer is about an earlier version of the meeting. Please ask.
inbox-finding-calendar-late = Not recorded: the meeting has begun or is cancelled, or the invitation was withdrawn.
inbox-finding-calendar-words = Not recorded: the calendar says neither yes nor no, perhaps it names a deputy. Please read for yourself.
inbox-finding-calendar-other = Not recorded: the answer comes from a different address than the invited one. Please check who sent it.
inbox-finding-calendar-stranger = Not recorded: this address is not on the guest list. Perhaps the invitation was forwarded.
inbox-finding-calendar-unknown = Not recorded: there is no such meeting here.
inbox-finding-answer = Answer to our mail. Please read what is meant.
inbox-finding-answer-other = Answer to our mail, but from another address. Please check who sent it.
inbox-finding-automatic = Automatic reply, such as an out-of-office note. There is nothing to do.
inbox-finding-bounce-hard = Our mail was returned as permanently undeliverable; this is noted with the address.
inbox-finding-bounce-soft = Our mail was returned as temporarily undeliverable; this is noted with the address.
inbox-finding-bounce-unknown = A mail was returned that cannot be matched with any of ours.
inbox-finding-unknown = This mail cannot be matched with anything. Please read it.
inbox-finding-unreadable = This mail could not be read. It is still in the mailbox.
inbox-finding-too-large = This mail is too large. Only its header is here; the whole of it is in the mailbox.
inbox-finding-own = One of our own mails.
inbox-answer = Record an answer
inbox-answer-of = { $name } so far: { $reply }
inbox-file = Belongs to
inbox-file-do = File with the meeting
inbox-file-nowhere = There is no meeting yet to file the mail with.
inbox-field-gathering = Meeting
inbox-fault-gathering = Please choose a meeting of this network.
inbox-settle = Done
inbox-reopen = Reopen
inbox-settled-by = { $name }, { $when }
inbox-paused = Paused addresses
inbox-paused-lead = Mail to these addresses was returned as permanently undeliverable three times. Nothing is sent there until you correct the person’s address or release it again here.
inbox-paused-since = paused since { $when }
inbox-free = Release the address
inbox-address-paused = Nothing is sent to this address
inbox-address-paused-note = Mail was returned as permanently undeliverable three times. Correct the address, or release it again if it is right after all.
inbox-address-trouble = Mail was returned
inbox-address-trouble-note = Permanently: { $hard }, temporarily: { $soft }. After three permanent returns the address is paused.
inbox-here = Mails about this meeting
inbox-due-open =
    { $count ->
        [one] One mail is waiting
       *[other] Mails are waiting
    }
inbox-due-open-note = Answers in people’s own words, and what cannot be matched.
inbox-due-paused =
    { $count ->
        [one] One address is paused
       *[other] Addresses are paused
    }
inbox-due-paused-note = Mail was returned three times. Please correct the address or release it.
inbox-settings-title = Reminders and daily mail
inbox-settings-lead = Every morning at 7 the program checks who has not answered yet and who comes tomorrow, and reports to the office in one mail.
inbox-settings-reminders = Reminders
inbox-settings-digest = Daily mail
inbox-settings-save = Save settings
inbox-cancel = Cancel
inbox-field-days = Remind people who have not answered this many days before
inbox-field-days-hint = 0 means never. Nobody who was invited within the last two days is reminded.
inbox-field-day-before = Remind people who accepted on the day before
inbox-field-without-release = Send reminders without release
inbox-field-without-release-hint = Otherwise they wait in the outbox until you release them.
inbox-field-digest = One mail to the office every morning
inbox-field-digest-hint = Only if something happened: new answers, mails, returned mail or reminders.
done-mail-filed = The mail is now filed with the meeting.
done-mail-settled = The mail is done.
done-mail-reopened = The mail has been reopened.
done-address-freed = The address is released.
done-inbox-settings = The settings are saved.
journal-mail-filed = Mail filed with a meeting
journal-mail-settled = Mail settled
journal-mail-reopened = Mail reopened
journal-reminders-set = Reminders and daily mail changed
letter-inbox-digest = Daily mail
inbox-digest-subject = Your day at the office: { $day }
inbox-digest-opening = Good morning. This has happened since the last daily mail; as of { $day }.
inbox-digest-replies = New answers
inbox-digest-reply = { $name }: { $reply } ({ $title })
inbox-digest-reply-deputy = { $name }: { $reply } ({ $title }). Coming instead: { $deputy }
inbox-digest-reply-note = { $name }: { $reply } ({ $title }). Remark: { $note }
inbox-digest-reply-deputy-note = { $name }: { $reply } ({ $title }). Coming instead: { $deputy }. Remark: { $note }
inbox-digest-mails = Mails that wait for you
inbox-digest-mail = { $name }: { $subject }
inbox-digest-due = What is due
inbox-digest-reminders =
    { $count ->
        [one] One reminder was prepared or sent this morning.
       *[other] { $count } reminders were prepared or sent this morning.
    }
inbox-digest-bounces =
    { $count ->
        [one] One mail came back.
       *[other] { $count } mails came back.
    }
inbox-digest-paused =
    { $count ->
        [one] One address is paused.
       *[other] { $count } addresses are paused.
    }
inbox-digest-waiting =
    { $count ->
        [one] One mail waits in the outbox for release.
       *[other] { $count } mails wait in the outbox for release.
    }
inbox-digest-failed =
    { $count ->
        [one] One mail could not be delivered.
       *[other] { $count } mails could not be delivered.
    }
inbox-digest-missing = Answers still missing
inbox-digest-missing-of = { $title } on { $day }: { $silent } of { $guests } have not answered
inbox-digest-start = To the start page
inbox-digest-inbox = To the inbox
inbox-digest-because = You get this mail because it goes to the office's address. It can be turned off in the inbox under “Reminders and daily mail”.

# What the inbox holds about people.
inbox-holding = Mails that came in
inbox-holding-purpose = Taking over replies to invitations
inbox-holding-mail = Mail from the person
inbox-holding-settled = Name at a mail that was dealt with
inbox-retained = Mails that came in
inbox-retained-hint = Counts from their arrival. Open mails stay until they are dealt with.
