# ---- @{part.tools} ----

# @{comment.language}
LC_ALL=C
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
export LC_ALL PATH

newline='
'

fail() {
    format=$1
    shift
    # shellcheck disable=SC2059
    printf "$format\n" "$@" >&2
    exit 1
}

say() {
    format=$1
    shift
    # shellcheck disable=SC2059
    printf "$format\n" "$@"
}

# @{comment.run}
run() {
    said=$("$@" 2>&1) || fail '@{failed}' "$host" "$*" "$said"
}

# @{comment.make}
make() {
    name=$1
    mtu=$2
    shift 2
    if ip link show dev "$name" >/dev/null 2>&1; then
        run ip link set dev "$name" mtu "$mtu"
    else
        run "$@"
    fi
}

# @{comment.ifipv6}
if_ipv6() {
    [ ! -e /proc/sys/net/ipv6 ] || run "$@"
}

unless_namespace() {
    name=$1
    shift
    ip netns list | awk -v name="$name" '$1 == name { found = 1 } END { exit !found }' || run "$@"
}

# @{comment.ifours}
if_ours() {
    thing=$1
    shift
    case "$newline$have$newline" in
    *"$newline$thing "* | *"$newline$thing$newline"*) run "$@" ;;
    esac
}

# @{comment.facts}
facts() {
    {
        echo "== wanted"
        want
        echo "== underlay $bound"
        echo "== link"
        ip -d -o link show
        echo "== addr"
        ip -o addr show
        echo "== fdb"
        bridge fdb show
        echo "== neigh"
        ip neigh show nud permanent
        ip netns list | while read -r space _; do
            case $space in
            "$spaces"*)
                echo "== netns $space"
                echo "== link $space"
                ip -n "$space" -d -o link show 2>/dev/null
                echo "== addr $space"
                ip -n "$space" -o addr show 2>/dev/null
                echo "== route $space"
                ip -n "$space" route show 2>/dev/null
                ip -n "$space" -6 route show 2>/dev/null
                ;;
            esac
        done
    } | MARK=$mark awk '
        function inside() { return space == "" ? "" : "netns " space " " }

        function tell(fact) { print inside() fact }

        function named(word) {
            sub(/:$/, "", word)
            if (!(word in mac)) sub(/@[^@]*$/, "", word)
            return word
        }

        function link(    name, alias, at, i, part, up, ether, mtu, master, kind, port,
                id, peer, local, dev, dstport, ttl, tos, df, ageing, snooping, flags) {
            at = index($0, "\\    alias ")
            if (at > 0) {
                alias = substr($0, at + 11)
                sub(/\\    altname .*/, "", alias)
                sub(/ +$/, "", alias)
                $0 = substr($0, 1, at - 1)
            }
            gsub(/\\/, " ")
            name = named($2)
            up = $3 ~ /[<,]UP[,>]/
            ttl = "auto"
            tos = "0"
            df = "unset"
            part = "head"
            for (i = 4; i <= NF; i++) {
                if (part == "head") {
                    if ($i ~ /^link\//) { part = "body"; ether = $++i }
                    else if ($i == "mtu") mtu = $++i
                    else if ($i == "master") master = $++i
                    else if ($i !~ /^</) i++
                } else if ($i == "link-netns") i++
                else if ($i == "bridge_slave") part = "port"
                else if (part == "body" && $i == "vxlan" && $(i + 1) == "id") part = kind = "vxlan"
                else if (part == "body" && $i == "bridge" && $(i + 1) ~ /^forward/) part = kind = "bridge"
                else if (part == "body" && $i == "veth") kind = "veth"
                else if (part == "bridge") {
                    if ($i == "ageing_time") ageing = $++i
                    else if ($i == "mcast_snooping") snooping = $++i
                } else if (part == "port") {
                    if ($i == "learning" && $(i + 1) == "off") port = port " learning off"
                    else if ($i == "neigh_suppress" && $(i + 1) == "on") port = port " neigh_suppress on"
                    else if ($i == "isolated" && $(i + 1) == "on") port = port " isolated on"
                } else if (part == "vxlan") {
                    if ($i == "id") id = $++i
                    else if ($i == "remote" || $i == "group") { peer = " " $i " " $(i + 1); i++ }
                    else if ($i == "local") local = $++i
                    else if ($i == "dev") dev = $++i
                    else if ($i == "dstport") dstport = $++i
                    else if ($i == "ttl") ttl = $++i
                    else if ($i == "tos") tos = $++i
                    else if ($i == "df") df = $++i
                    else if ($i == "ageing") ageing = $++i
                    else if ($i == "nolearning") flags = flags " nolearning"
                    else if ($i == "noudpcsum" || $i == "noudp_csum") flags = flags " noudpcsum"
                    else if ($i == "udp6zerocsumtx" || $i == "udp_zero_csum6_tx") flags = flags " udp6zerocsumtx"
                    else if ($i == "udp6zerocsumrx" || $i == "udp_zero_csum6_rx") flags = flags " udp6zerocsumrx"
                    else if ($i ~ /^(external|proxy|rsc|l2miss|l3miss|gbp|gpe|vnifilter)$/) flags = flags " " $i
                }
            }
            if (space == "" && !(name in mac && ether == mac[name] && alias == "") && alias != ENVIRON["MARK"]) {
                if (name in mac) print "foreign " name
                return
            }
            if (space != "" && kind != "veth" && name != "lo") return
            ours[space, name] = 1
            if (name != "lo") {
                if (kind == "vxlan") {
                    if (dev == underlay) dev = "(underlay)"
                    kind = kind " id " id " local " local peer " dev " dev " dstport " dstport
                    kind = kind " ttl " ttl " tos " tos " df " df " ageing " ageing flags
                } else if (kind == "bridge")
                    kind = kind " ageing_time " ageing " mcast_snooping " snooping
                tell("link " name " address " ether " mtu " mtu " type " kind)
            }
            if (space == "" && alias != "") print "mark " name
            if (up) tell("up " name)
            if (space == "" && master != "") print "master " name " " master
            if (space == "" && port != "") print "port " name port
        }

        function entry(    i, dev, dst, bridge, state) {
            for (i = 2; i <= NF; i++) {
                if ($i == "dev") dev = $++i
                else if ($i == "dst") dst = $++i
                else if ($i == "master") bridge = $++i
                else if ($i == "via") i++
                else if ($i == "static" || $i == "permanent") state = $i
                else if ($i == "extern_learn") return
            }
            if (!(("", dev) in ours) || state == "") return
            if (dst != "") print "fdb " $1 " dev " dev " dst " dst " " state
            else if (bridge != "" && state == "static") print "fdb " $1 " dev " dev " master " bridge
        }

        $1 == "==" {
            section = $2
            space = $3
            if (section == "netns") print "netns " space
            else if (section == "underlay") underlay = $3
            if (section == "underlay") space = ""
            next
        }
        section == "wanted" { if ($1 == "link") mac[$2] = $4 }
        section == "link" { link() }
        section == "addr" && ((space, $2) in ours) && $2 != "lo" && $4 !~ /^fe[89ab]/ { tell("addr " $2 " " $4) }
        section == "fdb" { entry() }
        section == "neigh" && (("", $3) in ours) { print "neigh " $1 " dev " $3 " lladdr " $5 }
        section == "route" && $2 == "via" { tell("route " $1 " via " $3 " dev " $5) }
    '
}

# @{comment.without}
without() {
    {
        printf '%s\n' "$2"
        echo '=='
        printf '%s\n' "$1"
    } | awk '
        $0 == "" { next }
        second { if (!($0 in seen)) print; next }
        $0 == "==" { second = 1; next }
        { seen[$0] = 1 }
    '
}

fixed() {
    printf '%s\n' "$1" | awk '
        $1 == "link" || $3 == "link" || $1 == "port" { sub(/ mtu [0-9]+/, ""); print }
    '
}

look() {
    have=$(facts)
    foreign=$(printf '%s\n' "$have" | awk '$1 == "foreign" { printf "%s%s", (n++ ? ", " : ""), $2 }')
    have=$(printf '%s\n' "$have" | awk '$1 != "foreign"')
    missing=$(without "$(want)" "$have")
    surplus=$(without "$have" "$(want)")
}

# @{comment.ready}
ready() {
    if [ "$(id -u)" != 0 ]; then
        case $0 in
        *.sh) [ -f "$0" ] || fail '@{notroot}' "$host" ;;
        *) fail '@{notroot}' "$host" ;;
        esac
        command -v sudo >/dev/null 2>&1 || fail '@{nosudo}' "$host"
        exec sudo sh "$0" "$@"
    fi
    case $(ip -V 2>/dev/null) in
    *iproute2*) ;;
    *) fail '@{noiproute}' "$host" ;;
    esac
    command -v bridge >/dev/null 2>&1 || fail '@{nobridge}' "$host"
    found=$device
    [ -n "$found" ] || found=$(ip -o addr show |
        awk -v vtep="$vtep" '{ split($4, part, "/") } part[1] == vtep { print $2; exit }')
    # @{comment.bound}
    bound=$found
    case $(ip -d -o link show dev "$found" 2>/dev/null) in
    *LOOPBACK* | *'\    dummy '*) bound= ;;
    esac
}

underlay() {
    [ -n "$found" ] || fail '@{noaddress}' "$host" "$vtep"
    ip link show dev "$found" >/dev/null 2>&1 || fail '@{nodevice}' "$host" "$found"
    ip -o addr show dev "$found" |
        awk -v vtep="$vtep" '{ split($4, part, "/") } part[1] == vtep { ok = 1 } END { exit !ok }' ||
        fail '@{otheraddress}' "$host" "$found" "$vtep"
    [ -n "$bound" ] || ! want | grep -q ' group ' || fail '@{nogroup}' "$host" "$found"
}

report() {
    [ -z "$missing" ] || printf '%s\n' "$missing" | sed 's/^/  - /'
    [ -z "$surplus" ] || printf '%s\n' "$surplus" | sed 's/^/  + /'
}

up() {
    underlay
    look
    if [ -z "$missing$surplus" ]; then
        say '@{nothing}' "$host"
        return
    fi
    [ -z "$foreign" ] || fail '@{foreign}' "$host" "$foreign"
    # @{comment.different}
    different=$(without "$(fixed "$have")" "$(fixed "$(want)")")
    [ -z "$different" ] || fail '@{different}' "$host" "$different"
    steps
    look
    if [ -n "$missing$surplus" ]; then
        say '@{unequal}' "$host" >&2
        report >&2
        exit 1
    fi
    say '@{done}' "$host"
}

down() {
    look
    if [ -z "$have" ]; then
        say '@{gone}' "$host"
        return
    fi
    undo
    # @{comment.leftovers}
    look
    for space in $(printf '%s\n' "$have" | awk '$1 == "netns" && NF == 2 { print $2 }'); do
        ip netns pids "$space" | xargs -r kill -9
        run ip netns del "$space"
    done
    look
    for name in $(printf '%s\n' "$have" | awk '$1 == "link" { print $2 }'); do
        run ip link del dev "$name"
    done
    look
    [ -z "$have" ] || fail '@{left}' "$host" "$have"
    say '@{removed}' "$host"
}

status() {
    look
    [ -z "$foreign" ] || say '@{foreign}' "$host" "$foreign"
    if [ -z "$missing$surplus" ]; then
        say '@{equal}' "$host"
        without "$have" "$surplus" | sed 's/^/  = /'
        return
    elif [ -z "$have" ]; then
        say '@{absent}' "$host"
        exit 1
    fi
    say '@{differs}' "$host"
    without "$have" "$surplus" | sed 's/^/  = /'
    report
    exit 1
}

# @{comment.pair}
pair() {
    sent=$((sent + 1))
    [ $((sent % 32)) -ne 0 ] || wait
    (
        tries=4
        while [ "$tries" -gt 0 ]; do
            if [ -n "$3" ]; then
                ip netns exec "$3" ping -n -c 1 -W 1 -I "$4" "$6" >/dev/null 2>&1 && break
            else
                ping -n -c 1 -W 1 -I "$4" "$6" >/dev/null 2>&1 && break
            fi
            tries=$((tries - 1))
        done
        [ "$tries" -gt 0 ] && verdict=ok || verdict=LOST
        echo "$1 $2 -> $5 $6 $verdict"
    ) &
}

ping_all() {
    command -v ping >/dev/null 2>&1 || fail '@{noping}' "$host"
    sent=0
    answers=$(
        pairs
        wait
    )
    [ -z "$answers" ] || printf '%s\n' "$answers" | sort
    case $answers in
    *LOST*) exit 1 ;;
    esac
}

act() {
    case ${1-} in
    up | down | status)
        ready "$@"
        "$1"
        ;;
    ping)
        ready "$@"
        ping_all
        ;;
    *) usage ;;
    esac
}
