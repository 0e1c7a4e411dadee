# A host or router of the lab: pid 1 of its own process namespace, with its own network, mount and
# host name. Standard input is a batch for `ip`.
#
# $1 number  $2 1 when it forwards between its ports, else 0  $3 name

number=$1 forwards=$2 name=$3

fail() {
    echo "failed machine $name"
    exit 1
}

put() {
    [ ! -e "/proc/sys/net/$1" ] || echo "$2" >"/proc/sys/net/$1" || fail
}

# Two hosts may have namespaces of one name, so each has its own /run/netns.
mount -t tmpfs -o mode=0755,nosuid,nodev vxlab /run || fail
mkdir /run/netns || fail
# Shows this machine's devices; where the system refuses it, /sys shows the lab's instead.
mount -t sysfs -o ro sysfs /sys 2>/dev/null
# hostname(1) knows no '_'. The kernel does, but takes it from real root only; without root the host
# is called h-1 by its shell's prompt, which is nothing to fail for.
{ echo "$name" >/proc/sys/kernel/hostname; } 2>/dev/null \
    || hostname "$(echo "$name" | sed 's/_/-/g; s/^-*//; s/-*$//')" 2>/dev/null

# New namespaces take IPv4 settings from this machine: make them those of a plain Linux host.
put ipv4/ip_forward "$forwards"
put ipv4/conf/all/rp_filter 0
put ipv4/conf/default/rp_filter 0
put ipv6/conf/all/disable_ipv6 0
put ipv6/conf/default/disable_ipv6 0
put ipv6/conf/all/forwarding "$forwards"
# IPv6 works, but says nothing unasked: no link-local address, hence no MLD, RS or DAD frames that
# teach forwarding databases by accident.
put ipv6/conf/default/addr_gen_mode 1
put ipv6/conf/default/accept_dad 0
put ipv6/conf/default/accept_ra 0
put bridge/bridge-nf-call-iptables 0
put bridge/bridge-nf-call-ip6tables 0
put bridge/bridge-nf-call-arptables 0

ip -batch - || fail
echo "up $number"

# As pid 1 it must collect orphans: `wait` does, `exec sleep` would not.
exec sh -c 'while :; do sleep 86400 & wait; done' </dev/null >/dev/null 2>&1
