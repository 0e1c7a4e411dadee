package org.vxlab.session;

/// Where the hosts without an `ssh:` block come from.
public enum BuiltIn {
    /// The one that `lab up` keeps running; without one it is an error.
    RUNNING,
    /// The running one, or else those hosts are left out, since nothing of them exists.
    IF_RUNNING,
    /// The running one, or else one that is started and kept until it is taken down.
    STARTED,
    /// The running one, or else one for the moment, gone when the hosts are closed.
    MOMENTARY,
    /// One for the moment in any case.
    OWN
}
