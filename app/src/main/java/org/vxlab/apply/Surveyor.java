package org.vxlab.apply;

import org.vxlab.iproute.Command;
import org.vxlab.iproute.HostFacts;
import org.vxlab.iproute.MalformedOutput;
import org.vxlab.iproute.StateReading;
import org.vxlab.kernel.HostState;
import org.vxlab.plan.HostCheck;
import org.vxlab.plan.HostPlan;
import org.vxlab.plan.HostProblem;
import org.vxlab.plan.Ownership;
import org.vxlab.plan.Planner;
import org.vxlab.plan.Wanted;
import org.vxlab.remote.Outcome;
import org.vxlab.remote.RemoteException;
import org.vxlab.remote.RemoteHost;
import org.vxlab.topology.ResolvedLab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Reads the hosts of a lab, looks for what stands in the way, and plans.
///
/// Tools and kernel of a host are asked until they are found good, its state every time.
public final class Surveyor {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ResolvedLab lab;
    private final Map<String, HostAccess> hosts;
    private final Map<String, HostFacts> facts = new ConcurrentHashMap<>();

    /// What the hosts shall become.
    public enum Goal {
        /// As drawn.
        LAB,
        /// Without anything of the lab.
        NOTHING
    }

    public Surveyor(ResolvedLab lab, Map<String, HostAccess> hosts) {
        this.lab = lab;
        this.hosts = new LinkedHashMap<>(hosts);
    }

    /// Surveys all hosts at once, one thread each.
    ///
    /// @return one survey a host, in the lab's order
    public List<HostSurvey> survey(Goal goal) throws InterruptedException {
        return Together.on(new ArrayList<>(hosts.values()), host -> survey(host, goal));
    }

    private HostSurvey survey(HostAccess host, Goal goal) throws InterruptedException {
        try {
            HostSurvey.Read survey = read(host.name(), host.open(), goal);
            if (!survey.isReady()) {
                // Somebody may install what is missing, or end what holds a port, and try again.
                facts.remove(host.name());
            }
            return survey;
        } catch (RemoteException away) {
            return new HostSurvey.Away(host.name(), away.text());
        }
    }

    private HostSurvey.Read read(String host, RemoteHost remote, Goal goal)
            throws RemoteException, InterruptedException {
        // Ports before devices: the port of a vxlan device made meanwhile is seen with it.
        List<Command> commands = new ArrayList<>(List.of(HostFacts.UDP_SOCKETS));
        commands.addAll(StateReading.commands());
        Optional<HostFacts> known = Optional.ofNullable(facts.get(host));
        if (known.isEmpty()) {
            commands.add(HostFacts.COMMAND);
        }
        List<Outcome> outcomes =
                remote.run(commands, RemoteHost.OnFailure.CONTINUE, _ -> {}, LIMIT);
        HostFacts found =
                known.orElseGet(() -> HostFacts.parse(outcomes.getLast().stdout()))
                        .withUdpSockets(outcomes.getFirst().stdout());
        facts.put(host, found);
        List<HostProblem> problems = HostCheck.tools(host, found);
        if (!problems.isEmpty()) {
            return stopped(host, HostState.EMPTY, problems);
        }
        HostState state;
        try {
            state =
                    StateReading.parse(
                                    outcomes.stream()
                                            .skip(1)
                                            .limit(StateReading.commands().size())
                                            .map(HostReader::output)
                                            .toList())
                            .state();
        } catch (MalformedOutput unclear) {
            throw new RemoteException(
                    host, RemoteException.Kind.UNREADABLE, unclear.text(), unclear);
        }
        return planned(host, found, state, goal);
    }

    private HostSurvey.Read planned(String host, HostFacts found, HostState state, Goal goal) {
        Ownership owner = new Ownership(lab.name(), host);
        if (goal == Goal.NOTHING) {
            return new HostSurvey.Read(
                    host, Planner.plan(HostState.EMPTY, state, owner), state, List.of());
        }
        Optional<HostState> wanted =
                HostCheck.underlayDevice(lab.host(host), state)
                        .map(device -> Wanted.of(lab, host, device));
        List<HostProblem> problems = HostCheck.wanted(lab.host(host), owner, found, state, wanted);
        return problems.stream().anyMatch(HostProblem::isError)
                ? stopped(host, state, problems)
                : new HostSurvey.Read(
                        host, Planner.plan(wanted.orElseThrow(), state, owner), state, problems);
    }

    private static HostSurvey.Read stopped(
            String host, HostState state, List<HostProblem> problems) {
        return new HostSurvey.Read(
                host,
                new HostPlan(host, List.of(), HostState.EMPTY, HostState.EMPTY),
                state,
                problems);
    }
}
