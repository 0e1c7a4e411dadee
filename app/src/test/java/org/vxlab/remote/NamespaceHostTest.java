package org.vxlab.remote;

import java.util.List;

/// The contract without SSH, in a process of this machine.
class NamespaceHostTest extends RemoteHostContract {
    @Override
    RemoteHost open() throws Exception {
        return NamespaceHost.open("h1", List.of("/bin/sh"));
    }

    /// A script in a local process is read to its end, so that nothing on the host is cut off.
    @Override
    boolean breaksOffAtOnce() {
        return false;
    }
}
