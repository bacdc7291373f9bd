letters-nav = Letters
letters-title = Letters and labels for many
letters-lead = Print letters and address labels for many recipients at once. What you write here is printed and not stored.
letters-whom = For whom
letters-organisations = Organisations themselves
letters-organisations-hint = The letter is addressed to the organisation, without naming a person.
letters-once = How often
letters-once-hint = A household is people with the same postal address and the same entry under “Household”.
letters-once-place = One letter per household and per organisation
letters-once-person = One letter per person
letters-what = What is printed
letters-what-kind = Type
letters-what-letters = Letters
letters-what-labels = Labels
letters-place-and-date = Place and date
letters-subject = Subject
letters-text = Text
letters-text-hint = Blank lines separate paragraphs, lines that begin with “- ” become a list. These words are filled in for each letter:
letters-blank-salutation = the salutation, for example “Guten Tag …,”
letters-blank-name = the name of the person or the household
letters-blank-organisation = the name of the organisation
letters-blank-function = the function of the person
letters-signatory = Signature
letters-sheet = Sheet
letters-sheet-of = { $count } on a sheet: { $columns } × { $rows }, { $width } × { $height } mm
letters-first = First free label
letters-first-hint = For a sheet that is partly used: counted from left to right and from top to bottom.
letters-check = Check
letters-one = View the first letter
letters-print = Print all (PDF)
letters-trace = The network’s journal notes who printed how many letters or labels.
letters-checked = This will be printed
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
letters-fault-no-address = No postal address is known for any of them.
letters-fault-too-many = That makes { $count }; one file holds { $most } at most. Please choose fewer at a time.
letters-fault-blank = “{ $blank }” is unknown. You can use Anrede, Name, Organisation and Funktion in curly brackets.
letters-fault-household = A household needs an address.
letters-labels-title = Address labels
letters-file = letters
letters-file-labels = labels
letters-address = Postal address
letters-address-none = Letters go to the organisation.
letters-address-edit = Change the postal address
letters-address-lead = Only if letters should not go to the organisation. If you leave this empty, the organisation’s address is used.
letters-address-save = Save the postal address
letters-street = Street and number
letters-postcode = Postcode
letters-town = Town
letters-household = Household
letters-household-hint = How letters to all of them are addressed, for example “Familie Muster”. People with the same address and household get one letter together.
letters-holding = Postal address
letters-holding-purpose = Letters on paper
journal-letters-printed = Letters to many printed
journal-labels-printed = Labels printed
journal-person-address = Postal address changed
done-person-address = The postal address is saved.
archive-person-address = Postal addresses
archive-person-address-about = People’s own postal addresses, and their households.
archive-col-household = Household
