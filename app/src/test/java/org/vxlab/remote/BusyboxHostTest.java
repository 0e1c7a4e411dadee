package org.vxlab.remote;

import org.junit.jupiter.api.Tag;

/// The contract where `/bin/sh` is busybox, as on Alpine and OpenWrt.
@Tag("kernel")
class BusyboxHostTest extends RemoteHostContract {
    @Override
    RemoteHost open() throws Exception {
        return ShellSwap.open("/bin/busybox");
    }

    @Override
    boolean breaksOffAtOnce() {
        return false;
    }
}
