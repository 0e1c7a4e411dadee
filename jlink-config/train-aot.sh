#!/bin/sh
# Records a run of the image's program, a push over SSH and a run of the window, and writes
# lib/app/vxlab.aot, lib/app/push.aot and lib/app/window.aot, from which later runs start.
# Usage: train-aot.sh IMAGE COMMANDS LAB
# LAB is the lab that is pushed; its hosts stand one on a line: `{ name: h1, underlay: ... }`.
# A machine where no command of the list can run still gets an image, only one that starts slower.
set -eu
image=$(cd "$1" && pwd)
commands=$2
lab=$3
longest=120 # seconds for one command or the window
blind=15    # seconds for the window where nothing tells that it stands

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

java() {
    # What was recorded is written at the end, which takes a while on a busy machine.
    timeout -k 60 "$longest" "$image/lib/runtime/bin/java" "@$image/lib/app/$options" "$@"
}

# create CACHE WHAT: makes a cache of what was recorded.
create() {
    if java -Xlog:disable -XX:AOTMode=create "-XX:AOTConfiguration=$work/run.conf" \
        "-XX:AOTCache=$image/lib/app/$1" -jar "$image/lib/app/vxlab.jar" >"$work/output" 2>&1; then
        echo "AOT cache trained with: $2"
    else
        rm -f "$image/lib/app/$1"
        cat "$work/output"
        echo "no AOT cache for $2: the image will start slower"
    fi
    rm -f "$work/run.conf"
}

# A cache is bound to the dates of the jars and of the runtime: whole seconds, which every archive
# keeps, and the same ones in every build.
find "$image/lib/app" "$image/lib/runtime/lib/modules" \( -name '*.jar' -o -name modules \) \
    -exec env TZ=UTC0 touch -t 202611200000 {} +

# What an earlier build left would not fit, and would be taken for what could be recorded now.
rm -f "$image"/lib/app/*.aot

options=jvm.options
recorded=
while read -r line; do
    case $line in '' | '#'*) continue ;; esac
    # The words of a line are the words of a command: splitting is wanted.
    # shellcheck disable=SC2086
    if java -XX:AOTMode=record "-XX:AOTConfiguration=$work/run.conf" \
        -jar "$image/lib/app/vxlab.jar" $line </dev/null >"$work/output" 2>&1 \
        && [ -s "$work/run.conf" ]; then
        recorded=$line
        break
    fi
    echo "cannot train with: vxlab $line ($(grep -v AOTConfiguration "$work/output" | tail -n 1))"
done <"$commands"
if [ -n "$recorded" ]; then
    create vxlab.aot "vxlab $recorded"
else
    echo "no AOT cache: the image will start slower"
fi

# A push to machines that are reached as one's own are, by an OpenSSH configuration: here the hosts
# of a built-in lab. The keys lie where only this user comes, and are gone with the lab.
export XDG_RUNTIME_DIR="$work/runtime"
mkdir -p -m 700 "$XDG_RUNTIME_DIR" "$work/home/.ssh"
sed 's/{ name: \([^ ,]*\), underlay/{ name: \1, ssh: \1, underlay/' "$lab" >"$work/push.vxlab.yaml"
if timeout -k 10 "$longest" "$image/bin/vxlab" lab up "$lab" >"$work/output" 2>&1; then
    trap '"$image/bin/vxlab" lab down "$lab" >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
    if cp "$XDG_RUNTIME_DIR"/vxlab/*/ssh_config "$work/home/.ssh/config" \
        && java "-Duser.home=$work/home" -XX:AOTMode=record "-XX:AOTConfiguration=$work/run.conf" \
        -jar "$image/lib/app/vxlab.jar" apply "$work/push.vxlab.yaml" </dev/null >"$work/output" 2>&1
    then
        create push.aot "vxlab apply"
    fi
fi
[ -e "$image/lib/app/push.aot" ] || echo "no AOT cache for a push: $(tail -n 1 "$work/output")"

# ticks PID: the processor time a process has had, in hundredths of a second.
ticks() {
    # The name in the second field may hold spaces.
    sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | awk '{ print $12 + $13 }'
}

# quiet PID: waits until a process has nothing to do any more.
quiet() {
    if [ ! -r "/proc/$1/stat" ]; then
        sleep "$blind"
        return
    fi
    before=-100 waited=0
    while now=$(ticks "$1") && [ -n "$now" ] && [ $((now - before)) -gt 4 ] \
        && [ "$waited" -lt "$longest" ]; do
        before=$now waited=$((waited + 2))
        sleep 2
    done
}

# The window, without a screen, with the settings of a first start; it is ended once it stands.
options=window.options
export XDG_CONFIG_HOME="$work/config" XDG_STATE_HOME="$work/state"
"$image/lib/runtime/bin/java" "@$image/lib/app/$options" -XX:AOTMode=record \
    "-XX:AOTConfiguration=$work/run.conf" -Dglass.platform=Headless -Dprism.order=sw \
    -jar "$image/lib/app/vxlab.jar" </dev/null >"$work/output" 2>&1 &
window=$!
quiet "$window"
kill "$window" 2>/dev/null || true
wait "$window" || true
if [ -s "$work/run.conf" ]; then
    create window.aot "the window"
else
    echo "no AOT cache for the window: $(tail -n 1 "$work/output")"
fi
