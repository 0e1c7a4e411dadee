package org.vxlab.discover;

/// The two ends of a veth pair, at least one of them in a named namespace.
public record Cable(End one, End other) {

    /// A device in a namespace.
    ///
    /// @param namespace name under `/run/netns`; empty text for the machine's own
    public record End(String namespace, String device) {}
}
