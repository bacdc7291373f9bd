# A PostgreSQL of the bench's own, as ./test starts one, but on the disk and durable. Says where
# it listens, and goes when its input is closed.
set -u
source "$1"
room_for_postgres() { echo "${TMPDIR:-/tmp}"; }
[ -n "$(postgres_bin)" ] || exit 3
start_postgres >&2 || exit 4
trap stop_postgres EXIT
cat >>"$postgres_folder/data/postgresql.conf" <<SETTINGS
fsync = on
synchronous_commit = on
full_page_writes = on
max_connections = 100
SETTINGS
as_postgres "$(postgres_bin)/pg_ctl" -D "$postgres_folder/data" -w -t 60 -l "$postgres_folder/log" restart >&2 || exit 5
echo "ready $KREIS_TEST_POSTGRES"
while read -r _; do :; done
