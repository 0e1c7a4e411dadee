#!/bin/sh
# Records one run of the image's program and of its window, and writes
# lib/vxlab.aot and lib/window.aot, from which later runs start.
# Usage: train-aot.sh IMAGE COMMANDS
# A machine where no command of the list can run still gets an image, only one that starts slower.
set -eu
image=$(cd "$1" && pwd)
commands=$2
longest=120 # seconds for one command
window=15   # seconds for the window
limit=$longest

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

java() {
    timeout -k 5 "$limit" "$image/lib/runtime/bin/java" "@$image/lib/$options" "$@"
}

# create CACHE WHAT: makes a cache of what was recorded.
create() {
    if java -Xlog:disable -XX:AOTMode=create "-XX:AOTConfiguration=$work/run.conf" \
        "-XX:AOTCache=$image/lib/$1" -jar "$image/lib/vxlab.jar" >"$work/output" 2>&1; then
        echo "AOT cache trained with: $2"
    else
        rm -f "$image/lib/$1"
        cat "$work/output"
        echo "no AOT cache for $2: the image will start slower"
    fi
    rm -f "$work/run.conf"
}

options=jvm.options
recorded=
while read -r line; do
    case $line in '' | '#'*) continue ;; esac
    # The words of a line are the words of a command: splitting is wanted.
    # shellcheck disable=SC2086
    if java -XX:AOTMode=record "-XX:AOTConfiguration=$work/run.conf" \
        -jar "$image/lib/vxlab.jar" $line </dev/null >"$work/output" 2>&1 \
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

# The window, without a screen, with the settings of a first start; it is ended once it stands.
options=window.options
limit=$window
export XDG_CONFIG_HOME="$work/config" XDG_STATE_HOME="$work/state"
java -XX:AOTMode=record "-XX:AOTConfiguration=$work/run.conf" -Dglass.platform=Headless \
    -Dprism.order=sw -jar "$image/lib/vxlab.jar" </dev/null >"$work/output" 2>&1 || true
limit=$longest
if [ -s "$work/run.conf" ]; then
    create window.aot "the window"
else
    echo "no AOT cache for the window: $(tail -n 1 "$work/output")"
fi
