#!/bin/sh
# Installs a .deb, starts what it brings, removes it and looks for what it left:
#   check-deb.sh PACKAGE        on this machine, where nobody has vxlab installed
#   check-deb.sh PACKAGE ROOT   in a Debian below ROOT (made by debootstrap), which has a network
# Needs root and dpkg; where they are missing it says so and ends well.
set -eu
if [ -n "${2:-}" ] && [ -z "${VXLAB_MOUNTS-}" ]; then
    # Mounts in a namespace of our own end with us.
    export VXLAB_MOUNTS=private
    exec unshare --mount --propagation private sh "$0" "$@"
fi
package=$1
root=${2:-}
version=$(dpkg-deb -f "$package" Version 2>/dev/null) || version=
cache=/usr/lib/vxlab/lib/app
java=/usr/lib/vxlab/lib/runtime/bin/java
work=$(mktemp -d)
failed=0

skip() {
    echo "deb: not tried: $*"
    rm -rf "$work"
    exit 0
}
[ -n "$version" ] || skip "there is no dpkg here"
[ "$(id -u)" -eq 0 ] || skip "installing needs root"
[ -z "$root" ] || [ -x "$root/usr/bin/dpkg" ] || skip "$root is no Debian"

# there COMMAND...: runs a command where the package is installed, with nobody's settings.
there() {
    if [ -n "$root" ]; then
        env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp/vxlab-check LANG=C.UTF-8 \
            DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"
    else
        env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME="$work" LANG=C.UTF-8 \
            DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

if there dpkg -s vxlab >/dev/null 2>&1; then
    skip "vxlab is installed here already"
fi
if [ -z "$root" ] && ! dpkg -s libgtk-3-0 >/dev/null 2>&1 && ! dpkg -s libgtk-3-0t64 >/dev/null 2>&1; then
    skip "libgtk-3-0, which the package needs, is not installed here"
fi
installed=
remove() {
    [ -z "$installed" ] || there dpkg --purge vxlab >/dev/null 2>&1 || true
    rm -rf "$work"
    [ -z "$root" ] || rm -rf "$root/tmp/vxlab.deb" "$root/tmp/vxlab-check"
}
trap remove EXIT

# files: everything under the folders that packages write to, but dpkg's and caches' own records.
files() {
    for top in usr etc opt; do
        find "$root/$top" -xdev \( -name mimeinfo.cache -o -name icon-theme.cache \) -prune -o \
            -path "$root/usr/share/mime" -prune -o -print
    done | sort
}

# expect WANTED WHAT COMMAND...: WANTED is a number, or words the output must hold.
expect() {
    wanted=$1 what=$2
    shift 2
    code=0
    there "$@" </dev/null >"$work/output" 2>&1 || code=$?
    case $wanted in
        *[!0-9]*) grep -q -e "$wanted" "$work/output" && return ;;
        *) [ "$code" -eq "$wanted" ] && return ;;
    esac
    failed=1
    echo "deb: $what: ended with $code where $wanted was expected: $*"
    sed 's/^/    /' "$work/output" | tail -n 20
}

# stands WHAT COMMAND...: a window that lives until it is ended.
stands() {
    what=$1
    shift
    code=0
    there env XDG_CONFIG_HOME=/tmp/vxlab-check XDG_STATE_HOME=/tmp/vxlab-check \
        JDK_JAVA_OPTIONS="-Dglass.platform=Headless -Dprism.order=sw" \
        timeout -k 60 10 "$@" </dev/null >"$work/output" 2>&1 || code=$?
    # 124 is timeout's; 143 and 137 are those of a process that was ended.
    case $code in 124 | 137 | 143) return ;; esac
    failed=1
    echo "deb: $what: ended with $code by itself: $*"
    sed 's/^/    /' "$work/output" | tail -n 20
}

[ -z "$root" ] || mkdir -p "$root/tmp/vxlab-check"
lab=$work/lab.vxlab.yaml
[ -z "$root" ] || lab=/tmp/vxlab-check/lab.vxlab.yaml
files >"$work/before"
installed=yes
if [ -n "$root" ]; then
    # Programs find their libraries by /proc, and random numbers in /dev.
    mount -t proc proc "$root/proc"
    mount --bind /dev "$root/dev"
    cp "$package" "$root/tmp/vxlab.deb"
    # apt brings what the package depends on, which is not the package's own and may stay.
    there apt-get -qq update
    there apt-get -qq install -y --no-install-recommends libgtk-3-0 >"$work/output" 2>&1 \
        || there apt-get -qq install -y --no-install-recommends libgtk-3-0t64
    files >"$work/before"
    there dpkg -i /tmp/vxlab.deb >"$work/output" 2>&1 || {
        cat "$work/output"
        exit 1
    }
else
    dpkg -i "$package" >"$work/output" 2>&1 || {
        cat "$work/output"
        exit 1
    }
fi

expect "vxlab ${version%-*}" "its version" vxlab --version
there vxlab demo --print bridge-and-vxlan >"${root}$lab"
expect 0 "check of a lab" vxlab check "$lab"
expect "Usage: vxlab" "its help" vxlab --help
# AOTMode=on ends with an error where the cache does not fit what was installed.
expect 0 "the AOT cache of commands" "$java" "@$cache/jvm.options" -XX:AOTMode=on \
    "-XX:AOTCache=$cache/vxlab.aot" -jar "$cache/vxlab.jar" --version
expect 0 "the AOT cache of the window" "$java" "@$cache/window.options" -XX:AOTMode=on \
    "-XX:AOTCache=$cache/window.aot" -jar "$cache/vxlab.jar" --version
stands "the window" vxlab
stands "the window with a file" vxlab "$lab"
if [ -z "$root" ]; then
    if command -v man >/dev/null; then
        expect "vxlab check" "its man page" man -P cat vxlab
    fi
    if command -v xdg-mime >/dev/null; then
        expect "application/x-vxlab+yaml" "its file type" xdg-mime query filetype "$lab"
    fi
    expect 0 "completion in bash" bash -c \
        '. /usr/share/bash-completion/completions/vxlab && complete -p vxlab'
    if command -v desktop-file-validate >/dev/null; then
        expect 0 "its menu entry" desktop-file-validate /usr/share/applications/vxlab.desktop
    fi
fi

there dpkg -r vxlab >"$work/output" 2>&1 || {
    failed=1
    cat "$work/output"
}
installed=
if there dpkg -s vxlab >"$work/output" 2>&1; then
    failed=1
    echo "deb: dpkg still knows it: $(grep Status "$work/output")"
fi
files >"$work/after"
if ! diff "$work/before" "$work/after" >"$work/output"; then
    failed=1
    echo "deb: left behind or taken away:"
    sed 's/^/    /' "$work/output" | head -n 20
fi
[ "$failed" -eq 0 ] && echo "deb: installs, runs from its AOT caches, opens its window, leaves nothing"
exit "$failed"
