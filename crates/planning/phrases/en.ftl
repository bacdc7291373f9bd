# Year plan and topics.

planning-nav = Year plan
planning-title = Year plan { $year }
planning-title-of-group = Year plan { $year }: { $group }
planning-lead = The dates of a year at a glance.
planning-none = No year plan has been published yet.
planning-none-text = Announced dates are listed under “Dates”.
planning-count = { $count ->
    [one] 1 date
   *[other] { $count } dates
}
planning-begin = Begin a new plan
planning-begin-submit = Begin plan
planning-year = Year
planning-for = For
planning-for-network = The whole network
planning-state-draft = Draft
planning-state-published = Published
planning-draft-lead = Only those who work on this draft can see it.
planning-years = Years
planning-no-rows = The plan has no dates yet.
planning-pdf = Plan to print
planning-ics = Plan for your calendar
planning-file = year-plan
planning-function-at = { $function }, { $body }

planning-kind = Kind
planning-kind-meeting = Meeting
planning-kind-party = Summer party with award
planning-kind-accounts = Planning and accounts

planning-edit = Edit plan
planning-to-plan = To the plan
planning-empty = Three ways to begin
planning-empty-copy = Take over last year’s dates: same weekday, same week of the month, without topics.
planning-empty-rule = Have dates proposed by a rule, for example every second Wednesday of five months.
planning-empty-type = Add dates one by one.
planning-rows = Dates of the plan
planning-row = Date { $number }
planning-number = No.
planning-when = When
planning-what = What
planning-where = Where
planning-guest = Guest
planning-day = Day
planning-start = Begins
planning-end = Ends
planning-row-title = Title
planning-focus = Focus
planning-host = Host
planning-host-open = still open
planning-host-suggested = Suggested: { $host }
planning-host-times = { $count ->
    [one] once
   *[other] { $count } times
}
planning-host-why = Suggested: { $host } ({ $times } in three years, last in { $last })
planning-host-why-never = Suggested: { $host } ({ $times } in three years, never before)
planning-host-rule = How hosts are suggested: the member with rooms that has hosted least often in the three years before; if several, the one whose turn was longest ago, then by name.
planning-guest-function = Guest’s function
planning-guest-body = Guest’s organisation
planning-row-add = Add a date
planning-row-remove = Remove
planning-row-removed = The date is out of the table. This counts once you save the plan.
planning-row-open = Show date
planning-save = Save plan
planning-closed = Over or cancelled
planning-inform-hint = Applies to all dates that you change here and that people have been invited to.
planning-copy = Take over last year’s dates
planning-copied = Last year’s dates have been taken over. Check the days and save the plan.
planning-copy-none = Last year has no dates that could be taken over.
planning-hosts-fill = Take the suggested hosts
planning-hosts-filled = Where the host was open, the suggestion is filled in. Check the choice and save the plan.

planning-rule = Propose dates by a rule
planning-rule-hint = The proposals go into the table. Each date can then be changed by itself.
planning-rule-nth = Which of the month
planning-rule-weekday = Weekday
planning-rule-months = Months
planning-rule-title = Title of the dates
planning-rule-skip = Leave out public and school holidays
planning-rule-submit = Propose dates
planning-rule-proposed = { $count ->
    [0] The { $nth } { $weekday } of the month ({ $months }), { $time }: no date proposed.
    [one] The { $nth } { $weekday } of the month ({ $months }), { $time }: 1 date proposed.
   *[other] The { $nth } { $weekday } of the month ({ $months }), { $time }: { $count } dates proposed.
}
planning-rule-without = Left out: { $days }.
planning-rule-left-out = { $day } ({ $why })
planning-nth-1 = first
planning-nth-2 = second
planning-nth-3 = third
planning-nth-4 = fourth
planning-nth-last = last

planning-marks-of = Notes on date { $number }
planning-mark-past = The day lies in the past.
planning-mark-weekend = The day is a { $weekday }.
planning-mark-holiday = Public holiday: { $name }
planning-mark-holiday-regional = Public holiday in parts of the Land: { $name }
planning-mark-school = School holidays: { $name }
planning-mark-other = On the same day: “{ $title }”
planning-mark-other-network = On the same day: “{ $title }” ({ $network })
planning-mark-same-day = On the same day as date { $number }
planning-mark-no-host = No host yet
planning-mark-repeated = This hour comes twice on that day: summer time ends. The first is meant.
planning-mark-skipped = This hour does not exist on that day: summer time begins.

planning-publish-link = Publish plan …
planning-publish = Publish plan
planning-publish-question = { $count ->
    [one] Publish { $plan } and announce 1 date?
   *[other] Publish { $plan } and announce { $count } dates?
}
planning-publish-row = { $when }: { $title }
planning-publish-row-marked = { $when }: { $title } – { $marks }
planning-publish-follows = Plan and dates will be on the website, in the search and in subscribed calendars. Nobody is invited by this.
planning-delete = Delete draft
planning-delete-question = Delete { $plan }?
planning-delete-follows = The draft and its dates will be deleted. This cannot be undone.

planning-school = School holidays
planning-school-link = Enter school holidays
planning-school-lead = The year plan points out dates in the holidays. The program knows public holidays by itself.
planning-school-none = No school holidays have been entered yet.
planning-school-file = File with school holidays
planning-school-file-hint = A calendar file (.ics) or a table (.csv). Its entries are added to the list.
planning-school-rows = List
planning-school-rows-hint = One line each: name; first day; last day. Example: Winter holidays; 2018-02-05; 2018-02-09
planning-school-save = Save school holidays

planning-topics = Topics
planning-topics-lead = Propose what the network should talk about. Here you see what became of your proposals.
planning-topics-lead-office = What waits for a date: members’ proposals and the office’s own topics.
planning-topics-none = No topics yet.
planning-topics-none-text = Proposed topics stay here until they are on an agenda.
planning-topics-open = Open
planning-topics-settled = Decided
planning-topic-open = Open
planning-topic-planned = Planned
planning-topic-dismissed = Not taken up
planning-topic-title = Topic
planning-topic-text = Explanation
planning-topic-organisation = Proposed by
planning-topic-no-organisation = Not said
planning-topic-from = { $who }, { $day }
planning-topic-noted = Noted on { $day }
planning-topic-wished = Proposed for
planning-topic-stands = On the agenda:
planning-topic-answer = The office’s answer: { $answer }
planning-topic-edit = Edit topic
planning-topic-save = Save topic
planning-own-topics = All your proposals
planning-propose = Propose a topic
planning-propose-submit = Send proposal
planning-assign-to = Date
planning-assign = Put on the agenda
planning-dismiss-open = Don’t take up …
planning-dismiss-word = Short reason
planning-dismiss = Don’t take up
planning-reopen = Take back
planning-gathering-choice = { $day }: { $title }

planning-proposals = Proposals for the agenda
planning-proposal = Propose an agenda item
planning-proposal-until = Proposals are possible until { $day }.
planning-panel-until = Members can propose items until { $day }.
planning-proposal-over = The time for proposals ended on { $day }.
planning-proposal-over-text = Propose the topic for a later date.
planning-deadline = Deadline for proposals
planning-deadline-day = Last day for proposals
planning-deadline-hint = If left empty, the deadline is 14 days before the date.
planning-deadline-save = Save deadline

planning-panel = Year plan and topics
planning-due-draft = { $count ->
    [0] { $plan } is still a draft without dates
    [one] { $plan } is still a draft: 1 date
   *[other] { $plan } is still a draft: { $count } dates
}
planning-due-topics = { $count ->
    [one] 1 proposal waits for an answer
   *[other] { $count } proposals wait for an answer
}

planning-adopt = Add existing meetings to the plan
planning-adopt-link = Add existing meetings …
planning-adopt-lead = These meetings of the year are not in any plan yet. Nothing changes about the meetings themselves.
planning-adopt-which = Meetings
planning-adopt-draft = { $day }: { $title } (draft)
planning-adopt-submit = Add to the plan
planning-adopt-none = No meeting to add
planning-adopt-none-text = All drafts and announced meetings of this year are in a plan already or belong to another group.
planning-fault-adopt = Please choose at least one meeting.

letter-planning-topic = Answer to a proposal
planning-topic-subject-planned = Your proposal is on the agenda: { $topic }
planning-topic-subject-coming = Your proposal is planned for a meeting: { $topic }
planning-topic-subject-dismissed = About your proposal: { $topic }
planning-topic-mail-planned = thank you for your proposal “{ $topic }”. It is on the agenda now.
planning-topic-mail-coming = thank you for your proposal “{ $topic }”. It is planned for a meeting that has not been announced yet.
planning-topic-mail-unnamed = thank you for your proposal “{ $topic }”. It is on the agenda of a meeting now.
planning-topic-mail-dismissed = thank you for your proposal “{ $topic }”. We will not put it on an agenda.
planning-topic-mail-gathering = Meeting
planning-topic-mail-when = When
planning-topic-mail-why = Reason
planning-topic-mail-further = You can propose further topics to us at any time.
planning-topic-mail-page = The meeting on the web
planning-topic-mail-because = You receive this mail because you proposed a topic to { $network }.

planning-fault-taken = There is already a plan for this year.
planning-fault-over = This date is over or cancelled and cannot be changed here any more.
planning-fault-stale = Somebody else has changed this date meanwhile. Save again if your entries are to count.
planning-fault-many = A plan cannot hold that many dates.
planning-fault-nothing-to-publish = The plan has no dates left to announce.
planning-fault-deadline = No more proposals are possible for this date.
planning-fault-deadline-late = The deadline is the day of the date at the latest.
planning-fault-topic-settled = This topic has been decided already.
planning-fault-topic-open = This topic is still open.
planning-fault-school-line = Line { $line }: name, first day and last day are expected, separated by semicolons.
planning-fault-school-order = Line { $line }: the last day is before the first.
planning-fault-school-name = Line { $line }: the name is missing or too long.
planning-fault-school-long = Line { $line }: holidays of more than four months are probably a slip.
planning-fault-school-no-calendar = The file is neither a calendar file nor a readable table.
planning-fault-school-no-event = The calendar file has no entries.
planning-fault-school-event = Entry { $number } of the calendar file cannot be read.
planning-fault-school-event-order = Entry { $number } of the calendar file ends before it begins.
planning-fault-school-many = More than { $most } entries are not possible.

done-year-plan-begun = The plan has been begun.
done-year-plan-saved = The plan has been saved.
done-year-plan-published = The plan is published, all dates are announced.
done-year-plan-deleted = The draft has been deleted.
done-year-plan-adopted = The meetings are in the plan now. Choose the kind of each in the table.
done-school-holidays-set = The school holidays have been saved.
done-topic-proposed = Thank you, the proposal is with the office.
done-topic-changed = The topic has been saved.
done-topic-assigned = The topic is on the agenda.
done-topic-dismissed = The topic has not been taken up.
done-topic-reopened = The topic is open again.
done-proposal-deadline-set = The deadline has been saved.

journal-year-plan-begun = Year plan begun
journal-year-plan-adopted = Existing date added to the year plan
journal-year-plan-published = Year plan published
journal-year-plan-deleted = Draft of the year plan deleted
journal-school-holidays-set = School holidays entered
journal-topic-proposed = Topic proposed
journal-topic-changed = Topic changed
journal-topic-assigned = Topic put on an agenda
journal-topic-dismissed = Topic not taken up
journal-topic-reopened = Decision on a topic taken back
journal-proposal-deadline-set = Deadline for proposals set

found-year-plan = Year plan
planning-digest-topics = New proposals
planning-digest-topic = { $who }: { $title }

# What planning holds about people.
planning-holding = Proposed topics
planning-holding-purpose = Asking back about topics
planning-holding-topic = Proposed a topic

planning-moves-topics = { $count ->
        [one] 1 topic
       *[other] { $count } topics
    }
planning-moves-plans = { $count ->
        [one] 1 plan of a year
       *[other] { $count } plans of years
    }
