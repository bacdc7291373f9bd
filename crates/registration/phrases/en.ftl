# Registration: what participants read.

registration-one = Registration
registration-title = Registration: { $title }
registration-send = Register
registration-until = Registration is open until { $day }.
registration-no-payment = Nothing is paid on this page.
registration-notice = Privacy notice
registration-questions-to = Questions?
registration-lost-link = Send me the link to my registration again
registration-back = Back to the registration

registration-level-free = Places available
registration-level-few = Few places left
registration-level-full = Fully booked, waiting list
registration-level-unset = Not set up yet

registration-stage-draft = In preparation
registration-stage-early = Not open yet
registration-stage-running = Open
registration-stage-over = Registration has ended
registration-stage-cancelled = Cancelled
registration-closed-early = Registration begins on { $day }.
registration-closed-over = Registration has ended. If you would still like to come, please contact the office.
registration-closed-draft = You cannot register here yet.
registration-closed-cancelled = This event does not take place.

registration-which = Which date would you like to attend?
registration-which-hint = You can choose one date and move to another one later. If a date is fully booked, you join its waiting list.
registration-name = First and last name
registration-mail = Email
registration-mail-hint = We send you the link with which you confirm, change and cancel your registration.
registration-mail-hint-office = Without an email address the person gets no messages; you have to tell them yourself.
registration-organisation = Organisation
registration-organisation-hint = Type the beginning of the name and choose, or write it out.
registration-phone = Telephone
registration-companions = Who comes with you?
registration-companions-hint = Enter their names. All messages go to your email address.
registration-companion = Name of person { $number }
registration-questions = More about you
registration-list-consent = My name and organisation may stand on the list of participants.
registration-list-consent-hint = Voluntary. Only those who take part see the list.
registration-trap = Please leave empty
registration-what-next = You will get an email in a moment in which you confirm your registration. Meanwhile, for { $minutes } minutes, we keep your place.
registration-condition = Only if you answered “{ $value }” to “{ $question }”.
registration-condition-must = Please answer if you answered “{ $value }” to “{ $question }”.

registration-who-open = Everybody can register.
registration-who-members = Only for people from member organisations.
registration-who-invited = Only for those who were invited.
registration-turned-member = This event is for member organisations
registration-turned-member-why = We know of no member organisation for your email address, so we could not register you. What you typed is still in the form below.
registration-turned-member-ask = Do you work for a member organisation? Then register with your address there. Or enter the organisation and have its contact asked: we write to them and keep your place meanwhile. For anything else the office will help:
registration-ask-contact = Have my organisation asked
registration-turned-invited = This event is for invited guests
registration-turned-invited-why = This email address is not on the guest list. If your invitation went to another address, please register with that one. Otherwise the office will help:

registration-sent-title = Please look at your inbox
registration-sent-lead = We have sent you an email about “{ $title }”. It says what comes next.
registration-sent-hold = Open the link in the email and confirm. Only then are you registered. Your place is kept for { $minutes } minutes; you can confirm later, too, but the place may be gone.
registration-sent-nothing = No email?
registration-sent-advice = Look into the folder for unwanted mail. If nothing comes within a few minutes, register again or ask us:
registration-sent-back = Back to the form

registration-again-title = Send the link to my registration
registration-again-lead = With the link you see, change and cancel your registration. We send it to the address that you registered with.
registration-again-mail = Your email address
registration-again-send = Send the link
registration-again-sent = Please look at your inbox
registration-again-sent-lead = If there is a registration for this address, the link is on its way now.
registration-again-sent-advice = If nothing arrives, you may have given another address.
registration-again-other = Enter another address
registration-dead-link = This link no longer works
registration-dead-link-text = It may have expired, or been cut off when it was copied.

registration-state-unconfirmed = Email unconfirmed
registration-state-requested = Awaits approval
registration-state-confirmed = Confirmed
registration-state-waiting = Waiting list
registration-state-offered = Place offered
registration-state-expired = Offer expired
registration-state-refused = Refused
registration-state-cancelled = Cancelled

registration-own-title = Your registration: { $title }
registration-own-for = Registration of { $name }
registration-own-acts = What you can do
registration-confirm-held = Please confirm your registration. Then your place is certain.
registration-confirm-full = Please confirm your registration. At the moment no place is free; once you confirm you are on the waiting list.
registration-confirm = Confirm registration
registration-note-held = A place is kept for you until { $until }. It is yours only once you confirm above.
registration-note-unheld = No place is kept for you yet. Confirm above: if a place is free then, it is yours, else you join the waiting list.
registration-note-requested = The office looks at your registration and keeps the place meanwhile. You will get an email.
registration-note-contact = We have asked your organisation's contact and keep the place meanwhile. You will get an email.
registration-note-confirmed = We look forward to seeing you. You can move, change or cancel until { $until }.
registration-note-waiting =
    { $number ->
        [one] You are next on the waiting list. You get an email at once when a place becomes free.
       *[other] You are number { $number } on the waiting list. Free places go in order; you get an email at once.
    }
registration-note-offered = A place has become free and is kept for you until { $until }. After that it goes to the next in line.
registration-note-expired = The place that was offered went on, because no answer came in time.
registration-note-refused = The registration could not be accepted.
registration-note-cancelled = This place was given back.
registration-note-off = The event does not take place.
registration-accept = Take the place
registration-decline = Leave it to others
registration-return = Register again
registration-to-gathering = All about the event
registration-too-late = You could change or cancel by yourself until { $day }. Please contact the office now.
registration-move-open = Move to another date
registration-details-open = Change what I typed
registration-cancel-open = Cancel
registration-cancel-title = Would you like to cancel?
registration-cancel-who = Who does not come?
registration-cancel-row = { $name }, { $when }
registration-cancel-consequence = The place goes to the next on the waiting list at once, or becomes free again.
registration-cancel-consequence-line = You lose your place in the line.
registration-cancel-undo = You can register again afterwards as long as there are places; otherwise at the end of the waiting list.
registration-cancel = Cancel my place
registration-keep = Keep it
registration-move-title = Move to another date
registration-move-now = Now: { $when }
registration-move-none = At the moment there is no other date to move to.
registration-move-which = New date
registration-move-choice = { $when }, { $place }: { $level }
registration-move-hint = Your present place becomes free only when the new one is certain.
registration-move-waits = If no place is free there: put me on its waiting list. I keep my present place.
registration-move = Move
registration-details-title = Change what I typed
registration-details-save = Save

registration-fault-which = Please choose a date.
registration-fault-date = You cannot register for this date here. Please choose another one.
registration-fault-not-running = Registration for this date is not open or has ended.
registration-fault-full = No place is free there any more. You can join the waiting list.
registration-fault-companions = You cannot register as many people here.
registration-fault-companion-twice = This name stands in the form already.
registration-fault-choose = Please choose an answer.
registration-fault-consent = Without this tick you cannot register.
registration-fault-over = The event has begun or was cancelled.
registration-fault-too-late = The time to change and cancel is over. Please contact the office.
registration-fault-offer-over = This offer no longer stands.
registration-fault-has-another = You have another place already.
registration-fault-waits-already = You are on that waiting list already.
registration-fault-nobody = Please choose who does not come.
registration-fault-answered = This has been answered already.
registration-fault-organisation = We do not know this member organisation, or it has no contact with an email address. Please check the name.

registration-contact-title = Does this person belong to your organisation?
registration-contact-question = { $name } would like to attend and named “{ $organisation }” as their organisation.
registration-contact-why = The event is for people from member organisations. We ask you as the contact because we do not know the email address.
registration-contact-yes = Yes, one of us
registration-contact-no = No, not one of us
registration-contact-answered = Thank you, no answer is needed here any more.

registration-panel-go = Register
registration-panel-wait = Join the waiting list
registration-panel-choice = You can choose one of the dates of this series and move to another one later.

letter-registration-confirm = Request to confirm a registration
letter-registration-news = News of a registration
letter-registration-link = Link to a registration
letter-registration-contact = Question to a contact

registration-mail-salutation = Hello { $name },
registration-mail-because = You get this email because somebody registered with this address for an event of { $network }.
registration-mail-what = Event
registration-mail-when = When
registration-mail-where = Where
registration-mail-who = Who
registration-mail-code = The page of your registration shows a code for the reception. Show it on the day, on a screen or on paper.
registration-mail-person = { $name }: { $state }

registration-subject-confirm = Please confirm: registration for { $title } on { $day }
registration-opening-confirm = thank you for registering for “{ $title }”. Please confirm by { $until }; until then we keep your place.
registration-opening-confirm-full = thank you for your interest in “{ $title }”. At the moment no place is free. Please confirm your address; then you join the waiting list.
registration-subject-confirmed = Registration confirmed: { $title } on { $day }
registration-opening-confirmed = your registration for “{ $title }” is confirmed. We look forward to seeing you. The date for your calendar is attached.
registration-subject-waiting = Waiting list: { $title } on { $day }
registration-opening-waiting = at the moment no place is free at “{ $title }”. You are on the waiting list; this is not a confirmation yet. We write to you at once when a place becomes free.
registration-subject-requested = Registration received: { $title } on { $day }
registration-opening-requested = we have received your registration for “{ $title }” and look at it. This is not a confirmation yet; we write to you once it is decided.
registration-subject-mixed = Your registration: { $title } on { $day }
registration-opening-mixed = this is how your registration for “{ $title }” stands. Only where it says “Confirmed” is a place certain.
registration-subject-given = A place is free and yours: { $title } on { $day }
registration-opening-given = a place at “{ $title }” has become free and is yours now. The date for your calendar is attached.
registration-subject-offered = A place until { $until }: { $title } on { $day }
registration-opening-offered = a place at “{ $title }” has become free. We keep it for you until { $until }; after that it goes to the next on the waiting list.
registration-subject-lapsed = Offer expired: { $title } on { $day }
registration-opening-lapsed = the place at “{ $title }” that was offered went on, because no answer came in time.
registration-subject-cancelled = Cancelled: { $title } on { $day }
registration-opening-cancelled = the place at “{ $title }” is cancelled. Please delete the date from your calendar.
registration-subject-moved = Moved: { $title } on { $day }
registration-opening-moved = you have moved to another date. Your place is here now; the old one is free. The new date for your calendar is attached.
registration-subject-shifted = Changed: { $title } on { $day }
registration-opening-shifted = “{ $title }” takes place at another time or place. Your registration still holds; this is how it is now:
registration-subject-off = Called off: { $title } on { $day }
registration-opening-off = unfortunately “{ $title }” does not take place. Please delete the date from your calendar.
registration-subject-refused = Registration not accepted: { $title } on { $day }
registration-opening-refused = unfortunately your registration for “{ $title }” could not be accepted. If you have questions, please contact us.
registration-subject-link = Your link: registration for { $title } on { $day }
registration-opening-link = somebody is registered for “{ $title }” with this address already. With the link you see, change and cancel the registration.
registration-door = See, change or cancel the registration
registration-door-note = With this link you see, change and cancel your registration. It is for you alone.
registration-door-confirm = Confirm registration
registration-door-confirm-note = If you did not register, just leave this email: nothing comes of it without your confirmation.
registration-door-offer = Take the place or leave it
registration-door-offer-note = With the link you take the place or leave it to others. If you have another date of this series, you keep it until you accept.
registration-door-again = Register again
registration-door-again-note = If you would like to come after all, register again with the link.
registration-contact-subject = Does { $name } belong to { $organisation }?
registration-contact-opening = { $name } would like to attend “{ $title }” and named { $organisation } as their organisation. Please tell us whether that is right.
registration-contact-door = Answer
registration-contact-because = You get this email because you speak for your organisation at { $network }.

done-registration-made = Your registration is entered.
done-registration-confirmed = Thank you, your registration is confirmed. Below you see how your place stands.
done-registration-returned = You are registered again.
done-registration-accepted = The place is yours now.
done-registration-declined = Thank you. The place goes to the next in line.
done-registration-cancelled = The cancellation is entered.
done-registration-moved = Your wish is entered. Below you see which place is yours now.
done-registration-changed = What you typed is saved.
done-registration-vouched = Thank you, your answer is entered.

# Whoever is invited accepts by registering.
registration-guest-lead = You are invited. By registering you accept.
registration-guest-mail = All messages go to { $mail }, the address of your invitation.
registration-guest-next = We know your address already; there is nothing more to confirm. The confirmation comes by mail.
registration-guest-stands = There is a registration of yours already. State: { $state }. You can change and cancel by the link in the mail about your registration.
registration-send-guest = Accept and register
registration-fault-guest-closed = To accept means to register here. That is not possible now, because registration has not opened yet or is over. The office will help you.
registration-fault-no-reservation = There is a registration for this gathering. Please cancel it if nobody comes, or leave it as it is.
