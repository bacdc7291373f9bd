-- A network that wants to belong to another one, whose office has not answered yet.
CREATE TABLE network_request (
    network_id UUID PRIMARY KEY REFERENCES network (id),
    parent_id  UUID NOT NULL REFERENCES network (id),
    asked_at   BIGINT NOT NULL
);
CREATE INDEX network_request_parent_id ON network_request (parent_id);
