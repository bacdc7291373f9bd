minutes-title = Minutes
minutes-of-day = Meeting of { $day }
minutes-none = No minutes yet
minutes-none-advice = Minutes begin with an entry for each item of the agenda.
minutes-begin = Begin minutes
minutes-write = Write minutes
minutes-read = Read minutes
minutes-empty = No entries yet
minutes-empty-advice = As soon as something is written down, it stands here.
minutes-state-draft = Draft
minutes-state-circulated = Circulated
minutes-state-approved = Approved
minutes-state-distributed = Distributed
minutes-chair = Chair
minutes-taker = Minutes taken by
minutes-chair-name = Chair, if not in the list
minutes-taker-name = Minute-taker, if not in the list
minutes-nobody = Not from the list
minutes-people = Chair and minute-taker
minutes-people-save = Save chair and minute-taker
minutes-pdf = Minutes
minutes-pdf-full = Minutes with internal part
minutes-pdf-public = Minutes without internal part
minutes-item-title = { $number }. { $title }
minutes-item-number = Item { $number }:
minutes-item-up = Item { $number } up
minutes-item-down = Item { $number } down
minutes-item-title-field = Heading
minutes-item-new = Entry without an agenda item
minutes-item-add = Add entry
minutes-item-remove = Remove entry
minutes-take-agenda = Take over new agenda items
minutes-internal = Internal
minutes-public = Public part
minutes-part = Where does it stand?
minutes-part-public = In the public part
minutes-part-internal = In the internal part: only for the invited, the leaders and the office
minutes-edit-title = Write minutes
minutes-edit-lead = Meeting of { $day }. Tasks come from lines like “@Name until 15 March: what to do”.
minutes-edit-empty-advice = Add an entry below.
minutes-save = Save
minutes-saved-at = Saved { $when }, { $who }
minutes-autosave-asks = Saved. One task is not clear yet.
minutes-autosave-asks-link = Answer the question
minutes-autosave-conflict = Somebody else has changed this entry meanwhile. Your text still stands here. Press “Save” to compare both versions.
minutes-autosave-conflict-link = See the changes
minutes-to-overview = To the overview
minutes-questions =
    { $count ->
        [one] One task is not clear
       *[other] { $count } tasks are not clear
    }
minutes-questions-note = These lines begin like a task but can be read in more than one way. Please choose what is meant.
minutes-doubt-nobody = The directory knows nobody called “{ $name }”.
minutes-doubt-several = “{ $name }” can mean { $count } people or organisations.
minutes-doubt-no-name = It does not say who takes the task. Please add the name in the line.
minutes-doubt-no-day = It does not say until when the task is to be done.
minutes-doubt-unreadable = “{ $typed }” is not a clear day.
minutes-doubt-past = { $day } lies before the meeting.
minutes-doubt-no-text = It does not say what is to be done. Please add it after a colon.
minutes-answer-meaning = What is meant is
minutes-answer-choose = Please choose
minutes-answer-free = “{ $name }” is not in the directory (no reminder)
minutes-answer-text = Not a task, only text
minutes-answer = Save answer
minutes-vote =
    { $yes } yes, { $no } no, { $abstentions ->
        [one] 1 abstention
       *[other] { $abstentions } abstentions
    }
minutes-vote-yes = Yes
minutes-vote-no = No
minutes-vote-abstentions = Abstentions
minutes-result-accepted = accepted
minutes-result-rejected = rejected
minutes-result-deferred = deferred
minutes-result-noted = noted
minutes-decision-label = Decision { $number }
minutes-decision-add = Note a decision
minutes-decision-edit = Change
minutes-decision-wording = Wording
minutes-decision-result = Result
minutes-decision-vote = Vote
minutes-decision-vote-note = Only where votes were counted.
minutes-decision-save = Save decision
minutes-decision-remove = Remove decision
minutes-decision-remove-note = Its number is not given again.
minutes-decision-carried-out = Carried out
minutes-decision-taken-up = Taken up again
minutes-decisions-title = Decisions
minutes-decisions-lead = All decisions of the meetings, the newest first.
minutes-decisions-none = No decisions yet
minutes-decisions-none-open = No open decisions
minutes-decisions-none-advice = Decisions are noted in the minutes of a meeting.
minutes-tasks = Tasks
minutes-until = until
minutes-tasks-title = Tasks
minutes-tasks-lead = Tasks from all meetings, the most urgent first.
minutes-tasks-none = No open tasks
minutes-tasks-none-advice = Tasks come from the minutes of a meeting.
minutes-tasks-none-late = Nothing is overdue
minutes-tasks-none-late-advice = All open tasks still have time.
minutes-tasks-none-mine = You have no open tasks
minutes-filter = Show
minutes-filter-open = Open
minutes-filter-late = Overdue
minutes-filter-mine = Mine
minutes-filter-all = All
minutes-filter-deferred = Deferred
minutes-task-add = Note a task
minutes-task-save = Save task
minutes-task-wording = Task
minutes-task-who = Responsible
minutes-task-name = Name, if not in the list
minutes-task-somebody = Not from the list
minutes-task-due = Until when
minutes-task-state = State
minutes-task-actions = Change
minutes-task-hint = It is quicker in the text: a line like “@Name until 15 March: what to do”.
minutes-task-from = From
minutes-task-open = Open
minutes-task-done = Done
minutes-task-dropped = Dropped
minutes-task-late = overdue
minutes-task-do = Mark as done
minutes-task-drop = Drop
minutes-task-reopen = Open again
minutes-task-link-title = Task
minutes-task-link-done = The task is marked as done. Thank you.
minutes-task-link-undo = Not done after all
minutes-task-link-dropped = This task was dropped.
minutes-dead-link = This link no longer works
minutes-dead-link-text = Its term may be over, or it may have reached the address bar incomplete.
minutes-dead-link-advice = Please open the link from the mail once more. The minutes are also attached to the mail as a PDF. If the term for objections is over, please answer the mail: that reaches the office.
minutes-settled = { $when }, { $who }
minutes-source = { $title }, { $day }
minutes-meeting = { $day }: { $title }
minutes-circulate = Circulate
minutes-circulate-again = Circulate once more
minutes-circulate-note =
    { $count ->
        [0] Nobody on the guest list has a mail address. The minutes are circulated without any mail.
        [one] One mail with the minutes goes to the outbox and waits there to be released.
       *[other] { $count } mails with the minutes go to the outbox and wait there to be released.
    }
minutes-until-field = Objections possible until
minutes-approve = Approve in a meeting
minutes-approve-note = Choose the meeting that approved the minutes.
minutes-meeting-field = Meeting
minutes-approval-withdraw = Withdraw approval …
minutes-approval-withdraw-note = The minutes then count as circulated again. After that only a meeting or another circulation can approve them.
minutes-approval-withdraw-submit = Withdraw approval
minutes-distribute = Distribute
minutes-distribute-note =
    { $count ->
        [0] Nobody on the guest list has a mail address.
        [one] One mail with the full minutes goes to the outbox and waits there to be released.
       *[other] { $count } mails with the full minutes go to the outbox and wait there to be released.
    }
minutes-distribute-members = Also to all members, without the internal part
minutes-steps = What happened
minutes-step-circulation =
    { $count ->
        [0] Circulated until { $until }, without mail
        [one] Circulated until { $until }, one mail
       *[other] Circulated until { $until }, { $count } mails
    }
minutes-step-approval-meeting = Approved in the meeting of { $day }
minutes-step-approval-lapse = Approved when the term had passed
minutes-step-withdrawal = Approval withdrawn
minutes-step-distribution =
    { $count ->
        [0] Distributed, without mail
        [one] Distributed, one mail
       *[other] Distributed, { $count } mails
    }
minutes-notice-open =
    { $count ->
        [one] One objection is open. Until it is answered, the minutes are not approved.
       *[other] { $count } objections are open. Until they are answered, the minutes are not approved.
    }
minutes-notice-meeting = The next meeting decides about these minutes. They are not approved by the passing of the term.
minutes-notice-term = Objections are possible until { $until }. Without an open objection the minutes count as approved after that.
minutes-revisions = Revisions
minutes-revisions-lead = Who changed what and when, the newest first.
minutes-revisions-added = added
minutes-revisions-removed = removed
minutes-revisions-none = No changes so far
minutes-reason-saved = Written
minutes-reason-merged = Two versions put together
minutes-reason-objection = Objection accepted
minutes-reason-removed = Entry removed
minutes-reason-answer = Question about a task answered
minutes-conflict-title = Two versions
minutes-conflict-lead = While you were writing in “{ $title }”, somebody else saved the same entry. Nothing is lost yet: put together below the text that is to stand.
minutes-conflict-same = This part is the same in both versions.
minutes-conflict-theirs = Saved version
minutes-conflict-mine = Your version
minutes-conflict-difference = What differs
minutes-conflict-merged = This is to stand
minutes-conflict-save = Save this version
minutes-conflict-drop = Keep the saved version
minutes-object = Object
minutes-object-lead = Objections are possible until { $until }. Name the item and the wording that you wish.
minutes-objections = Objections to the minutes
minutes-objections-count =
    { $count ->
        [one] See the objection
       *[other] See { $count } objections
    }
minutes-objections-made = Objections made
minutes-objections-yours = Your objections
minutes-objections-none = No objections
minutes-objections-none-advice = Objections that you may see stand here.
minutes-objection-entry = Item of the minutes
minutes-objection-wording = Wording wished for
minutes-objection-reason = Reason
minutes-objection-send = Send objection
minutes-objection-open = open
minutes-objection-accepted = accepted
minutes-objection-next-meeting = in the next meeting
minutes-objection-withdrawn = withdrawn
minutes-objection-decided = settled by the meeting
minutes-objection-accept = Accept objection
minutes-objection-accept-note = The text of the item is changed. As soon as no objection is open, the minutes are circulated again with a new term.
minutes-objection-defer = Take to the next meeting
minutes-objection-withdraw = Withdraw objection
minutes-objection-item = Objection to the minutes of { $day }
minutes-objection-item-text =
    Objection of { $who }. Wording wished for:

    { $wording }
minutes-points = Left over from earlier meetings
minutes-point-add = Put on the agenda
minutes-point-task = Task: { $wording }
minutes-point-decision = Deferred: { $wording }
minutes-point-task-text = Responsible: { $who }, until { $due }. From the meeting of { $day }.
minutes-point-decision-text = Deferred in the meeting of { $day }.
minutes-due-title = Minutes and tasks
minutes-due-write = Write the minutes
minutes-due-circulate = Finish and circulate the minutes
minutes-due-approve = Approve the minutes in a meeting
minutes-due-distribute = Distribute approved minutes
minutes-due-objection = Answer the objection of { $who }
minutes-due-late =
    { $count ->
        [one] One task is overdue
       *[other] { $count } tasks are overdue
    }
minutes-due-late-note = From the minutes of the network
minutes-due-mine = Your task until { $due }
minutes-due-read = Read the minutes
minutes-due-read-note = { $title }. Objections until { $until }
minutes-fault-gathering = There are minutes only of meetings that are announced and not cancelled.
minutes-fault-not-a-draft = The minutes are no draft any more. They can be changed only by an objection.
minutes-fault-not-circulated = The minutes have not been circulated.
minutes-fault-already-approved = The minutes are approved already.
minutes-fault-not-approved = The minutes are not approved yet.
minutes-fault-distributed = The minutes are distributed already.
minutes-fault-objection-open = An objection is still open. Answer it first.
minutes-fault-objection-settled = This objection is answered already.
minutes-fault-meeting-decides = A meeting decides about these minutes.
minutes-fault-term-runs = The term for objections is still running.
minutes-fault-term-over = The term for objections is over.
minutes-fault-term = Please choose a day after today, at most a year ahead.
minutes-fault-meeting = Please choose a later meeting that has begun.
minutes-fault-empty = The minutes have no entries yet.
minutes-fault-agenda-entry = An item of the agenda stays in the minutes.
minutes-fault-entry-in-use = This entry has decisions or tasks. Remove them first.
minutes-fault-due-past = Please choose a day that does not lie before the meeting.
minutes-fault-no-name = There is no name in the line.
minutes-fault-no-answer = Please choose something.
minutes-fault-vote-missing = Where votes were counted, yes and no belong to it.
minutes-fault-vote-contradicts = The result does not fit the votes.
minutes-mail-greeting = Dear { $name },
minutes-mail-circulation-subject = Minutes of “{ $title }”, { $day }
minutes-mail-circulation = Attached you find the minutes of the meeting “{ $title }” of { $day }.
minutes-mail-circulation-again = Attached you find version { $round } of the minutes of the meeting “{ $title }” of { $day }. An objection was worked in, or the minutes are put forward again.
minutes-mail-circulation-term = If something should be recorded differently, please tell us until { $until }. You do not need an account for that.
minutes-mail-circulation-button = Read the minutes and object
minutes-mail-circulation-lapse = Without an open objection the minutes count as approved after that day. The link is meant for you alone.
minutes-mail-distribution-subject = Approved minutes of “{ $title }”, { $day }
minutes-mail-distribution = The minutes of the meeting “{ $title }” of { $day } are approved.
minutes-mail-distribution-full = Attached you find them in full, with the internal part.
minutes-mail-distribution-public = Attached you find them.
minutes-wording-distribution = Text with approved minutes
minutes-wording-distribution-hint = The first sentence of the mail that approved minutes are sent with.
minutes-sample-title = Sample meeting
minutes-mail-distribution-button = See the minutes in the network
minutes-mail-reminder-subject = Reminder: your task until { $due }
minutes-mail-reminder-late-subject = Overdue: your task until { $due }
minutes-mail-reminder = In the meeting “{ $title }” of { $day } you took this task:
minutes-mail-reminder-late = This task from the meeting “{ $title }” of { $day } is still open:
minutes-mail-reminder-due = It is to be done until { $due }.
minutes-mail-reminder-button = Mark as done
minutes-mail-reminder-after = The link leads to a page with one button. Only there you mark the task as done.
letter-minutes-circulation = Circulated minutes
letter-minutes-distribution = Approved minutes
letter-minutes-task_reminder = Reminder of a task
journal-minutes-begun = Minutes begun
journal-minutes-people-set = Chair and minute-taker set
journal-minutes-entry-removed = Entry of the minutes removed
journal-minutes-circulated = Minutes circulated
journal-minutes-approved = Minutes approved in a meeting
journal-minutes-lapsed = Minutes approved when the term had passed
journal-minutes-approval-withdrawn = Approval of the minutes withdrawn
journal-minutes-distributed = Minutes distributed
journal-minutes-objected = Objection made
journal-objection-accepted = Objection accepted
journal-objection-deferred = Objection taken to the next meeting
journal-objection-withdrawn = Objection withdrawn
journal-task-made = Task noted
journal-task-changed = Task changed
journal-task-removed = Task removed
journal-task-done = Task done
journal-task-dropped = Task dropped
journal-task-reopened = Task opened again
journal-decision-noted = Decision noted
journal-decision-changed = Decision changed
journal-decision-removed = Decision removed
journal-decision-settled = Decision carried out or taken up again
journal-decision-reopened = Decision opened again
done-minutes-begun = The minutes are set up.
done-minutes-saved = The entry is saved.
done-minutes-saved-asks = The entry is saved. One task is not clear yet.
done-minutes-people = Chair and minute-taker are saved.
done-minutes-entry-added = The entry is added.
done-minutes-entry-moved = The order is changed.
done-minutes-entry-removed = The entry is removed.
done-minutes-answered = The answer is saved, the task is clear.
done-minutes-answered-more = The answer is saved. Something is not clear yet.
done-minutes-circulated = The minutes are circulated. The mails wait in the outbox to be released.
done-minutes-approved = The minutes are approved.
done-minutes-approval-withdrawn = The approval is withdrawn.
done-minutes-distributed = The minutes are distributed. The mails wait in the outbox to be released.
done-minutes-circulated-quietly = The minutes are circulated. No mail came of it.
done-minutes-distributed-quietly = The minutes are distributed. No mail came of it.
done-minutes-objected = Your objection has arrived.
done-minutes-point-added = The point stands on the agenda.
done-objection-accepted = The objection is accepted and the text changed.
done-objection-deferred = The next meeting decides about the objection.
done-objection-withdrawn = The objection is withdrawn.
done-task-made = The task is noted.
done-task-done = The task is done.
done-task-dropped = The task is dropped.
done-task-reopened = The task is open again.
done-decision-noted = The decision is noted.
done-decision-changed = The decision is changed.
done-decision-removed = The decision is removed.
done-decision-settled = The decision is not open any more.
done-decision-reopened = The decision is open again.
minutes-digest-objections = Open objections
minutes-digest-objection = { $who } to the minutes of “{ $title }” on { $day }
minutes-digest-done = Tasks done
minutes-digest-done-task = { $by }: { $wording }
minutes-digest-late = Overdue tasks
minutes-digest-late-task = { $who }, by { $due }: { $wording }
minutes-digest-late-further =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }
minutes-handover-title = Open tasks
minutes-handover-none = No open tasks.
minutes-handover-note = These tasks stay with the person who has them until the minutes name somebody else or they are done.
minutes-handover-tasks = See all tasks
minutes-handover-due = by { $day }

# What minutes hold about people.
minutes-holding-tasks = Tasks
minutes-holding-tasks-purpose = Handing out what was decided, and reminding of it
minutes-holding-task = Task
minutes-holding-noted = Name at work on minutes
minutes-holding-objections = Objections
minutes-holding-objections-purpose = Correcting minutes
minutes-holding-objection = Objection
minutes-holding-record = Minutes and attendance
minutes-retained-attendance = Attendance without approved minutes
minutes-retained-attendance-hint = Counts from the end of the meeting. After that it is only kept that somebody came and for which organisation, without a name. Approved minutes are documents of record and stay.
minutes-retained-revisions = Earlier versions of approved minutes
minutes-retained-revisions-hint = Counts from the day of the version. The last version of each item and the minutes themselves stay.
minutes-holding-record-purpose = Recording who came and what was decided
minutes-holding-attendance = On the attendance list
minutes-holding-named = Chair or taker of minutes
minutes-holding-written = Paragraphs written in minutes
minutes-holding-record-stays = Approved minutes are documents of record: names in them stay, without a tie to the directory.

minutes-moves-chaired = { $count ->
        [one] minutes of 1 meeting as chair
       *[other] { $count } minutes as chair
    }
minutes-moves-taken = { $count ->
        [one] minutes of 1 meeting as minute taker
       *[other] { $count } minutes as minute taker
    }
minutes-moves-spoken = { $count ->
        [one] 1 mention in minutes
       *[other] { $count } mentions in minutes
    }
minutes-moves-objections = { $count ->
        [one] 1 objection
       *[other] { $count } objections
    }
minutes-moves-tasks = { $count ->
        [one] 1 task
       *[other] { $count } tasks
    }
minutes-moves-minutes = { $count ->
        [one] 1 set of minutes with decisions and tasks
       *[other] { $count } sets of minutes with decisions and tasks
    }
