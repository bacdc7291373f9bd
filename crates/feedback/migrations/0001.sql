-- What participants are asked after a gathering.
CREATE TABLE feedback_form (
    id UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    gathering_id UUID NOT NULL REFERENCES gathering (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
    open_days BIGINT NOT NULL,
    intro_de TEXT NOT NULL,
    intro_en TEXT NOT NULL,
    CONSTRAINT feedback_form_gathering_id UNIQUE (gathering_id)
);
CREATE INDEX feedback_form_network ON feedback_form (network_id);

CREATE TABLE feedback_question (
    id UUID PRIMARY KEY,
    form_id UUID NOT NULL REFERENCES feedback_form (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('scale', 'choice', 'text')),
    label_de TEXT NOT NULL,
    label_en TEXT NOT NULL,
    choices TEXT NOT NULL
);
CREATE INDEX feedback_question_form ON feedback_question (form_id, position);

-- What was answered: one row for a question, never one for an answer. Numbers are counted up and
-- texts are sorted in, so that nothing tells who answered, when, or what else they answered.
CREATE TABLE feedback_result (
    question_id UUID PRIMARY KEY REFERENCES feedback_question (id) ON DELETE CASCADE,
    content TEXT NOT NULL,
    shown TEXT NOT NULL
);

-- Which places have answered, as sorted hashes in one row; every answer writes this row and all
-- rows of results anew.
CREATE TABLE feedback_spent (
    form_id UUID PRIMARY KEY REFERENCES feedback_form (id) ON DELETE CASCADE,
    marks TEXT NOT NULL,
    answers BIGINT NOT NULL,
    shown BIGINT NOT NULL
);
