package org.vxlab.session;

/// Where the built-in hosts of an open lab came from.
public enum Origin {
    /// The lab has none, or none of them exists.
    NONE,
    /// They were running.
    FOUND,
    /// They were started, and stay.
    STARTED,
    /// They were started, and go with this program.
    MOMENTARY
}
