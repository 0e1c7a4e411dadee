#!/bin/sh
#{title}
#
# @{host.usage}
#
# @{netns.up}
# @{netns.down}
# @{netns.status}
# @{lab.ping}
# @{netns.shell}
#
# @{netns.how}
# @{netns.root}
# @{netns.needs}
#
# @{host.generated}
# shellcheck disable=SC2016,SC2317,SC2034

#{settings}
spaces="vxlab.$lab."
mark="vxlab:$lab"

#{identify}

#{data}

#{ends}

usage() {
    echo "@{usage} ${0##*/} up|down|status|ping|shell HOST [COMMAND]" >&2
    exit 2
}

unknown_host() {
    fail '@{netns.whichhost}' "$hosts"
}

#{toolbox}

#{matrix}

# ---- @{part.underlay} ----

set_up() {
    [ ! -e "/proc/sys/net/$1" ] || echo "$2" >"/proc/sys/net/$1"
}

# @{comment.machine}
machine() {
    run ip netns add "$1"
    pid=$(
        nsenter --net="/run/netns/$1" unshare --mount --uts sh -c '
            put() {
                [ ! -e "/proc/sys/net/$1" ] || echo "$2" >"/proc/sys/net/$1" || exit 1
            }
            { echo "$1" >/proc/sys/kernel/hostname; } 2>/dev/null ||
                hostname "$(echo "$1" | sed "s/_/-/g; s/^-*//; s/-*\$//")" 2>/dev/null
            mount -t tmpfs -o mode=0755,nosuid,nodev vxlab /run || exit 1
            mkdir /run/netns || exit 1
            mount -t sysfs -o ro sysfs /sys 2>/dev/null
            put ipv4/ip_forward "$2"
            put ipv4/conf/all/rp_filter 0
            put ipv4/conf/default/rp_filter 0
            put ipv6/conf/all/disable_ipv6 0
            put ipv6/conf/default/disable_ipv6 0
            put ipv6/conf/all/forwarding "$2"
            put ipv6/conf/default/addr_gen_mode 1
            put ipv6/conf/default/accept_dad 0
            put ipv6/conf/default/accept_ra 0
            put bridge/bridge-nf-call-iptables 0
            put bridge/bridge-nf-call-ip6tables 0
            put bridge/bridge-nf-call-arptables 0
            echo $$
            exec >/dev/null 2>&1
            while :; do
                sleep 3600 &
                wait
            done
        ' machine "$1" "$2" &
    )
    [ -n "$pid" ] || fail '@{netns.machine}' "$1"
    echo "$pid" >"/run/vxlab/$1"
}

#{underlay}

# @{comment.settle}
settle() {
    tries=100
    while bridge link show | grep -qv 'state forwarding'; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || fail '@{netns.settle}' "$lab"
        sleep 0.1 2>/dev/null || sleep 1
    done
}

# @{comment.inside}
inside() {
    host=$lab
    read -r init _ </proc/self/stat
    echo "$init" >"$1/init"
    exec 7>"$1/ready"
    mount -t proc proc /proc || exit 1
    mount -t tmpfs -o mode=0755,nosuid,nodev vxlab /run || exit 1
    mkdir -m 0700 /run/vxlab /run/netns || exit 1
    set_up bridge/bridge-nf-call-iptables 0
    set_up bridge/bridge-nf-call-ip6tables 0
    set_up bridge/bridge-nf-call-arptables 0
    set_up ipv6/conf/default/disable_ipv6 1
    underlay_up
    settle
    echo ready >&7
    exec 7>&- >/dev/null 2>&1
    while :; do
        sleep 3600 &
        wait
    done
}

running() {
    init=$(cat "$state/init" 2>/dev/null)
    [ -n "$init" ] && tr '\0' ' ' <"/proc/$init/cmdline" 2>/dev/null | grep -Fq " inside $lab "
}

must_run() {
    running || fail '@{netns.notrunning}' "$lab" "$self"
}

enter() {
    # shellcheck disable=SC2046
    nsenter --target "$init" $(cat "$state/user") --net --mount --pid -- sh -c '
        name=$1
        shift
        exec nsenter --target "$(cat "/run/vxlab/$name")" --net --mount --uts -- "$@"
    ' enter "$@"
}

# @{comment.onhost}
on_host() {
    enter "$1" sh -s on "$1" "$2" <"$self"
}

clear_away() {
    [ -z "${init-}" ] || kill -9 "$init" 2>/dev/null
    while [ -n "${init-}" ] && [ -e "/proc/$init" ]; do
        sleep 0.1 2>/dev/null || sleep 1
    done
    rm -rf "$state"
}

start() {
    for tool in unshare nsenter setsid mount ip bridge; do
        command -v "$tool" >/dev/null 2>&1 || fail '@{netns.tool}' "$tool"
    done
    user=
    inner=
    if [ "$(id -u)" != 0 ]; then
        user='--user --map-root-user'
        inner='--user --preserve-credentials'
    fi
    rm -rf "$state"
    mkdir -p "${state%/*}" && mkdir -m 0700 "$state" || exit 1
    echo "$inner" >"$state/user"
    # shellcheck disable=SC2086
    setsid unshare $user --net --mount --pid --fork --kill-child \
        sh "$self" inside "$lab" "$state" </dev/null >"$state/log" 2>&1 &
    child=$!
    while [ ! -s "$state/ready" ]; do
        if ! kill -0 "$child" 2>/dev/null; then
            said=$(cat "$state/log")
            clear_away
            fail '@{netns.failed}' "$lab" "$said"
        fi
        sleep 0.1 2>/dev/null || sleep 1
    done
    running || fail '@{netns.failed}' "$lab" "$(cat "$state/log")"
}

# @{comment.eachhost}
each_host() {
    worst=0
    for name in $hosts; do
        on_host "$name" "$1" || worst=1
    done
}

case $0 in
/*) self=$0 ;;
*) self=$PWD/$0 ;;
esac
if [ "$(id -u)" = 0 ] && [ -w /run ]; then
    base=/run
else
    base=${XDG_RUNTIME_DIR:-${HOME:-/tmp}/.cache}
fi
state=$base/vxlab-netns-$lab

case ${1-} in
inside)
    inside "$3"
    ;;
on)
    identify "$2"
    act "$3" </dev/null
    ;;
up)
    if ! running; then
        trap 'clear_away; exit 130' HUP INT TERM
        start
    fi
    each_host up
    [ "$worst" = 0 ] && say '@{netns.ready}' "$lab"
    exit "$worst"
    ;;
down)
    if running; then
        clear_away
        say '@{netns.gone}' "$lab"
    else
        rm -rf "$state"
        say '@{netns.absent}' "$lab"
    fi
    ;;
status)
    must_run
    each_host status
    exit "$worst"
    ;;
ping)
    must_run
    work=$(mktemp -d) || exit 1
    trap 'rm -rf "$work"' EXIT
    trap 'exit 130' HUP INT TERM
    for name in $hosts; do
        on_host "$name" ping >"$work/$name.out" 2>&1 &
    done
    wait
    matrix
    read -r good pairs <"$work/counts"
    say '@{lab.answered}' "$good" "$pairs"
    [ "$good" = "$pairs" ]
    ;;
shell)
    identify "${2-}"
    must_run
    shift
    [ $# -gt 1 ] || set -- "$1" sh
    enter "$@"
    ;;
*) usage ;;
esac
