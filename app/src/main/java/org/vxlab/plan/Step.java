package org.vxlab.plan;

import org.vxlab.iproute.Command;
import org.vxlab.topology.Message;

import java.util.Optional;

/// One command of a plan, why it runs, and what it touches.
///
/// @param command as it is shown and run
/// @param why one sentence for a learner
/// @param device the network device it makes, changes or removes; for a namespace itself its name
/// @param namespace the workload's namespace the device is in, absent for the host's own
public record Step(
        Command command, Change change, Message why, String device, Optional<String> namespace) {
    /// What a step does to its device.
    public enum Change {
        /// Makes something that was not there.
        CREATE,
        /// Alters something that stays.
        CHANGE,
        /// Takes something away.
        DELETE,
        /// Takes something away that a later step of the same plan makes again, because the kernel
        /// cannot alter it.
        RECREATE
    }

    /// The command as a person types it.
    public String text() {
        return command.toString();
    }
}
