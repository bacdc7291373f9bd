duplicates-title = Duplicates
duplicates-nav = Duplicates
duplicates-lead = Records that may be the same person or the same organisation. You decide; nothing happens by itself.
duplicates-tab-organisations = Organisations
duplicates-tab-people = People
duplicates-tab-different = Different
duplicates-tab-merged = Merged
duplicates-none-organisations = No organisation is here twice.
duplicates-none-people = Nobody is here twice.
duplicates-none-different = No pair has been marked as different yet.
duplicates-none-merged = Nothing has been merged yet.
duplicates-none-advice = The form for a new record already shows what looks alike.
duplicates-pair = Records
duplicates-degree = How likely
duplicates-degree-high = very likely
duplicates-degree-likely = likely
duplicates-degree-possible = possible
duplicates-reasons = Reasons
duplicates-acts = Actions
duplicates-compare = Compare
duplicates-different = No duplicate
duplicates-different-back = Compare again after all
duplicates-when = When
duplicates-by = Who
duplicates-look = View
duplicates-undone = Undone
duplicates-pair-title = Compare two records
duplicates-pair-lead = Below each name you see what hangs on it. Choose which record stays and which entry counts; the preview then shows everything that happens.
duplicates-decide = Decide
duplicates-ties-none = Nothing hangs on this record.
duplicates-stays = Which record stays?
duplicates-stays-hint = Everything that hangs on the other one moves there.
duplicates-first = { $name } (first record)
duplicates-second = { $name } (second record)
duplicates-values = Which entries count?
duplicates-same = The same in both
duplicates-empty = (nothing entered)
duplicates-both = both, one below the other
duplicates-preview = See the preview
duplicates-preview-title = Preview
duplicates-preview-lead = “{ $gone }” becomes part of “{ $kept }”. Nothing has happened yet.
duplicates-outcome = What the record looks like then
duplicates-dropped = dropped: { $text }
duplicates-moved = What moves
duplicates-moved-none = Nothing hangs on the other record.
duplicates-joined = What is there twice
duplicates-joined-lead = Of each two entries that say the same, the one that says more stays.
duplicates-consequence-address = The record’s old address will lead to the one that stays. Links in mails that were sent go on working.
duplicates-consequence-history = The history of both records will stand at the one that stays.
duplicates-consequence-undo = Until { $until } you can undo all of it at once.
duplicates-merge = Merge
duplicates-back = Back to the choice
duplicates-merged = Merged records
duplicates-gone = What went
duplicates-kept = What stayed
duplicates-deleted = The record has been deleted since.
duplicates-undone-at = Undone on { $when }.
duplicates-undo-lead = Were they two after all? Until { $until } one click brings both records back, with everything that hung on them.
duplicates-undo = Undo the merge
duplicates-undo-over = This cannot be undone any more.
duplicates-due-organisations = { $count ->
        [one] 1 organisation is probably in the register twice
       *[other] { $count } organisations are probably in the register twice
    }
duplicates-due-people = { $count ->
        [one] 1 person is probably in the register twice
       *[other] { $count } people are probably in the register twice
    }
duplicates-fault-circle = The record that is to stay stands below one that stands below the other. Let the other one stay, or change first what stands above what.
duplicates-fault-roles = An account with rights hangs on the record that is to go, and the other one has an account of its own. Let the record with the rights stay, or take them away first.
duplicates-fault-undone = This merge has been undone already.
duplicates-fault-too-late = The thirty days are over; this cannot be undone any more.
duplicates-fault-deleted = The record that stayed has been deleted since.
duplicates-fault-later-merge = Another record was merged into the same one later. Undo that merge first.
duplicates-fault-record-changed = The record has been changed since, and the two do not fit together. Add the second record anew.
duplicates-fault-row-changed = Something that moved has been changed since. Add the second record anew.
duplicates-fault-taken = Another record by now has the name of the one that is to come back. Change that name first.
done-duplicates-different = Noted: these are two different records.
done-duplicates-different-back = The pair is compared again.
done-duplicates-merged = The records are merged.
done-duplicates-undone = The merge is undone; both records are back.

# What duplicates hold about people.
duplicates-holding = Records that were merged
duplicates-holding-purpose = Being able to undo merges
duplicates-holding-merge = Former record
duplicates-holding-noted = Name at work on duplicates
