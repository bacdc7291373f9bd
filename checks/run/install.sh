# shellcheck shell=bash
# Says what is missing, where it will go, and brings it in.

# command (or file) → Debian package
debian_needs=(
  "cc:build-essential"
)
debian_needs_of_checks=(
  "curl:curl"
  "initdb:postgresql"
  "dovecot:dovecot-imapd"
  "chromium:chromium"
  "chromium-headless-shell:chromium-headless-shell"
  "pdffonts:poppler-utils"
  "spamassassin:spamassassin"
)

have() {
  case $1 in
    initdb) [ -n "$(postgres_bin)" ] ;;
    dovecot) [ -n "$(dovecot_bin)" ] ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

give_up() {
  printf '%s\n' "$@" >&2
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
}

# install [apt] [tools]
install() {
  local needs=("${debian_needs[@]}") missing=() program tools_wanted=
  [[ " $* " == *" apt "* ]] && needs+=("${debian_needs_of_checks[@]}")
  [[ " $* " == *" tools "* ]] && tools_wanted=yes
  local required=(cargo python3)
  [ -n "$tools_wanted" ] && required+=(node npm java)
  for program in "${required[@]}"; do
    command -v "$program" >/dev/null || give_up "This needs Rust, Python 3.11, Node 20 and Java 17; $program is missing."
  done
  python3 -c 'import tomllib' 2>/dev/null || give_up "This needs Python 3.11 or newer."
  for need in "${needs[@]}"; do have "${need%%:*}" || missing+=("${need#*:}"); done
  if [ -n "$tools_wanted" ] && ! python3 -c 'import ensurepip' 2>/dev/null; then missing+=(python3-venv); fi

  echo "──── What this uses"
  echo "     build and downloads of cargo   $CARGO_TARGET_DIR and ${CARGO_HOME:-$HOME/.cargo}"
  echo "     logs and pictures              $logs and $shots"
  echo "     Debian packages to install     ${missing[*]:-none, all are there}"
  if [ -n "$tools_wanted" ]; then
    echo "     npm packages                   $(npm_wanted), in $KREIS_TOOLS/npm"
    echo "     PyPI packages                  $(pypi_wanted requirements), in $KREIS_TOOLS/venv"
    echo "                                    $(pypi_wanted requirements-subscriber), in $KREIS_TOOLS/subscriber"
  fi
  if [ "${#missing[@]}" -gt 0 ]; then
    if [ "$(id -u)" -ne 0 ]; then
      give_up "" "Please install these first: apt-get install --no-install-recommends ${missing[*]}"
    fi
    step "Debian packages" install_debian "${missing[@]}" || summary
  fi
  if [ -n "$tools_wanted" ]; then step "npm and PyPI packages" install_tools || summary; fi
}

npm_wanted() { sed -n '/"dependencies"/,/}/s/^ *"\([^"]*\)": "\([0-9][^"]*\)".*/\1 \2/p' checks/package.json | paste -sd, | sed 's/,/, /g'; }
pypi_wanted() { sed -n 's/==/ /p' "checks/$1.in" | paste -sd, | sed 's/,/, /g'; }

install_debian() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get update || return 1
  # No server of ours shall start at boot because the tests needed its programs.
  if [[ " $* " == *" postgresql "* ]] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    mkdir -p /etc/postgresql-common
    echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
  fi
  if [[ " $* " == *" dovecot-imapd "* ]] && [ ! -e /etc/systemd/system/dovecot.service ]; then
    mkdir -p /etc/systemd/system
    ln -s /dev/null /etc/systemd/system/dovecot.service
  fi
  apt-get install -y --no-install-recommends -o Dpkg::Options::=--force-confold "$@"
}

# Renews only what is asked for otherwise than last time; two runs at once wait for each other.
install_tools() {
  mkdir -p "$KREIS_TOOLS"
  (
    flock 9
    renew npm install_npm checks/package-lock.json checks/.npmrc || return 1
    renew venv install_venv checks/requirements.txt || return 1
    renew subscriber install_venv checks/requirements-subscriber.txt
  ) 9>"$KREIS_TOOLS.lock"
}

# renew FOLDER HOW FILE…: the files say what belongs into the folder. A Python environment also
# ends with the Python that it came from.
renew() {
  local folder=$KREIS_TOOLS/$1 how=$2 stamp
  shift 2
  stamp=$(cat "$@" | sha256sum)
  if [ "$(cat "$folder/stamp" 2>/dev/null)" = "$stamp" ] \
    && { [ ! -e "$folder/pyvenv.cfg" ] || "$folder/bin/python" -c ''; }; then
    echo "$folder: all are there"
    return 0
  fi
  rm -rf "$folder"
  "$how" "$folder" "$1" || return 1
  echo "$stamp" >"$folder/stamp"
}

# A package's own install script would download a Java of its own.
install_npm() {
  mkdir -p "$1"
  cp checks/package.json checks/package-lock.json checks/.npmrc "$1/" || return 1
  (cd "$1" && npm ci --ignore-scripts)
}

install_venv() {
  python3 -m venv "$1" || return 1
  "$1/bin/pip" install --no-deps -r "$2"
}
