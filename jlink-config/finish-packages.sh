#!/bin/sh
# Prepares what jpackage packs: finish-packages.sh IMAGE APP-IMAGE SHARE
# APP-IMAGE, made by jpackage, gets a launcher configuration that fits the AOT cache; SHARE is filled
# with what a Linux desktop and shell want of an installed program, and becomes /usr/share.
set -eu
image=$1
app_image=$2
share=$3
here=$(CDPATH='' cd "$(dirname "$0")" && pwd)

# The cache was trained with one jar that names the others, with these dates and these options.
configuration=$(find "$app_image" -path '*app/vxlab.cfg')
{
    echo '[Application]'
    echo 'app.classpath=$APPDIR/vxlab.jar'
    echo 'app.mainclass=org.vxlab.Main'
    echo
    echo '[JavaOptions]'
    { sed '/^#/d' "$here/window.options" && echo '-Xlog:disable' \
        && echo '-XX:AOTCache=$APPDIR/window.aot'; } | sed 's/^/java-options=/'
} >"$configuration"
for jar in "$image"/lib/app/*.jar; do
    touch -r "$jar" "$(dirname "$configuration")/${jar##*/}"
done
find "$app_image" -path '*lib/modules' -type f -exec touch -r "$image/lib/runtime/lib/modules" {} +

case $(uname -s) in
    Linux) ;;
    Darwin)
        # A changed bundle needs a new seal; this one names nobody.
        codesign --force --deep --sign - "$app_image"
        exit
        ;;
    *) exit ;;
esac

install -d "$share/man/man1" "$share/man/zh_CN/man1" "$share/bash-completion/completions"
"$image/bin/vxlab" manual --lang en | gzip -9n >"$share/man/man1/vxlab.1.gz"
"$image/bin/vxlab" manual --lang zh | gzip -9n >"$share/man/zh_CN/man1/vxlab.1.gz"
"$image/bin/vxlab" completion >"$share/bash-completion/completions/vxlab"
install -D -m 644 "$here/linux/_vxlab" "$share/zsh/vendor-completions/_vxlab"
install -D -m 644 "$here/linux/_vxlab" "$share/zsh/site-functions/_vxlab"
install -D -m 644 "$here/linux/vxlab.desktop" "$share/applications/vxlab.desktop"
install -D -m 644 "$here/linux/vxlab.xml" "$share/mime/packages/vxlab.xml"
install -D -m 644 "$here/icon/vxlab.svg" "$share/icons/hicolor/scalable/apps/vxlab.svg"
install -D -m 644 "$here/../app/src/main/resources/org/vxlab/ui/vxlab.png" "$share/icons/hicolor/256x256/apps/vxlab.png"
