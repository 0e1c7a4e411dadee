# jpackage runs this before it packs a .deb or .rpm.
# VXLAB_IMAGE and VXLAB_SHARE come from pom.xml, JpAppImageDir from jpackage.
set -eu
program=$JpAppImageDir/usr/lib/vxlab
# Our own image in the place of jpackage's: a launcher that starts faster, and files with the dates
# that the AOT caches are bound to.
rm -rf "$program"
cp -a "$VXLAB_IMAGE" "$program"
mkdir -p "$JpAppImageDir/usr/bin" "$JpAppImageDir/usr/share"
ln -s ../lib/vxlab/bin/vxlab "$JpAppImageDir/usr/bin/vxlab"
cp -R "$VXLAB_SHARE/." "$JpAppImageDir/usr/share"
find "$JpAppImageDir/usr" -type d -exec chmod 755 {} +
chmod -R go-w,a+rX "$JpAppImageDir/usr"
# Debian's zsh looks in vendor-completions, all others in site-functions; Debian's licences are in
# the copyright file and in /usr/share/common-licenses.
case ${VXLAB_INSTALLER-} in
    deb) rm -rf "$JpAppImageDir/usr/share/zsh/site-functions" "$program/LICENSE" ;;
    rpm) rm -rf "$JpAppImageDir/usr/share/zsh/vendor-completions" ;;
esac
# The triggers of dpkg see to menus, icons and types; and with a script of its own a removed package
# would stay known to dpkg until it is purged.
for script in preinst postinst prerm postrm; do rm -f "$JpAppImageDir/DEBIAN/$script"; done
