package org.vxlab.observe;

import org.vxlab.iproute.HostFacts;
import org.vxlab.plan.HostCheck;
import org.vxlab.remote.Outcome;
import org.vxlab.remote.RemoteException;
import org.vxlab.remote.RemoteHost;
import org.vxlab.remote.RemoteHost.OnFailure;
import org.vxlab.topology.Message;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Whether a host has the tools it is watched with.
final class WatchTools {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private WatchTools() {}

    /// What is missing on the host and what to do; empty where it can be watched.
    static Optional<Message> lacking(RemoteHost remote)
            throws RemoteException, InterruptedException {
        List<Outcome> outcomes =
                remote.run(List.of(HostFacts.TOOLS), OnFailure.CONTINUE, _ -> {}, LIMIT);
        HostFacts facts = HostFacts.parse(outcomes.getFirst().stdout());
        return HostCheck.reading(remote.name(), facts).stream()
                .findFirst()
                .map(problem -> Message.of("observe.unfit", problem.what(), problem.cure()));
    }
}
