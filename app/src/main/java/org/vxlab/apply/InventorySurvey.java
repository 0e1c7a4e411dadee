package org.vxlab.apply;

import org.vxlab.iproute.Command;
import org.vxlab.iproute.HostFacts;
import org.vxlab.iproute.InventoryReading;
import org.vxlab.iproute.InventoryReading.Inventory;
import org.vxlab.iproute.MalformedOutput;
import org.vxlab.plan.HostCheck;
import org.vxlab.plan.HostProblem;
import org.vxlab.remote.Outcome;
import org.vxlab.remote.RemoteException;
import org.vxlab.remote.RemoteHost;
import org.vxlab.topology.Message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Reads everything on several hosts at once, and changes nothing on them.
public final class InventorySurvey {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private InventorySurvey() {}

    /// What was found on one host.
    public sealed interface Result {
        String host();

        /// The host was read whole.
        record Read(String host, Inventory inventory) implements Result {}

        /// The host was reached, but lacks what reading it needs.
        record Unfit(String host, List<HostProblem> problems) implements Result {
            public Unfit {
                problems = List.copyOf(problems);
            }
        }

        /// The host could not be reached or read.
        ///
        /// @param why what happened and what to do
        record Away(String host, Message why) implements Result {}
    }

    /// Reads all hosts at once, one thread each.
    ///
    /// @return one result a host, in their order
    public static List<Result> of(List<HostAccess> hosts) throws InterruptedException {
        return Together.on(hosts, InventorySurvey::read);
    }

    private static Result read(HostAccess host) throws InterruptedException {
        List<Command> commands = new ArrayList<>(InventoryReading.commands());
        commands.add(HostFacts.TOOLS_AND_USER);
        try {
            List<Outcome> outcomes =
                    host.open().run(commands, RemoteHost.OnFailure.CONTINUE, _ -> {}, LIMIT);
            HostFacts facts = HostFacts.parse(outcomes.getLast().stdout());
            List<HostProblem> problems = HostCheck.tools(host.name(), facts);
            return problems.isEmpty()
                    ? new Result.Read(host.name(), parse(host.name(), outcomes))
                    : new Result.Unfit(host.name(), problems);
        } catch (RemoteException away) {
            return new Result.Away(host.name(), away.text());
        }
    }

    private static Inventory parse(String host, List<Outcome> outcomes) throws RemoteException {
        try {
            return InventoryReading.parse(
                    outcomes.stream()
                            .limit(InventoryReading.commands().size())
                            .map(HostReader::output)
                            .toList());
        } catch (MalformedOutput unclear) {
            throw new RemoteException(
                    host, RemoteException.Kind.UNREADABLE, unclear.text(), unclear);
        }
    }
}
