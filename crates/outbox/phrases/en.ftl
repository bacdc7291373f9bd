outbox-sample-data = Sample data
outbox-title = Outbox
outbox-lead = Mails to many people wait here until somebody looks at them and releases them. The answer to one person’s act, such as a sign-in link, goes out at once.
outbox-waiting = Waiting for release
outbox-waiting-none = Nothing waits for release
outbox-waiting-none-advice = Invitations and minutes for many people appear here once you have prepared them.
outbox-since = since { $when }
outbox-failed = Not delivered
outbox-failed-lead = The mail server refused these mails or could not be reached. Check the address and send once more.
outbox-queued = On their way
outbox-sent = Sent
outbox-sent-none = Nothing sent yet
outbox-sent-count =
    { $count ->
        [one] One mail
       *[other] { $count } mails
    }
outbox-pages = More mails that were sent
outbox-about = { $title }, { $day }
outbox-newer = Newer
outbox-older = Older
outbox-col-to = To
outbox-col-about = What it is about
outbox-col-state = State
outbox-col-answer = The mail server’s answer
outbox-by = Prepared by
outbox-state-waiting = Waiting
outbox-state-queued = On its way
outbox-state-sent = Sent
outbox-state-failed = Not delivered
outbox-state-withdrawn = Withdrawn
outbox-answer-unreachable = The mail server could not be reached.
outbox-answer-slow = The mail server did not answer in time.
outbox-answer-broken = The connection to the mail server broke off.
outbox-answer-tls = No encrypted connection to the mail server came about. Please tell the people who run the installation.
outbox-answer-unwritten = This mail could not be written. Please tell the people who run the installation.
outbox-answer-paused = Nothing goes to this address at present: mail came back for good three times. Correct the address or free it again in the inbox.
outbox-group-lead =
    { $count ->
        [one] One mail waits for your release. Nobody has received anything yet.
       *[other] { $count } mails wait for your release. Nobody has received anything yet.
    }
outbox-release-consequence = Once released, the mails go out. That cannot be taken back.
outbox-release =
    { $count ->
        [one] Release one mail
       *[other] Release all { $count } mails
    }
outbox-recipients = Who gets them
outbox-preview-first = What the first one looks like
outbox-discard-open = Discard …
outbox-discard-consequence = The mails will not be sent. What they are about, such as the guest list, stays as it is.
outbox-discard =
    { $count ->
        [one] Discard one mail
       *[other] Discard all { $count } mails
    }
outbox-to-group = To the mails that it is released with
outbox-again = Send once more
outbox-view = Preview
outbox-view-to = To
outbox-view-subject = Subject
outbox-view-html = The mail as mail programs show it
outbox-view-text = As plain text
outbox-view-calendar = Calendar entry
outbox-view-note = Personal links in the preview do not work; each mail gets its own when it is sent.
outbox-view-none = This mail is no longer needed
outbox-view-none-advice = What it was to tell is no longer true. It will not be sent.
outbox-kilobytes = { $count } KB
outbox-due-waiting =
    { $count ->
        [one] Release one mail
       *[other] Release { $count } mails
    }
outbox-due-waiting-note = They wait in the outbox.
outbox-due-failed =
    { $count ->
        [one] One mail was not delivered
       *[other] { $count } mails were not delivered
    }
outbox-due-failed-note = The outbox says why.
outbox-nav = Outbox
done-letter-sent-again = The mail is being sent once more.
done-letters-released = Released. The mails are going out now.
done-letters-discarded = Discarded. These mails will not be sent.
journal-letters-released = Mails released
journal-letters-discarded = Mails discarded
journal-letter-sent-again = Mail sent once more
journal-letter-failed = Mail could not be delivered
journal-address-freed = Mail address released again
outbox-hold = Held back after the restore
outbox-hold-lead = Kreis works on the backup of { $when }. So that nobody gets anything twice, no mail goes out by itself, no reminder and no confirmation either; all of them wait here for your release. Only links for signing in are sent.
outbox-hold-advice = Look through the mails that wait: release what is still missing, and discard what has arrived since the backup. Then stop holding mails back.
outbox-hold-end = Stop holding mails back
outbox-held =
    { $count ->
        [one] One of them held back after the restore
       *[other] { $count } of them held back after the restore
    }
outbox-held-lead =
    { $count ->
        [one] One of these mails has been held back since the restore. It may have gone out before the breakdown; please check before you release it.
       *[other] { $count } of these mails have been held back since the restore. They may have gone out before the breakdown; please check before you release them.
    }
done-letter-hold-ended = Mails go out by themselves again. What waits here goes on waiting for your release.
journal-letter-hold-ended = Holding mails back ended

# What the outbox holds about people.
outbox-holding = Letters by mail
outbox-holding-purpose = Showing who was invited and told what, and when
outbox-holding-letter = Mail to the person
outbox-holding-address = What the mail server said of the address
outbox-holding-laid = Name as the writer of a mail
outbox-retained = Mails that were sent
outbox-retained-hint = Counts from the day of sending. The entry in the outbox goes; the text is not kept anyway.
