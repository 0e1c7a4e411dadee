package org.vxlab.remote;

import java.time.Instant;

/// What a host is held for, so that no two programs change it at the same time.
///
/// @param what told to whoever comes meanwhile, such as the lab's name
/// @param since when the program began, by its own clock
/// @param token one word that is the same on all connections of the holder
public record Hold(String what, Instant since, String token) {
    /// One line, for the host to show.
    String line() {
        return token + " " + since + " " + what;
    }
}
