package org.vxlab.topology;

/// How broadcast, unknown unicast and multicast frames of a segment reach the other VTEPs.
public enum Flooding {
    /// One peer, named by `remote` when the device is made.
    REMOTE("remote"),
    /// A multicast group of the underlay (RFC 7348 section 4.2).
    MULTICAST("multicast"),
    /// An all-zero FDB entry per peer: the sender copies the frame for each.
    HEAD_END("head-end"),
    /// Not at all: only static or learned entries carry frames.
    NONE("none");

    private final String word;

    Flooding(String word) {
        this.word = word;
    }

    /// The word in the lab file.
    public String word() {
        return word;
    }

    @Override
    public String toString() {
        return word;
    }
}
