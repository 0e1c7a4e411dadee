#!/bin/sh
# Prints how large the image is and how fast it starts, beside the same program on the plain class
# path of a JDK 25: measure-image.sh IMAGE [JDK] [ROUNDS]
# Milliseconds are medians of rounds in turn; on a busy machine only the ratios mean anything.
set -eu
image=$(cd "$1" && pwd)
jdk=${2:-${JAVA_HOME:-}}
rounds=${3:-5}
here=$(CDPATH='' cd "$(dirname "$0")" && pwd)
app=$image/lib/app
java=$image/lib/runtime/bin/java
modules=$here/../app/target/javafx
plain=
for jar in "$app"/*.jar; do plain=${plain:+$plain:}$jar; done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CONFIG_HOME="$work/config" XDG_STATE_HOME="$work/state"

echo "size: image $(du -sm "$image" | cut -f 1) MB: runtime $(du -sm "$image/lib/runtime" | cut -f 1)," \
    "jars $(du -cm "$app"/*.jar | tail -n 1 | cut -f 1)," \
    "AOT caches $(du -cm "$app"/*.aot 2>/dev/null | tail -n 1 | cut -f 1)"
for package in "$here"/target/packages/*.deb "$here"/target/packages/*.rpm; do
    [ ! -e "$package" ] || echo "size: ${package##*/} $(du -m "$package" | cut -f 1) MB"
done

now() { date +%s%N; }
median() { sort -n "$1" | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

# timed FILE COMMAND...: appends the milliseconds a command takes.
timed() {
    file=$1
    shift
    begun=$(now)
    "$@" </dev/null >/dev/null 2>&1
    echo $((($(now) - begun) / 1000000)) >>"$file"
}

# window FILE JAVA...: appends the milliseconds until the window has been drawn.
window() {
    file=$1
    shift
    begun=$(now)
    drawn=$("$@" -Dglass.platform=Headless -Dprism.order=sw -cp "$classes" FirstWindow </dev/null 2>/dev/null | sed -n 's/^drawn //p')
    [ -n "$drawn" ] && echo $(((drawn - begun) / 1000000)) >>"$file"
}

# report WHAT: the medians of one thing, both ways, and what share of the plain one the image needs.
report() {
    awk -v what="$1" -v image="$(median "$work/$1.image")" -v plain="$(median "$work/$1.plain")" \
        'BEGIN { printf "%s: image %d ms, plain class path %d ms, ratio %.2f\n", what, image, plain, image / plain }'
}

"$jdk/bin/java" -version 2>&1 | grep -q '"25' || {
    echo "start: not measured: name a JDK 25 as second word or in JAVA_HOME"
    exit
}
lab=$work/lab.vxlab.yaml
"$image/bin/vxlab" demo --print bridge-and-vxlan >"$lab"
for _ in $(seq "$rounds"); do
    timed "$work/check.image" "$image/bin/vxlab" check "$lab"
    timed "$work/check.plain" "$jdk/bin/java" -cp "$plain" org.vxlab.Main check "$lab"
done
report check

"$jdk/bin/javac" --release 25 --module-path "$modules" --add-modules javafx.graphics \
    -cp "$app/vxlab.jar" -d "$work" "$here/FirstWindow.java"
for _ in $(seq "$rounds"); do
    # A class path that begins as the cache's does fits it.
    classes=$app/vxlab.jar:$work
    window "$work/window.image" "$java" "@$app/window.options" -Xlog:disable \
        "-XX:AOTCache=$app/window.aot"
    classes=$plain:$work
    window "$work/window.plain" "$jdk/bin/java" "--module-path=$modules" \
        --add-modules=javafx.controls,javafx.fxml --enable-native-access=javafx.graphics,ALL-UNNAMED
done
report window
