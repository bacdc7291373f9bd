register-sign-in = Sign in
register-sign-in-lead = Enter your e-mail address. You will receive a link that signs you in once.
register-own-mail = Your e-mail address
register-send-link = Request a sign-in link
register-with-other = Sign in with another account
register-with-other-lead = You sign in with your organisation or association and come back here afterwards.
register-with-password = Sign in with a password
register-with-password-lead = If you have set a password in your account, you can sign in with it as well.
register-password = Password
register-sign-in-by-password = Sign in with password
register-fault-password = E-mail address and password do not match. A sign-in link lets you in without a password.
register-sent = Please look in your mailbox
register-sent-lead = If there is an account for this e-mail address, a sign-in link is on its way. It is valid for { $minutes } minutes and works once.
register-sent-advice = No e-mail? Look in your spam folder too, and check that you used the address under which your network knows you. The office can create an account for you.
register-sent-again = Request another one
register-link = Confirm signing in
register-link-lead = You are signing in as “{ $name }”.
register-link-go = Sign in now
register-link-gone = This link is no longer valid
register-link-gone-lead = A sign-in link is valid for a short time and works once. Just request a new one.
register-link-new = Request a new link
done-register-signed-out = You are signed out.
letter-register-sign_in = Sign-in link
register-letter-sign-in-subject = Your sign-in link
register-letter-sign-in-text =
    Hello,

    this link signs you in to { $site }:

    { $link }

    The link is valid for { $minutes } minutes and works once.

    If you did not mean to sign in, there is nothing you need to do. Please do not pass the link on.
register-account = Account
register-name-kept = Your network’s office keeps this name. If it is wrong, please let the office know.
register-account-mail-kept = Your sign-in links go to this address. The office can change it.
register-own-factors = Second factor for signing in
register-account-lang = Language of e-mails about your account
register-account-save = Save account
register-password-set = A password is set for your account.
register-password-none = No password is set for your account. You sign in with a link that you receive by e-mail; that is enough.
register-password-new = New password
register-password-hint = At least 12 characters. Several words that only you would put together work well.
register-password-again = Repeat new password
register-password-keep = Set password
register-password-change = Change password
register-password-remove-open = Remove password …
register-password-remove-consequence = You will then sign in by link only. Other devices will be signed out.
register-password-remove = Remove password
register-fault-password-length = The password needs 12 to 200 characters.
register-fault-password-again = The two entries differ. Please enter the same new password twice.
register-sessions = Where you are signed in
register-sessions-lead = If you do not recognise an entry, end it. After 30 days without use a sign-in ends by itself.
register-session-browser = Browser
register-session-since = Signed in since
register-session-used = Last used
register-session-end-column = End
register-session-this = This browser
register-session-end = End
register-sessions-end = End all others
register-browser-unknown = Unknown browser
done-register-account = Your account has been saved.
done-register-password = The password is valid from now on. Other devices are signed out.
done-register-password-gone = The password has been removed.
done-register-session-ended = The sign-in has been ended.
done-register-sessions-ended = All other sign-ins have been ended.
register-setup = Set up Kreis
register-setup-lead = This installation is still empty. Create the first network and the office’s account.
register-setup-key = One-time key
register-setup-key-hint = The program prints it when it starts. A new start makes older keys invalid.
register-setup-network = Network
register-setup-you = Your account
register-your-name = Your name or function
register-setup-go = Set up network
register-fault-setup-key = This key does not fit. Please copy it exactly from what the last start printed.
done-register-set-up = The network is set up and you are signed in. Please complete the imprint and the sender.
register-network-name = Name of the network
register-network-name-hint = For example “Kreisgruppe Musterstadt”.
register-slug = Address
register-slug-hint = Lower-case letters, digits and hyphens. If left empty, the address is made from the name.
register-slug-change-hint = The first part of all addresses: lower-case letters, digits and hyphens. The old address redirects.
register-association = Association
register-association-hint = The line below the name, for example the state association that the network belongs to.
register-network-about = What the network stands for
register-network-about-hint = Shown on the public home page. Blank lines separate paragraphs.
register-land = State
register-land-none = none
register-land-bw = Baden-Württemberg
register-land-by = Bavaria
register-land-be = Berlin
register-land-bb = Brandenburg
register-land-hb = Bremen
register-land-hh = Hamburg
register-land-he = Hesse
register-land-mv = Mecklenburg-Western Pomerania
register-land-ni = Lower Saxony
register-land-nw = North Rhine-Westphalia
register-land-rp = Rhineland-Palatinate
register-land-sl = Saarland
register-land-sn = Saxony
register-land-st = Saxony-Anhalt
register-land-sh = Schleswig-Holstein
register-land-th = Thuringia
register-lang-de = German
register-lang-en = English
register-office = Office
register-office-name = Name
register-office-address = Postal address
register-office-phone = Telephone
register-office-mail = E-mail
register-office-mail-hint = Replies to the network’s e-mails go to this address.
register-sender-name = Sender name of e-mails
register-sender-name-hint = The name that recipients see in their mailbox.
register-settings = Settings
register-settings-lead = What applies to the whole network and what everyone sees.
register-settings-network = Network
register-settings-look = Colour and logo
register-settings-rules = Terms and legal matters
register-settings-save = Save settings
register-wordings = Mail texts
register-wordings-lead = What the network’s mails are to say in your own words. Where a field is empty the built-in text stands. Salutation, date, place, agenda and links are filled in by the program.
register-wording-words = Text
register-wording-none = Without an entry nothing stands here.
register-wording-none-blanks = Without an entry nothing stands here. Placeholders: { $blanks }
register-wording-built-in = Built-in text: “{ $words }”
register-wording-built-in-blanks = Built-in text: “{ $words }” Placeholders: { $blanks }
register-wording-closing = Closing words and signature
register-wording-closing-hint = Stands at the end of invitations, news about meetings and mails with minutes.
register-salutation-nameless = Dear reader,
register-salutation = Dear { $name },
register-salutation-frau = Dear Ms { $name },
register-salutation-herr = Dear Mr { $name },
register-closing = Kind regards
    { $office }
register-sample-name = Head of the Sample House
register-wordings-preview = Preview
register-wordings-preview-lead = This is the mail with the texts that stand below. Nothing has been saved yet.
register-wordings-letter = Mail
register-wordings-lang = Language of the mail
register-wordings-show = Show preview
register-wordings-save = Save mail texts
register-fault-blank = The program does not know the placeholder { $blank } here. Please use only the placeholders that stand at the field, and curly brackets for nothing else.
done-register-wordings = The mail texts are saved.
register-accent = Accent colour
register-accent-hint-white = As #rrggbb. Stored is { $accent }: white text on it has a contrast of { $ratio }:1; it reads well from 4.5:1.
register-accent-hint-dark = As #rrggbb. Stored is { $accent }: dark text on it has a contrast of { $ratio }:1; it reads well from 4.5:1.
register-logo = Logo
register-logo-now = Current logo:
register-logo-hint = PNG, JPEG or SVG, at most 512 KB.
register-logo-alt = What the logo shows
register-logo-alt-hint = Read aloud where the picture cannot be seen. Required with a logo.
register-logo-remove = Remove logo
register-objection-days = Term for objections to minutes, in days
register-objection-days-hint = Minutes circulate for this long before they count as approved. 0 to 365.
register-imprint = Imprint
register-imprint-hint = The details required by § 5 DDG. No public page should be without an imprint.
done-register-settings = The settings have been saved.
register-fault-slug = Use 2 to 60 lower-case letters, digits and single hyphens between them.
register-fault-slug-reserved = The program needs this address itself. Please choose another one.
register-fault-slug-taken = This address is taken. Please choose another one.
register-fault-colour = Please enter the colour as #rrggbb, for example #17476d.
register-fault-contrast = Neither white nor dark text reads well on this colour: { $ratio } : 1 at most instead of 4.5 : 1. Please choose a lighter or darker one.
register-fault-days = Please enter 0 to 365 days.
register-fault-picture = This is no PNG, JPEG or SVG picture, or the SVG file contains scripts.
register-fault-logo-size = The picture is larger than 512 KB.
register-fault-logo-pixels = The picture is wider or higher than 4,000 pixels. Please make it smaller.
register-organisations = Organisations
register-organisation = Organisation
register-organisation-new = Add organisation
register-organisation-edit = Edit organisation
register-organisation-save = Save organisation
register-organisation-search = Name, short name or town
register-search-go = Search
register-search-none = Nothing found for “{ $search }”
register-search-none-advice = Try fewer or other words.
register-organisations-none = No organisations yet
register-organisations-none-advice = The office adds them and enters since when they have belonged to the network.
register-member-count =
    { $count ->
        [0] No member organisation yet
        [one] One member organisation
       *[other] { $count } member organisations
    }
register-kinds = Kind of affiliation
register-tab-members = Members
register-tab-partners = Cooperation
register-tab-funders = Funding
register-tab-guests = Guests
register-tab-others = Without current membership
register-tab-open = Current
register-tab-closed = Closed
register-kind-member = Member
register-kind-partner = Cooperation partner
register-kind-funder = Funder
register-kind-guest = Guest
register-kind-none = No membership
register-name = Name
register-short-name = Short name
register-short-name-hint = An abbreviation by which everyone knows the organisation.
register-address = Address
register-street = Street and number
register-postcode = Postcode
register-town = Town
register-phone = Telephone
register-mail = E-mail
register-mail-missing = No address
register-web = Website
register-note = Note
register-note-hint = Only the office sees it.
register-can-host = Can host
register-can-host-long = This organisation can host a meeting
register-yes = Yes
register-no = No
register-contact = Contact
register-contact-person = Contact
register-contact-long = Is a contact of this organisation
register-contact-hint = Contacts receive the invitations for their organisation.
register-people = People
register-person-new = Add person
register-person-edit = Edit person
register-person-save = Save person
register-person-search = Name, function or organisation
register-people-count =
    { $count ->
        [0] No people yet
        [one] One person
       *[other] { $count } people
    }
register-people-none = No people yet
register-people-none-advice = The office adds those whom it deals with.
register-person-name-hint = As the name appears on pages and in letters.
register-sort-name = Sort under
register-sort-name-hint = For example “Muster, Kim”. If left empty, the name counts.
register-address-form = Form of address
register-address-neutral = Neutral, with the full name
register-address-frau = Ms (Frau)
register-address-herr = Mr (Herr)
register-lang = Language of e-mails
register-functions = Functions
register-function = Function
register-function-hint = What the person is there, for example “managing director”.
register-function-new = Add function
register-function-edit = Edit function
register-function-save = Save function
register-function-end = End function
register-function-of = { $person }: { $function }, { $organisation }
register-function-end-consequence = From the day after, the person no longer stands for this organisation and receives no invitations for it.
register-functions-none = No function entered.
register-memberships = Memberships
register-membership = Membership
register-membership-kind = Kind of membership
register-membership-new = Add membership
register-membership-save = Save membership
register-membership-end = End membership
register-membership-of = { $name }: { $kind }
register-membership-end-consequence = From the day after, the organisation no longer counts, and its contacts receive no invitations to members.
register-memberships-none = No membership entered.
register-fault-membership-twice = There already is such a membership during this time.
register-in-groups-none = In no group.
register-choose = Please choose
register-from = Since
register-from-hint = The first day; empty where it is not known.
register-until = Until
register-until-hint = The last day; empty as long as no end is fixed.
register-last-day = Last day
register-last-day-hint = This day still counts.
register-term-since = since { $from }
register-term-until = until { $until }
register-term-span = { $from } to { $until }
register-fault-term = The end is before the beginning.
register-fault-name-taken = There already is an organisation with this name.
register-fault-web = Please enter a web address, for example https://www.example.org.
register-state-closed = Closed
register-state-ended = Ended
register-tie-edit = Edit
register-tie-end = End
register-tie-resume = Resume
register-close-record = Close record
register-reopen = Reopen
register-close-question = Close “{ $name }”?
register-close-organisation-consequence = The organisation no longer appears in lists and choices. Meetings and minutes keep its name.
register-close-person-consequence = The person no longer appears in lists and mailings. Meetings and minutes keep the name.
register-close-undo = You can reopen the record later.
register-account-none = No account
register-account-new = Create account
register-role-none = No role assigned
register-office-give = Add to the office
register-office-take = Remove from the office
register-office-question = Remove “{ $name }” from the office?
register-office-consequence = The person can then no longer run the network. The account remains.
register-fault-watches = Whoever watches over data protection cannot run the office as well. Please remove the data protection role first.
register-fault-watched = Whoever runs the office cannot watch over data protection as well. Please choose another person for that.
register-fault-last-office = This is the last person of the office. Please add another one first.
register-fault-account-mail = For an account the person needs an e-mail address.
register-fault-account-taken = Somebody in this network already has an account under this e-mail address.
register-groups = Groups
register-groups-lead = The network’s standing circles and who takes part in them.
register-groups-none = No groups yet
register-groups-none-advice = The office adds them: plenary, expert groups, working groups.
register-group-new = Add group
register-group-edit = Edit group
register-group-save = Save group
register-group-count =
    { $count ->
        [0] Nobody yet
        [one] One member
       *[other] { $count } members
    }
register-led-by = Led by { $names }
register-group-about = What the group does
register-group-about-hint = Blank lines separate paragraphs.
register-group-members = Who takes part
register-group-members-none = Nobody yet.
register-group-former = Who took part before
register-group-join = Add to the group
register-group-join-save = Save
register-group-leave = End taking part
register-group-leave-consequence = From the following day, invitations to this group no longer go here.
register-group-close = End group
register-group-reopen = Reopen group
register-group-close-question = End “{ $name }”?
register-group-close-consequence = The group no longer appears in lists and choices. Its meetings, minutes and decisions remain.
register-member = Person or organisation
register-member-hint = An organisation takes part through its contacts.
register-member-of = { $name } in “{ $group }”
register-party-person = { $name } ({ $organisation })
register-party-organisation = Organisation: { $name }
register-function-in-group = Function in the group
register-leader = Leads
register-leader-long = Leads this group
register-leader-hint = Leaders can edit agenda, invitation and minutes of this group and of the groups below it. An organisation leads through its contacts.
register-fault-member-twice = Already takes part during this time.
register-journal = History
register-journal-by = { $when }, { $actor }
register-change = { $field } “{ $from }” → “{ $to }”
register-change-set = { $field } “{ $to }”
register-change-emptied = { $field } “{ $from }” removed
register-change-closed = { $field } changed
journal-register-founded = Network founded
journal-register-added = Added
journal-register-changed = Changed
journal-register-wordings = Mail texts changed
journal-register-withdrawn = Removed again because an import was taken back
journal-register-closed = Record closed
journal-register-reopened = Record reopened
journal-register-logo-set = Logo set
journal-register-logo-removed = Logo removed
journal-register-membership-added = Membership entered
journal-register-membership-ended = Membership ended
journal-register-membership-resumed = Membership resumed
journal-register-function-added = Function entered
journal-register-function-changed = Function changed
journal-register-function-ended = Function ended
journal-register-function-resumed = Function resumed
journal-register-joined = Added to the group
journal-register-left = Left the group
journal-register-rejoined = Takes part again
journal-register-account-added = Account created
journal-register-office-given = Added to the office
journal-register-office-taken = Removed from the office
done-register-organisation-added = The organisation has been added.
done-register-organisation-changed = The organisation has been saved.
done-register-person-added = The person has been added. Now enter a function.
done-register-person-changed = The person has been saved.
done-register-closed = The record is closed.
done-register-reopened = The record is open again.
done-register-membership-added = The membership has been entered.
done-register-membership-ended = The membership has been ended.
done-register-membership-resumed = The membership continues.
done-register-function-added = The function has been entered.
done-register-function-changed = The function has been saved.
done-register-function-ended = The function has been ended.
done-register-function-resumed = The function continues.
done-register-account-added = The account has been created. The person can sign in with the e-mail address.
done-register-office-given = The person now belongs to the office.
done-register-office-taken = The person no longer belongs to the office.
done-register-group-added = The group has been added.
done-register-group-changed = The group has been saved.
done-register-group-closed = The group has ended.
done-register-group-reopened = The group has been reopened.
done-register-group-joined = Entered.
done-register-group-left = Ended.
done-register-group-rejoined = Takes part again.
register-operation = See the state of the installation
register-own-calendar = Personal calendar to subscribe to
register-invited = Only invited?
register-invited-lead = To answer an invitation you do not need an account, only the link from the mail.
register-invited-again = Have the link sent again
register-voting = Votes
register-voting-long = Gives this organisation's vote
register-voting-hint = Every member organisation has one vote. Where nobody is marked, the contact of longest standing gives it.
register-contact-voting = Contact, votes
register-fault-voting = Only a contact can vote.
register-fault-voting-taken = { $person } has this organisation’s vote during that time.
register-vote-take = Take the vote over
register-vote-take-hint = Whoever has the vote so far stays a contact and gives it up.
register-group = Group
register-person = Person
register-group-parent = Part of
register-group-parent-none = On its own
register-group-parent-hint = Whoever leads the group above also leads this one. People belong only to the group that they are entered in.
register-fault-group-circle = The chosen group is part of this one. Please choose another.
register-group-part-of = Part of
register-group-below = Subgroups
register-group-below-none = No subgroups.
register-group-below-new = Add a subgroup
register-leads-from = Leads this group too, as leader of “{ $group }”
register-lists = Mailing lists
register-lists-lead-short = People by their function and organisation, always up to date.
register-lists-lead = A mailing list says who you mean, for example all heads of members in one town. Who belongs to it is worked out again each time it is used.
register-lists-none = No mailing lists yet
register-lists-none-advice = Add one if you keep inviting the same people.
register-list-new = Add a mailing list
register-list-edit = Edit the mailing list
register-list-save = Save the mailing list
register-list-form-lead = Everything you enter must apply to one and the same function of a person. Empty fields do not narrow the list.
register-list-wanted = Who belongs to it
register-list-people = Who belongs to it now
register-list-name-hint = For example “Heads of members in Weimar”.
register-list-functions = Function contains
register-list-functions-hint = One word is enough, for example “Leitung”. Separate several with commas; one of them must occur.
register-list-region = Region that the organisation serves
register-list-region-hint = Name or official key. Places within the region count as well.
register-list-works-hint = It is enough if the organisation works in one of them.
register-list-own = Own fields
register-list-own-hint = For texts, a part is enough.
register-list-by-region = Region: { $region } and places within it
register-list-by-works = Fields of work: { $works }
register-list-town = Town of the organisation
register-list-town-hint = A part of the name is enough: “Weimar” finds “Weimar-Tröbsdorf” too.
register-list-about = What the list is for
register-list-any-contact = Everybody
register-list-contacts = Contacts only
register-list-no-contacts = Only those who are not contacts
register-list-any-kind = Any kind, or none
register-list-any-group = Any group, or none
register-list-by-function = Function contains: { $names }
register-list-by-kind = Organisation is: { $kind }
register-list-by-town = Town: { $town }
register-list-by-group = Group: { $group }
register-list-nobody = Nobody
register-list-nobody-advice = At present this applies to nobody.
register-list-preview = Preview
register-list-preview-show = Show a preview
register-list-close-open = End the mailing list …
register-list-close-consequence = The list can then no longer be chosen, and reaches nobody where it is already in use. You can reopen it.
register-list-close = End the mailing list
register-list-reopen = Reopen the mailing list
register-fault-list-empty = Please enter at least one criterion: function, contact, kind, town or group.
register-fault-list-taken = There is a mailing list with this name already.
done-register-list-added = The mailing list has been added.
done-register-list-changed = The mailing list has been saved.
done-register-list-closed = The mailing list has ended.
done-register-list-reopened = The mailing list has been reopened.
register-handover = Succession
register-successor = Successor
register-handover-day-hint = The successor has the function from the following day.
register-handover-person = Somebody who is already entered
register-handover-new-person = Somebody new
register-handover-or-new = Or somebody new:
register-handover-groups = Roles in groups that go to the successor
register-handover-note = Tasks stay with whoever has them until you change that.
register-handover-preview-show = Show a preview
register-handover-preview-again = Refresh the preview
register-handover-preview = What will happen
register-handover-save = Enter the succession
register-handover-ends = { $person } is “{ $function }” ({ $organisation }) until { $day }.
register-handover-begins = { $person } is “{ $function }” ({ $organisation }) from { $day }.
register-handover-contact = { $person } becomes the contact and gets the organisation's invitations.
register-handover-voting = { $person } gives the organisation's vote.
register-handover-leads = { $person } leads “{ $group }”.
register-handover-group = { $person } takes part in “{ $group }”.
register-handover-of = Succession as “{ $function }”: { $from } → { $to }, last day { $day }
register-handover-undo-open = Undo the succession …
register-handover-undo-consequence = Function and roles in groups are again as before. A person who was added for it stays; invitations that were changed stay as they are.
register-handover-undo = Undo the succession
register-fault-handed-over = A successor has already been entered for this function.
register-fault-handover-day = The function does not exist on this day.
register-fault-handover-same = This is the person who has the function now.
register-fault-handover-closed = This record is closed.
register-fault-handover-both = Please choose somebody or add somebody new, not both.
register-fault-handover-nobody = Please choose somebody or enter a name below.
register-fault-handover-group = This role in a group does not exist on the last day.
register-fault-handover-changed = The function was changed since. Please change it by hand.
done-register-handed-over = The succession has been entered. Here is what is left to do.
done-register-handover-undone = The succession has been undone.
journal-register-handed-over = Succession entered
journal-register-handover-undone = Succession undone
journal-register-function-removed = Function taken back
journal-register-part-removed = Part in a group taken back
register-follows = What follows from this
register-follows-lead = As of today. It results from functions, memberships and groups and changes with them.
register-follows-networks = Networks
register-follows-network = { $network }: { $kind } through { $organisation }
register-follows-networks-none = Belongs to no network through an organisation
register-follows-groups = Takes part in
register-follows-through = { $name }, through { $organisation }
register-follows-leads = Leads
register-follows-above = { $name }, as leader of a group above it
register-follows-leads-none = No group
register-follows-contact = Contact for
register-follows-contact-none = No organisation
register-follows-votes = Votes for
register-follows-votes-none = No organisation
register-follows-lists = Mailing lists
register-follows-lists-none = On no mailing list
register-list-count =
    { $count ->
        [0] Nobody
        [one] One person
       *[other] { $count } people
    }
register-list-today =
    { $count ->
        [0] Today nobody belongs to it.
        [one] Today one person belongs to it.
       *[other] Today { $count } people belong to it.
    }
register-list-would =
    { $count ->
        [0] Like this, nobody would belong to it today. Nothing is saved yet.
        [one] Like this, one person would belong to it today. Nothing is saved yet.
       *[other] Like this, { $count } people would belong to it today. Nothing is saved yet.
    }
register-list-first = The first { $count } are shown.

# What the register holds about people.
register-own-data = What is held about you
register-holding-account = Account
register-holding-account-purpose = Signing in and answering for oneself
register-holding-account-mail = Mail address of the account
register-holding-account-name = Name of the account
register-holding-account-stays = The account belongs to other networks or to the operation too. It loses all rights here.
register-holding-session = Session in a browser
register-holding-link = Personal link
register-link-sign-in = For signing in
register-link-calendar = To one’s own calendar
register-link-reply = For answering an invitation
register-link-task-done = For marking a task as done
register-link-objection = For objecting to minutes
register-link-date-poll = For answering a date poll
register-retained-links = Access links that have ended
register-retained-links-hint = Counts from the day on which the link ended or was revoked.
register-retained-changes = Contacts’ changes that were looked at
register-retained-changes-hint = Counts from the day on which the office looked at the change. The organisation’s record stays as it is.
register-look-person = Page of the person opened
journal-register-change-accepted = Change looked at and left as it is
register-holding-record = Entry in the register
register-holding-record-purpose = Reaching member organisations through their contacts, filling groups
register-holding-group = Group
register-retained-former = Former contacts without a function
register-retained-former-hint = Counts from the last day of the last function. The person is deleted with everything that does not have to stay.
journal-register-protection-given = Given the role data protection
journal-register-protection-taken = Role data protection taken away

register-moves-functions = { $count ->
        [one] 1 function
       *[other] { $count } functions
    }
register-moves-memberships = { $count ->
        [one] 1 membership
       *[other] { $count } memberships
    }
register-moves-parts = { $count ->
        [one] 1 part in groups
       *[other] { $count } parts in groups
    }
register-moves-members = { $count ->
        [one] 1 part
       *[other] { $count } parts
    }
register-moves-groups = { $count ->
        [one] 1 subgroup
       *[other] { $count } subgroups
    }
register-moves-roles = { $count ->
        [one] 1 role given
       *[other] { $count } roles given
    }
register-moves-lists = { $count ->
        [one] 1 mailing list that names the group
       *[other] { $count } mailing lists that name the group
    }
register-moves-votes = { $count ->
        [one] 1 right to vote: the organisation that stays has somebody for it already
       *[other] { $count } rights to vote: the organisation that stays has somebody for it already
    }
register-moves-accounts = { $count ->
        [one] 1 account
       *[other] { $count } accounts
    }
register-moves-links = { $count ->
        [one] 1 link from mails
       *[other] { $count } links from mails
    }
register-moves-journal = { $count ->
        [one] 1 entry of the history
       *[other] { $count } entries of the history
    }

register-alike = Is it here already?
register-alike-lead = These records look alike. The links open a new window; what you have typed stays here.
register-alike-anyway = Add it anyway, it is a record of its own
register-alike-name = same name
register-alike-spelling = similar name
register-alike-initial = given name fits the initial
register-alike-short = same short name
register-alike-mail = same email address
register-alike-phone = same telephone number
register-alike-web = same web address
register-alike-address = same postal address
register-fault-alike = Look through the similar records. If yours is not among them, tick this box.
journal-register-merged = Merged with another record
journal-register-merge-undone = Merge undone

register-letters = Initial letters
register-letter = Names from { $letter }
register-search-more = There are more hits than are shown here. Type more of the name or a second word.
