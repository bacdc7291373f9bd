publishing-nav-home = Home
publishing-nav-start = Internal
publishing-posts = News
publishing-posts-of = News { $year }
publishing-posts-none = No news yet
publishing-posts-none-text = As soon as the office publishes something, it appears here.
publishing-post-count =
    { $count ->
        [one] 1 post
       *[other] { $count } posts
    }
publishing-latest = Latest
publishing-years = News by year
publishing-feed = News as a feed (Atom)
publishing-feed-title = News: { $network }
publishing-all-posts = All news
publishing-all-tags = All tags
publishing-all-gatherings = All meetings
publishing-tags = Tags
publishing-tag = Tag
publishing-tag-title = { $tag }
publishing-tags-none = No tags yet
publishing-tags-none-text = Tags come into being when posts carry them.
publishing-for-members = For members
publishing-for-invited = For those invited
publishing-for-office = For the office only
publishing-draft = Draft
publishing-drafts = Drafts
publishing-drafts-due =
    { $count ->
        [one] One draft is not published yet
       *[other] { $count } drafts are not published yet
    }
publishing-write = Write a post
publishing-write-title = Write a post
publishing-edit-title = Edit “{ $title }”
publishing-edit = Edit
publishing-publish = Publish
publishing-withdraw = Withdraw
publishing-delete = Delete draft
publishing-delete-question = Delete the draft “{ $title }”?
publishing-delete-consequence = The text and picture of the post will be gone. This cannot be undone.
publishing-save = Save post
publishing-preview = Preview
publishing-newer = See the other version
publishing-post-aside = About this post
publishing-post-gathering = The meeting
publishing-post-gathering-hint = Invitation, agenda and further documents are there too.
publishing-post-links = Links
publishing-report = Report
publishing-report-none = No report yet
publishing-report-none-text = A report appears among the news and here with the meeting.
publishing-report-write = Write the report
publishing-report-edit = Edit the report
publishing-field-title = Headline
publishing-field-source = Source
publishing-field-source-hint = Place and initials as in a newspaper, for example: Celle (lkc)
publishing-field-day = Date of the post
publishing-field-day-hint = If left empty, the day of publication counts.
publishing-field-lead = Lead
publishing-field-lead-hint = One or two sentences, which the overview shows too.
publishing-field-body = Text
publishing-field-body-hint = An empty line separates paragraphs.
publishing-help = Headings, lists and links in the text
publishing-help-paragraph = New paragraph: leave one line empty.
publishing-help-heading = Heading: begin the line with ##.
publishing-help-list = List: begin each line with a hyphen and a space.
publishing-help-strong = Emphasis: put **word** between double asterisks.
publishing-help-link = Link: [label](https://www.example.org).
publishing-field-links = Further links
publishing-field-links-hint = One address a line, then its label: https://www.example.org Press release
publishing-field-tags = Tags
publishing-field-tags-hint = Separated by commas, for example: volunteering, work
publishing-picture = Picture
publishing-field-picture = Picture file
publishing-field-picture-hint = JPEG, PNG or WebP of at most 8 MB. What the camera noted, such as place and time, is removed. If the form has to be sent again, please choose the file again.
publishing-field-picture-remove = Remove the picture
publishing-field-alt = Description of the picture
publishing-field-alt-hint = What can be seen? For people who do not see the picture. Needed with a picture.
publishing-field-caption = Caption
publishing-field-caption-hint = Stands below the picture, with the source of the photo.
publishing-field-audience = Who may read the post?
publishing-audience-public = Everyone
publishing-audience-members = Members of the network
publishing-audience-office = The office only
publishing-fault-day = This day is in the future. Please enter today or an earlier day.
publishing-fault-tags = Please name at most { $max } tags.
publishing-fault-tag = Please use letters or digits for each tag, and at most { $max } characters.
publishing-fault-link = This line does not begin with a web address: “{ $line }”. Please begin with https://.
publishing-fault-picture-size = The picture is too large. Please choose a file of at most { $max } MB.
publishing-fault-picture-type = This file is not a picture in the format JPEG, PNG or WebP.
publishing-fault-alt = Please describe the picture for people who do not see it.
publishing-fault-empty = To be published, the post needs a lead or a text.
publishing-fault-published = This post is published. Please withdraw it before you delete it.
publishing-fault-stale = Somebody else has changed this post meanwhile. Your text is still here. If you save again, it replaces the other version.
done-post-written = The draft is saved. It is not public yet.
done-post-changed = The changes are saved.
done-post-published = The post is published.
done-post-withdrawn = The post is withdrawn and a draft again.
done-post-deleted = The draft is deleted.
done-page-texts = The texts are saved.
journal-post-written = Post written as a draft
journal-post-changed = Post changed
journal-post-published = Post published
journal-post-withdrawn = Post withdrawn
journal-post-deleted = Draft of a post deleted
journal-page-texts-changed = Texts of the legal pages changed
found-gathering = Meeting
found-minutes = Minutes
found-decision = Decision
found-post = News
found-organisation = Organisation
found-person = Person
publishing-search = Search
publishing-search-label = What are you looking for?
publishing-search-button = Search
publishing-search-hits = Results
publishing-search-hint = The search covers meetings, minutes, decisions and news, as far as you may read them.
publishing-search-none = Nothing found
publishing-search-none-text = Try fewer or other words; only entries that contain all of them are found. Or look here:
publishing-search-more = There are more results. One more word narrows the search.
publishing-hits =
    { $count ->
        [0] No results
        [one] 1 result
       *[other] { $count } results
    }
publishing-front-title = Kreis, the digital office of regional networks
publishing-front-networks = Networks
publishing-front-lead = Regional networks work together here: meetings, minutes, decisions and news in one place.
publishing-front-what = Kreis plans meetings, sends invitations, keeps minutes, remembers decisions and tasks, and puts online what is meant for the public.
publishing-front-set-up = Set up
publishing-front-set-up-text = This installation has no network yet. Whoever operates it sets up the first one with the one-time key that the program prints when it starts.
publishing-front-set-up-link = Set up the first network
publishing-home-about = What we stand for
publishing-home-no-about = What the network stands for is still missing here
publishing-home-no-about-advice = Add a few sentences in the network’s settings.
publishing-home-posts = Latest news
publishing-home-aside = About the network
publishing-home-members = Member organisations
publishing-home-groups = Groups
publishing-home-parent = Part of
publishing-home-children = Networks within it
publishing-home-office = Office
publishing-phone = Telephone:
publishing-mail = Mail:
publishing-start-title = What is due
publishing-start-none = Nothing is due at the moment
publishing-start-none-text = New invitations, tasks and minutes appear here.
publishing-start-acts = Create and maintain
publishing-act-gathering = Plan a meeting
publishing-act-post = Write a post
publishing-act-people = People
publishing-act-texts = Add to privacy and accessibility pages
publishing-mend = Complete it now
publishing-warning-imprint = The legal notice is incomplete. Every public page needs name, postal address and mail address of the responsible body.
publishing-warning-imprint-link = Complete the office’s details
publishing-warning-privacy = The privacy notice lacks details of the responsible body.
publishing-warning-enforcement = The accessibility statement lacks the enforcement or arbitration body of your Land.
publishing-operator = Operation of this installation
publishing-own-text = Further information
publishing-imprint-provider = Provider of these pages (§ 5 DDG)
publishing-imprint-content = Responsible for the content (§ 18 (2) MStV)
publishing-imprint-content-text = Responsible is the body named above: { $name }.
publishing-imprint-networks = Legal notices of the networks
publishing-imprint-networks-text = Each network’s office is responsible for the network’s own pages:
publishing-texts-title = Texts of the legal pages
publishing-texts-lead = What the program itself does is already on the pages. Add what only you know.
publishing-texts-german = German
publishing-texts-english = English
publishing-texts-privacy = Addition to the privacy notice
publishing-texts-privacy-hint = For example: who operates the server and what it logs, who the data protection officer is.
publishing-texts-accessibility = Addition to the accessibility statement
publishing-texts-accessibility-hint = For example: known obstacles on your pages and in your documents.
publishing-texts-enforcement = Enforcement or arbitration body
publishing-texts-enforcement-hint = Name, address and contact of the body that people can turn to when you do not answer.
publishing-texts-save = Save texts
publishing-privacy-lead = This page describes what happens to personal data when you read here, are invited or sign in.
publishing-privacy-demo = This is a demonstration with sample data. No mail leaves the machine, and no real person is named.
publishing-privacy-who = Who is responsible
publishing-privacy-networks = Each network’s office is responsible for the network’s data. Each network has a notice of its own:
publishing-privacy-reading = When you only read
publishing-privacy-reading-1 = Reading the public pages sets no cookie. Visits are not counted; there is no advertising and there are no profiles.
publishing-privacy-reading-2 = Everything that a page shows comes from this server: fonts, pictures and programs. Your browser fetches nothing from elsewhere for it. Only when you follow a link to another site does that site learn of it.
publishing-privacy-reading-3 = For each request the program writes one line to its log: time, kind and result of the request and the beginning of the page’s address. Your IP address, your name and your search words are not in it. When someone tries to sign in, the program counts in memory for a short time how many attempts come from the same IP address and for the same mail address, to prevent the guessing of passwords. Whether a web server in front of it records more is for the operator of the server to say.
publishing-privacy-cookie = One single cookie, after signing in only
publishing-privacy-cookie-text = Whoever signs in receives a cookie that recognises the session. Signing in does not work without it, so it needs no consent (§ 25 (2) no. 2 TDDDG). Signing out deletes it; otherwise it expires by itself. It serves no other purpose.
publishing-privacy-kept = What is stored and what for
publishing-privacy-kept-text = The office runs its network with this program. Stored for this are:
publishing-privacy-kept-register = Directory: names, functions, organisations, business addresses, telephone numbers and mail addresses of the people whom the office works with, and their part in groups. Purpose: to invite, to reach, to represent.
publishing-privacy-kept-gatherings = Meetings: who was invited or asked for a day that suits, how someone answered, who took part or was represented, who spoke. Purpose: to prepare and to document meetings.
publishing-privacy-kept-minutes = Minutes, decisions and tasks: what was discussed and agreed, who does what by when, and objections. Purpose: to record and carry out what was agreed.
publishing-privacy-kept-account = Accounts: mail address, role, an irreversible check value of the password where one is set, and current sessions with their beginning, last use and kind of browser. Purpose: signing in and protecting what is not public.
publishing-privacy-kept-posts = Posts: texts and pictures that may name or show people. What the camera noted, such as place and time, is removed from uploaded pictures. Purpose: to inform the public.
publishing-privacy-kept-journal = Journal: who changed which record when. Purpose: to understand changes and correct mistakes.
publishing-privacy-basis = The legal basis is Art. 6 (1) GDPR: point (b) as far as membership or agreed cooperation is concerned; point (f) as far as the network has a legitimate interest in inviting, documenting and informing the public; point (a) where you have consented, for example to the publication of a photo. You can withdraw consent at any time for the future (Art. 7 (3) GDPR). No decisions about people are made automatically.
publishing-privacy-mail = Mails
publishing-privacy-mail-1 = The program sends invitations, changes, minutes and reminders as personal mails. It stores which mail went to whom and when, and whether the receiving mail server accepted it. Whether you open a mail is not recorded; the mails contain no tracking pictures.
publishing-privacy-mail-2 = A personal link in a mail lets you answer without an account. It holds for that purpose only and for a limited time. If you pass it on, someone else can answer in your place.
publishing-privacy-mail-3 = Where the network has given the program a mailbox, it reads what arrives there: replies are filed with the meeting, undeliverable mails are counted, everything else is kept for the office. No machine answers.
publishing-privacy-others = Who receives data
publishing-privacy-others-text = Data that are not public are seen by the office, the leaders of a group and the members, each only as far as their task goes. Those invited receive agenda and minutes with the names in them. Whoever operates the server has technical access to the data and is bound to process them on behalf of the office only. The program passes nothing on to others by itself.
publishing-privacy-term = For how long
publishing-privacy-term-text = Sessions and access links expire by themselves. For invitations and replies, mails sent and received, former contacts and the list of changes the office sets terms; what is older is deleted once the office has released it. Everything else stays until the office deletes it or has it deleted. A network keeps minutes and decisions as long as they hold or a proof is needed.
publishing-privacy-rights = Your rights
publishing-privacy-rights-text = An informal message to the body named above is enough. Under the General Data Protection Regulation you have the right
publishing-privacy-right-13 = to know which data about you are collected and where they come from (Art. 13 and 14),
publishing-privacy-right-15 = to information about and a copy of your data (Art. 15),
publishing-privacy-right-16 = to have wrong data corrected and incomplete data completed (Art. 16),
publishing-privacy-right-17 = to have them deleted unless there is a duty to keep them (Art. 17),
publishing-privacy-right-18 = to have processing restricted; those concerned are told of corrections and deletions (Art. 18 and 19),
publishing-privacy-right-20 = to receive your data in a common, machine-readable format (Art. 20),
publishing-privacy-right-21 = to object to processing that rests on legitimate interests (Art. 21).
publishing-privacy-complaint =
    { $land ->
        [BW] You can complain to any supervisory authority (Art. 77), for example to the Landesbeauftragter für den Datenschutz und die Informationsfreiheit Baden-Württemberg.
        [BY] You can complain to any supervisory authority (Art. 77), for example to the Bayerisches Landesamt für Datenschutzaufsicht.
        [BE] You can complain to any supervisory authority (Art. 77), for example to the Berliner Beauftragte für Datenschutz und Informationsfreiheit.
        [BB] You can complain to any supervisory authority (Art. 77), for example to the Landesbeauftragte für den Datenschutz und für das Recht auf Akteneinsicht Brandenburg.
        [HB] You can complain to any supervisory authority (Art. 77), for example to the data protection commissioner of the Freie Hansestadt Bremen.
        [HH] You can complain to any supervisory authority (Art. 77), for example to the Hamburgischer Beauftragter für Datenschutz und Informationsfreiheit.
        [HE] You can complain to any supervisory authority (Art. 77), for example to the Hessischer Beauftragter für Datenschutz und Informationsfreiheit.
        [MV] You can complain to any supervisory authority (Art. 77), for example to the Landesbeauftragter für Datenschutz und Informationsfreiheit Mecklenburg-Vorpommern.
        [NI] You can complain to any supervisory authority (Art. 77), for example to the Landesbeauftragter für den Datenschutz Niedersachsen.
        [NW] You can complain to any supervisory authority (Art. 77), for example to the Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen.
        [RP] You can complain to any supervisory authority (Art. 77), for example to the Landesbeauftragter für den Datenschutz und die Informationsfreiheit Rheinland-Pfalz.
        [SL] You can complain to any supervisory authority (Art. 77), for example to the Unabhängiges Datenschutzzentrum Saarland.
        [SN] You can complain to any supervisory authority (Art. 77), for example to the Sächsische Datenschutz- und Transparenzbeauftragte.
        [ST] You can complain to any supervisory authority (Art. 77), for example to the Landesbeauftragter für den Datenschutz Sachsen-Anhalt.
        [SH] You can complain to any supervisory authority (Art. 77), for example to the Unabhängiges Landeszentrum für Datenschutz Schleswig-Holstein.
        [TH] You can complain to any supervisory authority (Art. 77), for example to the Thüringer Landesbeauftragter für den Datenschutz und die Informationsfreiheit.
       *[other] You can complain to any data protection supervisory authority (Art. 77), for example to that of your Land.
    }
publishing-accessibility-lead = Everyone should be able to use these pages, whatever they read with and however they read. This statement holds for all pages at this address.
publishing-accessibility-standard = What we go by
publishing-accessibility-standard-text = The measure is the European standard EN 301 549 and with it WCAG 2.2 at levels A and AA. Invitations, agendas, attendance lists and minutes that the program itself makes as PDF follow PDF/UA-1.
publishing-accessibility-tests = What is tested
publishing-accessibility-machine = By programs: before it is released, every version of Kreis is examined page by page with axe and an HTML checker and walked through by keyboard, and its PDF files with a checker for PDF/UA. No errors may occur.
publishing-accessibility-hand = By hand: the pages are looked at 360 pixels wide, enlarged, in light and dark and in print, with an eye on plain words, a sensible order and helpful error messages.
publishing-accessibility-people = Not tested yet is the program together with people who use a screen reader or other aids every day. This is a self-assessment.
publishing-accessibility-limits = What may not be accessible
publishing-accessibility-limit-files = Files that someone uploads, such as attachments of a meeting, are not checked automatically.
publishing-accessibility-limit-pictures = Pictures need a description, or they cannot be saved. How good it is depends on those who write it.
publishing-accessibility-limit-plain = There is no content in easy-to-read German or in sign language yet.
publishing-accessibility-feedback = Found an obstacle?
publishing-accessibility-feedback-text = Please tell us what does not work, on which page and what you read with. We answer, and give you the content in another form if you wish.
publishing-accessibility-enforcement = If we could not help
publishing-accessibility-enforcement-text = If you receive no satisfactory answer to your message, you can turn to the enforcement or arbitration body of your Land.
