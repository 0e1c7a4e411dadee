#!/bin/sh
# Tries the package that was made as a person would who installs it: check-installer.sh FOLDER TYPE
# A .deb is installed, used and removed again; the others are only looked for, since another system
# has to install them.
set -eu
folder=$1
type=$2
here=$(CDPATH='' cd "$(dirname "$0")" && pwd)
package=$(find "$folder" -maxdepth 1 -name "*.$type" | head -n 1)
[ -n "$package" ] || {
    echo "packages: no .$type in $folder"
    exit 1
}
echo "packages: $(du -m "$package" | cut -f 1) MB ${package##*/}"
case $type in
    deb) sh "$here/check-deb.sh" "$package" ;;
esac
