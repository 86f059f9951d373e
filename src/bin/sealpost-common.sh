# What the launchers share: run (sample organisation) and sealpost-server (production). Sourced by bash.
#
# A launcher sets the variables below and calls start_server:
#   SERVER          the assembled server's folder; only read
#   SEALPOST_DATA   everything that this instance writes; one instance a folder
#   mode            sample or production
# Secrets travel by files and by the environment of the server's process, never on a command line.

say() { printf '%s\n' "$*"; }
complain() { printf '%s\n' "$*" >&2; }
die() { complain "sealpost: $*"; exit 1; }

# The Java that runs the server: JAVA_HOME's or the path's, 17 or newer.
find_java() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    JAVA="$JAVA_HOME/bin/java"
  else
    JAVA=$(command -v java) || die "no Java found. Install a JDK 17 or newer (Debian: openjdk-17-jdk) or set JAVA_HOME."
  fi
  JAVA_MAJOR=$("$JAVA" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = \([0-9]*\).*/\1/p')
  [ "${JAVA_MAJOR:-0}" -ge 17 ] || die "$JAVA is Java ${JAVA_MAJOR:-unknown}; Sealpost needs 17 or newer. Set JAVA_HOME."
  KEYTOOL="$(dirname "$(readlink -f "$JAVA")")/keytool"
}

# Makes the data folder, readable by its owner only, and takes it for this instance. The server inherits the lock, so
# that the folder stays taken for as long as a server works in it, whatever becomes of the launcher.
take_data_folder() {
  umask 077
  ulimit -c 0
  mkdir -p "$SEALPOST_DATA" 2>/dev/null || die "cannot make the data folder $SEALPOST_DATA. Set SEALPOST_DATA to a folder you may write to."
  SEALPOST_DATA=$(cd "$SEALPOST_DATA" && pwd)
  [ -w "$SEALPOST_DATA" ] || die "may not write to the data folder $SEALPOST_DATA. Set SEALPOST_DATA to another one."
  command -v flock >/dev/null || die "the command flock is missing (Debian: package util-linux)."
  exec 8>"$SEALPOST_DATA/lock"
  flock -n 8 || die "the data folder $SEALPOST_DATA is in use by another Sealpost (process $(cat "$SEALPOST_DATA/server.pid" 2>/dev/null || echo unknown)). Stop it, or set SEALPOST_DATA to another folder."
  rm -rf "$SEALPOST_DATA/server/tmp" "$SEALPOST_DATA/server/configuration" "$SEALPOST_DATA/tmp"
  mkdir -p "$SEALPOST_DATA/server/configuration" "$SEALPOST_DATA/server/data" "$SEALPOST_DATA/tmp" "$SEALPOST_DATA/log" "$SEALPOST_DATA/tls"
  cp "$SERVER"/standalone/configuration/{sealpost.xml,logging.properties,mgmt-users.properties,mgmt-groups.properties} "$SEALPOST_DATA/server/configuration/"
  chmod u+w "$SEALPOST_DATA"/server/configuration/*
  # Two servers on one database must never take each other's unfinished transactions for their own.
  [ -s "$SEALPOST_DATA/server/node" ] || random_text 16 >"$SEALPOST_DATA/server/node"
}

# $1 letters and digits, from the system's random source.
random_text() { LC_ALL=C tr -dc 'A-Za-z0-9' </dev/urandom 2>/dev/null | head -c "$1"; }

number_ports() {
  local offset=${SEALPOST_PORT_OFFSET:-0}
  case $offset in *[!0-9]*|'') die "SEALPOST_PORT_OFFSET must be a number, not \"$offset\"." ;; esac
  [ "$offset" -le 50000 ] || die "SEALPOST_PORT_OFFSET must be at most 50000."
  PORT_OFFSET=$offset
  HTTPS_PORT=$((8443 + offset)) HTTP_PORT=$((8080 + offset)) MANAGEMENT_PORT=$((9990 + offset)) LDAP_PORT=$((10389 + offset))
}

# Words for every port in the list that somebody listens on already.
check_ports() {
  local port taken=
  for port; do
    if (exec 9<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then taken="$taken $port"; fi
  done
  [ -z "$taken" ] || die "port(s)$taken taken on this machine, perhaps by another Sealpost. Stop it, or choose other ports: SEALPOST_PORT_OFFSET=100 adds 100 to each."
}

# PostgreSQL or the embedded database, from SEALPOST_DB_URL. User and password stay in the environment.
# LOCK_TIMEOUT: a transaction may hold a row as long as a key pair takes to be made; the embedded default is a second.
choose_database() {
  : "${SEALPOST_DB_URL:=jdbc:h2:file:$SEALPOST_DATA/database/sealpost;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;LOCK_TIMEOUT=10000}"
  case $SEALPOST_DB_URL in
    jdbc:h2:*) DB_DRIVER=h2 ;;
    jdbc:postgresql:*) DB_DRIVER=postgresql ;;
    *) die "SEALPOST_DB_URL must start with jdbc:postgresql: or jdbc:h2:, not \"$SEALPOST_DB_URL\"." ;;
  esac
  : "${SEALPOST_DB_USER:=sealpost}"
  if [ "$mode" = sample ]; then
    : "${SEALPOST_DB_PASSWORD:=sealpost}"
  elif [ -z "${SEALPOST_DB_PASSWORD:-}" ]; then
    own_database_password
  fi
  export SEALPOST_DB_USER SEALPOST_DB_PASSWORD
}

# A random password for the embedded database of this data folder, made once. No other database gets one by itself.
own_database_password() {
  [ "$DB_DRIVER" = h2 ] || die "SEALPOST_DB_PASSWORD_FILE is missing: a file with the password of $SEALPOST_DB_USER in its first line."
  local file="$SEALPOST_DATA/database-password"
  [ -s "$file" ] || random_text 32 >"$file"
  SEALPOST_DB_PASSWORD=$(head -n 1 "$file")
}

# A setting that has a default in the server: passed on only when it is given.
pass_on() { [ -z "$2" ] || command+=("-D$1=$2"); }

# How many requests of programs are worked on at a time: four for each processor unless it is set, and at most 24, because each
# may hold one of the database's 30 connections.
count_requests() {
  local proposed=$((4 * $(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)))
  REQUESTS=${SEALPOST_REQUESTS:-$((proposed < 24 ? proposed : 24))}
  case $REQUESTS in *[!0-9]*|'') die "SEALPOST_REQUESTS must be a number, not \"$REQUESTS\"." ;; esac
  [ "$REQUESTS" -ge 1 ] && [ "$REQUESTS" -le 1000 ] || die "SEALPOST_REQUESTS must be 1 to 1000."
}

# Arguments of the server's process, in the array "command". maxCachedBufferSize: for each thread Java would keep a buffer
# outside of the heap as large as the largest message that it has written.
compose_command() {
  local base="$SEALPOST_DATA/server" open
  count_requests
  command=("$JAVA" "-D[Sealpost]" "${JVM_SIZE[@]}" -XX:+ExitOnOutOfMemoryError -XX:-UsePerfData
    -Djdk.nio.maxCachedBufferSize=262144 -Djava.awt.headless=true -Djava.net.preferIPv4Stack=true "-Djava.io.tmpdir=$SEALPOST_DATA/tmp"
    "-Djdk.serialFilter=maxbytes=10485760;maxdepth=128;maxarray=100000;maxrefs=300000"
    -Djboss.modules.system.pkgs=org.jboss.byteman)
  [ "$JAVA_MAJOR" -lt 22 ] || command+=(--enable-native-access=ALL-UNNAMED)
  for open in java.desktop/sun.awt java.naming/com.sun.jndi.ldap java.naming/com.sun.jndi.url.ldap \
      java.naming/com.sun.jndi.url.ldaps jdk.naming.dns/com.sun.jndi.dns; do
    command+=("--add-exports=$open=ALL-UNNAMED")
  done
  for open in java.base/java.lang java.base/java.lang.invoke java.base/java.lang.reflect java.base/java.io \
      java.base/java.net java.base/java.security java.base/java.util java.base/java.util.concurrent \
      java.management/javax.management java.naming/javax.naming; do
    command+=("--add-opens=$open=ALL-UNNAMED")
  done
  # shellcheck disable=SC2206 # several options in one variable
  command+=(${SEALPOST_JAVA_OPTS:-}
    "-Dorg.jboss.boot.log.file=$SEALPOST_DATA/log/boot.log"
    "-Dlogging.configuration=file:$base/configuration/logging.properties"
    -jar "$SERVER/jboss-modules.jar" -mp "$SERVER/modules" org.jboss.as.standalone
    "-Djboss.home.dir=$SERVER" "-Djboss.server.base.dir=$base" "-Djboss.server.log.dir=$SEALPOST_DATA/log"
    "-Djboss.node.name=sealpost" "-Djboss.tx.node.id=$(cat "$base/node")"
    "-Djboss.socket.binding.port-offset=$PORT_OFFSET"
    "-Djboss.bind.address=${SEALPOST_BIND_ADDRESS:-127.0.0.1}" -Djboss.bind.address.management=127.0.0.1
    "-Dsealpost.data=$SEALPOST_DATA" "-Dsealpost.sample=$([ "$mode" = sample ] && echo true || echo false)"
    "-Dsealpost.public.url=$SEALPOST_PUBLIC_URL" "-Dsealpost.http.url=$SEALPOST_HTTP_URL"
    "-Dsealpost.organisation=$SEALPOST_ORGANISATION"
    "-Dsealpost.startup.password.file=${SEALPOST_STARTUP_PASSWORD_FILE:-}" "-Dsealpost.node=$(cat "$base/node")"
    "-Dsealpost.tls.keystore=$SEALPOST_TLS_KEYSTORE" "-Dsealpost.management.port=$MANAGEMENT_PORT"
    "-Dsealpost.db.driver=$DB_DRIVER" "-Dsealpost.db.url=$SEALPOST_DB_URL"
    "-Dsealpost.ldap.url=$SEALPOST_LDAP_URL" "-Dsealpost.ldap.base.dn=$SEALPOST_LDAP_BASE_DN"
    "-Dsealpost.ldap.roles.dn=${SEALPOST_LDAP_ROLES_DN:-ou=roles,$SEALPOST_LDAP_BASE_DN}"
    "-Dsealpost.ldap.bind.dn=$SEALPOST_LDAP_BIND_DN"
    "-Dsealpost.ldap.bind.password.file=$SEALPOST_LDAP_BIND_PASSWORD_FILE"
    "-Dsealpost.ldap.login.attribute=${SEALPOST_LDAP_LOGIN_ATTRIBUTE:-uid}"
    -c=sealpost.xml)
  pass_on sealpost.ldap.people.filter "${SEALPOST_LDAP_PEOPLE_FILTER:-}"
  pass_on sealpost.ldap.kind "${SEALPOST_LDAP_KIND:-}"
  pass_on sealpost.ldap.trust.file "${SEALPOST_LDAP_TRUST_FILE:-}"
  pass_on sealpost.server.name "${SEALPOST_SERVER_NAME:-}"
  pass_on sealpost.key.pool "${SEALPOST_KEY_POOL:-}"
  pass_on sealpost.requests "$REQUESTS"
  pass_on sealpost.requests.threads "$((3 * REQUESTS + 8))"
  pass_on sealpost.worker.threads "$((3 * REQUESTS + 32))"
  pass_on sealpost.api.rate "${SEALPOST_API_RATE:-}"
  pass_on sealpost.bearer.introspection.url "${SEALPOST_BEARER_INTROSPECTION_URL:-}"
  pass_on sealpost.bearer.issuer "${SEALPOST_BEARER_ISSUER:-}"
  pass_on sealpost.bearer.audience "${SEALPOST_BEARER_AUDIENCE:-}"
  pass_on sealpost.bearer.claim "${SEALPOST_BEARER_CLAIM:-}"
  pass_on sealpost.bearer.client "${SEALPOST_BEARER_CLIENT:-}"
  pass_on sealpost.bearer.client.secret.file "${SEALPOST_BEARER_CLIENT_SECRET_FILE:-}"
  pass_on sealpost.bearer.trust.file "${SEALPOST_BEARER_TRUST_FILE:-}"
  pass_on sealpost.acme "${SEALPOST_ACME:-}"
  pass_on sealpost.acme.domains "${SEALPOST_ACME_DOMAINS:-}"
  pass_on sealpost.acme.from "${SEALPOST_ACME_FROM:-}"
  pass_on sealpost.acme.smtp.url "${SEALPOST_ACME_SMTP_URL:-}"
  pass_on sealpost.acme.imap.url "${SEALPOST_ACME_IMAP_URL:-}"
  pass_on sealpost.acme.user "${SEALPOST_ACME_USER:-}"
  pass_on sealpost.acme.password.file "${SEALPOST_ACME_PASSWORD_FILE:-}"
  pass_on sealpost.acme.trust.file "${SEALPOST_ACME_TRUST_FILE:-}"
  pass_on sealpost.acme.dns.url "${SEALPOST_ACME_DNS_URL:-}"
  pass_on sealpost.password.minutes "${SEALPOST_PASSWORD_MINUTES:-}"
  pass_on sealpost.publish.certificates "${SEALPOST_PUBLISH_CERTIFICATES:-}"
  pass_on sealpost.ldap.view.port "${SEALPOST_LDAP_VIEW_PORT:-}"
  pass_on sealpost.ldap.view.anonymous "${SEALPOST_LDAP_VIEW_ANONYMOUS:-}"
  pass_on sealpost.backup.days "${SEALPOST_BACKUP_DAYS:-}"
  pass_on sealpost.mail.hide.subjects "${SEALPOST_HIDE_SUBJECTS:-}"
  pass_on sealpost.tokens.by.mail "${SEALPOST_TOKENS_BY_MAIL:-}"
  pass_on sealpost.token.library "${SEALPOST_TOKEN_LIBRARY:-}"
  pass_on sealpost.token.slot "${SEALPOST_TOKEN_SLOT:-}"
  pass_on sealpost.token.label "${SEALPOST_TOKEN_LABEL:-}"
  pass_on sealpost.token.pin.file "${SEALPOST_TOKEN_PIN_FILE:-}"
  pass_on sealpost.language "${SEALPOST_LANGUAGE:-}"
  pass_on sealpost.mail.domain "${SEALPOST_MAIL_DOMAIN:-}"
  pass_on sealpost.encryption.key "${SEALPOST_ENCRYPTION_KEY:-}"
  pass_on sealpost.signing.months "${SEALPOST_SIGNING_MONTHS:-}"
  pass_on sealpost.encryption.months "${SEALPOST_ENCRYPTION_MONTHS:-}"
  SEALPOST_LDAP_BIND_PASSWORD=$(head -n 1 "$SEALPOST_LDAP_BIND_PASSWORD_FILE") || die "cannot read $SEALPOST_LDAP_BIND_PASSWORD_FILE"
  SEALPOST_TLS_KEYSTORE_PASSWORD=$(head -n 1 "$SEALPOST_TLS_KEYSTORE_PASSWORD_FILE") || die "cannot read $SEALPOST_TLS_KEYSTORE_PASSWORD_FILE"
  export SEALPOST_LDAP_BIND_PASSWORD SEALPOST_TLS_KEYSTORE_PASSWORD
}

# Stops the server the gentle way; a server that does not end within half a minute is ended.
stop_server() {
  trap '' TERM INT HUP
  say "Stopping ..."
  kill -TERM "$server_pid" 2>/dev/null
  local i
  for ((i = 0; i < 300; i++)); do
    kill -0 "$server_pid" 2>/dev/null || break
    sleep 0.1
  done
  local status=0
  if kill -KILL "$server_pid" 2>/dev/null; then
    complain "sealpost: the server did not stop in 30 s and was ended."
    status=1
  fi
  wait "$server_pid" 2>/dev/null
  rm -f "$SEALPOST_DATA/server.pid"
  say "Stopped."
  exit "$status"
}

# Asks the management port, in plain HTTP on the loopback address, for one kind of health: started or ready.
management_says() {
  local status
  { exec 9<>"/dev/tcp/127.0.0.1/$MANAGEMENT_PORT"; } 2>/dev/null || return 1
  printf 'GET /health/%s HTTP/1.0\r\n\r\n' "$1" >&9
  IFS= read -r -t 5 status <&9
  exec 9>&-
  case $status in *" 200 "*) return 0 ;; *) return 1 ;; esac
}

# Starts the server in the background, waits until its health is $1 (started or ready), then runs the function named $2.
# Sets elapsed (seconds) and resident (megabytes) for it.
start_server() {
  compose_command
  started=${EPOCHREALTIME/[.,]/}
  MALLOC_ARENA_MAX=2 "${command[@]}" >"$SEALPOST_DATA/log/console.log" 2>&1 </dev/null &
  server_pid=$!
  trap stop_server TERM INT HUP
  printf '%s\n' "$server_pid" >"$SEALPOST_DATA/server.pid"
  local waited=0
  until management_says "$1" && pages_answer "$1"; do
    kill -0 "$server_pid" 2>/dev/null || server_failed "The server ended while it was starting."
    ! grep -qs WFLYSRV0026 "$SEALPOST_DATA/log/console.log" || server_failed "The server started with errors."
    [ $((waited += 1)) -lt 1200 ] || server_failed "The server was not ready after five minutes."
    sleep 0.25
  done
  elapsed=$(((${EPOCHREALTIME/[.,]/} - started) / 100000))
  elapsed="$((elapsed / 10)).$((elapsed % 10))"
  resident=$(($(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$server_pid/status") / 1024))
  "$2"
  wait "$server_pid"
  server_failed "The server ended by itself."
}

# True when the pages answer: with curl the application's own word on the kind of health $1, which the management port
# does not know; without it at least the revocation list, which takes a database and a Key Manager that was unlocked.
pages_answer() {
  local kind=$1 status
  [ "$kind" = ready ] || kind=live
  if command -v curl >/dev/null; then
    curl -sf -o /dev/null --insecure --max-time 20 "https://127.0.0.1:$HTTPS_PORT/health/$kind"
  elif [ "$kind" = ready ]; then
    { exec 9<>"/dev/tcp/127.0.0.1/$HTTP_PORT"; } 2>/dev/null || return 1
    printf 'GET /pki/sealpost.crl HTTP/1.0\r\n\r\n' >&9
    IFS= read -r -t 5 status <&9
    exec 9>&-
    case $status in *" 200 "*) return 0 ;; *) return 1 ;; esac
  fi
}

# What went wrong, from the log, and the end.
server_failed() {
  trap '' TERM INT HUP
  complain "sealpost: $1 The errors, with more in $SEALPOST_DATA/log/server.log:"
  grep -hE ' (ERROR|FATAL) |Caused by|^(Error|Unrecognized|OpenJDK)' "$SEALPOST_DATA/log/console.log" 2>/dev/null | cut -c 1-400 | tail -n 12 >&2
  kill -KILL "$server_pid" 2>/dev/null
  rm -f "$SEALPOST_DATA/server.pid"
  exit 1
}
