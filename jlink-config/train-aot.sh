#!/bin/sh
# Records one run of the image's program and writes lib/vxlab.aot, from which later runs start.
# Usage: train-aot.sh IMAGE COMMANDS
# A machine where no command of the list can run still gets an image, only one that starts slower.
set -eu
image=$(cd "$1" && pwd)
commands=$2
limit=120 # seconds for one command

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

java() {
    timeout -k 5 "$limit" "$image/lib/runtime/bin/java" "@$image/lib/jvm.options" "$@"
}

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

if [ -z "$recorded" ]; then
    echo "no AOT cache: the image will start slower"
    exit 0
fi
if java -Xlog:disable -XX:AOTMode=create "-XX:AOTConfiguration=$work/run.conf" \
    "-XX:AOTCache=$image/lib/vxlab.aot" -jar "$image/lib/vxlab.jar" >"$work/output" 2>&1; then
    echo "AOT cache trained with: vxlab $recorded"
else
    rm -f "$image/lib/vxlab.aot"
    cat "$work/output"
    echo "no AOT cache: the image will start slower"
fi
