# The lab itself: pid 1 of the lab's own process namespace, in a network namespace of its own that
# holds the underlay's bridges. It does what it is told line by line on standard input and answers
# on standard output; when its input ends, because its owner closed it or died, it exits, and the
# kernel ends every process and namespace of the lab with it.
#
# $1  the script of a machine

fail() {
    echo "failed $*"
    exit 1
}

put() {
    [ ! -e "/proc/sys/net/$1" ] || echo "$2" >"/proc/sys/net/$1" || fail links
}

# A /run of its own, so that names of network namespaces are the lab's own.
mount -t tmpfs -o mode=0755,nosuid,nodev vxlab /run || fail mount
mkdir -m 0700 /run/vxlab /run/netns || fail mount
echo mounted

while read -r word number forwards name; do
    case $word in
    links)
        ip link add name vxlab-probe type vxlan id 1 dstport 4789 || fail vxlan
        ip link del dev vxlab-probe || fail vxlan
        # The bridges only carry frames: this machine's firewall rules and IPv6 stay out of it.
        put bridge/bridge-nf-call-iptables 0
        put bridge/bridge-nf-call-ip6tables 0
        put bridge/bridge-nf-call-arptables 0
        put ipv6/conf/default/disable_ipv6 1
        ip -batch /run/vxlab/links || fail links
        echo linked
        ;;
    machine)
        nsenter --net="/run/netns/m$number" \
            unshare --mount --uts --pid --fork --kill-child --mount-proc \
            sh -c "$1" machine "$number" "$forwards" "$name" <"/run/vxlab/m$number" &
        echo "machine $number $!"
        ;;
    settle)
        # A port forwards only after the kernel has seen its carrier (linkwatch).
        tries=250
        while bridge link show | grep -qv 'state forwarding'; do
            tries=$((tries - 1))
            [ "$tries" -gt 0 ] || fail settle
            sleep 0.02
        done
        echo settled
        ;;
    esac
done
