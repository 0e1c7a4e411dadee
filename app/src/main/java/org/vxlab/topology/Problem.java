package org.vxlab.topology;

/// Something wrong with a drawing or its file: where, what and why, and the cure.
///
/// @param place where it is
/// @param what what is wrong and why, in one sentence
/// @param cure what to do about it
public record Problem(Severity severity, Place place, Message what, Message cure) {

    /// An error stops a push; a warning does not.
    public enum Severity {
        ERROR,
        WARNING
    }

    /// A thing of the drawing by its path in the lab file, for example
    /// `segments[0].members[1].host`; empty for the lab as a whole.
    public record Place(String path) {}

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
