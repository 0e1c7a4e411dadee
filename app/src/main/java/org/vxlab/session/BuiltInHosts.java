package org.vxlab.session;

import org.vxlab.locallab.LocalLab;
import org.vxlab.locallab.LocalLabException;
import org.vxlab.locallab.LocalLabServer;
import org.vxlab.locallab.RunningLab;
import org.vxlab.remote.SshRoute;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedLab.ResolvedHost;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The built-in hosts of a lab once it is settled where they come from.
///
/// @param routes by the host's name; without those that do not exist
/// @param running the lab another program keeps
/// @param momentary the lab this program keeps
record BuiltInHosts(
        Origin origin,
        Map<String, SshRoute> routes,
        Optional<RunningLab> running,
        Optional<LocalLab> momentary)
        implements AutoCloseable {
    private static final BuiltInHosts NONE =
            new BuiltInHosts(Origin.NONE, Map.of(), Optional.empty(), Optional.empty());

    BuiltInHosts {
        routes = Map.copyOf(routes);
    }

    /// Finds or starts them.
    ///
    /// @param server see [LabHosts.Ways]
    static BuiltInHosts of(ResolvedLab lab, BuiltIn wanted, List<String> server)
            throws LocalLabException, InterruptedException {
        if (lab.hosts().stream().noneMatch(ResolvedHost::builtIn)) {
            return NONE;
        }
        if (wanted == BuiltIn.OWN) {
            return momentary(lab);
        }
        Optional<RunningLab> running = RunningLab.find(lab.name());
        if (running.isPresent()) {
            // What is left of an older drawing can still be taken down.
            if (wanted != BuiltIn.IF_RUNNING && !running.get().isBuiltFrom(lab)) {
                throw new LocalLabException(Message.of("session.builtin.differs", lab.name()));
            }
            return kept(Origin.FOUND, running.get());
        }
        return switch (wanted) {
            case RUNNING ->
                    throw new LocalLabException(Message.of("session.builtin.missing", lab.name()));
            case IF_RUNNING -> NONE;
            case STARTED -> kept(Origin.STARTED, new LocalLabServer().spawn(lab.name(), server));
            case MOMENTARY, OWN -> momentary(lab);
        };
    }

    private static BuiltInHosts kept(Origin origin, RunningLab lab) {
        return new BuiltInHosts(origin, lab.routes(), Optional.of(lab), Optional.empty());
    }

    private static BuiltInHosts momentary(ResolvedLab lab)
            throws LocalLabException, InterruptedException {
        LocalLab started = LocalLab.start(lab);
        return new BuiltInHosts(
                Origin.MOMENTARY, started.routes(), Optional.empty(), Optional.of(started));
    }

    /// The command that opens a shell on a built-in host.
    List<String> shellCommand(String host) throws LocalLabException {
        return running.isPresent()
                ? running.get().shellCommand(host)
                : momentary
                        .orElseThrow(
                                () ->
                                        new LocalLabException(
                                                Message.of("session.builtin.gone", host)))
                        .shellCommand(host);
    }

    /// Ends a lab that was started for a push; what `lab up` started goes on.
    ///
    /// @return whether it was ended
    boolean endWithDown() throws LocalLabException {
        if (running.isEmpty() || !running.get().endsWithDown()) {
            return false;
        }
        running.get().stop();
        return true;
    }

    @Override
    public void close() {
        momentary.ifPresent(LocalLab::close);
    }
}
