shell-product = Kreis
shell-skip-to-content = Skip to content
shell-main-navigation = Main navigation
shell-menu = Menu
shell-breadcrumbs = You are here
shell-footer = Service and legal
shell-sign-in = Sign in
shell-sign-out = Sign out
shell-signed-in-as = Signed in as
shell-sample-data = Sample data
shell-demo = Demonstration
shell-demo-bar = Controls of the demonstration
shell-demo-today = Today:
shell-demo-next-day = Next day
shell-demo-next-gathering = Next gathering
shell-demo-date = Go to this day
shell-demo-go = Go to day
shell-demo-mail = Mailbox
shell-what-to-do = What you can do
shell-consequences = What will happen
shell-cancel = Cancel
shell-summary-heading =
    { $count ->
        [one] Please check one entry
       *[other] Please check { $count } entries
    }
shell-autosave-changed = Not saved yet
shell-autosave-saving = Saving …
shell-autosave-saved = Saved
shell-autosave-failed = Saving did not work. Your text is still here; please save it with the button.
shell-autosave-conflict = Someone else has changed this in the meantime. Your text was not saved.
shell-autosave-conflict-link = See the other version
shell-print = Print
shell-copy = Copy
shell-copied = Copied
shell-filter = Filter the list
shell-move-up = Move up
shell-move-down = Move down
