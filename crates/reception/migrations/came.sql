-- Places remember who came; those who were let in before this was kept are told of, too.
UPDATE registration_place SET came_at =
    (SELECT a.at FROM reception_arrival a
     WHERE a.place_id = registration_place.id AND a.gathering_id = registration_place.gathering_id
     AND a.undone_at IS NULL);
