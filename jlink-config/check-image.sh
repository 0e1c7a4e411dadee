#!/bin/sh
# Tries the finished image as a person would. Usage: check-image.sh IMAGE
set -u
image=$(cd "$1" && pwd) || exit 1
templates=$(cd "$(dirname "$0")/../lab-templates" && pwd) || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# expect WANTED-EXIT-CODE WHAT COMMAND...
expect() {
    wanted=$1 what=$2
    shift 2
    # No Java but the image's own may help.
    env -u JAVA_HOME PATH=/usr/bin:/bin "$@" </dev/null >"$work/output" 2>&1
    code=$?
    if [ "$code" -ne "$wanted" ]; then
        failed=1
        echo "image: $what: ended with $code instead of $wanted: $*"
        sed 's/^/    /' "$work/output"
    fi
}

expect 0 "help" "$image/bin/vxlab" --help
expect 2 "the window where there is no display" env -u DISPLAY -u WAYLAND_DISPLAY "$image/bin/vxlab" open
expect 2 "an unknown word" "$image/bin/vxlab" no-such-command
expect 0 "a picture without a display" "$image/bin/vxlab" export \
    "$templates/bridge-and-vxlan/bridge-and-vxlan.vxlab.yaml" \
    --to png --to pdf --out "$work/pictures"

moved="$work/a folder/moved"
mkdir -p "$work/a folder"
cp -a "$image" "$moved"
expect 0 "a copy in a folder with a space" "$moved/bin/vxlab" --help
ln -s "$moved/bin/vxlab" "$work/absolute-link"
expect 0 "an absolute link" "$work/absolute-link" --help
ln -s "a folder/moved/bin/vxlab" "$work/relative-link"
expect 0 "a relative link" "$work/relative-link" --help
for cache in vxlab push; do
    [ -e "$moved/lib/app/$cache.aot" ] || continue
    # AOTMode=on ends with an error where the cache does not fit.
    expect 0 "the AOT cache $cache of a copy" "$moved/lib/runtime/bin/java" \
        "@$moved/lib/app/jvm.options" -XX:AOTMode=on "-XX:AOTCache=$moved/lib/app/$cache.aot" \
        -jar "$moved/lib/app/vxlab.jar" --help
done

[ "$failed" -eq 0 ] && echo "image: runs, also moved and through links"
exit "$failed"
