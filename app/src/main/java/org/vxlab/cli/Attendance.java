package org.vxlab.cli;

import org.vxlab.observe.ObservedEvent;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// Which hosts of a watched lab are there.
///
/// For one thread.
final class Attendance {
    private final int all;
    private final Set<String> away;
    private final Set<String> unheard;
    private final Set<String> refused;

    Attendance(Collection<String> hosts) {
        all = hosts.size();
        away = new HashSet<>(hosts);
        unheard = new HashSet<>(hosts);
        refused = new HashSet<>();
    }

    void account(ObservedEvent event) {
        if (event instanceof ObservedEvent.Presence presence) {
            account(presence, event.stamp().host());
        }
    }

    private void account(ObservedEvent.Presence event, String host) {
        switch (event) {
            case ObservedEvent.HostLive _, ObservedEvent.HostBack _ -> {
                unheard.remove(host);
                away.remove(host);
            }
            case ObservedEvent.HostLost lost -> {
                unheard.remove(host);
                away.add(host);
                if (lost.retryIn().isEmpty()) {
                    refused.add(host);
                }
            }
        }
    }

    /// Whether every host was read, or found to be away.
    boolean isComplete() {
        return unheard.isEmpty();
    }

    /// Whether all hosts are there now.
    boolean allThere() {
        return away.isEmpty();
    }

    /// Whether no host will ever be there.
    boolean isHopeless() {
        return refused.size() == all;
    }
}
