package org.vxlab.remote;

import org.vxlab.topology.Message;

/// A host could not be reached, did not let us in, or was lost.
public final class RemoteException extends Exception {
    private static final long serialVersionUID = 1L;

    /// What kind of failure it was.
    public enum Kind {
        /// No connection: name, route, port, time limit while connecting.
        UNREACHABLE(true),
        /// `~/.ssh/config` or the lab file cannot be followed; nothing was tried.
        CONFIGURATION(false),
        /// The server took none of our keys or passwords.
        AUTHENTICATION(false),
        /// The host key is unknown and was not accepted, or it changed.
        HOST_KEY(false),
        /// Logged in, but without the right to change the network (sudo).
        PERMISSION(false),
        /// Another program is changing the host; nothing was run.
        BUSY(true),
        /// Something took longer than its limit.
        TIMEOUT(true),
        /// The connection ended under way.
        CLOSED(true),
        /// What the host answered cannot be understood.
        UNREADABLE(false);

        private final boolean retryHelps;

        Kind(boolean retryHelps) {
            this.retryHelps = retryHelps;
        }

        /// Whether trying again, with nothing changed, can help.
        public boolean retryHelps() {
            return retryHelps;
        }
    }

    private final String host;
    private final Kind kind;
    private final transient Message text;

    /// @param host the host's name in the lab
    /// @param text what happened, why, and what to do
    public RemoteException(String host, Kind kind, Message text, Throwable cause) {
        super(host + ": " + kind + " " + text.key() + " " + text.arguments(), cause);
        this.host = host;
        this.kind = kind;
        this.text = text;
    }

    public String host() {
        return host;
    }

    public Kind kind() {
        return kind;
    }

    public Message text() {
        return text;
    }
}
