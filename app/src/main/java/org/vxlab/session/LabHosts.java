package org.vxlab.session;

import org.vxlab.apply.HostAccess;
import org.vxlab.apply.HostSurvey;
import org.vxlab.apply.LabPush;
import org.vxlab.apply.PushEvent;
import org.vxlab.apply.Surveyor;
import org.vxlab.locallab.LocalLabException;
import org.vxlab.observe.Backoff;
import org.vxlab.observe.Connections;
import org.vxlab.observe.LabWatch;
import org.vxlab.observe.ObservedEvent;
import org.vxlab.observe.PingMatrix;
import org.vxlab.observe.PingPair;
import org.vxlab.observe.PingPlan;
import org.vxlab.observe.PingResult;
import org.vxlab.observe.PingRound;
import org.vxlab.remote.RemoteException;
import org.vxlab.remote.RemoteHost;
import org.vxlab.remote.SshRoute;
import org.vxlab.topology.MacAddress;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedLab.ResolvedHost;
import org.vxlab.topology.SshTarget;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// A lab and its hosts: the one place through which a face reads, pushes, pings and watches.
///
/// Connections are opened when first needed and kept. May be used from several threads.
public final class LabHosts implements AutoCloseable {
    private static final Backoff WATCH_BACKOFF =
            new Backoff(
                    Duration.ofMillis(500),
                    Duration.ofSeconds(30),
                    () -> ThreadLocalRandom.current().nextDouble());

    private final ResolvedLab lab;
    private final InstantSource clock;
    private final SshAccess ssh;
    private final RememberedAnswers answers;
    private final BuiltInHosts builtIn;
    private final Map<String, HostAccess> hosts = new LinkedHashMap<>();
    private final Surveyor surveyor;
    private final MacOwners owners;

    /// How hosts are reached.
    ///
    /// @param server how this program is started again to keep a built-in lab; see
    ///   [BuiltIn#STARTED]
    public record Ways(BuiltIn builtIn, SshAccess ssh, List<String> server) {
        public Ways {
            server = List.copyOf(server);
        }
    }

    private LabHosts(
            ResolvedLab lab,
            SshAccess ssh,
            RememberedAnswers answers,
            BuiltInHosts builtIn,
            InstantSource clock,
            Map<String, HostAccess> open) {
        this.lab = lab;
        this.clock = clock;
        this.ssh = ssh;
        this.answers = answers;
        this.builtIn = builtIn;
        for (ResolvedHost host : lab.hosts()) {
            if (open.containsKey(host.name())) {
                hosts.put(host.name(), open.get(host.name()));
            } else if (!host.builtIn() || builtIn.routes().containsKey(host.name())) {
                hosts.put(host.name(), new HostAccess(host.name(), () -> connect(host)));
            }
        }
        this.surveyor = new Surveyor(lab, hosts);
        this.owners = MacOwners.of(lab);
    }

    /// Opens the way to a lab's hosts; a built-in lab is found or started now, SSH hosts are
    /// connected to later.
    ///
    /// @throws LocalLabException when the built-in lab is missing, differs from the drawing, or
    ///   cannot be started here
    public static LabHosts open(ResolvedLab lab, Ways ways, InstantSource clock)
            throws LocalLabException, InterruptedException {
        BuiltInHosts builtIn = BuiltInHosts.of(lab, ways.builtIn(), ways.server());
        return new LabHosts(lab, ways.ssh(), ways.ssh().remembering(), builtIn, clock, Map.of());
    }

    private RemoteHost connect(ResolvedHost host) throws RemoteException, InterruptedException {
        return host.ssh().isPresent()
                ? ssh.connect(host.name(), host.ssh().get(), answers)
                : ssh.connect(builtIn.routes().get(host.name()));
    }

    /// The same hosts with an edited lab, over the same connections; this value must not be used
    /// after. Empty where hosts or underlay differ, so that they have to be opened anew.
    Optional<LabHosts> forEdited(ResolvedLab edited) {
        boolean sameGround =
                edited.name().equals(lab.name())
                        && edited.hosts().equals(lab.hosts())
                        && edited.networks().equals(lab.networks())
                        && edited.routers().equals(lab.routers());
        return sameGround
                ? Optional.of(new LabHosts(edited, ssh, answers, builtIn, clock, hosts))
                : Optional.empty();
    }

    /// Whether these are the hosts of that lab, and this one is reached as is drawn there.
    boolean has(ResolvedLab drawn, String host) {
        return drawn.name().equals(lab.name()) && lab.hosts().contains(drawn.host(host));
    }

    /// Where the built-in hosts came from.
    public Origin origin() {
        return builtIn.origin();
    }

    /// The command that opens a shell on a host in a terminal of this machine.
    ///
    /// @throws LocalLabException when a built-in host does not run
    public List<String> shellCommand(String host) throws LocalLabException {
        Optional<SshTarget> target = lab.host(host).ssh();
        return target.isPresent() ? SshCommandLine.of(target.get()) : builtIn.shellCommand(host);
    }

    /// Opens a shell on a host, on a terminal of that size.
    ///
    /// @throws LocalLabException when a built-in host does not run
    public HostTerminal terminal(String name, int columns, int rows)
            throws LocalLabException, RemoteException, InterruptedException {
        Optional<SshTarget> target = lab.host(name).ssh();
        if (target.isPresent()) {
            return new HostTerminal(name, ssh.terminal(name, target.get(), answers, columns, rows));
        }
        SshRoute route = builtIn.routes().get(name);
        if (route == null) {
            throw new LocalLabException(Message.of("session.builtin.gone", name));
        }
        return new HostTerminal(name, ssh.terminal(route, columns, rows));
    }

    /// Ends a built-in lab that was started for a push only; the connections must not be used
    /// after.
    ///
    /// @return whether it was ended
    public boolean endWithDown() throws LocalLabException {
        return builtIn.endWithDown();
    }

    /// Holds all hosts from the next reading on, so that no other program changes them between that
    /// and the end of a push. Held hosts are given back by [#release] and [#close]; where another
    /// program has one, its survey has that as an error.
    public void hold() {
        hosts.values().forEach(host -> host.hold(lab.name(), clock.instant()));
    }

    /// Gives all hosts back; returns at once.
    public void release() {
        hosts.values().forEach(HostAccess::release);
    }

    /// Reads all hosts at once, looks for what stands in the way, and plans.
    ///
    /// @return one survey a host, in the lab's order
    public List<HostSurvey> survey(Surveyor.Goal goal) throws InterruptedException {
        return surveyor.survey(goal);
    }

    /// A push whose events go to `events`, from several threads at once.
    public LabPush push(Consumer<PushEvent> events) {
        return new LabPush(lab.name(), hosts, clock, events);
    }

    /// Pings every pair of every segment once over the overlay.
    ///
    /// @param live told each result as it comes, from several threads at once
    public PingMatrix ping(PingRound round, BiConsumer<PingPair, PingResult> live)
            throws InterruptedException {
        return ping(PingPlan.of(lab), round, live);
    }

    /// Pings these pairs once over the overlay.
    ///
    /// @param live told each result as it comes, from several threads at once
    public PingMatrix ping(PingPlan plan, PingRound round, BiConsumer<PingPair, PingResult> live)
            throws InterruptedException {
        return round.run(plan, newConnections(), live);
    }

    /// Starts watching all hosts.
    ///
    /// @param steadily whether every pair is pinged all the while
    /// @param listener told from several threads at once; must not block for long
    public LabWatch watch(boolean steadily, Consumer<ObservedEvent> listener) {
        return LabWatch.start(
                new ArrayList<>(hosts.keySet()),
                newConnections(),
                clock,
                new LabWatch.Options(
                        owners::ownerOf,
                        steadily ? PingPlan.of(lab) : new PingPlan(List.of()),
                        WATCH_BACKOFF),
                listener);
    }

    /// Whose a MAC is, as far as the drawing says.
    public Optional<String> ownerOf(MacAddress mac) {
        return owners.ownerOf(mac);
    }

    /// Watching and pinging close the connections they use, so they get their own.
    private Connections newConnections() {
        return host -> connect(lab.host(host));
    }

    /// Closes all connections, forgets the secrets given for them, and ends a built-in lab that was
    /// started for the moment.
    @Override
    public void close() {
        HostAccess.closeAll(hosts.values());
        answers.close();
        builtIn.close();
    }
}
