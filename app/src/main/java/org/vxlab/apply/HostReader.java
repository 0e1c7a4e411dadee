package org.vxlab.apply;

import org.vxlab.iproute.MalformedOutput;
import org.vxlab.iproute.StateReading;
import org.vxlab.kernel.HostState;
import org.vxlab.remote.Outcome;
import org.vxlab.remote.RemoteException;
import org.vxlab.remote.RemoteHost;

import java.time.Duration;
import java.util.List;

/// Reads a host whole, in one round trip.
final class HostReader {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private HostReader() {}

    static HostState state(RemoteHost remote) throws RemoteException, InterruptedException {
        return reading(remote).state();
    }

    static StateReading.Reading reading(RemoteHost remote)
            throws RemoteException, InterruptedException {
        List<Outcome> outcomes =
                remote.run(StateReading.commands(), RemoteHost.OnFailure.CONTINUE, _ -> {}, LIMIT);
        try {
            return StateReading.parse(outcomes.stream().map(HostReader::output).toList());
        } catch (MalformedOutput unclear) {
            throw new RemoteException(
                    remote.name(), RemoteException.Kind.UNREADABLE, unclear.text(), unclear);
        }
    }

    static StateReading.Output output(Outcome outcome) {
        return new StateReading.Output(outcome.exitCode(), outcome.stdout(), outcome.stderr());
    }
}
