sign-in-asked = Second factor
sign-in-asked-lead = Your account is protected by a second factor. Enter the code that your app is showing.
sign-in-asked-lead-recovery = Your account is protected by a second factor. Use it now to show that it is you.
sign-in-code = Code
sign-in-code-hint = Six digits from the app. Without the app, one of your recovery codes will do.
sign-in-recovery-code = Recovery code
sign-in-recovery-code-hint = Sixteen characters. Each code works once.
sign-in-give = Continue
sign-in-lost = No second factor at hand?
sign-in-lost-lead = Use a recovery code. If you have none left, only the operator of this installation can reset your second factor, after making sure that it is you.
sign-in-give-up = Cancel signing in
sign-in-fault-code = This code is wrong or was used before. Wait until the app shows the next one, and check that the clock of your device is right.

sign-in-factors = Second factor
sign-in-factors-lead = With a second factor, reading your mail or knowing your password is no longer enough to sign in: it takes your device, too.
sign-in-demanded = Your role requires a second factor. Set one up now; then you can go on.
sign-in-factors-none = No second factor yet
sign-in-factors-none-advice = Set up an app on your phone or computer. It takes about two minutes.
sign-in-factors-own = Set up
sign-in-factor-name = Name
sign-in-factor-kind = Kind
sign-in-factor-since = Set up on
sign-in-factor-used = Last used
sign-in-factor-never-used = never
sign-in-kind-app = App
sign-in-kind-passkey = Passkey
sign-in-app-new = App with codes
sign-in-app-new-lead = You need an app that shows one-time codes (TOTP). There are such apps for every phone and computer; many password managers can do it, too.
sign-in-app-begin = Set up an app
sign-in-app-no-key = The operator of this installation has not provided a key for apps yet.
sign-in-app = Set up an app
sign-in-app-lead = Two steps connect the app to your account.
sign-in-app-step-read = 1. Add it in the app
sign-in-app-picture = QR code for your app; the same key is given below as text
sign-in-app-by-hand = Without a camera, type this key into the app:
sign-in-app-here = The app is on this device: open it there
sign-in-app-step-code = 2. Confirm with the first code
sign-in-app-code = Code from the app
sign-in-app-code-hint = Six digits that change every 30 seconds.
sign-in-app-name-hint = Helps you to recognise the device later.
sign-in-app-usual-name = App on my phone
sign-in-app-confirm = Confirm the app
sign-in-fault-first-code = This code is wrong. Check that the clock of your device is right, and enter the code that the app is showing.
sign-in-fault-no-key = Apps cannot be set up here yet: the operator has no key for them.
sign-in-fault-many = Nobody needs more than ten second factors. Remove an old one first.
sign-in-fault-last = Your role requires a second factor. Set up another one first, then you can remove this one.
sign-in-factor-save = Save the name
sign-in-factor-remove-open = Remove this second factor …
sign-in-factor-remove-consequence = You will no longer be able to use this device to show that it is you. You will get a mail about it.
sign-in-factor-remove-last = This is your only second factor. Afterwards a link or password is enough again, and your recovery codes stop working. You will get a mail about it.
sign-in-factor-remove = Remove this second factor

sign-in-codes = Recovery codes
sign-in-codes-first = Your second factor is set up. Save these codes now.
sign-in-codes-lead = Each of these codes lets you in once without app or passkey. Keep them apart from your device, on paper for example. They are shown only now.
sign-in-codes-kept = I have saved the codes
sign-in-codes-print = Print the codes
sign-in-codes-left =
    { $count ->
        [0] There is no recovery code left.
        [one] There is one recovery code left.
       *[other] There are { $count } recovery codes left.
    }
sign-in-codes-renew-open = Create new codes …
sign-in-codes-renew-consequence = The codes you have now will stop working.
sign-in-codes-renew = Create new codes

done-sign-in-added = The second factor is set up.
done-sign-in-renamed = The name is saved.
done-sign-in-removed = The second factor is removed.
journal-sign-in-factor-added = Second factor set up
journal-sign-in-factor-removed = Second factor removed
journal-sign-in-factor-reset = Second factor reset by the operator
journal-sign-in-codes-renewed = Recovery codes renewed
journal-sign-in-code-used = Recovery code used

letter-sign_in-changed = Change of the second factor
sign-in-letter-subject = Your second factor has changed
sign-in-letter-added = A second factor was set up for your account.
sign-in-letter-removed = A second factor was removed from your account.
sign-in-letter-reset = The operator has reset all second factors of your account and signed you out everywhere.
sign-in-letter-codes-renewed = New recovery codes were created for your account; the earlier ones no longer work.
sign-in-letter-code-used = Somebody signed in with one of your recovery codes. That code no longer works.
sign-in-letter-text =
    Hello,

    { $what }

    If this was you, there is nothing to do. If it was not, please sign in at once, check your second factors and end sessions that are not yours:

    { $link }

    If you cannot get in, turn to the operator of { $site }.
sign-in-letter-text-reset =
    Hello,

    { $what }

    If you asked for it, please sign in anew and set up a second factor again:

    { $link }

    If you did not ask for it, please turn to the operator of { $site } at once.
sign-in-operator = Operator

sign-in-provided = Signing in is not possible
sign-in-provided-unknown = “{ $provider }” knows you, but there is no account here yet for your confirmed mail address. Ask the office of your network to add you; after that you can sign in.
sign-in-provided-other = The account of your mail address is linked to another login at “{ $provider }” here. Sign in with a link by mail and unlink it in your account, or ask your office.
sign-in-provided-cancelled = Signing in with “{ $provider }” was cancelled.
sign-in-provided-silent = “{ $provider }” does not answer at the moment. Try again later, or have a sign-in link sent to you.
sign-in-provided-unbelieved = What “{ $provider }” answered could not be verified. You are not signed in. Try again; if it keeps happening, tell the operator.
sign-in-provided-late = This sign-in does not belong to this browser, or it took too long. Please begin again.
sign-in-provided-offices = Who you can ask
sign-in-provided-again = To the sign-in page
sign-in-bindings = Linked accounts
sign-in-bindings-lead = You can sign in here with these accounts.
sign-in-binding-since = { $name }, since { $since }
sign-in-binding-release = Unlink
done-sign-in-released = The account is unlinked. It will be linked again when you next sign in there.

sign-in-passkey-lead = A passkey is kept on your device or a security key and opens with fingerprint, face or PIN. It cannot be intercepted, nor typed into a forged page.
sign-in-passkey-new = Set up a passkey
sign-in-passkey-give = Continue with a passkey
sign-in-passkey-script = Passkeys need JavaScript, and this browser has it switched off. An app with codes works without.
sign-in-passkey-elsewhere = Passkeys only work in an up-to-date browser and at the address { $address }.
sign-in-passkey-asking = Please confirm on your device …
sign-in-passkey-failed = That did not work or was cancelled. Please try again.
sign-in-fault-passkey = This passkey could not be verified. Please try again.
sign-in-fault-passkey-late = That took too long. Please try again.

sign-in-holding = Second factors and linked accounts
sign-in-holding-purpose = So that nobody else signs in with this account.
sign-in-holding-factor = Second factor
sign-in-holding-codes = Recovery codes, number
sign-in-holding-provider = Linked account
sign-in-holding-stays = The account opens other networks too and stays protected there.
