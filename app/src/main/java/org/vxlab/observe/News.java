package org.vxlab.observe;

import org.vxlab.topology.Message;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Keeps from a person's eyes what says again what was said already: a pair of pings that still is
/// answered or lost, a host that still is away for the same reason, a neighbour that still is where
/// it was.
///
/// For one thread.
public final class News {
    private final Set<PingPair> silent = new HashSet<>();
    private final Map<String, Message> away = new HashMap<>();

    /// Whether a person should see it.
    public boolean isNews(ObservedEvent event) {
        return switch (event) {
            case ObservedEvent.PingReply reply -> silent.remove(reply.pair());
            case ObservedEvent.PingLost lost -> silent.add(lost.pair());
            case ObservedEvent.HostLost lost ->
                    !lost.why().equals(away.put(lost.stamp().host(), lost.why()));
            case ObservedEvent.HostLive live -> {
                away.remove(live.stamp().host());
                yield true;
            }
            case ObservedEvent.HostBack back -> {
                away.remove(back.stamp().host());
                yield true;
            }
            case ObservedEvent.NeighbourChanged changed -> !changed.news().isRoutine();
            case ObservedEvent.Forwarding _,
                    ObservedEvent.Flooding _,
                    ObservedEvent.OfLink _,
                    ObservedEvent.OfAddress _,
                    ObservedEvent.NeighbourRemoved _,
                    ObservedEvent.Rereading _ ->
                    true;
        };
    }

    /// From here on the first lost ping of each pair is news again.
    public void forgetPings() {
        silent.clear();
    }
}
