package org.vxlab.iproute;

import org.vxlab.topology.Message;

/// A host's tool failed, or printed something that cannot be read.
///
/// It is checked because a host that answers strangely is an ordinary event: whoever reads a host
/// has to say which host it was and leave its last good state alone.
public final class MalformedOutput extends Exception {
    private static final long serialVersionUID = 1L;

    /// How much of a host's text goes into a message, in characters.
    private static final int EXCERPT_LENGTH = 120;

    private final transient Message text;

    private MalformedOutput(Message text) {
        super(text.key() + " " + text.arguments());
        this.text = text;
    }

    /// The command ended with something else than 0.
    static MalformedOutput failed(String command, int exitCode, String stderr) {
        return new MalformedOutput(
                Message.of("iproute.command-failed", command, exitCode, excerpt(stderr)));
    }

    /// The command printed something that is not the JSON it was asked for.
    static MalformedOutput notJson(String command, String stdout) {
        return new MalformedOutput(Message.of("iproute.not-json", command, excerpt(stdout)));
    }

    /// One thing the command printed has no meaning here, written `field=value`.
    static MalformedOutput notUnderstood(String command, String what) {
        return new MalformedOutput(Message.of("iproute.not-understood", command, excerpt(what)));
    }

    /// What to tell a person: the command and what was not understood.
    public Message text() {
        return text;
    }

    private static String excerpt(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= EXCERPT_LENGTH ? line : line.substring(0, EXCERPT_LENGTH) + "...";
    }
}
