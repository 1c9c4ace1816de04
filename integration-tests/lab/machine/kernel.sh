# shellcheck shell=bash disable=SC2034
# Debian's stock cloud kernel, taken from its package and kept in $CACHE; nothing is installed.

# Modules that reach the shared root file system; the initial RAM file system carries them.
BOOT_MODULES="virtiofs virtio_pci overlay"
# Modules loaded at boot. IPVS itself, and what it pulls in, is left to be loaded on demand.
EARLY_MODULES="veth bridge macvlan dummy ipip ip_gre sit tun fou vrf 8021q sch_netem virtio_net \
nf_conntrack nf_nat nf_tables nft_chain_nat nft_nat nft_masq nft_ct nft_numgen nft_compat"

# find_kernel: sets KERNEL_TREE (holds boot/ and lib/modules/) and KERNEL_VERSION.
find_kernel() {
  KERNEL_TREE=$CACHE/kernel
  ls "$KERNEL_TREE"/boot/vmlinuz-* >/dev/null 2>&1 || download_kernel
  KERNEL_VERSION=$(basename "$KERNEL_TREE"/boot/vmlinuz-*)
  KERNEL_VERSION=${KERNEL_VERSION#vmlinuz-}
  [ -e "$KERNEL_TREE/lib/modules/$KERNEL_VERSION/modules.dep" ] || depmod -b "$KERNEL_TREE" "$KERNEL_VERSION"
}

download_kernel() {
  local package work
  apt-cache show linux-image-cloud-amd64 >/dev/null 2>&1 || apt-get -qq update >&2
  package=$(apt-cache depends linux-image-cloud-amd64 | awk '/Depends: linux-image/ {print $2; exit}')
  [ -n "$package" ] || complain "apt knows no package linux-image-cloud-amd64"
  echo "downloading $package" >&2
  mkdir -p "$CACHE"
  work=$(mktemp -d "$CACHE/download.XXXXXX")
  # apt drops its privileges for a download; the second try is for lists that name a version no longer there.
  chmod 777 "$work"
  (cd "$work" && { apt-get -qq download "$package" || { apt-get -qq update && apt-get -qq download "$package"; }; }) >&2
  dpkg -x "$work"/linux-image-*.deb "$work/tree"
  rm -rf "$KERNEL_TREE"
  mv "$work/tree" "$KERNEL_TREE"
  rm -rf "$work"
}

# Files of the modules that BOOT_MODULES stand for, in the order of loading.
boot_module_files() {
  local module
  for module in $BOOT_MODULES; do
    modprobe -d "$KERNEL_TREE" -S "$KERNEL_VERSION" --show-depends "$module" | awk '$1 == "insmod" {print $2}'
  done | awk '!seen[$0]++'
}
