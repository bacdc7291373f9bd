invitations-title = Invitation and guest list
invitations-invite = Invite people
invitations-invite-more = Invite more people
invitations-waiting =
    { $count ->
        [one] One invitation waits in the outbox for release.
       *[other] { $count } invitations wait in the outbox for release.
    }
invitations-to-outbox = To the outbox
invitations-empty = Nobody invited yet
invitations-empty-advice = Choose groups, contacts or single people. Before anything is sent you see the mail and can send it to yourself.
invitations-guests = Guest list
invitations-count-guests = Invited
invitations-count-deputies = Deputies
invitations-no-reply = No answer
invitations-no-address = No mail address known
invitations-not-written = No mail yet
invitations-col-guest = Person
invitations-col-letter = Mail
invitations-col-reply = Answer
invitations-col-remarks = Deputy and remark
invitations-col-kind = Mail
invitations-deputy-is = Coming instead: { $name }
invitations-through-link = by the link in the mail, { $when }
invitations-through-account = signed in, { $when }
invitations-through-phone = by phone, entered { $when }
invitations-through-letter = in writing, entered { $when }
invitations-through-calendar = by calendar, { $when }
invitations-through-mail = by mail, recorded { $when }
invitations-fact-from = Function
invitations-fact-via = Invited through
invitations-fact-mail = Mail
invitations-fact-phone = Phone
invitations-reply = Answer
invitations-answer-for = Enter an answer
invitations-answer-for-send = Enter the answer
invitations-way-phone = by phone
invitations-way-letter = in writing
invitations-letters = What was sent
invitations-again = Send the invitation once more
invitations-withdraw-open = Withdraw the invitation …
invitations-withdraw-consequence = The person is then no longer on the guest list. If the mail still waits, it is not sent; the links in a mail that was sent no longer work.
invitations-withdraw-tell = Tell the person and take the calendar entry back
invitations-withdraw = Withdraw the invitation
invitations-form-title = Invite people
invitations-form-lead = Each person gets a mail of their own. Whoever has been invited already gets no second one.
invitations-form-who = Who is invited
invitations-form-what = What goes along
invitations-form-next = On to the preview
invitations-field-groups = Groups
invitations-field-functions = Everybody with the function
invitations-field-member-contacts = Contacts of all members
invitations-field-people = Single people
invitations-field-their-remark = Remark
invitations-field-filter = Search people
invitations-field-note = Personal words
invitations-field-note-hint = They stand in the mail and in the letter above the facts. A blank line begins a new paragraph.
invitations-field-documents = Documents that go along
invitations-field-last-minutes-of = Enclose the minutes of “{ $title }” on { $day }
invitations-field-reply = Your answer
invitations-field-their-reply = The person’s answer
invitations-field-through = How did the answer come?
invitations-field-deputy = Represented by
invitations-field-deputy-hint = Name and function of the person who comes instead.
invitations-field-remark = Remark for the office
invitations-field-listed = My name may stand on the list of participants that all members read. I can change this at any time.
invitations-round-title = Check the invitation
invitations-round-lead =
    { $count ->
        [0] With this choice no mail is written.
        [one] One mail is prepared. Nothing has been sent yet.
       *[other] { $count } mails are prepared. Nothing has been sent yet.
    }
invitations-round-consequence = The invitations are put into the outbox. They go out from there as soon as the office releases them.
invitations-round-lay-out = Put into the outbox
invitations-round-test = Send a test to me
invitations-round-edit = Change the choice
invitations-round-nobody = Everyone you chose has been invited already or has no mail address.
invitations-round-without = Without a mail address
invitations-round-without-note = These people are put on the guest list but get no mail. Please invite them in another way.
invitations-round-paused = Paused addresses
invitations-round-paused-note = These people are put on the guest list. Nothing goes to their addresses at present, because mail came back three times. Correct the addresses or free them in the inbox.
invitations-round-known = Invited already
invitations-round-known-note = These people get no second invitation.
invitations-round-laid-out = These invitations are in the outbox already or have been sent.
invitations-to-list = To the guest list
invitations-reply-for = Invitation for { $name }
invitations-reply-ask = Are you coming?
invitations-reply-again = Change the answer
invitations-reply-send = Send the answer
invitations-reply-change = Send the changed answer
invitations-recorded = Your answer so far:
invitations-recorded-now = Thank you. This is recorded now:
invitations-recorded-until = You can change your answer until the meeting begins.
invitations-questions = Questions?
invitations-closed-begun = The meeting has begun already. We need no answer any more; thank you for thinking of it.
invitations-closed-cancelled = This meeting does not take place. There is no need to answer.
invitations-dead-link = This link is no longer valid
invitations-dead-link-text = It may have expired, been withdrawn, or reached the address bar incomplete.
invitations-dead-link-advice = Open the link from the mail once more, or have it sent again. If that does not help, please reply to the office; it will enter your answer.
invitations-panel-replies = Answers to the invitation
invitations-panel-answered = Answers
invitations-panel-open = Open invitation and guest list
invitations-own = Your invitation
invitations-mine = My invitations
invitations-due = Answers still missing
invitations-due-note = { $answered } of { $guests } have answered.
invitations-fault-nobody = Please choose at least one group or person.
invitations-fault-nobody-new = Everyone you chose has been invited already.
invitations-fault-too-large = Together the documents are larger than { $most } MB. Many mail servers do not take that; please choose fewer.
invitations-fault-draft = The meeting is still a draft. Announce it, then you can invite.
invitations-fault-not-to-come = Nobody can be invited to this meeting any more: it has begun, is over or was cancelled.
invitations-fault-no-own-address = No mail address is on record for yourself.
invitations-fault-never-sent = No invitation has been sent to this person yet.
invitations-fault-on-its-way = The invitation is on its way already or waits in the outbox.
invitations-fault-no-address = No mail address is known for this person.
done-reply-recorded = The answer is recorded.
done-invitation-sent-again = The invitation is being sent once more.
done-guest-withdrawn = The invitation is withdrawn.
done-invitation-test = The test is on its way to your own address.
done-invitations-laid-out = The invitations are in the outbox and wait for release.
journal-invitations-laid-out = Invitations put into the outbox
journal-invitation-sent-again = Invitation sent once more
journal-reply-recorded = Answer recorded
letter-invitations-invitation = Invitation
letter-invitations-update = Change of a meeting
letter-invitations-cancellation = Cancellation of a meeting
letter-invitations-test = Test of an invitation
letter-invitations-reminder = Reminder: answer missing
letter-invitations-tomorrow = Reminder on the day before
invitations-subject = Invitation: { $title } on { $day }
invitations-subject-test = [Test] { $subject }
invitations-subject-moved = Moved: { $title }, now on { $day }
invitations-subject-changed = Changed: { $title } on { $day }
invitations-subject-cancelled = Cancelled: { $title } on { $day }
invitations-subject-withdrawn = Invitation withdrawn: { $title } on { $day }
invitations-subject-reminder = Your answer is still missing: { $title } on { $day }
invitations-subject-tomorrow = Tomorrow: { $title } on { $day }
invitations-opening = we warmly invite you to “{ $title }”.
invitations-reminder-opening = “{ $title }” takes place on { $day }. We invited you and have no answer from you yet. Please tell us whether you are coming.
invitations-tomorrow-opening = tomorrow, on { $day }, the time has come: “{ $title }”. You said yes; we look forward to seeing you. If something comes up, please let us know.
invitations-fact-when = When
invitations-fact-where = Where
invitations-fact-access = Access
invitations-online-later = You can also take part online. The link appears on this page one hour before the start.
invitations-fact-host = Host
invitations-fact-focus = Focus
invitations-fact-guests = Guests
invitations-agenda = Agenda
invitations-answer = Are you coming?
invitations-answer-how = Please answer with one click. It opens a page where you confirm your answer and can name a deputy; you need no account for it. You can change the answer until the meeting begins.
invitations-door-yes = Yes
invitations-door-tentative = Maybe
invitations-door-no = No
invitations-files = Enclosures
invitations-file-calendar = Calendar entry
invitations-file-name = invitation-{ $day }.pdf
invitations-page = The meeting on the web
invitations-wording-opening = Opening of the invitation
invitations-wording-opening-hint = The first sentence after the salutation, in the mail and in the letter of invitation.
invitations-wording-note = Accompanying text of new invitations
invitations-wording-note-hint = The field for the accompanying text of every new round of invitations begins with it; there it can be changed for that one round.
invitations-wording-afterword = Last sentence of changes and cancellations
invitations-wording-afterword-hint = Stands before the closing words, for example whom to ask.
invitations-sample-title = Sample meeting
invitations-sample-venue = Sample House
invitations-sample-item = Welcome
invitations-because = You get this mail because { $network } invites you to this meeting.
invitations-because-via = You get this mail because { $network } invites you to this meeting as part of “{ $via }”.
invitations-update-opening = something has changed about “{ $title }”.
invitations-update-opening-moved = “{ $title }” has been moved.
invitations-update-now = As it stands now
invitations-update-replied = Your answer so far: { $reply }. If it stays the same, you need not do anything.
invitations-change-starts = Begin
invitations-change-ends = End
invitations-change-title = Title
invitations-change-online = Online access
invitations-change-online-text = The online access has changed. You find it on the meeting’s page shortly before it begins.
invitations-change-agenda-text = The agenda is new; it stands below.
invitations-change-state = State
invitations-change-cancelled = The meeting does not take place.
invitations-change-reinstated = The meeting takes place after all.
invitations-change-before = before: { $value }
invitations-change-after = now: { $value }
invitations-change-nothing = not given
invitations-cancelled-opening = “{ $title }” on { $when } does not take place.
invitations-withdrawn-opening = we have withdrawn our invitation to “{ $title }” on { $when }. Please excuse the inconvenience.
invitations-cancelled-calendar = Your calendar can remove the entry with this mail.
invitations-again-title = Get your link again
invitations-again-ask = Have the link sent again
invitations-again-lead = Enter the address that your invitation went to. We send you the links to your invitations that are still to come; you need no account for it.
invitations-again-mail = E-mail address
invitations-again-send = Send links
invitations-again-sent = Please look into your mailbox
invitations-again-sent-lead = If we know the address and an invitation is still to come, you get a mail with your links in the next few minutes.
invitations-again-sent-advice = If nothing arrives, please look into the folder for unwanted mail or try another address. Otherwise the office that invited you will help.
invitations-again-other = Try another address
letter-invitations-links = Links to invitations, once more
invitations-subject-links = Your invitations from { $network }
invitations-links-opening = here are the links to your invitations from { $network }.
invitations-links-reply = Your answer so far
invitations-links-open = Open the invitation and answer
invitations-links-older = The links in earlier mails still work.
invitations-links-because = You get this mail because somebody asked for the links on our page with this address. If it was not you, you need not do anything.
invitations-reminders = Reminders
invitations-reminders-lead = Who is reminded of this meeting, and when. Reminders are prepared at 7 in the morning; each person gets each of them only once.
invitations-reminders-change = Change reminders
invitations-reminders-save = Save reminders
invitations-reminders-and-eve =
    { $days ->
        [0] Nobody is reminded of a missing answer; those who come get a mail on the day before.
        [one] Missing answers are asked for one day before; those who come get a mail on the day before.
       *[other] Missing answers are asked for { $days } days before; those who come get a mail on the day before.
    }
invitations-reminders-only =
    { $days ->
        [0] No reminders go out about this meeting.
        [one] Missing answers are asked for one day before; nothing else goes out on the day before.
       *[other] Missing answers are asked for { $days } days before; nothing goes out on the day before.
    }
invitations-reminder-network =
    { $days ->
        [0] As set for the network: never
        [one] As set for the network: one day before
       *[other] As set for the network: { $days } days before
    }
invitations-reminder-own = At a time of its own
invitations-reminder-never = Never
invitations-day-before-network-yes = As set for the network: yes
invitations-day-before-network-no = As set for the network: no
invitations-day-before-yes = Yes
invitations-day-before-no = No
invitations-field-reminder = Who has not answered yet is reminded
invitations-field-reminder-days = Days before
invitations-field-reminder-days-hint = Only for a time of its own: 1 to 30 days.
invitations-field-day-before = Who is coming gets a mail on the day before
invitations-fault-nobody-to-remind = Nobody is reminded of this meeting any more: it is not announced, has begun or is cancelled.
done-own-reminders-set = The reminders are saved.
journal-own-reminders-set = Reminders of the meeting changed
invitations-field-lists = Mailing lists
invitations-handover-title = Invitations to meetings after that
invitations-handover-none = The present person is invited to no meeting after that.
invitations-handover-later = The present person is invited to these meetings already. Once the succession is entered, you can change each invitation in one step.
invitations-handover-do = The present person is invited to these meetings already. Changing takes the invitation back and puts one for the successor into the outbox.
invitations-handover-told = The mail has been sent.
invitations-handover-act = Invite the successor instead
invitations-handover-act-tell = The same, and tell the person
invitations-handover-open = Nobody is invited to these meetings yet. Whoever has the function on the day will be on the list by themselves:
done-invitation-succeeded = The invitation has been changed. The new one waits in the outbox for release.
journal-invitation-succeeded = Successor invited instead

# What invitations hold about people.
invitations-holding = Rounds of invitations and reminders
invitations-holding-purpose = Reminding nobody twice and knowing who invited
invitations-holding-made = Made a round of invitations
invitations-holding-reminder = Reminded of the day
invitations-retained = Invitations and replies to past meetings
invitations-retained-hint = Counts from the end of the meeting. Who came still stands in the minutes.
invitations-moves-rounds = { $count ->
        [one] 1 round of invitations
       *[other] { $count } rounds of invitations
    }

# Where people register, to accept is to register.
invitations-door-register = Accept and register
invitations-answer-register = To accept means to register here. The form opens with your details; you need no account. To decline takes one click.
invitations-answer-placed = You are registered. Should something come up, please cancel; somebody else then gets the place.
invitations-answer-pending = We have your registration; it is no place yet. If you no longer wish to come, please cancel.
invitations-answer-closed = Nobody can register now: registration has not opened yet or is over. You can decline here.
invitations-reply-other = Or answer otherwise
invitations-registers-open = To accept means to register here. Your details are in the form already.
invitations-registers-placed = You are registered. You can change your registration by the link in the mail about it; declining here frees the place.
invitations-registers-pending = We have your registration; it is no place yet. You can change it by the link in the mail about it; declining here takes it back.
invitations-registers-early = To accept means to register here. Registration has not opened yet; please open the link again then.
invitations-registers-over = To accept means to register here. Registration is over; if you would still like to come, please ask the office.
invitations-answer-for-registers = To accept registers the person, to decline frees their place. They get a mail about it.
invitations-fault-asks = This gathering comes with questions, and there is no place without their answers. Please register the person under “Registrations”.
invitations-through-registration = by registering, { $when }
invitations-count-waiting = Registration under way
letter-invitations-register = Accepted: registration missing
invitations-subject-register = Please register: { $title } on { $day }
invitations-register-opening = your calendar told us that you will come to “{ $title }” on { $day }. A place comes with some questions. Please register; only then is the place yours.
