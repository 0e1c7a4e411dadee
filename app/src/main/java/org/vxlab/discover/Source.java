package org.vxlab.discover;

/// Where hosts were found, which decides what may be assumed about them.
public enum Source {
    /// Machines that were read: what they do not say is not there.
    RUNNING,
    /// A text about machines: what it does not say has to be made up, and is said to be.
    TEXT
}
