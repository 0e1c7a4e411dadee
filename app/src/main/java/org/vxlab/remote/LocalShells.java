package org.vxlab.remote;

import org.vxlab.remote.RemoteException.Kind;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Shells that are processes of this machine.
///
/// @param argv starts a `/bin/sh` that reads its standard input
record LocalShells(String host, List<String> argv, Set<LocalChannel> channels)
        implements ShellSource {

    LocalShells(String host, List<String> argv) {
        this(host, List.copyOf(argv), ConcurrentHashMap.newKeySet());
    }

    @Override
    public ShellChannel open() throws RemoteException {
        try {
            LocalChannel channel = new LocalChannel(new ProcessBuilder(argv).start());
            channels.removeIf(LocalChannel::hasEnded);
            channels.add(channel);
            return channel;
        } catch (IOException failure) {
            throw new RemoteException(
                    host,
                    Kind.UNREACHABLE,
                    Message.of("remote.local.start", host, argv.getFirst(), failure.getMessage()),
                    failure);
        }
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        channels.forEach(LocalChannel::close);
    }
}
