# shellcheck shell=bash
# Steps of ./test: each is timed, written to a log of its own, and counted.

passed=0 failed=0 skipped=0 step_number=0
failed_steps=() step_table=()
whole_start=$EPOCHREALTIME
last_log=

seconds_since() { awk -v a="$1" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }'; }

# Says every minute where a long step is, so that a silent one is not taken for dead.
heartbeat() {
  local nap
  trap 'kill "$nap" 2>/dev/null; exit' TERM
  while :; do
    sleep 60 >/dev/null 2>&1 &
    nap=$!
    wait "$nap"
    printf '      … %s\n' "$(tail -n 1 "$1" | tr -d '\r' | cut -c1-100)"
  done
}

# step TITLE COMMAND…: the shell functions among the commands run in this shell.
step() {
  local title=$1 start=$EPOCHREALTIME code
  shift
  step_number=$((step_number + 1))
  last_log=$logs/$(printf '%02d' "$step_number")-$(tr -cs 'a-z0-9\n' '-' <<<"${title,,}").log
  printf -- '──── %s\n' "$title"
  : >"$last_log"
  heartbeat "$last_log" 2>/dev/null &
  local beat=$!
  "$@" >"$last_log" 2>&1 </dev/null
  code=$?
  kill "$beat" 2>/dev/null
  wait "$beat" 2>/dev/null
  local took
  took=$(seconds_since "$start")
  if [ "$code" -eq 0 ]; then
    passed=$((passed + 1))
    closing_lines "$last_log"
    printf '     passed in %.1f s\n' "$took"
    step_table+=("$(printf 'passed  %7.1f s  %s' "$took" "$title")")
  else
    failed=$((failed + 1))
    failed_steps+=("$title: $last_log")
    tail -n "${KREIS_TAIL:-100}" "$last_log" | sed 's/^/     /'
    printf '     FAILED with %s after %.1f s; all of it is in %s\n' "$code" "$took" "$last_log"
    step_table+=("$(printf 'FAILED  %7.1f s  %s' "$took" "$title")")
  fi
  return "$code"
}

# after CODE step TITLE …: skips the step when what it builds on has failed.
after() {
  local code=$1 title=$3
  shift
  if [ "$code" -eq 0 ]; then
    "$@"
    return
  fi
  skipped=$((skipped + 1))
  printf -- '──── %s\n     skipped: what it needs has failed\n' "$title"
  step_table+=("$(printf 'skipped %9s  %s' '' "$title")")
  return 1
}

# What a tool says at its end, in one or two lines.
closing_lines() {
  grep -E '^ *Summary \[|^test result:|looked at[, ]|^[0-9]+ faults$|every planted fault' "$1" | tail -n 4 | sed 's/^ */     /'
}

show_log() { sed 's/^/     /' "$last_log"; }

summary() {
  printf -- '\n════ Summary\n'
  printf '%s\n' "${step_table[@]}"
  if [ "$failed" -gt 0 ]; then
    printf '\nFailed steps and their logs\n'
    printf '  %s\n' "${failed_steps[@]}"
  fi
  printf '\nthe whole took %.0f s\n' "$(seconds_since "$whole_start")"
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}
