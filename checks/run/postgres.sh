# shellcheck shell=bash
# A PostgreSQL of our own for one run: its folder, its port, gone at the end.

postgres_folder=

postgres_bin() {
  local folder
  folder=$(find /usr/lib/postgresql -maxdepth 2 -name bin -type d 2>/dev/null | sort -V | tail -n 1)
  if [ -x "$folder/initdb" ]; then echo "$folder"; fi
}

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# Thousands of small files are made and thrown away: where there is room, in memory.
room_in_memory() {
  local free
  free=$(df --output=avail -k /dev/shm 2>/dev/null | tail -n 1)
  if [ -w /dev/shm ] && [ "${free:-0}" -gt 4000000 ]; then echo /dev/shm; else echo "${TMPDIR:-/tmp}"; fi
}

start_postgres() {
  local bin port password
  bin=$(postgres_bin)
  port=$(free_port)
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  # Not below a home folder, which the user postgres may not enter.
  postgres_folder=$(mktemp -d "$(room_in_memory)/kreis-postgres.XXXXXX") || return 1
  printf '%s' "$password" >"$postgres_folder/password"
  chmod 700 "$postgres_folder"
  if [ "$(id -u)" -eq 0 ]; then chown -R postgres "$postgres_folder"; fi
  as_postgres "$bin/initdb" -D "$postgres_folder/data" -U kreis --pwfile="$postgres_folder/password" \
    --auth=scram-sha-256 -E UTF8 --locale=C.UTF-8 --no-sync || return 1
  as_postgres openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \
    -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1 -addext basicConstraints=critical,CA:FALSE \
    -keyout "$postgres_folder/server.key" -out "$postgres_folder/server.crt" 2>&1 || return 1
  cat >>"$postgres_folder/data/postgresql.conf" <<SETTINGS || return 1
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = '$postgres_folder'
max_connections = 200
ssl = on
ssl_cert_file = '$postgres_folder/server.crt'
ssl_key_file = '$postgres_folder/server.key'
fsync = off
synchronous_commit = off
full_page_writes = off
SETTINGS
  as_postgres "$bin/pg_ctl" -D "$postgres_folder/data" -w -t 60 -l "$postgres_folder/log" start || {
    cat "$postgres_folder/log"
    return 1
  }
  export KREIS_TEST_POSTGRES="postgres://kreis:$password@127.0.0.1:$port/postgres"
  export KREIS_TEST_POSTGRES_CA=$postgres_folder/server.crt
  # The server's own word that it answers by this address.
  "$bin/psql" "$KREIS_TEST_POSTGRES" -Atc "select version()"
}

stop_postgres() {
  [ -n "$postgres_folder" ] || return 0
  as_postgres "$(postgres_bin)/pg_ctl" -D "$postgres_folder/data" -m immediate stop >/dev/null 2>&1
  rm -rf "$postgres_folder"
  postgres_folder=
}
