# Date polls.

polls-nav = Date polls
polls-one = Date poll
polls-new = New date poll
polls-list-lead = Where no day is settled yet: propose several and ask which one suits.
polls-list-facts =
    { $answered ->
        [one] 1 of { $asked } has answered, deadline { $until }
       *[other] { $answered } of { $asked } have answered, deadline { $until }
    }
polls-none = No date poll yet
polls-none-text = A poll belongs to a planned meeting, or the meeting comes out of it.

polls-stage-draft = Draft
polls-stage-running = Running
polls-stage-over = Deadline passed
polls-stage-closed = Closed
polls-stage-settled = Date settled
polls-stage-withdrawn = Withdrawn
polls-stage-lapsed = Lapsed

polls-fits-yes = suits me
polls-fits-maybe = if need be
polls-fits-no = does not suit
polls-fits-unsaid = not said

polls-form-title = Date poll
polls-form-lead = Each person gets a mail of their own with a link; no account is needed.
polls-form-what = What it is about
polls-form-until = Deadline
polls-form-who = Who is asked
polls-form-next = Continue to preview
polls-gathering = Meeting that a day is sought for
polls-gathering-hint = The day that you settle on in the end will hold for this meeting.
polls-gathering-none = None yet: the meeting comes out of the poll
polls-gathering-choice = { $day }: { $title }
polls-group = Group
polls-group-hint = Counts only where no meeting is chosen above.
polls-group-none = The whole network
polls-title = Title
polls-title-hint = If left empty, the title of the meeting is used.
polls-note = Covering text
polls-note-hint = Appears in the mail and above the poll. An empty line begins a new paragraph.
polls-dates = Proposals
polls-dates-hint = At least two. Rows without a day do not count.
polls-date = Proposal
polls-date-number = Proposal { $number }
polls-date-add = Add another proposal
polls-day = Day
polls-start = Start
polls-end = End
polls-until = Answers possible until
polls-until-hint = The last day on which people can answer; it lies before the first proposal.
polls-until-long = Answers are possible until { $day }.
polls-until-short = until { $day }

polls-draft-lead =
    { $count ->
        [0] With this choice no mail will be written.
        [one] One mail is prepared. Nothing has been sent yet.
       *[other] { $count } mails are prepared. Nothing has been sent yet.
    }
polls-draft-consequence = The mails go to the outbox. From there they leave as soon as the office releases them. After that the proposals can no longer be changed.
polls-draft-nobody = Nobody whom you have chosen can be reached by mail.
polls-lay-out = Put into the outbox
polls-test = Send a test to myself
polls-edit = Change poll
polls-without-mail = Without mail
polls-without-mail-note = No address is known for these people, or their mail came back three times. Ask them in another way and enter their answer here.
polls-waiting =
    { $count ->
        [one] One mail about this poll is waiting in the outbox to be released.
       *[other] { $count } mails about this poll are waiting in the outbox to be released.
    }

polls-answers = Answers
polls-gathering-now = The meeting currently stands here:
polls-decision = Decision
polls-best = Suits best
polls-settled-on = Settled on
polls-lapsed = No day can be settled on any more: all proposals are over, or the meeting is over or cancelled.
polls-rule = The proposal with the most “suits me” suits best; of several, the one with the fewest “does not suit”, then the earliest. You can settle on any of them.
polls-people = Who answered what
polls-people-none = No answer yet
polls-people-none-text = Answers appear here as soon as somebody uses the link in the mail or you enter one.
polls-person = Person
polls-sum = Total
polls-sum-of = Suits: { $yes } · if need be: { $maybe } · does not suit: { $no }
polls-silent =
    { $count ->
        [one] Without an answer: 1 person
       *[other] Without an answer: { $count } people
    }
polls-not-written = No mail sent
polls-through-link = by the link in the mail, { $when }
polls-through-account = signed in, { $when }
polls-through-office = entered by the office, { $when }

polls-acts = Run the poll
polls-remind = Prepare reminder
polls-close = Close poll
polls-extend = Change deadline
polls-reopen = Open again
polls-withdraw = Withdraw poll
polls-withdraw-question = Withdraw the date poll “{ $title }”?
polls-withdraw-follows = Answers are no longer taken, waiting mails are no longer sent. Whoever opens the link reads that the poll was withdrawn. The answers stay here.
polls-delete = Delete draft
polls-delete-question = Delete the date poll “{ $title }”?
polls-delete-follows = The draft will be deleted. Nobody has been asked yet.
polls-settle = Settle on this date
polls-settle-open = Settle on this date …
polls-settle-moves = “{ $title }” will then take place on this day.
polls-settle-plans = A meeting “{ $title }” comes into being as a draft on this day.
polls-settle-tells =
    { $count ->
        [0] Nobody who was asked can be reached by mail; none is written.
        [one] A short mail for 1 person asked goes to the outbox and waits there to be released.
       *[other] A short mail for each of { $count } people asked goes to the outbox and waits there to be released.
    }
polls-settle-tells-invited =
    { $count ->
        [one] 1 of them is invited already: if you inform the invited, this person gets only the mail about the change.
       *[other] { $count } of them are invited already: if you inform the invited, they get only the mail about the change.
    }
polls-settle-ends = This ends the poll.

polls-kicker = Date poll for { $name }
polls-kicker-for = Enter an answer: { $title }
polls-lead = Which proposals suit you? Please answer by { $until }.
polls-answer-ask = Your answer
polls-answer-again = Change your answer
polls-answer-for = What this person answered
polls-answer-send = Send answer
polls-answer-change = Send changed answer
polls-answer-for-send = Enter answer
polls-remark = Note to the office
polls-who-sees = You can change your answer until the deadline. You see only your own; all answers are seen only by those who plan the meeting.
polls-recorded = Your answer so far:
polls-recorded-for = Answer of this person:
polls-recorded-now = Thank you. This is entered now:
polls-closed-over = Answers are no longer taken. If something matters to you, please contact the office.
polls-closed-settled = The date is fixed: { $when }. Thank you for your help.
polls-closed-withdrawn = This poll has been withdrawn. You need not answer.
polls-closed-lapsed = This poll is no longer needed. You need not answer.

polls-panel-none = Is the day not fixed yet? Propose several and ask which one suits.
polls-mine = Asked for a date
polls-mine-silent = Your answer is still missing.
polls-mine-answered = You have answered.
polls-due-draft = Draft: nobody has been asked yet.
polls-due-running =
    { $answered ->
        [one] 1 of { $asked } has answered.
       *[other] { $answered } of { $asked } have answered.
    }
polls-due-over =
    { $answered ->
        [one] To be decided: 1 of { $asked } has answered.
       *[other] To be decided: { $answered } of { $asked } have answered.
    }

letter-polls-ask = Date poll
letter-polls-reminder = Reminder of a date poll
letter-polls-settled = Date fixed
letter-polls-test = Test of a date poll
polls-subject = Date poll: { $title }
polls-subject-reminder = Your answer is still missing: date poll { $title }
polls-subject-settled = The date is fixed: { $title } on { $day }
polls-subject-test = [Test] { $subject }
polls-opening = we are looking for a day for “{ $title }”. Please tell us by { $until } which proposals suit you.
polls-opening-reminder = we are looking for a day for “{ $title }” and have not had your answer yet. Please tell us by { $until } which proposals suit you.
polls-opening-settled = the day for “{ $title }” is fixed. Thank you to everybody who answered.
polls-answer = Your answer
polls-answer-how = One click opens a page where you say “suits me”, “if need be” or “does not suit” for each proposal; you need no account for that. Until { $until } you can change your answer.
polls-door = To the date poll
polls-fact-when = When
polls-fact-where = Where
polls-fact-answered = Your answer to it
polls-settled-keep = Please save the date.
polls-page = The meeting on the web
polls-because = You receive this mail because { $network } is asking you for a date.
polls-because-via = You receive this mail because { $network } is asking you, as part of “{ $via }”, for a date.

polls-fault-few = Please give at least two days.
polls-fault-many = More than { $most } proposals are not possible.
polls-fault-past = This day is already over.
polls-fault-twice = This proposal is there already.
polls-fault-until-past = The deadline is already over. Please choose today or a later day.
polls-fault-until-late = The deadline must end before the first proposal.
polls-fault-nobody = With this choice nobody is asked.
polls-fault-nobody-to-remind = Nobody is to be reminded: all have answered, cannot be reached by mail, or a mail to them is already on its way.
polls-fault-not-running = Answers to this poll are no longer taken.
polls-fault-ended = This poll has come to its end.
polls-fault-gathering-over = The meeting of this poll is over or cancelled.
polls-fault-unanswered = Please choose an answer.

done-date-poll-test = The test is now on its way to your own address.
done-date-poll-laid-out = The mails are in the outbox and wait to be released.
done-date-poll-reminded = The reminders are in the outbox and wait to be released.
done-date-poll-closed = The poll is closed.
done-date-poll-extended = The deadline is saved.
done-date-poll-withdrawn = The poll is withdrawn.
done-date-poll-deleted = The draft is deleted.
done-date-poll-settled = The date is fixed. The mails about it are in the outbox.
done-date-poll-answered = The answer is entered.

journal-date-poll-written = Date poll written
journal-date-poll-laid-out = Date poll put into the outbox
journal-date-poll-reminded = Reminders put into the outbox
journal-date-poll-closed = Date poll closed
journal-date-poll-extended = Deadline of the date poll set
journal-date-poll-withdrawn = Date poll withdrawn
journal-date-poll-deleted = Draft of the date poll deleted
journal-date-poll-settled = Date fixed
journal-date-poll-answered = Date poll answered
polls-digest = Date polls
polls-digest-running =
    { $answered ->
        [one] { $title }: 1 of { $asked } has answered, until { $until }
       *[other] { $title }: { $answered } of { $asked } have answered, until { $until }
    }
polls-digest-over =
    { $answered ->
        [one] { $title }: answers ended on { $until }, 1 of { $asked } has answered. Please settle on a day.
       *[other] { $title }: answers ended on { $until }, { $answered } of { $asked } have answered. Please settle on a day.
    }

# What date polls hold about people.
polls-holding = Answers in date polls
polls-retained = Answers in date polls
polls-retained-hint = Counts from the last day for answers. That the person was asked is deleted with the answer.
polls-holding-purpose = Finding a day that suits
polls-holding-asked = Date poll
polls-holding-remark = Remark
polls-holding-made = Made a date poll

polls-moves-asked = { $count ->
        [one] 1 date poll with its answer
       *[other] { $count } date polls with their answers
    }
polls-moves-polls = { $count ->
        [one] 1 date poll
       *[other] { $count } date polls
    }
