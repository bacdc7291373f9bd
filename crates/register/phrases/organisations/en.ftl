register-legal-form = Legal form
register-legal-none = Not stated
register-legal-ev = Registered association (e. V.)
register-legal-nev = Association without registration, initiative
register-legal-ggmbh = gGmbH
register-legal-gmbh = GmbH
register-legal-gug = gUG (limited liability)
register-legal-gag = gAG
register-legal-ag = AG
register-legal-eg = Cooperative (eG)
register-legal-stiftung = Foundation
register-legal-kdoer = Corporation under public law
register-legal-adoer = Institution under public law
register-legal-behoerde = Public authority
register-legal-gbr = Partnership (GbR)
register-legal-einzel = Sole proprietorship
register-legal-other = Other
register-legal-form-other = Other legal form
register-legal-form-other-hint = Only if you chose “Other” as legal form.
register-postal = Postal address
register-postal-hint = Only if letters go elsewhere than to the address above.
register-postal-street = Street or PO box
register-postal-postcode = Postcode of the postal address
register-postal-town = Town of the postal address
register-reach = Ways to get in touch
register-channels = Further ways to get in touch
register-channels-hint = Further numbers, addresses and profiles. Empty rows are ignored; after saving there are new free rows here.
register-channel-kind = Channel { $number }
register-channel-address = Number or address { $number }
register-channel-phone = Phone
register-channel-mobile = Mobile phone
register-channel-fax = Fax
register-channel-mail = E-mail
register-channel-web = Website
register-channel-mastodon = Mastodon
register-channel-instagram = Instagram
register-channel-facebook = Facebook
register-channel-linkedin = LinkedIn
register-channel-other = Other
register-work-and-regions = Work and regions
register-works = Fields of work
register-works-none = The network has not set any fields of work yet.
register-works-open = Set fields of work
register-works-lead = The words in which organisations say what they work on. They are ticked in the organisation’s form.
register-work-name = Field of work
register-work-offered = Offer in the form
register-work-count =
    { $count ->
        [0] No organisation yet
        [one] One organisation
       *[other] { $count } organisations
    }
register-works-new = New fields of work
register-works-new-hint = One on each line.
register-works-save = Save fields of work
done-register-works = The fields of work have been saved.
journal-register-works-changed = Fields of work changed
register-fault-work-taken = There is already such a field of work.
register-fault-works-many = Nobody reads more than { $most } fields of work. Please merge some.
register-region = Region
register-regions = Regions
register-regions-served = Regions
register-regions-hint = Untick a region to remove it when you save.
register-region-add = Add a region
register-region-add-hint = State, district, town or official key, for example “Weimarer Land”. Separate several with semicolons. If several match, you can tick them after saving.
register-fault-region-none = There is no region for “{ $words }”. Try a part of its name.
register-fault-region-several = Several regions match “{ $words }”. They are listed above under “Regions”; please tick the ones you mean.
register-fault-regions-many = These are very many regions. It is better to choose the districts or the state.
register-regions-open = Regions that the organisations serve
register-regions-lead = Where the network’s organisations work. An organisation that serves a whole state counts for each district in it too.
register-region-search = State, district, town or official key
register-region-hits = Regions found
register-region-none-advice = States and districts are complete; municipalities can be read in by the operator.
register-region-key = Official key (AGS) { $key }
register-region-empty = No organisation serves this region yet
register-region-empty-advice = Regions are entered in the organisation’s form.
register-region-all = All regions
register-regions-where = Regions served
register-regions-unserved = No regions entered yet
register-regions-unserved-advice = They are entered in the organisation’s form.
register-region-served =
    { $count ->
        [one] one organisation
       *[other] { $count } organisations
    }
register-region-sources = Where the regions come from
register-region-state =
    { $count ->
        [one] One state
       *[other] { $count } states
    }
register-region-district =
    { $count ->
        [one] One district
       *[other] { $count } districts
    }
register-region-municipality =
    { $count ->
        [one] One municipality
       *[other] { $count } municipalities
    }
register-region-state-unknown = unknown
register-region-source-shipped = { $kind }, part of the program, as of { $day }. Source: © Statistisches Bundesamt (Destatis), 2019, Gemeindeverzeichnis GV-ISys, territory as of 31 December 2018; reproduction and distribution, also of parts, permitted provided that the source is mentioned. Changed: Eisenach belongs to Wartburgkreis since 1 July 2021.
register-region-source-official = { $kind }, read in by the operator, territory as of { $day }. Source: Statistisches Bundesamt (Destatis), Gemeindeverzeichnis GV100AD, Data licence Germany – attribution – version 2.0 (www.govdata.de/dl-de/by-2-0).
register-region-source-table = { $kind }, read in by the operator from a table, territory as of { $day }.
register-parent-organisation = Part of
register-part-organisations = Includes
register-parent-hint = The name of an organisation of this network, for example of the body that runs it.
register-fault-parent = That would make the organisation a part of itself.
register-fault-parent-none = There is no such organisation here. Please add it first.
register-fault-parent-several = Several match: { $names }. Please enter the whole name.
register-fault-phone = Please enter a number.
register-logo-file = Logo as a file
register-parent-network = Part of the network
register-parent-network-hint = For example the state association. The office there gets a mail and agrees or declines.
register-parent-network-none = Please choose
register-belonging = Belonging
register-belonging-lead = A network can belong to another one, such as a county group to its state association. Both offices must want it; either can end it.
register-belonging-parent = Network to belong to
register-belonging-ask = Ask to belong
register-belonging-operator-hint = You run this installation: it holds at once.
register-belonging-waits = “{ $network }” has been asked. Until the office there agrees nothing changes.
register-belonging-asked-at = Asked on { $when }
register-belonging-withdraw = Withdraw the request
register-belonging-end-open = End belonging …
register-belonging-end-consequence = The two front pages no longer name each other. The other office gets a mail.
register-belonging-end = End belonging
register-belonging-asking = Want to belong to us
register-belonging-asking-lead = If you agree, the two front pages name each other, and you see how many members the network has. Nothing more is shown to you.
register-belonging-accept = Accept
register-belonging-decline = Decline
register-belonging-due =
    { $count ->
        [one] One network wants to belong to us
       *[other] { $count } networks want to belong to us
    }
register-child-networks-none = No network belongs here yet.
register-fault-tie-there = The network belongs there already.
register-fault-tie-asked = That network has been asked already.
done-register-belonging-asked = The request is made. The other office gets a mail.
done-register-belonging-accepted = The network now belongs there.
done-register-belonging-ended = Done. The other office gets a mail.
journal-register-belonging-asked = Asked to belong
journal-register-belonging-withdrawn = Request to belong withdrawn
journal-register-belonging-accepted = Began to belong
journal-register-belonging-declined = Request to belong declined
journal-register-belonging-ended = Belonging ended
letter-register-belonging = Belonging to a network
register-letter-belonging-subject = Belonging: { $network }
register-letter-belonging-because = You get this mail because this is the address of a network’s office.
register-letter-belonging-door = See what belongs where
register-letter-belonging-asked = the network “{ $network }” wants to belong to yours. Please look at the request and answer it there; until then nothing changes.
register-letter-belonging-withdrawn = the network “{ $network }” has withdrawn its request to belong to yours.
register-letter-belonging-accepted = the network “{ $network }” has accepted yours. The two front pages now name each other.
register-letter-belonging-declined = the network “{ $network }” has declined to let yours belong to it.
register-letter-belonging-ended = your network and “{ $network }” no longer belong together.
register-fault-parent-network = That would make the network a part of itself.
register-child-networks = Networks that are part of us
register-elsewhere = From other networks
register-membership-network = Network
register-membership-network-hint = An organisation can be a member here and a cooperation partner elsewhere.
done-register-membership-changed = The membership has been saved.
journal-register-membership-changed = Membership changed
register-own = My organisation
register-own-lead = Your organisation keeps its own entry up to date. What you change takes effect at once; the office sees it and can take it back.
register-own-panel = Are address, phone and fields of work still right? Here you change your organisation’s entry yourself:
register-own-form-lead = What you change here takes effect at once. The office sees each change and can take it back.
register-own-edit = Change details
register-own-record = The organisation’s page in the directory
register-own-latest = Latest changes
register-own-latest-none = Nothing changed yet.
register-own-state-waiting = Not looked at yet
register-own-state-seen = Seen
register-own-state-undone = Taken back
done-register-own = Saved. The office sees what you changed.
register-own-due =
    { $count ->
        [one] Look at one change by an organisation
       *[other] Look at { $count } changes by organisations
    }
register-own-handovers = Handovers of functions entered
register-own-changes = Changes by organisations
register-own-changes-lead = What contacts changed in their organisation’s entry. It already applies; here you take note of it or take it back.
register-own-changes-none = Nothing to look at
register-own-changes-none-advice = As soon as a contact changes their organisation’s entry, it appears here.
register-own-accept = OK
register-own-accept-all =
    { $count ->
        [one] The change is all right
       *[other] All { $count } changes are all right
    }
register-own-back = Take back
register-own-settled = Recently settled
done-register-own-seen = Noted as seen.
done-register-own-seen-more = What you have seen is noted. More changes, which were not on the page, are still to be looked at.
done-register-own-newer = This detail has been changed again meanwhile. Please look at how it stands now.
register-own-further = { $count ->
        [one] 1 more change stands here as soon as these are settled.
       *[other] { $count } more changes stand here as soon as these are settled.
    }
done-register-own-undone = The change has been taken back.
journal-register-change-undone = Change taken back
register-fault-change-settled = This change is settled already.
register-fault-change-moved-on = This detail has been changed again meanwhile and stays as it is. On the organisation’s page you can see its history and edit it.
register-fields = Own fields
register-fields-lead = What else you want to record about organisations, people and memberships. The fields appear in forms and on pages.
register-fields-more = Further details
register-fields-none = No fields of your own yet.
register-fields-of-organisation = Organisations
register-fields-of-person = People
register-fields-of-membership = Memberships
register-field-of = For
register-field-new = Add a field
register-field-save = Save field
register-field-label = Label
register-field-label-en = Label in English
register-field-label-en-hint = Without it, the German label is used on English pages too.
register-field-kind = Kind
register-field-kind-hint = Cannot be changed later.
register-field-text = Text
register-field-choice = Choice
register-field-date = Date
register-field-number = Number
register-field-yes-no = Yes or no
register-field-none = Not stated
register-field-choices = Choices
register-field-choices-hint = One on each line, two at least. Only for the kind “Choice”.
register-field-help = Help
register-field-help-hint = A sentence that is shown at the field.
register-field-help-en = Help in English
register-field-place = Place in the order
register-field-place-hint = 1 comes first. Without it the place stays, and a new field comes last.
register-field-required = Must be filled in
register-field-required-mark = Required
register-field-internal-mark = Internal
register-field-closed-mark = Closed
register-field-seen = Who sees it
register-field-public = All members; contacts can change it for their organisation
register-field-internal = Only the office
register-field-filled = Filled in
register-field-acts = Edit
register-field-close = Close
register-value = { $label }: { $value }
register-fault-field-long = 500 characters at most, please.
register-fault-field-number = Please enter a number, for example 12 or 1250.50.
register-fault-field-yes-no = Please choose yes or no.
register-fault-field-taken = There is already a field with this label here.
register-fault-field-choices = Please enter at least two choices, one on each line.
register-fault-field-many = Nobody fills in more than 40 fields. Close one first.
done-register-field-added = The field has been added.
done-register-field-changed = The field has been saved.
done-register-field-closed = The field has been closed. What stands in it is kept.
done-register-field-reopened = The field is open again.
journal-register-field-added = Own field added
journal-register-field-changed = Own field changed
journal-register-field-closed = Own field closed
journal-register-field-reopened = Own field opened again
register-moves-organisations =
    { $count ->
        [one] one organisation that is part of it
       *[other] { $count } organisations that are part of it
    }
register-moves-channels =
    { $count ->
        [one] one way to get in touch
       *[other] { $count } ways to get in touch
    }
register-moves-values =
    { $count ->
        [one] one value in own fields
       *[other] { $count } values in own fields
    }
register-moves-changes =
    { $count ->
        [one] one change by contacts
       *[other] { $count } changes by contacts
    }
register-holding-own = Further details and changes
register-holding-own-purpose = What the office keeps in its own fields, and who changed the own organisation’s entry
register-entrust = Hand organisations their records
register-entrust-lead = People who speak for a member can keep its record up to date themselves. Kreis sets up an account for them and puts a mail into the outbox that shows how to sign in. You release the mails there.
register-entrust-silent = { $count ->
        [one] Nobody speaks for one member yet. Add a contact person there:
       *[other] Nobody speaks for { $count } members yet. Add contact people there, for example at:
    }
register-entrust-all = All
register-entrust-without = Without access
register-entrust-with = With access
register-entrust-choose = Select
register-entrust-invite = invite
register-entrust-state = State
register-entrust-no-mail = without mail address
register-entrust-none = no access yet
register-entrust-used = signed in, last { $when }
register-entrust-sent = invited on { $when }, not signed in yet
register-entrust-waiting = mail is waiting in the outbox
register-entrust-queued = mail is on its way
register-entrust-failed = mail did not arrive
register-entrust-unused = has access, not signed in at present
register-entrust-go = Invite selected
register-entrust-all-go = { $count ->
        [one] Invite one person without access
       *[other] Invite all { $count } without access
    }
register-entrust-outbox = To the outbox
register-entrust-nobody = Nobody is listed here.
register-entrust-nobody-advice = As soon as members have contact persons, you can hand them their records here.
register-fault-entrust-nobody = Choose at least one person.
register-fault-entrust-waiting = A mail for these people is already waiting in the outbox.
register-fault-entrust-left = Mails in the outbox: { $laid }. Without mail address: { $mail }. Address belongs to another account: { $taken }.
done-register-entrusted = The accounts are set up. Release the mails in the outbox.
letter-register-access = Access to one’s own record
register-letter-access-subject = Your record at { $network }
register-letter-access-text = { $network } keeps a record in its directory that you, as contact person, can keep up to date yourself, with address, ways to get in touch and fields of work:
register-letter-access-how = Sign in with the address { $mail }. You will then get a link by mail; you need no password.
register-letter-access-door = Sign in
register-letter-access-because = You get this mail because you are a contact person in the directory of { $network }.
