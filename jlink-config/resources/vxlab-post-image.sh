# jpackage runs this before it packs a .deb or .rpm.
# VXLAB_IMAGE and VXLAB_SHARE come from pom.xml, JpAppImageDir from jpackage.
set -eu
program=$JpAppImageDir/usr/lib/vxlab
# Our own image in the place of jpackage's: a launcher that starts faster, and files with the dates
# that the AOT caches are bound to.
rm -rf "$program"
cp -a "$VXLAB_IMAGE" "$program"
# Debian keeps the licence in copyright, and the program's own files belong to nobody in particular.
rm -f "$program/LICENSE"
mkdir -p "$JpAppImageDir/usr/bin" "$JpAppImageDir/usr/share"
ln -s ../lib/vxlab/bin/vxlab "$JpAppImageDir/usr/bin/vxlab"
cp -R "$VXLAB_SHARE/." "$JpAppImageDir/usr/share"
find "$JpAppImageDir/usr" -type d -exec chmod 755 {} +
chmod -R go-w,a+rX "$JpAppImageDir/usr"
# Debian's zsh looks in vendor-completions, all others in site-functions.
case ${VXLAB_INSTALLER-} in
    deb) rm -rf "$JpAppImageDir/usr/share/zsh/site-functions" ;;
    rpm) rm -rf "$JpAppImageDir/usr/share/zsh/vendor-completions" ;;
esac
