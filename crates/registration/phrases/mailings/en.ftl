# Mails to participants.

mailings-title = Mails to participants
mailings-feedback = Feedback
mailings-lead = Write to those who have registered. Each mail goes to people whose place stands the same, and tells them so in fixed words. You see beforehand exactly what arrives; nothing is sent until you release it in the outbox.
mailings-new = New mail to
mailings-people =
    { $count ->
        [0] nobody with an e-mail address at present
        [one] one person at present
       *[other] { $count } people at present
    }
mailings-all = Mails about this event
mailings-none = No mail yet
mailings-none-advice = Choose above whom you want to write to. A text is prepared already.
mailings-subject = Subject
mailings-subject-en = Subject in English
mailings-to = To
mailings-to-hint = Whoever stands differently when the mail goes out does not get it.
mailings-to-confirmed = people with a confirmed place
mailings-to-waiting = people on the waiting list
mailings-to-offered = people to whom a place is offered
mailings-to-cancelled = people who cancelled
mailings-to-came = people who came
mailings-to-missed = people who registered and did not come
mailings-state = State
mailings-draft = Draft
mailings-prepared = Prepared
mailings-laid-out =
    { $count ->
        [one] prepared for one person, last on { $when }
       *[other] prepared for { $count } people, last on { $when }
    }
mailings-write = Write a mail
mailings-body = Text
mailings-body-hint = Salutation, state of the registration, place and time, the link to the registration and your closing words are in the mail by themselves. A blank line begins a new paragraph.
mailings-body-en = Text in English
mailings-body-en-hint = For everybody who registered on the English page. Without it they get the German text, too.
mailings-blanks = What stands in braces is filled in for each person. For link and feedback it is the name of the button that follows below the text; they do not go into the subject.
mailings-blanks-de = In the German text:
mailings-blanks-en = In the English text:
mailings-save = Save and look at it
mailings-remove-open = Delete draft …
mailings-remove-consequence = The text is lost. Nothing has been sent yet.
mailings-remove = Delete draft
mailings-consequence =
    { $count ->
        [one] One letter goes into the outbox. It is sent only when you release it there.
       *[other] { $count } letters go into the outbox. They are sent only when you release them there.
    }
mailings-nobody-left = At present there is nobody who has not got this mail. Nobody gets it twice.
mailings-is-reminder = The registration wrote this reminder by itself.
mailings-lay-out = Put into the outbox
mailings-edit = Change the text
mailings-to-outbox = To the outbox
mailings-preview = As { $name } gets it
mailings-recipients =
    { $count ->
        [one] One person
       *[other] { $count } people
    }
mailings-nobody = Nobody stands like this at present
mailings-nobody-advice = When somebody does, you can put the mail into the outbox.
mailings-told = prepared or sent
mailings-open = not prepared yet
mailings-paused = Address paused because mails came back
mailings-more = The first { $count } are shown.

mailings-reminder = Reminder before the event
mailings-reminder-now =
    { $days ->
        [0] At present nobody is reminded by itself.
        [one] Whoever has a place is reminded one day before.
       *[other] Whoever has a place is reminded { $days } days before.
    }
mailings-reminder-open = Set the reminder up
mailings-reminder-lead = Whoever has a confirmed place gets this mail so many days before, each person once. Who got the place within the last two days is not reminded at once.
mailings-reminder-choice = This holds for all dates of the series.
mailings-reminder-days = Days before
mailings-reminder-days-hint = 0 or nothing means: do not remind.
mailings-reminder-release = Send without release
mailings-reminder-release-hint = Otherwise the letters lie in the outbox at 8 in the morning and wait for your release.
mailings-reminder-save = Save reminder
mailings-reminder-preview = What the reminder looks like at present

mailings-fault-blank = { $blank } cannot be filled in. Please use only the words that stand above.
mailings-fault-half = Please give both subject and text in English, or neither.
mailings-fault-off = The event is cancelled. The participants know that already.
mailings-fault-nobody = There is nobody who has not got this mail.

mailings-subject-waiting = Waiting list: { $subject }
mailings-subject-offered = Not confirmed yet: { $subject }
mailings-subject-cancelled = About your cancellation: { $subject }
mailings-stand-confirmed = Your place is confirmed.
mailings-stand-waiting = You are on the waiting list. This message does not give you a place.
mailings-stand-offered = A place is kept for you. It is yours only when you accept it; this message does not give it to you.
mailings-stand-cancelled = You have cancelled and are no longer on the list of participants.
mailings-stand-came = By our list you were there. Please tell us if that is wrong.
mailings-stand-missed = You had a place; by our list you did not come. Please tell us if that is wrong.
mailings-stand-mixed = A place is certain only where it says “Confirmed” below.
mailings-door-feedback = Give feedback
mailings-door-named = “{ $label }”

mailings-draft-reminder = Reminder: { $title } on { $day }
mailings-draft-reminder-text =
    the day is near: “{ $title }” begins on { $day } at { $time } ({ $place }).

    You cannot come after all? Then please cancel by the link below, so that somebody on the waiting list gets your place.
mailings-draft-after = Thank you for coming: { $title }
mailings-draft-after-text =
    thank you for being with us at “{ $title }”.

    What was good, what should we change? Please tell us; it takes two minutes and stays anonymous: { $feedback }
mailings-draft-came-text =
    thank you for being with us at “{ $title }”. If you were registered at the door, you get your certificate of attendance by the link below: { $link }

    What was good, what should we change? Please tell us; it takes two minutes and stays anonymous: { $feedback }
mailings-draft-missed = A pity that you were not there: { $title }
mailings-draft-missed-text =
    what a pity that you could not come to “{ $title }” on { $day }. We gladly send you what you missed; just answer this mail.

    If something comes up another time, please cancel beforehand by the link to your registration: then somebody on the waiting list can come.
mailings-draft-waiting = { $title } on { $day }
mailings-draft-waiting-text =
    thank you for your patience. There is still no place free at “{ $title }” on { $day }. When one becomes free we write to you at once.

    You do not want to wait any longer? Then give up your place in the line by the link below.
mailings-draft-offered = Please answer by { $until }: { $title }
mailings-draft-offered-text =
    we keep a place at “{ $title }” on { $day } for you. Please accept it by the link below until { $until }, or leave it to others.
mailings-draft-cancelled = { $title } on { $day }
mailings-draft-cancelled-text =
    what a pity that you cannot come to “{ $title }”.

    You would like to take part after all? As long as there are places, you can register again by the link below.

letter-registration-mailing = Mail to participants

done-registration-mail-written = The mail is saved. Nothing has been sent yet.
done-registration-mail-laid-out = The letters lie in the outbox.
done-registration-mail-removed = The draft is deleted.
done-registration-reminder-set = The reminder is saved.
journal-registration-mail-written = wrote a mail to participants
journal-registration-mail-laid-out = put a mail to participants into the outbox
journal-registration-mail-removed = deleted the draft of a mail to participants
journal-registration-reminder-set = set up the reminder to participants

archive-registration-mailing = Mails to participants
archive-registration-mailing-about = What the office wrote to those who registered.
archive-registration-mailing-sent = Mails received
archive-registration-mailing-sent-about = Which registration got which mail.
archive-registration-reminder = Reminders of registration
archive-registration-reminder-about = How many days before and in which words participants are reminded.
archive-col-to-state = To people who stand as
archive-col-subject-en = Subject in English
archive-col-text-en = Text in English
archive-col-reminds-of = Reminds of
archive-col-let-in-at = Let in at
archive-col-sent-at = Written on
archive-col-mailing-id = Id of the mail
archive-col-days-before = Days before
