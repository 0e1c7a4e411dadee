#!/bin/sh
#{title}
#
# @{host.usage}
#
# @{host.up}
# @{host.down}
# @{host.status}
# @{host.ping}
#
# @{host.where}
#
# @{host.generated}
# shellcheck disable=SC2016,SC2317

#{settings}

#{data}

#{toolbox}

usage() {
    echo "@{usage} ${0##*/} up|down|status|ping" >&2
    exit 2
}

# @{comment.main}
act "$@" </dev/null
