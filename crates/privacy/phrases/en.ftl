# Privacy: telling, erasing, terms, notices, looks.

privacy-nav = Data protection
privacy-account = Account
privacy-people = People
privacy-back = Back
privacy-print = Print

privacy-column-what = What
privacy-column-words = Content
privacy-column-when = When
privacy-column-where = Where
privacy-column-count = Number
privacy-column-fate = What happens
privacy-column-record = Entry
privacy-column-since = Period started
privacy-column-keep = Keep anyway
privacy-column-purpose = Purpose
privacy-column-by = By
privacy-column-how = Kind
privacy-column-reason = Reason
privacy-column-repeated = Repeated after a restore
privacy-column-who = Who
privacy-column-look = What
privacy-column-whose = About whom

privacy-own = What we hold about you
privacy-own-lead = Everything that a network holds about you: what it is for, on what legal basis, and where it can be seen.
privacy-own-none = No network has you in its directory
privacy-own-none-text = Only your account with the address { $mail } and your sessions are held.
privacy-own-change = Change yourself: name, language, password, sessions
privacy-own-requests = Your requests
privacy-own-erasure = Ask to be erased …
privacy-own-erasure-lead = This is what happens to your data when the office erases you. Nothing is erased yet.
privacy-own-erasure-how = Your request goes to the office, which has to act within a month. Until then you can withdraw it. Once everything is erased, you get a mail.
privacy-own-erasure-words = Would you like to say something about it?
privacy-own-erasure-send = Ask to be erased
privacy-withdraw = Withdraw request
privacy-held-why = Purpose: { $purpose }. Legal basis: { $ground }.
privacy-held-term = { $words } ({ $from } to { $until })
privacy-held-since = { $words } (since { $from })
privacy-held-until = { $words } (until { $until })
privacy-held-part = { $part }: { $words }
privacy-held-part-empty = { $part }: empty
privacy-file = Everything as a file (JSON)
privacy-ask = Ask for a correction
privacy-ask-lead = Your request goes to the office. You will find its answer on the page with your data. The office must answer within a month.
privacy-ask-words = What is wrong, and what is right?
privacy-ask-send = Send request
privacy-fault-words = Please write what is to be corrected.
privacy-fault-asked = You have asked for that already; the office has not answered yet.
privacy-fault-many = Five of your requests have not been answered yet. Please wait for an answer or withdraw one.

privacy-request-correction = Correction
privacy-request-erasure = Erasure
privacy-request-open = Open
privacy-request-done = Done
privacy-request-refused = Refused
privacy-request-of = From { $name }, { $when }
privacy-request-line = { $kind }, { $when }
privacy-erase-or-refuse = A request for erasure is settled once you erase; the person then gets a mail. If you refuse, explain here why.
privacy-refuse = Refuse
privacy-fault-erase-first = Please erase the person; that settles the request.
privacy-requests = Requests about personal data
privacy-requests-lead = Answer within a month (GDPR, Article 12 (3)). Requests by letter are answered from the person's page.
privacy-requests-none = No requests
privacy-requests-none-text = Members ask for correction or erasure from the page of their account.
privacy-requests-open = To be answered
privacy-requests-settled = Answered
privacy-answer = Answer
privacy-answer-hint = The person reads it on the page with their data.
privacy-answer-send = Save answer
privacy-outcome = Outcome

privacy-tab-requests = Requests
privacy-tab-rules = Retention
privacy-tab-notices = Notices
privacy-tab-proofs = Deletions
privacy-tab-reads = Access log

privacy-held-title = What is held about { $name }
privacy-held-lead = For answers under Article 15 GDPR, including requests by letter. It is logged that you read this page.
privacy-held-all = Data held
privacy-to-held = What is held about the person
privacy-to-person = To the person
privacy-to-erasure = Erase or anonymise …

privacy-erasure-title = Erase or anonymise { $name }
privacy-erasure-lead = See what will happen first. Nothing is erased yet.
privacy-erasure-ways = Ways to erase
privacy-erasure-preview = What happens
privacy-erasure-confirm = Erase for good
privacy-erasure-final = This cannot be undone. If an older backup is restored, the erasure is repeated.
privacy-erasure-understood = I have read the list.
privacy-fault-understood = Please confirm that you have read the list.
privacy-erase-now = Erase for good
privacy-anonymise-now = Anonymise for good
privacy-way-erase = Erase
privacy-way-erase-text = Everything is erased that does not have to stay. The numbers of people invited and of replies change with it.
privacy-way-anonymise = Anonymise
privacy-way-anonymise-text = Invitations and replies stay as numbers, without name and address. Where a name stood, it says “gelöschte Person”.
privacy-fate-deleted = Deleted
privacy-fate-anonymised = Without the name
privacy-fate-stays = Stays

privacy-rules = Retention rules
privacy-rules-lead = What is no longer needed should be deleted. Nothing is deleted before somebody has seen the list and released it; after that it can still be taken back for fourteen days.
privacy-rules-standing = What is due
privacy-rules-terms = Retention periods
privacy-rules-how = Enter the period in months. Without one, everything stays until you decide otherwise.
privacy-rules-save = Save periods
privacy-rule-hint = { $hint } Suggested: { $months } months.
privacy-rule-none = No period set
privacy-rule-none-text = As long as no period is set, everything stays.
privacy-term-label = Period
privacy-term =
    { $months ->
        [one] 1 month
       *[other] { $months } months
    }
privacy-standing-nothing = Nothing is older than its period.
privacy-standing-preview =
    { $count ->
        [one] 1 entry is older than its period and waits for your release.
       *[other] { $count } entries are older than their period and wait for your release.
    }
privacy-standing-quarantine =
    { $count ->
        [one] 1 entry will be deleted on { $day }.
       *[other] { $count } entries will be deleted on { $day }.
    }
privacy-quarantine =
    { $count ->
        [one] 1 entry, released by { $by }, will be deleted for good on { $day }.
       *[other] { $count } entries, released by { $by }, will be deleted for good on { $day }.
    }
privacy-quarantine-title = In quarantine
privacy-undo = Take the release back
privacy-due-title = Older than its period
privacy-due-vanished =
    { $count ->
        [one] One entry of the list is gone by now.
       *[other] { $count } entries of the list are gone by now.
    }
privacy-release-open = Release for deletion …
privacy-release-text = The entries go into quarantine for fourteen days. During that time you can take the release back; then they are deleted for good.
privacy-release = Release for deletion
privacy-keep = Keep
privacy-keep-no-longer = No longer keep
privacy-fault-no-preview = Nothing is waiting to be released.
privacy-fault-unseen = Please look at the list before you release it.
privacy-fault-no-quarantine = Nothing is in quarantine.

privacy-notices = Privacy notices
privacy-notices-lead = Your text appears under “Privacy” above the general part. Every published version stays readable, with its date.
privacy-notice = Privacy notice
privacy-notice-page = Privacy
privacy-notice-own = The office's notice
privacy-notice-text = Text
privacy-notice-text-hint = Blank lines separate paragraphs; lines that begin with a dash become a list.
privacy-notice-keep = Save draft
privacy-notice-publish-text = The text in the field is published as a new version.
privacy-notice-publish = Publish new version
privacy-notice-versions = Versions
privacy-notice-none = No version has been published yet.
privacy-notice-version = Version { $version }, { $day }
privacy-notice-stands = Version { $version }, { $day }; it is in force.
privacy-notice-stood = Version { $version }, { $day }; it is no longer in force.
privacy-fault-notice-empty = Please write a text first.
privacy-fault-notice-same = The text is the same as in the last version.

privacy-consent = Appearing on lists of participants
privacy-consent-text = Lists that all participants get name you only if you agree. This does not apply to minutes and the office's own list.
privacy-consent-never = You have not answered yet.
privacy-consent-since = You have agreed since { $when }.
privacy-consent-not-since = You withdrew your consent: { $when }.
privacy-consent-give = I agree
privacy-consent-take = Withdraw consent

privacy-proofs = Proof of deletions
privacy-proofs-lead = What was deleted under which rule, when and by whom, without names, and what is still due.
privacy-overdue = Overdue
privacy-overdue-none = Nothing is overdue.
privacy-overdue-unreleased =
    { $count ->
        [one] 1 entry has waited since { $since }; nobody has released the list.
       *[other] { $count } entries have waited since { $since }; nobody has released the list.
    }
privacy-overdue-undone =
    { $count ->
        [one] 1 entry (listed { $since }) should be deleted; the work of the night was not done.
       *[other] { $count } entries (listed { $since }) should be deleted; the work of the night was not done.
    }
privacy-overdue-kept =
    { $count ->
        [one] 1 entry is kept longer because the office wants it.
       *[other] { $count } entries are kept longer because the office wants it.
    }
privacy-purpose-gone = Former purpose
privacy-gone = Under retention rules
privacy-gone-none = Nothing has been deleted under a rule yet.
privacy-outcome-rest =
    { $count ->
        [one] Deleted; one entry stayed
       *[other] Deleted; { $count } entries stayed
    }
privacy-outcome-gone = Deleted
privacy-outcome-undone = Taken back
privacy-erasures = People erased
privacy-erasures-text = It is recorded nowhere whose data they were. An id without meaning stays, so that an older backup brings nobody back.
privacy-reason-request = Requested
privacy-reason-rule = Retention rule

privacy-reads = Access log
privacy-reads-lead = Who looked up what is held about a person, who opened the person’s page, and who exported lists with addresses. Only the data protection role can read this page.
privacy-reads-none = Nobody has looked anything up yet.
privacy-look-page = Data held: read
privacy-look-file = Data held: downloaded

privacy-role-give = Assign the data protection role
privacy-role-take = Remove the data protection role

privacy-due-requests =
    { $count ->
        [one] Answer 1 request about personal data
       *[other] Answer { $count } requests about personal data
    }
privacy-due-previews =
    { $count ->
        [one] 1 entry is past its retention period: review and release
       *[other] { $count } entries are past their retention period: review and release
    }
privacy-due-overdue =
    { $count ->
        [one] The deletion of 1 entry is overdue
       *[other] The deletion of { $count } entries is overdue
    }

privacy-holding = Requests, consents, answers
privacy-holding-purpose = Meeting your rights and proving it
privacy-holding-request = Request to the office
privacy-holding-consent = Consent
privacy-holding-consent-given = Agreed to appear on lists of participants
privacy-holding-consent-taken = Withdrew consent to lists of participants
privacy-holding-look = Looked at by
privacy-holding-noted = Name at work on data protection
privacy-holding-shared-name = Somebody else in the network has the same name. Where there is only the name, nobody can say who was meant.
privacy-retained-looks = Access log
privacy-retained-looks-hint = Counts from the day of the access. After that nothing says who looked.
privacy-retained-requests = Answered requests
privacy-retained-requests-hint = Counts from the day of the answer.
letter-privacy-erased = Erasure confirmed
letter-privacy-answered = Request about data answered
privacy-letter-hello = Hello { $name },
privacy-letter-erased-subject = Your data at { $network } are erased
privacy-letter-erased = You asked { $network } to erase your data. This has been done.
privacy-letter-erased-counts = Entries deleted: { $deleted }. Entries that stay without your name: { $anonymised }.
privacy-letter-stays = What must stay
privacy-letter-stay = { $what } ({ $count }): { $why }
privacy-letter-last = This is the last mail to you. Once it is sent, the program forgets your address too.
privacy-letter-answered-subject = Your request about your data is answered
privacy-letter-answered = The office has answered your request: { $kind }, { $state }. You will find the answer on the page with your data.
privacy-letter-answered-link = Read the answer
privacy-letter-because = You get this mail because you asked for something about your data.
privacy-journal = Journal
privacy-journal-purpose = Following who changed what
privacy-journal-did = As the acting person in the journal
privacy-journal-about = In the journal of the person’s own entry
privacy-retained-journal = Journal
privacy-retained-journal-hint = Counts from the day of the entry. After that nothing says who changed what.

journal-privacy-asked = Request about own data made
journal-privacy-withdrawn = Request about own data withdrawn
journal-privacy-notice-kept = Draft of the privacy notice saved
journal-privacy-answered = Request about data answered
journal-privacy-erased = Person erased or anonymised
journal-privacy-term-set = Retention period set
journal-privacy-released = Released for deletion
journal-privacy-taken-back = Release for deletion taken back
journal-privacy-kept = Kept in spite of the retention period
journal-privacy-kept-no-longer = No longer kept in spite of the retention period
journal-privacy-gone = Deleted under a retention rule
journal-privacy-notice-published = Privacy notice published
journal-privacy-consent-given = Consent given
journal-privacy-consent-taken = Consent withdrawn

done-privacy-asked = Your request is with the office.
done-privacy-withdrawn = The request is withdrawn.
done-privacy-answered = The answer is saved.
done-privacy-erased = The person is erased.
done-privacy-terms-set = The periods are saved.
done-privacy-released = Released. For fourteen days you can take it back.
done-privacy-taken-back = The release is taken back.
done-privacy-kept = The entry stays.
done-privacy-kept-no-longer = The entry is on the list again.
done-privacy-notice-kept = The draft is saved.
done-privacy-notice-published = The new version is published.
done-privacy-consent-given = Thank you, your consent is saved.
done-privacy-consent-taken = Your consent is withdrawn.
done-privacy-role-given = The data protection role is assigned.
done-privacy-role-taken = The data protection role is removed.
