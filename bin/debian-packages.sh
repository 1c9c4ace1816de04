# shellcheck shell=bash
# Sourced by bin/demo, bin/verify and the lab: installs Debian packages, once, only those that are missing.

# need PACKAGE... : installs the packages that are not installed. None of their services is started.
need() {
  local package missing=()
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return
  [ "$(id -u)" = 0 ] || { echo "these packages are missing and only root may install them: ${missing[*]}" >&2; return 1; }
  echo "installing ${missing[*]}" >&2
  without_starting_services install_packages "${missing[@]}"
}

install_packages() {
  local apt=(apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3) log status=0
  log=$(mktemp)
  export DEBIAN_FRONTEND=noninteractive
  { "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "$@"; } </dev/null >"$log" 2>&1 || status=$?
  [ $status = 0 ] || cat "$log" >&2
  rm -f "$log"
  return "$status"
}

# A keepalived or a web server that apt starts by itself would disturb this machine and the tests.
without_starting_services() {
  local policy=/usr/sbin/policy-rc.d status=0
  if [ -e "$policy" ]; then "$@"; return; fi
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
  "$@" || status=$?
  rm -f "$policy"
  return "$status"
}

# need_jdk: a JDK of 17 or later; the one in JAVA_HOME if it is set, else Debian's.
need_jdk() {
  if [ -n "${JAVA_HOME:-}" ]; then
    [ -x "$JAVA_HOME/bin/javac" ] || { echo "JAVA_HOME=$JAVA_HOME holds no JDK" >&2; return 1; }
    need maven
    return
  fi
  if apt-cache show openjdk-17-jdk-headless >/dev/null 2>&1 || ! apt-cache show default-jdk-headless >/dev/null 2>&1; then
    need openjdk-17-jdk-headless maven
  else
    need default-jdk-headless maven
  fi
}

# give_back DIRECTORY: what root has built there belongs to the owner of the directory again.
give_back() {
  find "$1" -xdev -name target -prune -exec chown -R --reference="$1" {} +
}
