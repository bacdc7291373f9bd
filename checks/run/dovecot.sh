# shellcheck shell=bash
# A Dovecot of our own for one run: its folder, its ports, gone at the end. Every user name is
# a mailbox of its own and opens with the one password.

dovecot_folder=

dovecot_bin() { command -v dovecot || ls /usr/sbin/dovecot 2>/dev/null; }

# It need not run as root, so it does not.
as_dovecot() {
  if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u dovecot -- "$@"); else "$@"; fi
}

start_dovecot() {
  local user group password port secure_port
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  port=$(free_port)
  secure_port=$(free_port)
  dovecot_folder=$(mktemp -d "${TMPDIR:-/tmp}/kreis-dovecot.XXXXXX") || return 1
  chmod 755 "$dovecot_folder"
  mkdir "$dovecot_folder/mail" "$dovecot_folder/run" "$dovecot_folder/state"
  if [ "$(id -u)" -eq 0 ]; then chown -R dovecot: "$dovecot_folder"; fi
  user=$(as_dovecot id -un)
  group=$(as_dovecot id -gn)
  as_dovecot openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \
    -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 \
    -addext basicConstraints=critical,CA:FALSE \
    -keyout "$dovecot_folder/server.key" -out "$dovecot_folder/server.crt" 2>&1 || return 1
  cat >"$dovecot_folder/dovecot.conf" <<SETTINGS || return 1
base_dir = $dovecot_folder/run
state_dir = $dovecot_folder/state
log_path = $dovecot_folder/log
protocols = imap
listen = 127.0.0.1
default_internal_user = $user
default_internal_group = $group
default_login_user = $user
disable_plaintext_auth = no
ssl = yes
ssl_cert = <$dovecot_folder/server.crt
ssl_key = <$dovecot_folder/server.key
mail_location = maildir:$dovecot_folder/mail/%u
mail_max_userip_connections = 100
first_valid_uid = 1
passdb {
  driver = static
  args = password=$password
}
userdb {
  driver = static
  args = uid=$user gid=$group home=$dovecot_folder/mail/%u
}
namespace inbox {
  inbox = yes
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = $port
  }
  inet_listener imaps {
    port = $secure_port
    ssl = yes
  }
}
SETTINGS
  as_dovecot "$(dovecot_bin)" -c "$dovecot_folder/dovecot.conf" || {
    cat "$dovecot_folder/log"
    return 1
  }
  export KREIS_TEST_IMAP=127.0.0.1:$port
  export KREIS_TEST_IMAP_TLS=localhost:$secure_port
  export KREIS_TEST_IMAP_CA=$dovecot_folder/server.crt
  export KREIS_TEST_IMAP_PASSWORD=$password
  # The server's own word that it is there.
  local answer
  for _ in $(seq 50); do
    if exec 9<>"/dev/tcp/127.0.0.1/$port"; then
      read -r -t 5 answer <&9
      exec 9>&-
      echo "$answer"
      return 0
    fi 2>/dev/null
    sleep 0.1
  done
  cat "$dovecot_folder/log"
  return 1
}

stop_dovecot() {
  [ -n "$dovecot_folder" ] || return 0
  as_dovecot "$(dovecot_bin)" -c "$dovecot_folder/dovecot.conf" stop >/dev/null 2>&1
  rm -rf "$dovecot_folder"
  dovecot_folder=
}
