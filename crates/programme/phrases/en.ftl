# Programme: sections, sessions, accessibility.

programme-heading = Programme
programme-title = Programme: { $title }
programme-file = programme
programme-pdf = Programme to print
programme-all = Whole programme
programme-register = Register and choose workshops
programme-edit = Edit programme
programme-public = As everybody sees it
programme-empty = The programme follows.
programme-choice-note = You choose one of these when you register.
programme-none = No programme yet
programme-none-advice = Add sections below: a talk for all, several workshops at the same time, a break. What stands in one section takes place side by side.

programme-day = Day
programme-start = Start
programme-end = End
programme-section-new = New section
programme-section-add = Add section
programme-section-title = Heading
programme-section-title-hint = For example “Workshops in the afternoon”. Where there is one session only its title is enough.
programme-section-title-en = Heading in English
programme-is-break = Break
programme-is-break-hint = Nothing takes place in a break.
programme-section-edit = Change section
programme-section-edit-open = Change section
programme-section-remove = Remove section
programme-section-remove-open = Remove section …
programme-section-remove-ask = Do you want to remove the section { $time }?
programme-section-remove-what =
    { $count ->
        [0] It has no sessions.
        [one] The session in it is removed as well.
       *[other] The { $count } sessions in it are removed as well.
    }
programme-remove-told = Whoever has chosen one of them gets a mail and can choose something else. This cannot be undone.
programme-remove-open = Remove …
programme-save = Save

programme-session-add = New session
programme-session-add-open = Add session
programme-session-edit = Change session
programme-session-edit-open = Change
programme-session-title = Title
programme-session-title-en = Title in English
programme-session-text = What it is about
programme-session-text-en = What it is about, in English
programme-session-remove = Remove session
programme-session-remove-ask = Do you want to remove “{ $title }”?
programme-room = Room
programme-own-hours = Hours of its own
programme-own-hours-hint = Only where the session is shorter than its section.
programme-speakers = Who speaks
programme-follow = Language and accessibility
programme-lang = Language
programme-lang-none = Not stated
programme-lang-de = German
programme-lang-en = English
programme-lang-ar = Arabic
programme-lang-cs = Czech
programme-lang-fr = French
programme-lang-pl = Polish
programme-lang-ru = Russian
programme-lang-tr = Turkish
programme-lang-uk = Ukrainian
programme-marks = What helps to follow the session
programme-mark-signs = Sign language
programme-mark-captions = Speech-to-text
programme-mark-loop = Hearing loop
programme-mark-plain = Easy German
programme-choice = Choice with the registration
programme-choosable = Participants choose this session when they register
programme-choosable-hint = Of all sessions of a section each person chooses one or none.
programme-choosable-short = To choose
programme-capacity = Places
programme-capacity-hint = Without a number there is no limit. Where the session is full, people can wait for it.
programme-up = Session { $number } up
programme-down = Session { $number } down

programme-conflict-room = The room “{ $what }” is entered for “{ $first }” and “{ $second }” at the same time.
programme-conflict-speaker = “{ $what }” speaks at “{ $first }” and “{ $second }” at the same time.
programme-outside = The section { $time } does not lie within the hours of the event.

programme-fault-end = The end must be after the start.
programme-fault-day = The event has no such day.
programme-fault-many = No more fit in here.
programme-fault-break = Nothing takes place in a break; but the section has sessions.
programme-fault-break-title = Please name the break, for example “Lunch break”.
programme-fault-cuts = A session of this section has hours of its own that would no longer fit.
programme-fault-outside = The hours must lie within the section.
programme-fault-both = Please enter start and end, or neither.
programme-fault-chosen = People have chosen this session already: { $count }. If it does not take place, remove it; then they get a mail.

programme-access = Accessibility on site
programme-access-title = Accessibility of the place
programme-access-edit = Accessibility of the place
programme-access-lead = What you enter here stands with the event and in its programme. “Not known” is more honest than a guess.
programme-access-step-free = Step-free access
programme-access-lift = Lift
programme-access-toilet = Wheelchair-accessible toilet
programme-access-loop = Hearing loop
programme-access-parking = Parking for disabled people
programme-known-yes = yes
programme-known-no = no
programme-known-unknown = not known
programme-way = How to get there
programme-way-hint = Stop, way, entrance: what somebody has to know who comes for the first time.
programme-way-en = How to get there, in English
programme-way-open = Getting there and accessibility

programme-holding = Part in programmes
programme-holding-purpose = So that the programme says who speaks.
programme-holding-named = Named in a programme

journal-programme-section-added = Section of the programme added
journal-programme-section-changed = Section of the programme changed
journal-programme-section-removed = Section of the programme removed
journal-programme-session-added = Session of the programme added
journal-programme-session-changed = Session of the programme changed
journal-programme-session-moved = Session of the programme moved
journal-programme-session-removed = Session of the programme removed
journal-programme-access-changed = Accessibility of the place changed
done-programme-section-added = The section is in the programme.
done-programme-section-changed = The section has been changed.
done-programme-section-removed = The section has been removed.
done-programme-session-added = The session is in the programme.
done-programme-session-changed = The session has been changed.
done-programme-session-moved = The session stands here now.
done-programme-session-removed = The session has been removed.
done-programme-access-changed = What is known of the place has been saved.

archive-programme-section = Sections of programmes
archive-programme-section-about = What takes place when.
archive-programme-session = Sessions of programmes
archive-programme-session-about = What takes place in the sections, with room and language.
archive-programme-speaker = Speakers of programmes
archive-programme-speaker-about = Who speaks in which session.
archive-programme-access = Accessibility of places
archive-programme-access-about = What is known of the place of an event.
archive-col-is-break = Break
archive-col-signs = Sign language
archive-col-captions = Speech-to-text
archive-col-plain = Easy language
archive-col-hearing-loop = Hearing loop
archive-col-choosable = To choose
archive-col-section-id = Section (id)
archive-col-session-id = Session (id)
archive-col-step-free = Step-free access
archive-col-lift = Lift
archive-col-toilet = Wheelchair-accessible toilet
archive-col-parking = Parking for disabled people
archive-col-way = Way
archive-col-way-en = Way, English
