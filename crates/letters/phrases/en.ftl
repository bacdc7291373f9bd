letters-nav = Letters
letters-title = Serial letters and labels
letters-lead = Print letters and address labels for many at once. What you write here is printed and not kept.
letters-whom = For whom
letters-organisations = Organisations themselves
letters-organisations-hint = The letter goes to the organisation and names no person.
letters-once = How often
letters-once-hint = A household is people with the same postal address and the same entry under “Household”.
letters-once-place = One letter for each household and each organisation
letters-once-person = One letter for each person
letters-what = What is printed
letters-what-kind = Kind
letters-what-letters = Letters
letters-what-labels = Labels
letters-place-and-date = Place and date
letters-subject = Subject
letters-text = Text
letters-text-hint = Empty lines part paragraphs, lines that begin with “- ” become a list. These words are filled in for each letter:
letters-blank-salutation = the salutation
letters-blank-name = the name of the person or the household
letters-blank-organisation = the name of the organisation
letters-blank-function = the function of the person
letters-signatory = Signature
letters-sheet = Sheet
letters-sheet-of = { $count } on a sheet: { $columns } × { $rows }, { $width } × { $height } mm
letters-first = First free label
letters-first-hint = For a sheet that was begun: counted from left to right and from top to bottom.
letters-check = Check
letters-one = Look at the first letter
letters-print = Print all (PDF)
letters-trace = Who prints how many letters or labels stands in the network's journal.
letters-checked = This is printed
letters-count = { $pieces ->
    [0] Nobody is reached.
    [one] One letter or label for { $meant } chosen.
   *[other] { $pieces } letters or labels for { $meant } chosen.
 }
letters-missing = Without a postal address
letters-missing-count = { $count ->
    [one] For one that was chosen no postal address is known; it is not printed.
   *[other] For { $count } that were chosen no postal address is known; they are not printed.
 }
letters-fault-nobody = Please choose at least one group, person or kind of organisation.
letters-fault-no-address = For none of them a postal address is known.
letters-fault-too-many = These are { $count }; one file holds { $most } at most. Please choose fewer at a time.
letters-fault-blank = We do not know “{ $blank }”. Possible are Anrede, Name, Organisation and Funktion in curly brackets.
letters-fault-household = A household needs an address.
letters-labels-title = Address labels
letters-file = letters
letters-file-labels = labels
letters-address = Postal address
letters-address-none = Letters go to the organisation.
letters-address-edit = Change the postal address
letters-address-lead = Only where letters are not to go to the organisation. Without anything here its address is used.
letters-address-save = Save the postal address
letters-street = Street and number
letters-postcode = Postcode
letters-town = Town
letters-household = Household
letters-household-hint = How letters to all of them are addressed, such as “Familie Muster”. Whoever has the same address and household gets one letter together.
letters-holding = Postal address
letters-holding-purpose = Letters on paper
journal-letters-printed = Serial letters printed
journal-labels-printed = Labels printed
journal-person-address = Postal address changed
done-person-address = The postal address is saved.
archive-person-address = Postal addresses
archive-person-address-about = Postal addresses of people's own, and their households.
archive-col-household = Household
