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
import org.vxlab.topology.Message;
import org.vxlab.topology.Problem.Severity;
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

    /// A push is over in a fraction of a second as a rule, so it is waited for a little.
    private static final Duration BUSY_PAUSE = Duration.ofMillis(300);

    private static final int BUSY_TRIES = 10;
    private static final String BUSY_CURE = "apply.busy.cure";

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
        for (int waited = 0; ; waited++) {
            try {
                return readyOrNot(read(host.name(), host.open(), goal));
            } catch (RemoteException away) {
                if (away.kind() != RemoteException.Kind.BUSY) {
                    return new HostSurvey.Away(host.name(), away.text());
                }
                if (waited == BUSY_TRIES) {
                    return busy(host.name(), away.text());
                }
            }
            Thread.sleep(BUSY_PAUSE);
        }
    }

    /// Somebody may install what is missing, or end what holds a port, and try again.
    private HostSurvey.Read readyOrNot(HostSurvey.Read survey) {
        if (!survey.isReady()) {
            facts.remove(survey.host());
        }
        return survey;
    }

    private static HostSurvey.Read busy(String host, Message why) {
        return stopped(
                host,
                HostState.EMPTY,
                List.of(new HostProblem(host, Severity.ERROR, why, Message.of(BUSY_CURE, host))));
    }

    private HostSurvey.Read read(String host, RemoteHost remote, Goal goal)
            throws RemoteException, InterruptedException {
        Optional<HostFacts> known = Optional.ofNullable(facts.get(host));
        Reading reading = reading(host, remote, known, known.isEmpty());
        Optional<HostState> wanted = wanted(host, reading, goal);
        if (known.isPresent()
                && wanted.isPresent()
                && HostCheck.needsUdpPorts(wanted.get(), reading.state())) {
            reading = reading(host, remote, known, true);
            wanted = wanted(host, reading, goal);
        }
        facts.put(host, reading.facts());
        return planned(host, reading, wanted, goal);
    }

    /// What a host said.
    ///
    /// @param problems what its tools lack; then there is no state
    private record Reading(HostFacts facts, HostState state, List<HostProblem> problems) {}

    /// @param withPorts whether the UDP sockets are asked for too, before the devices: so the port
    ///   of a vxlan device made meanwhile is seen with it
    private static Reading reading(
            String host, RemoteHost remote, Optional<HostFacts> known, boolean withPorts)
            throws RemoteException, InterruptedException {
        List<Command> commands = new ArrayList<>();
        if (withPorts) {
            commands.add(HostFacts.UDP_SOCKETS);
        }
        int first = commands.size();
        commands.addAll(StateReading.commands());
        if (known.isEmpty()) {
            commands.add(HostFacts.COMMAND);
        }
        List<Outcome> outcomes =
                remote.run(commands, RemoteHost.OnFailure.CONTINUE, _ -> {}, LIMIT);
        HostFacts facts = known.orElseGet(() -> HostFacts.parse(outcomes.getLast().stdout()));
        if (withPorts) {
            facts = facts.withUdpSockets(outcomes.getFirst().stdout());
        }
        List<HostProblem> problems = HostCheck.tools(host, facts);
        if (!problems.isEmpty()) {
            return new Reading(facts, HostState.EMPTY, problems);
        }
        try {
            List<StateReading.Output> outputs =
                    outcomes.subList(first, first + StateReading.commands().size()).stream()
                            .map(HostReader::output)
                            .toList();
            return new Reading(facts, StateReading.parse(outputs).state(), List.of());
        } catch (MalformedOutput unclear) {
            throw new RemoteException(
                    host, RemoteException.Kind.UNREADABLE, unclear.text(), unclear);
        }
    }

    /// Empty where the underlay device was not found.
    private Optional<HostState> wanted(String host, Reading reading, Goal goal) {
        return goal == Goal.NOTHING
                ? Optional.of(HostState.EMPTY)
                : HostCheck.underlayDevice(lab.host(host), reading.state())
                        .map(device -> HostCheck.binding(device, reading.state()))
                        .map(device -> Wanted.of(lab, host, device));
    }

    private HostSurvey.Read planned(
            String host, Reading reading, Optional<HostState> wanted, Goal goal) {
        HostState state = reading.state();
        if (!reading.problems().isEmpty()) {
            return stopped(host, state, reading.problems());
        }
        Ownership owner = new Ownership(lab.name(), host);
        List<HostProblem> problems =
                goal == Goal.NOTHING
                        ? List.of()
                        : HostCheck.wanted(lab.host(host), owner, reading.facts(), state, wanted);
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
