# shellcheck shell=bash
# The demo as a visitor starts it, and what is looked at while it runs.

demo_pid=
demo_base=

start_demo() {
  local port
  port=$(free_port)
  demo_base=http://127.0.0.1:$port
  rm -rf "$scratch/demo" "$scratch/files"
  mkdir -p "$scratch/demo" "$scratch/files" "$shots"
  "$CARGO_TARGET_DIR/debug/kreis" demo --data "$scratch/demo" --listen "127.0.0.1:$port" >"$logs/demo.out" 2>"$logs/demo.err" &
  demo_pid=$!
  local tries
  for tries in $(seq 240); do
    if ! kill -0 "$demo_pid" 2>/dev/null; then
      echo "the demo ended by itself after $tries looks"
      demo_pid=
      break
    fi
    if curl -fsS -o /dev/null "$demo_base/readyz" 2>/dev/null; then
      cat "$logs/demo.out"
      return 0
    fi
    sleep 0.5
  done
  cat "$logs/demo.out" "$logs/demo.err"
  stop_demo
  return 1
}

look_at_pages() {
  local pictures=$shots
  if [ "$wanted" = all ]; then pictures=${KREIS_SHOTS:-}; fi
  node checks/pages.mjs --base "$demo_base" --links "$logs/demo.out" ${pictures:+--shots "$pictures"} \
    --files "$scratch/files" ${1:+--only "$1"}
}

look_at_release() { python3 checks/release.py "$CARGO_TARGET_DIR/debug/kreis"; }

# Each flow starts a demo of its own.
walk_flows() {
  mkdir -p "$shots"
  node checks/flows.mjs --kreis "$CARGO_TARGET_DIR/debug/kreis" --shots "$shots"
}

take_pictures() {
  node checks/flows.mjs --kreis "$CARGO_TARGET_DIR/debug/kreis" --pictures docs/handbook/pictures
}

# list_of FOLDER ENDING…: fills `found`; a list in pages.json that yields no file is a fault.
list_of() {
  local ending
  found=()
  for ending in "$@"; do
    while IFS= read -r file; do found+=("$file"); done < <(find "$scratch/files" -name "*.$ending" | sort)
  done
  if [ "${#found[@]}" -eq 0 ]; then
    echo "the demo gave no file ending in $*; \"files\" in checks/pages.json names where they are"
    return 1
  fi
}

look_at_calendars() {
  list_of ics eml && "$KREIS_TOOLS/venv/bin/python" checks/calendars.py "${found[@]}"
}

# The demo's key, if it publishes one, is the file whose address ends in dkim.txt.
look_at_mails() {
  local key
  key=$(find "$scratch/files" -name '*dkim*.txt' | head -n 1)
  if [ -z "$key" ]; then echo "the demo publishes no key: signatures are not looked at here"; fi
  list_of eml && "$KREIS_TOOLS/venv/bin/python" checks/mails.py --spam ${key:+--key "$key"} "${found[@]}"
}

look_at_pdfs() {
  list_of pdf && python3 checks/pdfs.py "${found[@]}"
}

look_at_feeds() {
  list_of atom && python3 checks/feeds.py "${found[@]}"
}

look_at_structured() { node checks/structured.mjs --base "$demo_base"; }

# Changes the demo, so it comes after the other looks; then what it did is looked at, too.
look_as_subscriber() {
  python3 checks/subscriber.py --base "$demo_base" && look_at_structured
}

# What invited people get when the office moves a gathering and then cancels it.
look_at_notices() {
  local notices=$scratch/notices
  python3 checks/notices.py --base "$demo_base" --files "$notices" || return 1
  "$KREIS_TOOLS/venv/bin/python" checks/calendars.py "$notices"/*.eml || return 1
  "$KREIS_TOOLS/venv/bin/python" checks/mails.py --spam "$notices"/*.eml
}

# A clean end within ten seconds of being asked.
end_demo() {
  kill -TERM "$demo_pid" || return 1
  local tries
  for tries in $(seq 100); do
    if ! kill -0 "$demo_pid" 2>/dev/null; then
      wait "$demo_pid"
      local code=$?
      demo_pid=
      echo "ended with $code after $tries looks"
      return "$code"
    fi
    sleep 0.1
  done
  echo "the demo still runs ten seconds after it was asked to end"
  return 1
}

stop_demo() {
  [ -n "$demo_pid" ] || return 0
  kill -KILL "$demo_pid" 2>/dev/null
  wait "$demo_pid" 2>/dev/null
  demo_pid=
}
