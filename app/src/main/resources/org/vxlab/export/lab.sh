#!/bin/sh
#{title}
#
# @{host.usage}
#
# @{lab.up}
# @{lab.down}
# @{lab.status}
# @{lab.ping}
#
# @{lab.reach}
# @{lab.parallel}
# @{lab.exit}
#
# @{host.generated}
# shellcheck disable=SC2317

#{settings}

here=$(dirname "$0")
config=${VXLAB_SSH_CONFIG:-$here/ssh_config}
parallel=${VXLAB_PARALLEL:-8}

fail() {
    code=$1
    format=$2
    shift 2
    # shellcheck disable=SC2059
    printf "$format\n" "$@" >&2
    exit "$code"
}

over_ssh() {
    # shellcheck disable=SC2086
    ssh -T -o ConnectTimeout=10 -o ServerAliveInterval=10 $asking "$@"
}

unknown() {
    fail 2 '@{lab.unknown}' "$name" "$here/ssh_config"
}

# @{comment.reach}
reach() {
    name=$1
    shift
    if [ -f "$config" ]; then
        over_ssh -F "$config" -- "$name" "$@"
        return
    fi
    case $name in
#{reach}
    esac
}

# @{comment.become}
become() {
    [ ! -f "$config" ] || set -- ''
    case $1 in
#{become}
    *) echo auto ;;
    esac
}

#{ends}

# @{comment.verb}
on_host() {
    case $(become "$1") in
    always) shell="sudo -n sh -s $2" ;;
    never) shell="sh -s $2" ;;
    *) shell="sh -c 'test \"\$(id -u)\" = 0 && exec sh -s $2; exec sudo -n sh -s $2'" ;;
    esac
    reach "$1" "$shell" <"$here/hosts/$1.sh"
}

# @{comment.each}
each() {
    running=0
    for host in $hosts; do
        {
            ("$@" "$host" "$verb") >"$work/$host.out" 2>&1
            echo $? >"$work/$host.code"
        } &
        running=$((running + 1))
        [ $((running % parallel)) -ne 0 ] || wait
    done
    wait
}

# @{comment.answers}
answers() {
    case $(become "$1") in
    always) shell='sudo -n true' ;;
    never) shell='true' ;;
    *) shell="sh -c 'test \"\$(id -u)\" = 0 || exec sudo -n true'" ;;
    esac
    reach "$1" "$shell" </dev/null
}

# @{comment.connect}
connect() {
    asking='-o BatchMode=yes'
    each answers
    asking=
    away=
    for host in $hosts; do
        [ "$(cat "$work/$host.code")" = 0 ] || answers "$host" || away="$away $host"
    done
    if [ -n "$away" ]; then
        [ "$verb" != up ] || fail 3 '@{lab.away}' "$away"
        printf '@{lab.without}\n' "$away" >&2
    fi
}

show() {
    worst=0
    for host in $hosts; do
        code=$(cat "$work/$host.code")
        if [ "$code" != 0 ]; then
            [ "$worst" = 3 ] || worst=1
            case "$away " in
            *" $host "*) worst=3 ;;
            esac
        fi
        cat "$work/$host.out"
    done
}

#{matrix}

usage() {
    echo "@{usage} ${0##*/} up|down|status|ping" >&2
    exit 2
}

verb=${1-}
case $verb in
up | down | status | ping) ;;
*) usage ;;
esac
command -v ssh >/dev/null 2>&1 || fail 2 '@{lab.nossh}'
[ -z "${VXLAB_SSH_CONFIG-}" ] || [ -f "$config" ] || fail 2 '@{lab.noconfig}' "$config"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM
connect
each on_host
if [ "$verb" = ping ]; then
    matrix
    show >/dev/null
    read -r good pairs <"$work/counts"
    [ "$worst" = 3 ] || [ "$good" = "$pairs" ] || worst=1
    printf '@{lab.answered}\n' "$good" "$pairs"
else
    show
    [ "$worst" = 0 ] || printf '@{lab.notall}\n' "$verb" >&2
fi
exit "$worst"
