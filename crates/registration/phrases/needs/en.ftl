needs-nav = Assistance needs
needs-heading = What do you need in order to take part well?
needs-purpose = You need not answer. We use what you tell us to prepare your taking part, for nothing else, and keep it sealed. You can replace it or take it back at any time.
needs-readers = Read by
needs-deleted = For how long
needs-until-day = Deleted after { $day }, from all backups too.
needs-until-days =
    { $days ->
        [0] Deleted after the day of your date, from all backups too.
        [one] Deleted one day after your date, from all backups too.
       *[other] Deleted { $days } days after your date, from all backups too.
    }
needs-kinds = I need
needs-sign-language = Interpreting in (German) sign language
needs-speech-to-text = Speech to text: what is said as text to read along
needs-hearing-loop = A hearing loop, or a seat where I hear well
needs-easy-language = Papers in easy language
needs-wheelchair = A wheelchair place and a way without steps
needs-assistant = A place for an assistant who comes along
needs-vegetarian = Vegetarian food
needs-vegan = Vegan food
needs-other-food = Other food, for example without gluten or nuts (please describe below)
needs-childcare = Childcare (please give number and age of the children below)
needs-words = What else should we know?
needs-words-hint = For example: assistance dog, quiet room, fixed breaks. What you need is enough; we need no diagnoses.
needs-provider-interpreters = For interpreters
needs-provider-house = For the venue
needs-provider-kitchen = For the kitchen
needs-state-requested = Told
needs-state-arranged = Arranged
needs-state-confirmed = Confirmed
needs-all-lead = Gatherings for which participants have told you what they need.
needs-all-none = Nobody has told a need yet.
needs-all-none-advice = As soon as somebody does so when registering, the gathering stands here.
needs-asked =
    { $all ->
        [one] One person, open: { $open }
       *[other] { $all } people, open: { $open }
    }
needs-list-lead = Whoever stands here has told what is needed for taking part. What it is you see on the person's page; each time it is opened is noted.
needs-list-none = Nobody has told a need for this gathering.
needs-column-name = Name
needs-column-organisation = Organisation
needs-column-state = State
needs-column-place = Registration
needs-column-told = Told
needs-told-again = Told anew
needs-need-heading = This is needed
needs-need-noted = That you open this page is noted.
needs-gone = This was deleted on { $when }. Nobody can read it any more.
needs-closed = This cannot be opened: its key is missing or another one. Please talk to whoever runs the installation, and ask the person once more if need be.
needs-reach = How you reach the person
needs-reach-organisation = Organisation
needs-reach-mail = Mail
needs-reach-phone = Telephone
needs-set-state = State
needs-set-state-hint = With "Confirmed" the person gets a mail that everything is prepared. It does not repeat what was needed.
needs-set-state-send = Save state
needs-fault-no-mail = This registration has no mail address. Tell the person yourself and leave the state at "Arranged".
needs-fault-nothing = Please choose or write what you need. To take it back there is a button of its own below.
needs-totals = Totals for venue, kitchen and interpreters
needs-totals-lead = Numbers alone, without names. Whoever needs several things stands in several totals. Even a small number can lead to a person: give each total only to whom it concerns.
needs-totals-none = There is nothing to count yet.
needs-totals-words =
    { $count ->
        [one] One person has written something that stands in no total.
       *[other] { $count } people have written something that stands in no total.
    }
needs-totals-closed =
    { $count ->
        [one] One answer cannot be opened and is missing in the totals.
       *[other] { $count } answers cannot be opened and are missing in the totals.
    }
needs-proofs = Proofs about assistance needs
needs-proofs-lead = Each gathering has a key. Once it is destroyed nobody can read what participants told, not even from an older backup.
needs-proofs-none = No need has been told yet.
needs-proof-gathering = Gathering
needs-proof-until = Readable until
needs-proof-state = Key
needs-proof-count = Deleted
needs-proof-no-gathering = Deleted gathering
needs-proof-alive = In use since { $when }
needs-proof-gone = Destroyed { $when }: { $why }
needs-proof-struck =
    { $count ->
        [0] No answers any more
        [one] One answer
       *[other] { $count } answers
    }
needs-why-term = its term was over
needs-why-unused = withdrawn, told anew or no longer needed
needs-why-wish = on request
needs-by-the-program = Kreis
needs-look = Assistance needs of a person
needs-look-totals = Totals of assistance needs
needs-own = What you need
needs-own-none = You have told nothing.
needs-own-said = Told { $when }. State: { $state }.
needs-own-never-shown = What you told is not shown here again. A new answer replaces the earlier one as a whole.
needs-own-tell = Tell us what you need
needs-own-change = Replace or take back
needs-own-send = Tell what you need
needs-own-replace = Replace the answer
needs-own-nobody = At present there is nobody who could read a new answer. Please turn to the office.
needs-own-back = Back to the registration
needs-own-withdraw = Take the answer back
needs-own-withdraw-text = Your answer is deleted at once. Your registration stays.
needs-lacks-keys = Whoever runs the installation has set up no key store; needs cannot be asked for.
needs-lacks-contact = Nobody may read assistance needs for this gathering, so they are not asked for. First give somebody the role of assistance contact under "Who may do what".
needs-asks = Ask for assistance needs
needs-asks-hint = For example sign language, wheelchair place, diet. Only the assistance contact reads what is told.
needs-days = Delete assistance needs, days after the gathering
needs-holding = Assistance needs that were told
needs-holding-purpose = Preparing somebody's taking part as the person needs it
needs-holding-sealed = Sealed; only the assistance contact can read it.
needs-not-in-archives = Sealed answers about assistance needs are read by nobody but those they were told to.
needs-letter-hello = Dear { $name },
needs-letter-subject = Your taking part on { $day }: { $title }
needs-letter-text = what you told us for your taking part in "{ $title }" on { $day } is prepared.
needs-letter-questions = If something changes, please open the link in the mail about your registration: there you can replace your answer or take it back, and only there it stays protected.
needs-letter-because = You get this mail because you have registered for this gathering.
letter-needs-confirmed = Confirmation about taking part
done-needs-state = The state is saved.
done-needs-told = Thank you, your answer is saved.
done-needs-withdrawn = Your answer is deleted.
journal-needs-forgotten = destroyed the key of the assistance needs
archive-assistance-key = Proofs about assistance needs
archive-assistance-key-about = For each gathering the key that sealed what participants need, and when it was destroyed.
archive-col-destroyed-at = Destroyed
archive-col-struck = Deleted answers
archive-col-why = Reason
letter-needs-news = New assistance needs
needs-letter-news-subject = Assistance needs: { $title }, { $day }
needs-letter-news =
    { $count ->
        [one] one person has told what they need to take part in "{ $title }" on { $day }, and nobody has seen to it yet.
       *[other] { $count } people have told what they need to take part in "{ $title }" on { $day }, and nobody has seen to it yet.
    }
needs-letter-open = Open assistance needs
needs-letter-news-because = You get this mail because you are an assistance contact. What was told never stands in a mail.
needs-proofs-nav = Assistance proofs
