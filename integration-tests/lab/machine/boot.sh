# shellcheck shell=bash
# Boots the virtual machine. $JOB is a directory of this run that both sides write to.

find_virtiofsd() {  # Debian 12 has it in qemu-system-common, Debian 13 in a package of its own
  local path
  for path in /usr/libexec/virtiofsd /usr/lib/qemu/virtiofsd; do
    [ -x "$path" ] && { VIRTIOFSD=$path; return; }
  done
  if apt-cache show virtiofsd >/dev/null 2>&1; then need virtiofsd; else need qemu-system-common; fi
  for path in /usr/libexec/virtiofsd /usr/lib/qemu/virtiofsd; do
    [ -x "$path" ] && { VIRTIOFSD=$path; return; }
  done
  complain "no virtiofsd"
}

# write_job COMMAND... : what the machine needs to know, its command and its initial RAM file system.
write_job() {
  declare -p JOB DIRECTORIES CACHE KERNEL_TREE KERNEL_VERSION EARLY_MODULES | sed 's/^declare -\([^ ]*\)/declare/' >"$JOB/job"
  {
    export -p | grep -v -E '^declare -x (PWD|OLDPWD|SHLVL|TERM|LAB_[A-Z]*)(=|$)'
    printf 'export LAB_KERNEL=own\ncd %q\nexec ' "$PWD"
    printf '%q ' "$@"
    echo
  } >"$JOB/command"
  local tree=$JOB/initial file
  mkdir -p "$tree"/{bin,proc,sys,dev,host,scratch,root}
  cp "$(command -v busybox)" "$tree/bin/busybox"
  cp "$HERE/machine/init" "$tree/init"
  boot_module_files | while read -r file; do
    cp "$file" "$tree/"
    basename "$file" >>"$tree/modules"
  done
  (cd "$tree" && find . | cpio -o -H newc --quiet | gzip -1) >"$JOB/initial.gz"
  rm -rf "$tree"
}

# boot ACCELERATOR : true once the command ran to its end; the machine's second serial line is our output.
boot() {
  local memory=${LAB_MEMORY:-3072}M cpu=max waited=0
  [ "$1" = kvm ] && cpu=host
  rm -f "$JOB"/{up,status,files.sock}
  # The host does not change files under a running machine, so the machine need not ask: starts are twice as fast.
  "$VIRTIOFSD" --socket-path="$JOB/files.sock" -o source=/ -o cache=always -o sandbox=chroot >"$JOB/virtiofsd.log" 2>&1 &
  VIRTIOFSD_PID=$!
  until [ -S "$JOB/files.sock" ]; do
    sleep 0.1
    waited=$((waited + 1))
    [ $waited -lt 100 ] || complain "virtiofsd did not start: $(cat "$JOB/virtiofsd.log")"
  done
  timeout "${LAB_TIMEOUT:-1800}" qemu-system-x86_64 -accel "$1" -cpu "$cpu" -smp "${LAB_CPUS:-$(nproc)}" \
    -m "$memory" -object "memory-backend-memfd,id=memory,size=$memory,share=on" -numa node,memdev=memory \
    -kernel "$KERNEL_TREE/boot/vmlinuz-$KERNEL_VERSION" -initrd "$JOB/initial.gz" \
    -append "console=ttyS0 quiet loglevel=3 panic=-1 lab.accelerator=$1 lab.job=$JOB" \
    -nodefaults -no-reboot -display none -serial "file:$JOB/console.log" -serial stdio \
    -chardev "socket,id=files,path=$JOB/files.sock" -device vhost-user-fs-pci,chardev=files,tag=host \
    </dev/null 2>"$JOB/qemu.log" &
  MACHINE_PID=$!
  if [ "$1" = kvm ] && ! came_up 10; then
    end_machine
    return 1
  fi
  wait "$MACHINE_PID" || true
  end_machine
}

came_up() {  # came_up SECONDS
  local tenths=0
  while [ $tenths -lt $(($1 * 10)) ]; do
    [ -e "$JOB/up" ] && return
    kill -0 "$MACHINE_PID" 2>/dev/null || return
    sleep 0.1
    tenths=$((tenths + 1))
  done
  return 1
}

end_machine() {
  [ -z "${MACHINE_PID:-}" ] || kill "$MACHINE_PID" 2>/dev/null || true
  [ -z "${VIRTIOFSD_PID:-}" ] || kill "$VIRTIOFSD_PID" 2>/dev/null || true
  [ -z "${MACHINE_PID:-}" ] || wait "$MACHINE_PID" 2>/dev/null || true
  [ -z "${VIRTIOFSD_PID:-}" ] || wait "$VIRTIOFSD_PID" 2>/dev/null || true
  MACHINE_PID='' VIRTIOFSD_PID=''
}
