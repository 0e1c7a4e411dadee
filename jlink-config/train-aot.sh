#!/bin/sh
# Records one run of the image's program and of its window, and writes
# lib/app/vxlab.aot and lib/app/window.aot, from which later runs start.
# Usage: train-aot.sh IMAGE COMMANDS
# A machine where no command of the list can run still gets an image, only one that starts slower.
set -eu
image=$(cd "$1" && pwd)
commands=$2
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
