CREATE TABLE post (
    id UUID PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES network (id),
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    lead TEXT NOT NULL,
    body TEXT NOT NULL,
    source_mark TEXT NOT NULL,
    links TEXT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('public', 'members', 'office')),
    state TEXT NOT NULL CHECK (state IN ('draft', 'published')),
    gathering_id UUID,
    day TEXT,
    picture BLOB REFERENCES blob (hash),
    picture_type TEXT NOT NULL,
    picture_width BIGINT NOT NULL,
    picture_height BIGINT NOT NULL,
    picture_alt TEXT NOT NULL,
    picture_caption TEXT NOT NULL,
    published_at BIGINT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT post_network_id_slug UNIQUE (network_id, slug)
);
CREATE INDEX post_listed ON post (network_id, state, day);
CREATE INDEX post_gathering ON post (gathering_id);

CREATE TABLE post_tag (
    post_id UUID NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    slug TEXT NOT NULL,
    tag TEXT NOT NULL,
    CONSTRAINT post_tag_post_id_slug UNIQUE (post_id, slug)
);
CREATE INDEX post_tag_slug ON post_tag (slug);

CREATE TABLE page_text (
    scope UUID NOT NULL,
    page TEXT NOT NULL CHECK (page IN ('imprint', 'privacy', 'accessibility', 'enforcement')),
    lang TEXT NOT NULL CHECK (lang IN ('de', 'en')),
    text TEXT NOT NULL,
    CONSTRAINT page_text_scope_page_lang UNIQUE (scope, page, lang)
);
