package org.vxlab.remote;

import java.util.List;

/// A host that is a namespace of this machine, entered without SSH by a command such as `nsenter`.
public final class NamespaceHost {
    private NamespaceHost() {}

    /// @param name the host's name in the lab
    /// @param argv starts a `/bin/sh` that reads its standard input, inside the namespace and as
    ///   root there: `nsenter ... /bin/sh`
    /// @throws RemoteException where it cannot be started or does not answer
    public static RemoteHost open(String name, List<String> argv)
            throws RemoteException, InterruptedException {
        return ShellHost.open(new LocalShells(argv), Privilege.none(name));
    }
}
