package org.vxlab.remote;

import org.vxlab.iproute.Command;

import java.time.Duration;

/// How one command of a run ended.
///
/// @param index place in the run, from 0
/// @param exitCode 0 for success; 127 where the command is missing on the host
/// @param took as seen from here, from the end of the command before
public record Outcome(
        int index, Command command, int exitCode, String stdout, String stderr, Duration took) {
    public boolean succeeded() {
        return exitCode == 0;
    }
}
