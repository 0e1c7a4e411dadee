package org.vxlab.observe;

import org.vxlab.remote.RemoteException;
import org.vxlab.remote.RemoteHost;

/// How hosts are reached.
public interface Connections {
    /// An open way to a host, which whoever asked closes when done with it. Called on the host's
    /// thread, for several hosts at once, and again after each loss.
    RemoteHost open(String host) throws RemoteException, InterruptedException;
}
