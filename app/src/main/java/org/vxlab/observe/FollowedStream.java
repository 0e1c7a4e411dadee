package org.vxlab.observe;

import org.vxlab.iproute.Command;

import java.time.Instant;
import java.util.List;

/// A command followed on a host, and what its lines change.
///
/// Made anew for each connection, since it may hold half of what was said in two lines. Its lines
/// are folded on the host's own thread.
interface FollowedStream {
    /// How the command is called in messages.
    String name();

    Command command();

    /// Whether it tells changes of the tables, so that its losses have to be made up for.
    boolean isMonitor();

    /// Folds one line.
    ///
    /// @param at our clock when the line arrived
    /// @param changes gets the changes the line brings
    void fold(String line, Instant at, HostFold fold, List<ObservedEvent> changes);
}
