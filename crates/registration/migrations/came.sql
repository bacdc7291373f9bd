-- When somebody with this place was let in; none who was not, or whose arrival was taken back.
ALTER TABLE registration_place ADD COLUMN came_at BIGINT;
