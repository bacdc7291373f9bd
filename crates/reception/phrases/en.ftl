# The day: reception, guests, badges, certificates.

reception-title = Reception
reception-closed = Nobody is let in here: the gathering is still a draft, or it was called off.
reception-early = The gathering has not begun yet. You can try the reception now; take back afterwards what is not so.
reception-count-here = Registered and here
reception-count-guests = Here without a registration
reception-to-scan = Read codes
reception-papers = Lists, badges, certificates
reception-expected = Registered
reception-expected-too = Registered, but not on this list yet
reception-expected-too-hint = These people have a confirmed place and no invitation. They stand on the attendance list as PDF. Whoever is there is let in at the door and then stands on this list by that.
reception-expected-too-door = Let them in at the door
reception-more-than = more than { $count }
reception-search = Name or organisation
reception-search-go = Search
reception-filters = Choice
reception-filter-all = All
reception-filter-open = Not here yet
reception-filter-here = Here
reception-nobody = Nobody is on this list.
reception-nobody-advice = On the list is who has a confirmed place. Everybody else can be entered as a guest below.
reception-nobody-found = Nobody found.
reception-nobody-found-advice = Who has no confirmed place is not on the list. You can enter the person as a guest below.
reception-with = registered by { $name }
reception-arrive = Is here
reception-here-since = Here since { $time }
reception-here-unregistered = Without a registration, here since { $time }
reception-take-back = Take back
reception-take-back-last = That was wrong, take it back
reception-guest-title = Guest without a registration
reception-guest-hint = The person then stands on the attendance list, marked as without a registration. No places are counted for it.
reception-guest-name = First and last name
reception-guest-organisation = Organisation
reception-guest-add = Enter the guest
reception-count-title = Count further guests
reception-count-hint = For everybody whose name you do not take down. Once the gathering has taken place, the number is shown on its page.
reception-count-save = Save the number
reception-paper-list = Attendance list to be signed
reception-paper-badges = Name badges, ten on a sheet
reception-paper-table = Table of those registered and of guests
reception-file-list = attendance-list
reception-file-badges = name-badges
reception-file-certificates = certificates-of-attendance
reception-file-certificate = certificate-of-attendance
reception-badges-title = Name badges: { $title }
reception-col-name = Name
reception-col-organisation = Organisation
reception-col-with = Registered by
reception-col-way = Registration
reception-col-came = Here since
reception-way-registered = registered
reception-way-guest = without a registration
reception-look-list = Attendance list taken along
reception-look-detail =
    { $count ->
        [one] { $title }, 1 line
       *[other] { $title }, { $count } lines
    }

reception-said-arrived = { $name } is here.
reception-said-already = { $name } was here already, since { $time }.
reception-said-taken-back = { $name }: the arrival was taken back after this code had been read.
reception-said-elsewhere = This code belongs to another gathering.
reception-said-ended = { $name } no longer has a place: the registration was withdrawn, refused, or has lapsed.
reception-said-not-certain = { $name } has no confirmed place yet.
reception-said-unknown = We do not know this code.

reception-scan-title = Read codes
reception-scan-lead = Hold the code before the camera, read it with a scanner, or type it.
reception-scan-here = Registered and here:
reception-scan-to-list = To the list
reception-scan-camera = Turn the camera on
reception-scan-stop = Turn the camera off
reception-scan-code = Code
reception-scan-code-hint = 26 characters. A scanner types them into this field.
reception-scan-go = Let in
reception-scan-queue = Not sent yet
reception-scan-again = Send now
reception-scan-waiting = Codes that wait on this device:
reception-scan-offline = There is no network at the moment. You can go on reading; we send the codes as soon as we can. Leave this page open.
reception-scan-offline-kept = There is no network at the moment. You can go on reading codes; we pass them on as soon as there is one and this page is open. On this device you can close it and open it again without a network.
reception-scan-kept = On this device this page can now be opened without a network, too.
reception-scan-signed-out = You are no longer signed in. Sign in in another window; then we send the codes.
reception-scan-refused = The codes were not accepted. Load the page again.
reception-scan-no-camera = The camera cannot be used here. Use a scanner, the field below, or the list.

reception-offline-title = Read codes without a network
reception-offline-lead = This page comes from the memory of this device, as the network does not answer. What you read waits here and is passed on as soon as possible. You see names only then.
reception-offline-address = Address of the gathering:
reception-offline-back = Load the complete page

reception-own-title = Reception
reception-own-code = Code of { $name }
reception-own-code-hint = Show this code at the reception: { $when }. On a screen or on paper; your name will do, too.
reception-own-picture = Code for the reception
reception-own-letters = In letters:
reception-own-here = { $name }: checked in, { $time }.
reception-own-fetch = Certificate of attendance as PDF
reception-own-revoked = The certificate of attendance was revoked. Please ask the office.

reception-certificates-title = Certificates of attendance
reception-certificates-of = Certificate of attendance: { $title }
reception-certificates-lead = Attendance is certified to all who were checked in. Whoever registered can also fetch the certificate by the own link.
reception-certificates-early = There are certificates once the gathering is over.
reception-certify-all =
    { $count ->
        [one] Certify to 1 person
       *[other] Certify to { $count } people
    }
reception-certificates-pdf = All valid ones as PDF
reception-certificates-none = No certificate yet.
reception-certificates-none-advice = Once one is made, it stands here and can be revoked.
reception-certificates-check = Others can check a certificate by its code:
reception-col-code = Code
reception-col-made = Made on
reception-col-state = State
reception-col-acts = Possible
reception-state-holds = Valid
reception-state-revoked = Revoked
reception-revoke = Revoke
reception-renew = Make anew
reception-place-and-date = { $place }, { $day }

reception-check-title = Check a certificate
reception-check-lead = Every certificate of attendance bears a code. Here you see what we certified under it.
reception-check-code = Code
reception-check-code-hint = Twelve characters, for example 7KQ2-M9XA-4RTB.
reception-check-go = Check
reception-check-another = Check another certificate
reception-unknown-title = We do not know this code
reception-unknown-lead = We certified nothing under this code.
reception-unknown-advice = Perhaps only one character is mistyped; please look again. Certificates whose time of keeping is over are not found any more, either.
reception-checked-genuine = The certificate is genuine
reception-checked-revoked = The certificate was revoked
reception-checked-lead = We certified that this person took part.
reception-checked-revoked-lead = It has not been valid since { $day }.
reception-checked-gathering = Event
reception-checked-when = When
reception-checked-network = Certified by

reception-fault-not-open = The gathering is still a draft, or it was called off.
reception-fault-no-place = This person no longer has a confirmed place. Load the list again; you can enter the person as a guest.
reception-fault-not-over = There are certificates only once the gathering is over.
reception-fault-revoked = The certificate of attendance was revoked. Please ask the office.
reception-fault-holds = There is a valid certificate already. Revoke that one first.
reception-fault-code = This is no code of a certificate. It has twelve characters.

reception-holding = Reception and certificates
reception-holding-purpose = To know who came, and to certify it
reception-holding-arrival = Arrival at the reception
reception-holding-certificate = Certificate of attendance
reception-holding-line = Line of an attendance list
reception-retained = Certificates of attendance
reception-retained-hint = Counted from the end of the gathering. So long a certificate can be checked.
reception-moves =
    { $count ->
        [one] one certificate of attendance
       *[other] { $count } certificates of attendance
    }

done-reception-taken-back = The arrival is taken back.
done-reception-counted = The number of further guests is saved.
done-reception-certified = The certificates are made.
done-reception-revoked = The certificate is revoked.
done-reception-renewed = The certificate is made anew.

journal-reception-arrived = let somebody in
journal-reception-scanned = read codes
journal-reception-welcomed = entered a guest
journal-reception-taken-back = took an arrival back
journal-reception-certified = certified attendance
journal-reception-fetched = fetched the own certificate of attendance
journal-reception-revoked = revoked a certificate of attendance
journal-reception-renewed = made a certificate of attendance anew

archive-reception-arrival = Reception
archive-reception-arrival-about = Who was let in when, and at which gathering.
archive-reception-certificate = Certificates of attendance
archive-reception-certificate-about = What was certified to whom, with the codes.
archive-col-attendance-id = Id of the line of the attendance list
archive-col-certificate-code = Code of the certificate
archive-col-revoked-at = Revoked on
archive-col-arrival-id = Id of the arrival
