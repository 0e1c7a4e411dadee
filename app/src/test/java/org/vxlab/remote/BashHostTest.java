package org.vxlab.remote;

import org.junit.jupiter.api.Tag;

/// The contract where `/bin/sh` is bash, as on Fedora.
@Tag("kernel")
class BashHostTest extends RemoteHostContract {
    @Override
    RemoteHost open() throws Exception {
        return ShellSwap.open("/bin/bash");
    }

    @Override
    boolean breaksOffAtOnce() {
        return false;
    }
}
