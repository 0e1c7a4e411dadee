package org.vxlab.cli;

/// Tells when somebody wants the program to stop.
public interface Interrupts {

    /// From now on, until the registration is closed, `action` runs when a stop is wanted for the
    /// first time; the newest registration is the one that is told. A second wish ends the program
    /// at once.
    Registration on(Runnable action);

    /// Whether a stop has been wanted.
    boolean happened();

    /// Ends with [#close], without an exception.
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
