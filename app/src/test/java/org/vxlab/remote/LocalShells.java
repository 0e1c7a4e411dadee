package org.vxlab.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Shells that are processes of this machine.
///
/// @param argv starts a `/bin/sh` that reads its standard input
record LocalShells(List<String> argv, Set<LocalChannel> channels) implements ShellSource {

    LocalShells(List<String> argv) {
        this(List.copyOf(argv), ConcurrentHashMap.newKeySet());
    }

    @Override
    public ShellChannel open() {
        try {
            LocalChannel channel = new LocalChannel(new ProcessBuilder(argv).start());
            channels.removeIf(LocalChannel::hasEnded);
            channels.add(channel);
            return channel;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
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
