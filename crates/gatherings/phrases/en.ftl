gatherings-nav = Meetings
gatherings-list = Meetings
gatherings-list-year = Meetings in { $year }
gatherings-list-lead = What is coming up and what took place this year.
gatherings-list-subscribe = Subscribe to the calendar
gatherings-list-present = Current
gatherings-list-years = Years
gatherings-list-month = Meetings in { $month }
gatherings-list-months = Months with their number of meetings
gatherings-list-steps = Other months
gatherings-list-empty = No meetings yet
gatherings-list-empty-advice = Meetings appear here as soon as they are announced.
gatherings-plan = Plan a meeting
gatherings-plan-submit = Create as draft
gatherings-edit = Edit details
gatherings-save = Save details
gatherings-feed-calendar = Meetings as a calendar
gatherings-feed-news = New meetings as a news feed
gatherings-feed-title = { $network }: Meetings
gatherings-state-draft = Draft
gatherings-state-announced = Announced
gatherings-state-held = Took place
gatherings-state-cancelled = Cancelled
gatherings-audience-public = Public
gatherings-audience-members = Members only
gatherings-audience-invited = Invited people only
gatherings-audience-office = Office only
gatherings-function-at = { $function }, { $body }
gatherings-series-part = { $series }, part { $number }
gatherings-size-kb = { $size } KB
gatherings-size-mb = { $size } MB
gatherings-file = { $kind }, { $size }
gatherings-fact-venue = Venue
gatherings-fact-online = Online
gatherings-fact-host = Host
gatherings-fact-group = Group
gatherings-fact-co-organisers = Together with
gatherings-fact-guests = Guests
gatherings-fact-came = Attendance
gatherings-guests =
    { $count ->
        [one] 1 guest
       *[other] { $count } guests
    }
gatherings-guests-about =
    { $count ->
        [one] about 1 guest
       *[other] about { $count } guests
    }
gatherings-number-about = about { $count }
gatherings-fact-audience = Who it is for
gatherings-fact-tags = Tags
gatherings-online-join = Join the meeting online
gatherings-online-later = You can also take part online. Members and invited people who are signed in see the link from one hour before the start.
gatherings-ics = Add to your calendar
gatherings-ics-kind = ICS file
gatherings-agenda-pdf = Agenda to print
gatherings-agenda-file = Agenda
gatherings-as-of = As of { $day }
gatherings-about = What it is about
gatherings-about-hint = An empty line starts a new paragraph. Lines that begin with "- " become a list.
gatherings-agenda = Agenda
gatherings-agenda-empty = The agenda will follow.
gatherings-agenda-time = Time
gatherings-agenda-number = Item
gatherings-agenda-topic = Topic
gatherings-agenda-who = Who
gatherings-documents = Documents
gatherings-series-others = More in this series
gatherings-series-nth = { $series }: event { $number } of the series
gatherings-series-next-is = Next in the series: “{ $title }” on { $day }
gatherings-series-choices = The same content on other dates
gatherings-more = Next steps
gatherings-draft-note = Only the office and the leaders of the group can see this draft.
gatherings-announce = Announce meeting
gatherings-hold = Mark as held
gatherings-copy = Copy meeting
gatherings-cancel = Cancel meeting
gatherings-delete = Delete draft
gatherings-cancelled-note = This meeting is cancelled. You can take the cancellation back.
gatherings-is-cancelled = This meeting will not take place.
gatherings-is-cancelled-because = This meeting will not take place. { $reason }
gatherings-tabs = Work on the meeting
gatherings-tab-overview = Overview
gatherings-tab-facts = Details
gatherings-tab-agenda = Agenda
gatherings-tab-programme = Programme
gatherings-tab-documents = Documents
gatherings-tab-invitation = Invitation
gatherings-tab-registration = Registration
gatherings-tab-reception = Reception
gatherings-tab-attendance = Attendance
gatherings-tab-minutes = Minutes
gatherings-title = Title
gatherings-focus = Focus
gatherings-focus-hint = What matters most, in one line.
gatherings-when = When
gatherings-day = Day
gatherings-start = Start
gatherings-end = End
gatherings-end-day = Last day
gatherings-end-day-hint = Only if the meeting takes several days.
gatherings-zone = Time zone
gatherings-start-fold = Which start do you mean?
gatherings-end-fold = Which end do you mean?
gatherings-fold-first = Before the clock changes (summer time)
gatherings-fold-second = After the clock changes (winter time)
gatherings-where = Where
gatherings-host = Host
gatherings-host-none = None
gatherings-host-hint = If you leave the venue empty, the host's address is used.
gatherings-venue-name = House or room
gatherings-venue-street = Street and number
gatherings-venue-postcode = Postcode
gatherings-venue-town = Town
gatherings-venue-access = Accessibility of the venue
gatherings-venue-access-hint = For example: step-free entrance, lift, wheelchair-accessible toilet, hearing loop.
gatherings-online-url = Link for taking part online
gatherings-online-url-hint = The link is shown from one hour before the start, to members and invited people only.
gatherings-audience = Who is the meeting for?
gatherings-guests-hint = Guests of the whole meeting. People who speak on one item belong on the agenda.
gatherings-guest-number = Guest { $number }
gatherings-speaker-number = Speaker { $number }
gatherings-who-name = Name
gatherings-who-function = Function
gatherings-who-body = Organisation
gatherings-ties = Where it belongs
gatherings-group = Group
gatherings-group-none = No group
gatherings-series = Series
gatherings-series-not = No series
gatherings-series-number = Number in the series
gatherings-co-organisers = Together with organisations from the directory
gatherings-co-organisers-filter = Filter organisations
gatherings-co-organisers-text = Together with others
gatherings-co-organisers-text-hint = One organisation per line.
gatherings-tags = Tags
gatherings-tags-hint = Separated by commas, for example: work, volunteering.
gatherings-inform = Should the invited people be told?
gatherings-inform-hint = The invitations have already been sent.
gatherings-inform-tell = Yes, by an e-mail that says what has changed
gatherings-inform-quiet = No, without a message
gatherings-cancel-lead = The meeting stays visible, marked as cancelled. You can take the cancellation back.
gatherings-cancel-reason = Reason
gatherings-cancel-reason-hint = The reason is shown on the meeting's page and in the message.
gatherings-cancel-submit = Cancel meeting
gatherings-cancellation-withdraw = Take the cancellation back
gatherings-cancellation-withdraw-lead = The meeting then counts as announced again.
gatherings-cancellation-withdraw-submit = Take the cancellation back
gatherings-delete-question = Delete "{ $title }"?
gatherings-delete-consequence = The draft is deleted for good, with its agenda, documents and guest list.
gatherings-delete-submit = Delete draft
gatherings-agenda-news = The agenda has changed since the invitation
gatherings-agenda-news-text = Decide once you have finished your changes.
gatherings-agenda-news-submit = Save decision
gatherings-agenda-none = No agenda items yet
gatherings-agenda-none-advice = Enter the first item below.
gatherings-agenda-overrun = The planned minutes last until { $planned }, but the meeting ends at { $end }.
gatherings-item-number = Item { $number }:
gatherings-item-up = Move item { $number } up
gatherings-item-down = Move item { $number } down
gatherings-item-edit = Edit
gatherings-item-edit-title = Edit agenda item
gatherings-item-remove = Remove
gatherings-item-remove-title = Remove agenda item
gatherings-item-remove-question = Take "{ $title }" off the agenda?
gatherings-item-remove-consequence = The item is deleted with its explanation and speakers. The items after it move up.
gatherings-item-remove-submit = Remove item
gatherings-item-new = New agenda item
gatherings-item-title = Topic
gatherings-item-minutes = Planned minutes
gatherings-item-minutes-hint = The times of the items after it follow from this.
gatherings-item-text = Explanation
gatherings-item-add = Add item
gatherings-item-save = Save item
gatherings-minutes =
    { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
gatherings-documents-none = No documents yet
gatherings-documents-none-advice = Upload the first document below.
gatherings-document-title = Title
gatherings-document-file = File
gatherings-document-file-hint = PDF, office document (ODF or Microsoft), image or text, at most { $limit } MB. Files with macros are not accepted.
gatherings-document-audience = Who it is for
gatherings-document-version = Version
gatherings-document-versions = Versions
gatherings-document-work = Edit
gatherings-document-edit = Edit
gatherings-document-edit-title = Edit document
gatherings-document-new = New document
gatherings-document-add = Add document
gatherings-document-save = Save document
gatherings-document-added = Uploaded
gatherings-document-added-by = By
gatherings-document-new-version = New version
gatherings-document-add-version = Add version
gatherings-document-remove = Remove document
gatherings-document-remove-question = Remove "{ $title }"?
gatherings-document-remove-consequence = The document can no longer be downloaded, in any version.
gatherings-document-remove-submit = Remove document
gatherings-attendance = Attendance
gatherings-attendance-file = Attendance
gatherings-participants = Participants
gatherings-participants-file = participants
gatherings-participants-count =
    { $count ->
        [0] Nobody on the list yet
        [one] 1 person on the list
       *[other] { $count } people on the list
    }
gatherings-participants-others =
    { $count ->
        [one] 1 person is not named here. Only those who agreed to it are named.
       *[other] { $count } people are not named here. Only those who agreed to it are named.
    }
gatherings-participants-pdf = Participants as PDF
gatherings-participants-listed = You agreed to stand by name on lists of participants.
gatherings-participants-not-listed = Your name stands on no list of participants, because you have not agreed to it.
gatherings-participants-consent = Look at and change your consent
gatherings-attendance-early = On the day of the meeting, acceptances are filled in here. You can print the list for signatures now.
gatherings-attendance-people = People who came
gatherings-attendance-organisations = Organisations represented
gatherings-attendance-represented = Show the organisations represented
gatherings-attendance-pdf = Attendance list as PDF
gatherings-attendance-no-guests = There is no guest list yet. Enter below who came.
gatherings-attendance-person = Person
gatherings-attendance-votes = gives the organisation’s vote
gatherings-attendance-organisation = Organisation
gatherings-attendance-reply = Reply
gatherings-attendance-state = Attendance
gatherings-attendance-state-of = Attendance of { $name }
gatherings-attendance-by = Represented by
gatherings-attendance-by-of = { $name } represented by
gatherings-attendance-walk-ins = Also came
gatherings-attendance-walk-ins-hint = People who came without an invitation. After saving, there are new empty lines.
gatherings-attendance-walk-in = Person { $number }
gatherings-attendance-further = Further guests
gatherings-attendance-further-hint = Who came without being on the list: counted, not named one by one. Once the meeting has taken place, the number is shown on its page.
gatherings-attendance-further-count = Number of further guests
gatherings-attendance-further-about = The number is an estimate (“about”)
gatherings-attendance-door =
    { $count ->
        [one] Checked in at the door: 1 person
       *[other] Checked in at the door: { $count } people
    }
gatherings-attendance-door-change = Change it at the reception
gatherings-attendance-total = In total
gatherings-attendance-save = Save attendance
gatherings-presence-open = Open
gatherings-presence-present = Present
gatherings-presence-represented = Represented
gatherings-presence-excused = Excused
gatherings-presence-absent = Absent
gatherings-reply-yes = Accepted
gatherings-reply-tentative = Tentative
gatherings-reply-no = Declined
gatherings-reply-none = No reply
gatherings-series-all = Series
gatherings-series-lead = A series ties meetings together that belong together.
gatherings-series-none = No series yet
gatherings-series-none-advice = Create the first series below, then choose it when you edit meetings.
gatherings-series-name = Name
gatherings-series-kind = Kind
gatherings-series-recurring = Regular meetings
gatherings-series-choice = One date to choose from several
gatherings-series-sequence = Events that build on one another
gatherings-series-about = What it is about
gatherings-series-count = Meetings
gatherings-series-next = Next meeting
gatherings-series-no-next = None planned
gatherings-series-new = New series
gatherings-series-add = Create series
gatherings-series-edit = Edit series
gatherings-series-save = Save series
gatherings-panel-coming = Next meetings
gatherings-panel-held = Most recent
gatherings-panel-none = No meetings are announced at the moment.
gatherings-panel-all = All meetings
gatherings-panel-tagged = Meetings
gatherings-fault-zone = Please enter a time zone, for example Europe/Berlin.
gatherings-fault-end-before-start = The end must be after the start.
gatherings-fault-skipped = This time does not exist on that day: the clock goes forward to { $resumes }.
gatherings-fault-repeated = This time comes twice on that day because the clock goes back. Please choose which one you mean.
gatherings-fault-url = Please enter a full address that begins with https://.
gatherings-fault-own-group = Please choose a group that you lead.
gatherings-fault-too-many-alike = There are already too many meetings with this title on that day.
gatherings-fault-inform = Please choose whether the invited people are told.
gatherings-fault-agenda-full = The agenda cannot hold more items.
gatherings-fault-file-kind = We cannot accept this file. You can upload PDF, office documents without macros, images and text.
gatherings-fault-file-missing = Please choose a file that is not empty.
gatherings-fault-not-a-draft = This is only possible while the meeting is a draft.
gatherings-fault-not-announced = This is only possible for an announced meeting.
gatherings-fault-not-cancelled = This meeting is not cancelled.
gatherings-fault-not-begun = This is only possible once the meeting has begun.
gatherings-fault-cancelled = This meeting is cancelled.
gatherings-fault-begun = The meeting has begun; the reply can no longer be changed.
gatherings-fault-invitation-withdrawn = This invitation is no longer valid.
gatherings-fault-no-attendance = A draft or a cancelled meeting has no attendance.
gatherings-fault-further-missing = Please enter roughly how many there were, or untick the box below.
gatherings-fault-series-taken = There is already a series with this name.
done-gathering-planned = The meeting has been created as a draft.
done-gathering-changed = The details have been saved.
done-gathering-announced = The meeting has been announced.
done-gathering-cancelled = The meeting has been cancelled.
done-gathering-reinstated = The cancellation has been taken back.
done-gathering-held = The meeting is marked as held.
done-gathering-deleted = The draft has been deleted.
done-agenda-item-added = The item is on the agenda.
done-agenda-item-changed = The item has been saved.
done-agenda-item-moved = The item has been moved.
done-agenda-item-removed = The item has been removed.
done-agenda-told = The invited people are being told.
done-agenda-kept-quiet = Saved. The invited people are not told.
done-document-added = The document has been added.
done-document-changed = The document has been saved.
done-document-renewed = The new version has been added.
done-document-withdrawn = The document has been removed.
done-attendance-set = The attendance has been saved.
done-series-added = The series has been created.
done-series-changed = The series has been saved.
journal-gathering-planned = Meeting planned
journal-gathering-changed = Details of the meeting changed
journal-gathering-announced = Meeting announced
journal-gathering-cancelled = Meeting cancelled
journal-gathering-cancellation-withdrawn = Cancellation taken back
journal-gathering-held = Meeting counts as held
journal-gathering-deleted = Draft deleted
journal-agenda-item-added = Agenda item added
journal-agenda-item-changed = Agenda item changed
journal-agenda-item-moved = Agenda item moved
journal-agenda-item-removed = Agenda item removed
journal-agenda-told = Changed agenda sent to the invited
journal-agenda-kept-quiet = Changed agenda not sent out
journal-guest-withdrawn = Person taken off the guest list
journal-document-added = Document added
journal-document-changed = Document changed
journal-document-renewed = New version of a document added
journal-document-withdrawn = Document removed
journal-attendance-set = Attendance recorded
journal-series-added = Series created
journal-series-changed = Series changed
journal-series-withdrawn = Series taken back
gatherings-list-subscribe-own = Subscribe to all my meetings
gatherings-own-calendar = Personal calendar
gatherings-own-calendar-lead = All meetings of your networks in your own calendar program, including those for members and those you are invited to.
gatherings-own-calendar-make = Create calendar address
gatherings-own-calendar-since = Your personal calendar has had an address since { $when }. It is shown only when it is created; it is not stored here.
gatherings-own-calendar-address = Your calendar address
gatherings-own-calendar-once = Whoever knows this address sees your meetings: do not pass it on. We show it only now. If you need it on several devices, copy it right away.
gatherings-own-calendar-subscribe = Open in calendar
gatherings-own-calendar-copy = Copy address
gatherings-own-calendar-copied = Copied
gatherings-own-calendar-how = How to subscribe
gatherings-own-calendar-phone = Phone and tablet
gatherings-own-calendar-phone-how = Open this page on the device, create the address and choose “Open in calendar”. Or add a calendar subscription with the address in the settings, under calendar.
gatherings-own-calendar-desk = Program on your desk
gatherings-own-calendar-desk-how = Choose “New calendar” or “Add calendar”, then “From the internet” or “On the network”, and paste the address.
gatherings-own-calendar-web = Calendar in the browser
gatherings-own-calendar-web-how = Choose “Add calendar” and then “From URL” or “Subscribe from web”. Some providers look for changes only once a day.
gatherings-own-calendar-what = What is in it
gatherings-own-calendar-rights = What you may see here, and nothing else. If you leave a network, its meetings leave this calendar too.
gatherings-own-calendar-changes = Meetings that are moved go to their new day by themselves; cancelled ones stay, marked as cancelled. Those who plan meetings see drafts as tentative.
gatherings-own-calendar-answers = Your replies are not in it. Please go on answering by the invitation or on the meeting’s page.
gatherings-own-calendar-lost = Lost the address, or passed it on?
gatherings-own-calendar-renew-open = Make a new address …
gatherings-own-calendar-renew = Create new address
gatherings-own-calendar-renew-consequence = Create a new one. The old one stops at once; subscribe anew everywhere then.
gatherings-own-calendar-end-open = End personal calendar …
gatherings-own-calendar-end-consequence = The address stops at once. Delete in your programs what they have already fetched.
gatherings-own-calendar-end = End calendar
gatherings-own-feed = My network meetings
gatherings-own-feed-about = All meetings of your networks that you may see
gatherings-own-feed-online = Join online: { $link }
journal-calendar-given = Address of the personal calendar created
journal-calendar-ended = Personal calendar ended
done-own-calendar-ended = The personal calendar has ended.
gatherings-open-to = May come to these meetings
gatherings-open-none = To none at present.
gatherings-open-invited = invited
gatherings-open-lead = as leader
gatherings-open-group = as part of the group
gatherings-open-public = public
gatherings-open-member = as a member

# What gatherings hold about people.
gatherings-holding = Invitations and replies
gatherings-holding-purpose = Preparing meetings with the right people
gatherings-holding-invitation = Invitation
gatherings-holding-deputy = Deputy
gatherings-holding-note = Remark on the reply
gatherings-holding-programme = Name in the programme and at documents
gatherings-holding-programme-purpose = Showing who contributes to a meeting
gatherings-holding-named = Named in the programme
gatherings-holding-named-stays = Published programmes stay as they were. Where that is not wanted, change the meeting.
gatherings-holding-document = Added a document

gatherings-moves-hosted = { $count ->
        [one] 1 meeting as host
       *[other] { $count } meetings as host
    }
gatherings-moves-co-organised = { $count ->
        [one] 1 meeting as co-organiser
       *[other] { $count } meetings as co-organiser
    }
gatherings-moves-invitations = { $count ->
        [one] 1 invitation with its reply
       *[other] { $count } invitations with their replies
    }
gatherings-moves-attendance = { $count ->
        [one] 1 entry on attendance lists
       *[other] { $count } entries on attendance lists
    }
gatherings-moves-gatherings = { $count ->
        [one] 1 event
       *[other] { $count } events
    }
archive-col-at-door = Checked in at the door
