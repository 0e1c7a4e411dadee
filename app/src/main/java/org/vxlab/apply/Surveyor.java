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

/// Reads the hosts of a lab, looks for what stands in the way, and plans.
///
/// A host is asked everything every time: whoever follows the cure of a problem installs a tool or
/// ends a program in between.
public final class Surveyor {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ResolvedLab lab;
    private final Map<String, HostAccess> hosts;

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
            return read(host.name(), host.open(), goal);
        } catch (RemoteException away) {
            return new HostSurvey.Away(host.name(), away.text());
        }
    }

    private HostSurvey read(String host, RemoteHost remote, Goal goal)
            throws RemoteException, InterruptedException {
        // Ports before devices: a port taken by a vxlan device made meanwhile is then seen with it.
        List<Command> commands = new ArrayList<>(List.of(HostFacts.COMMAND));
        commands.addAll(StateReading.commands());
        List<Outcome> outcomes =
                remote.run(commands, RemoteHost.OnFailure.CONTINUE, _ -> {}, LIMIT);
        HostFacts facts = HostFacts.parse(outcomes.getFirst().stdout());
        List<HostProblem> problems = HostCheck.tools(host, facts);
        if (!problems.isEmpty()) {
            return stopped(host, HostState.EMPTY, problems);
        }
        HostState state;
        try {
            state =
                    StateReading.parse(outcomes.stream().skip(1).map(HostReader::output).toList())
                            .state();
        } catch (MalformedOutput unclear) {
            throw new RemoteException(
                    host, RemoteException.Kind.UNREADABLE, unclear.text(), unclear);
        }
        return planned(host, facts, state, goal);
    }

    private HostSurvey planned(String host, HostFacts facts, HostState state, Goal goal) {
        Ownership owner = new Ownership(lab.name(), host);
        if (goal == Goal.NOTHING) {
            return new HostSurvey.Read(
                    host, Planner.plan(HostState.EMPTY, state, owner), state, List.of());
        }
        Optional<HostState> wanted =
                HostCheck.underlayDevice(lab.host(host), state)
                        .map(device -> Wanted.of(lab, host, device));
        List<HostProblem> problems = HostCheck.wanted(lab.host(host), owner, facts, state, wanted);
        return problems.stream().anyMatch(HostProblem::isError)
                ? stopped(host, state, problems)
                : new HostSurvey.Read(
                        host, Planner.plan(wanted.orElseThrow(), state, owner), state, problems);
    }

    private static HostSurvey stopped(String host, HostState state, List<HostProblem> problems) {
        return new HostSurvey.Read(
                host,
                new HostPlan(host, List.of(), HostState.EMPTY, HostState.EMPTY),
                state,
                problems);
    }
}
