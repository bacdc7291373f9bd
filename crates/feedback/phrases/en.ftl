# Feedback after an event.

feedback-title = Feedback
feedback-none = No feedback set up yet
feedback-none-advice = Ask participants after the event how it was. Seven questions are prepared; you can change them. Answers hold no names.
feedback-set-up = Set up feedback
feedback-settings-title = Set up feedback
feedback-settings-lead = Whoever had a confirmed place answers after the event by the link to their own registration, once and without a name. Once somebody has answered, the questions stay as they are.
feedback-open-days = Days after the event
feedback-open-days-hint = So long one can answer, 60 days at most.
feedback-intro = Above the questions
feedback-intro-en = Above the questions, in English
feedback-question-number = Question { $number }
feedback-question-label = Question { $number }
feedback-question-label-en = Question { $number } in English
feedback-question-kind = Answer to question { $number }
feedback-question-choices = Choices of question { $number }
feedback-question-choices-hint = For a choice only: one answer a line; English behind a vertical bar.
feedback-kind-scale = Number from 1 to 5
feedback-kind-choice = One answer of several
feedback-kind-text = Words of one’s own
feedback-save = Save questions

feedback-ask-whole = How satisfied were you on the whole?
feedback-ask-useful = How useful was it for your work?
feedback-ask-organised = How satisfied were you with place and organisation?
feedback-ask-access = Could you take part in the way that you need?
feedback-ask-again = Would you come again?
feedback-ask-again-choices =
    Ja | Yes
    Vielleicht | Perhaps
    Nein | No
feedback-ask-good = What was especially good?
feedback-ask-better = What should we change next time?
feedback-scale-1 = 1 (not at all)
feedback-scale-5 = 5 (very much)

feedback-stage-draft = Draft
feedback-stage-early = Opens after the event
feedback-stage-running = Running
feedback-stage-over = Ended
feedback-open = Open feedback
feedback-close = End feedback
feedback-change = Change questions
feedback-preview = Preview
feedback-csv = As a CSV file
feedback-preview-title = Preview of the feedback form
feedback-preview-note = Participants see it like this. Nothing is saved here.
feedback-preview-langs = Language of the preview
feedback-until = Answers are taken after the event until { $when }.
feedback-answers = Answers
feedback-few = Results can be seen from five answers on, words of one’s own too. So nobody can tell from them who said what.
feedback-step = { $count } answers are shown. More follow in steps of five, the last ones when feedback ends.
feedback-questions = Questions
feedback-answered =
    { $count ->
        [0] Nobody has answered this question.
        [one] 1 answer.
       *[other] { $count } answers.
    }
feedback-mean = Mean { $mean } of 5.
feedback-percent = { $count }%
feedback-col-question = Question
feedback-col-answer = Answer
feedback-col-count = Count
feedback-col-share = Share

feedback-own-title = Your feedback
feedback-own-lead = Your answers are counted without your name: nobody can see what you answered, not even the office. No question has to be answered. Once sent, nothing can be changed.
feedback-own-more =
    { $count ->
        [one] One more answer can be given for your registration.
       *[other] { $count } more answers can be given for your registration: one for each person who was there.
    }
feedback-text-hint = Please give no names.
feedback-send = Send feedback
feedback-back = Back to the registration
feedback-closed-early = Please give your feedback after the event, from { $when } on.
feedback-closed-over = Feedback on this event has ended.
feedback-closed-spent = Thank you, your feedback has arrived already.
feedback-panel-lead = How was “{ $title }”? Tell us in two minutes and without your name.
feedback-panel-go = Give feedback
feedback-panel-thanks = Thank you, your feedback has arrived.

feedback-fault-answered = There are answers already. The questions can no longer be changed.
feedback-fault-no-question = Please write one question at least.
feedback-fault-choices = Please give two answers at least, one a line.
feedback-fault-ended = Feedback that has ended with answers cannot be opened again: otherwise one could see what a single person answered.
feedback-fault-not-running = No answers are taken at present.
feedback-fault-spent = Everybody of this registration has answered.
feedback-fault-nothing = Please answer one question at least.
feedback-fault-few = Results can be had from five answers on.

done-feedback-written = The questions are saved.
done-feedback-opened = Feedback is open.
done-feedback-closed = Feedback has ended.
done-feedback-given = Thank you for your feedback.
journal-feedback-written = wrote the questions of the feedback form
journal-feedback-opened = opened feedback
journal-feedback-closed = ended feedback

feedback-retained = Feedback on events
feedback-retained-hint = Counted from the end of the event. Questions and results go with it.
feedback-spent-not-told = The table says only which places have answered. Whoever had it beside the results would be nearer to a person’s answer than need be.
archive-feedback-form = Feedback
archive-feedback-form-about = About which events people are asked, and how long.
archive-feedback-question = Questions of feedback
archive-feedback-question-about = What participants are asked after the event.
archive-feedback-result = Results of feedback
archive-feedback-result-about = What was answered without names, from five answers on.
archive-col-open-days = Days open
archive-col-form-id = Id of the feedback
archive-col-question-id = Id of the question
archive-col-answers = Answers
