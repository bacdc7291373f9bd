# Moving in from existing pages.
move-in-nav = Moving in
move-in-title = Moving in from existing pages
move-in-lead = Bring pages, texts and calendars that you have already. Meetings, organisations, contact persons and posts are found in them. Everything found waits as a draft until you have checked it. Nothing is published by that.
move-in-bring = Bring files
move-in-files = Files
move-in-files-hint = Several at once are possible, { $megabytes } MB together and { $each } MB each at most. The same file a second time changes nothing. The text and the pictures of a post are kept, not the file.
move-in-files-missing = Please choose at least one file.
move-in-file-too-large = “{ $name }” is too large. A file may have { $megabytes } MB at most.
move-in-upload = Read files
move-in-uploads = Files that were brought
move-in-file = File
move-in-state = State
move-in-result = Result
move-in-when = When
move-in-empty = No files yet
move-in-empty-text = Save an old page with meetings from your browser and choose it above.
move-in-open = { $count ->
    [one] One draft waits to be checked.
   *[other] { $count } drafts wait to be checked.
}
move-in-to-drafts = Check drafts
move-in-stand-waiting = waiting
move-in-stand-read = read
move-in-stand-failed = not readable
move-in-found = { $all ->
    [0] Nothing found
    [one] One draft, open: { $open }
   *[other] { $all } drafts, open: { $open }
}
move-in-reading = Files are being read
move-in-read = Files are read
move-in-progress = { $done } of { $all } files read
move-in-renews = This page renews itself.
move-in-look-again = Look now
move-in-some-known = { $count ->
    [one] One file was there already and changes nothing.
   *[other] { $count } files were there already and change nothing.
}
move-in-discard = Delete file
move-in-discard-question = Delete the file “{ $name }”?
move-in-discard-follows = The text and all drafts from it are deleted, with your corrections and rejections.
move-in-discard-stays = Meetings, organisations, people and posts that came out of it stay.
move-in-upload-lead = Brought on { $when } by { $actor }.
move-in-unread = { $count ->
    [one] One page in it could not be read
   *[other] { $count } pages in it could not be read
}

move-in-fault-empty = There is nothing in the file.
move-in-fault-too-large = The file is too large.
move-in-fault-no-text = The file has no text that can be read. A scan has to go through text recognition first.
move-in-fault-unknown = This kind of file cannot be read.
move-in-fault-broken = The file is damaged or not what its name says.
move-in-fault-too-long = Reading took too long and was stopped.
move-in-fault-too-much = The file becomes too large when it is unpacked or read. Reading was stopped.
move-in-fault-locked = The file is locked with a password. Please save it without one.
move-in-fault-old-office = The file comes from an old office program. Please save it in a format of today (such as DOCX or ODT).
move-in-fault-not-started = Reading could not begin. The file is not to blame; please try again later.

move-in-drafts = Drafts
move-in-drafts-lead = What was found in the files, the surest first.
move-in-draft = Draft
move-in-kind = Kind
move-in-day = Day
move-in-source = Source
move-in-sure = Confidence
move-in-states = Drafts by state
move-in-none = There is no draft here
move-in-none-twice = What lies there from another file does not come about a second time.
move-in-all = Accept sure drafts together
move-in-sure-high = sure ({ $number } %)
move-in-sure-middle = likely ({ $number } %)
move-in-sure-low = unsure ({ $number } %)
move-in-remark-corrected = corrected
move-in-remark-differs = source has changed
move-in-kind-gathering = Meeting
move-in-kind-recurring = Recurring meeting
move-in-kind-organisation = Organisation
move-in-kind-contact = Contact person
move-in-kind-post = Post
move-in-state-open = Open
move-in-state-accepted = Accepted
move-in-state-merged = Merged
move-in-state-rejected = Rejected

move-in-through = Through the drafts
move-in-previous = Previous open draft
move-in-next = Next open draft
move-in-to-list = All drafts
move-in-notices = Please note
move-in-check = Check the facts
move-in-save = Save only
move-in-reject = Reject
move-in-uncorrect = Discard corrections
move-in-undo = Take the decision back
move-in-gone = What came out of it was deleted meanwhile.
move-in-stays = Not everything could be taken back: what was changed or used since stays. So the draft stays decided.
move-in-differs-open = The source says something else since your correction. Your correction still holds.
move-in-differs-decided = The source says something else since your decision. Nothing of that was taken over.
move-in-late-open = The decision had been taken back before your entry arrived. The draft is open, and your entry has changed nothing.
move-in-late-accepted = The draft was accepted on { $when } by { $actor } before your entry arrived. Your entry has changed nothing. What came of it stands here.
move-in-late-merged = The draft was merged on { $when } by { $actor } before your entry arrived. Your entry has changed nothing. With what stands here.
move-in-late-rejected = The draft was rejected on { $when } by { $actor } before your entry arrived. Your entry has changed nothing. If it is to be accepted after all, take the decision back.
move-in-unkept = What you entered and is not saved
move-in-holds = What holds
move-in-to-evidence = To the evidence in the text
move-in-source-gone = The text of the source is gone.
move-in-likely = Probably the same record
move-in-closed = closed
move-in-join = Merge with it
move-in-same-day = on the same day
move-in-same-title = same title
move-in-matches-gathering = Is the meeting there already?
move-in-matches-recurring = Are the meetings there already?
move-in-matches-organisation = Is it in the directory already?
move-in-matches-contact = Is the person in the directory already?
move-in-matches-post = Is the post there already?
move-in-accept-gathering = Accept as a draft meeting
move-in-accept-recurring = Make draft meetings
move-in-accept-organisation = Accept into the directory
move-in-accept-contact = Accept into the directory
move-in-accept-post = Accept as a draft post
move-in-decided-open = Taken back last on { $when } by { $actor }.
move-in-decided-accepted = Accepted on { $when } by { $actor }.
move-in-decided-merged = Merged on { $when } by { $actor }.
move-in-decided-rejected = Rejected on { $when } by { $actor }.
move-in-join-question = Merge “{ $draft }” with “{ $record }”?
move-in-join-fills = { $field }: empty so far, “{ $value }” from now on
move-in-join-nothing = Nothing that fits is empty in the existing record, so these fields do not change.
move-in-join-is-out = The existing record is published. The public reads at once what is filled.
move-in-join-keeps = What stands there already stays as it is. Nobody is told.

move-in-field-title = Title
move-in-field-day = Day
move-in-field-last-day = Last day
move-in-field-start = Begin
move-in-field-end = End
move-in-field-venue = House or room
move-in-field-street = Street and number
move-in-field-postcode = Postcode
move-in-field-town = Town
move-in-field-series = Series
move-in-field-speakers = Speakers
move-in-field-about = What it is about
move-in-field-rhythm = How often
move-in-field-weekday = Weekday
move-in-field-from = From
move-in-field-until = Until
move-in-field-name = Name
move-in-field-short-name = Short name
move-in-field-phone = Telephone
move-in-field-mail = Mail address
move-in-field-web = Website
move-in-field-function = Function
move-in-field-organisation = Organisation
move-in-field-post-day = Date
move-in-field-source-mark = Origin
move-in-field-tags = Tags
move-in-field-body = Text
move-in-field-picture = Picture
move-in-field-picture-alt = What the picture shows
move-in-field-picture-caption = Caption
move-in-speakers-hint = One a line: name; function; organisation.
move-in-organisation-none = No organisation
move-in-choose = Please choose
move-in-rhythm-w1 = Every week
move-in-rhythm-w2 = Every two weeks
move-in-rhythm-w3 = Every three weeks
move-in-rhythm-w4 = Every four weeks
move-in-rhythm-m1 = The first of the month
move-in-rhythm-m2 = The second of the month
move-in-rhythm-m3 = The third of the month
move-in-rhythm-m4 = The fourth of the month
move-in-rhythm-m-1 = The last of the month
move-in-weekday-mo = Monday
move-in-weekday-tu = Tuesday
move-in-weekday-we = Wednesday
move-in-weekday-th = Thursday
move-in-weekday-fr = Friday
move-in-weekday-sa = Saturday
move-in-weekday-su = Sunday
move-in-no-days = There is no such day in this time.
move-in-too-many-days = That would be more than 60 meetings. Please choose a shorter time.

move-in-mark-evidence = Evidence
move-in-mark-place = House
move-in-mark-town = Town
move-in-mark-series = Series
move-in-mark-topic = Topic
move-in-mark-audience = Audience
move-in-mark-speaker = Speakers
move-in-mark-rhythm = Recurrence
move-in-mark-contradiction = Contradiction
move-in-mark-registration = Registration
move-in-mark-members = Members only
move-in-mark-assistance = Assistance
move-in-mark-organisation = Organisation
move-in-mark-contact = Contact person
move-in-mark-title = Title

move-in-year-written = The year { $year } stands with the day.
move-in-year-sentence = The year { $year } stands in the same sentence.
move-in-year-heading = The year { $year } stands in the heading.
move-in-year-weekday = The year { $year } follows from the weekday.
move-in-year-published = The year { $year } follows from the date of the page.
move-in-year-title = The year { $year } stands in the title.
move-in-year-neighbour = The year { $year } stands with a day close by.
move-in-notice-no-year = The page says { $day } without a year. Please enter the day.
move-in-notice-no-time = The page does not say when it begins.
move-in-notice-end = The page does not say when it ends. Two hours are proposed.
move-in-notice-recurrence = Recurrence as the page says it: { $words }
move-in-notice-rhythm = How often it takes place could not be read for sure.
move-in-notice-doors = Doors open at { $time }.
move-in-notice-weekday = Contradiction: the page says { $said ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}, but the day is a { $is ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}.
move-in-notice-begin = Contradiction: elsewhere it begins at { $time }.
move-in-notice-end-before-begin = Contradiction: the end lies before the beginning.
move-in-notice-register = Registration until { $day }.
move-in-notice-members = The page speaks to members only.
move-in-notice-assistance = The page asks for assistance needs.
move-in-pictures = Pictures of the page
move-in-picture = Picture { $number }
move-in-picture-none = No picture
move-in-picture-by-hand = This picture did not come with the file, or is in a format that Kreis does not show. Please upload it at the post yourself once the draft is accepted; its words stand here.
move-in-picture-address = Place on the page
move-in-picture-copy = Copy caption
move-in-picture-copied = The caption is copied.

move-in-all-title = Accept sure drafts together
move-in-all-lead = What is complete and new becomes a draft among meetings and posts, or a record of the directory. Organisations that the directory knows are merged with it. Everything else stays open. Afterwards all of it can be taken back, together or one by one.
move-in-all-least = At least as sure as
move-in-all-from = from { $least } %
move-in-all-look = Show preview
move-in-all-accept = { $count ->
    [one] Accept one draft
   *[other] Accept { $count } drafts
}
move-in-all-nothing = No open draft can be accepted like this.
move-in-all-done = Accepted: { $made }, merged: { $joined }, still open: { $left }.
move-in-bulks = Earlier joint acceptances
move-in-bulk = { $count ->
    [one] { $when } by { $actor }: one draft
   *[other] { $when } by { $actor }: { $count } drafts
}
move-in-together-title = Take back a joint acceptance
move-in-together-take-back = Take all of it back
move-in-together-of = Take back the whole joint acceptance
move-in-together-lead = Accepted together on { $when } by { $actor }.
move-in-together-goes = { $count ->
    [one] One decision will be taken back
   *[other] { $count } decisions will be taken back
}
move-in-together-stays = { $count ->
    [one] One decision stays
   *[other] { $count } decisions stay
}
move-in-together-removed = what came of it will be removed
move-in-together-emptied = what was filled will be empty again
move-in-together-kept = changed or used since
move-in-together-after = The drafts will be open again, with your corrections. What is used elsewhere meanwhile stays and will be named to you.
move-in-together-undo = { $count ->
    [one] Take one decision back
   *[other] Take { $count } decisions back
}
move-in-together-nothing = All of it was changed since. Nothing can be taken back together.
move-in-together-done = Taken back: { $undone }. Still there: { $stays }, because it was changed since or is used.
move-in-together-single = Please look at these drafts one by one. What was changed since you delete at the record itself, if need be.
move-in-fate-make = { $count ->
    [one] One draft is accepted
   *[other] { $count } drafts are accepted
}
move-in-fate-join = { $count ->
    [one] One organisation is merged with the directory
   *[other] { $count } organisations are merged with the directory
}
move-in-fate-lacks = { $count ->
    [one] One draft lacks facts and stays open
   *[other] { $count } drafts lack facts and stay open
}
move-in-fate-alike = { $count ->
    [one] One draft may be there already and stays open
   *[other] { $count } drafts may be there already and stay open
}
move-in-fate-look = { $count ->
    [one] One draft needs a look and stays open
   *[other] { $count } drafts need a look and stay open
}

move-in-due = { $count ->
    [one] One find waits to be checked
   *[other] { $count } finds wait to be checked
}
move-in-due-many = More than { $count } finds wait to be checked

done-move-in-received = The files have arrived.
done-move-in-known = All files were there already. Nothing has changed.
done-move-in-discarded = The file and its drafts are deleted.
done-move-in-corrected = The correction is saved.
done-move-in-uncorrected = The draft says again what the page says.
done-move-in-accepted = The draft is accepted. Nothing is published by that.
done-move-in-merged = The draft is merged.
done-move-in-rejected = The draft is rejected.
done-move-in-undone = Taken back. The draft is open again.
done-move-in-undone-together = All of it is taken back. The drafts are open again.
done-move-in-undone-before = Nothing of it is accepted any more: it was taken back before.
journal-move-in-received = File brought for moving in
journal-move-in-discarded = File for moving in deleted
journal-move-in-corrected = Draft corrected
journal-move-in-uncorrected = Correction of draft discarded
journal-move-in-accepted = Draft accepted
journal-move-in-merged = Draft merged
journal-move-in-rejected = Draft rejected
journal-move-in-undone = Decision about draft taken back
journal-move-in-accepted-together = Drafts accepted together
journal-move-in-undone-together = Joint acceptance taken back

move-in-holding = Moving in from existing pages
move-in-holding-purpose = Taking existing pages over into meetings, register and posts
move-in-holding-brought = File that was brought
move-in-holding-decided = Decided draft
move-in-holding-names = Text of a page that names the person
move-in-holding-waiting = Files that are still to be read
move-in-holding-waiting-stays = What stands in them is not known yet. Please look once they are read.
move-in-retained = Files that were brought, and drafts
move-in-retained-hint = Text, pictures and drafts; what came out of them stays
journal-kind-move-in = Moving in
