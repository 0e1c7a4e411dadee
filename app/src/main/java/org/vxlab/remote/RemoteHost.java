package org.vxlab.remote;

import org.vxlab.iproute.Command;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// An open way to one host, as the user that may change its network.
///
/// Commands run with `LC_ALL=C` and a PATH that has the sbin folders. `run` may be called from any
/// thread, one call at a time (a second caller waits); `follow` runs beside it.
public interface RemoteHost extends AutoCloseable {

    /// What to do with the rest when a command of a run fails.
    enum OnFailure {
        STOP,
        CONTINUE
    }

    /// The host's name in the lab.
    String name();

    /// Runs commands in order in one round trip, without a new channel. Once the host has the
    /// commands it carries all of them out (up to a failure under `STOP`), even when the connection
    /// is lost.
    ///
    /// After an InterruptedException the host stays usable; a next run waits for this one's end.
    ///
    /// @param live told each outcome as it arrives, on the calling thread
    /// @param limit for the whole run
    /// @return the outcomes of the commands that ran, in order; under `STOP` the last may be a
    ///   failure and later commands are missing
    List<Outcome> run(
            List<Command> commands, OnFailure onFailure, Consumer<Outcome> live, Duration limit)
            throws RemoteException, InterruptedException;

    /// Has the host held for one program: from the next run on, all runs happen only while nobody
    /// else holds it, and else throw a RemoteException of the kind `BUSY` with nothing run.
    ///
    /// Costs no round trip, for the hold is taken with that run. It ends with [#release] and with
    /// the connection, however that ends. Where the host has no `flock`, nothing is held.
    void hold(Hold hold);

    /// Gives the host back. Returns at once.
    void release();

    /// Starts a command that goes on until it ends or is stopped, on a channel of its own.
    ///
    /// @param lines told every line of output on threads of this stream, in order per stream; the
    ///   reader must not block for long, because a slow reader makes the host's monitor lose events
    Following follow(Command command, Lines lines) throws RemoteException, InterruptedException;

    /// Whether the connection stands, as far as is known without asking.
    boolean isOpen();

    /// Closes the connection and everything that runs on it. May be called more than once.
    @Override
    void close();

    /// Where the lines of a followed command go.
    interface Lines {
        void out(String line);

        void err(String line);
    }

    /// A command that is being followed.
    interface Following extends AutoCloseable {
        /// Waits until it has ended.
        ///
        /// @return its exit code; 128 + n when signal n ended it; -1 when the connection was lost
        int awaitEnd() throws InterruptedException;

        boolean isRunning();

        /// Asks it to end with SIGINT, so that `ping` prints its summary.
        void interrupt();

        /// Ends it for certain and leaves no process on the host. May be called more than once.
        @Override
        void close();
    }
}
