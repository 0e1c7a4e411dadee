package org.vxlab.session;

import org.vxlab.apply.HostAccess;
import org.vxlab.apply.HostSurvey;
import org.vxlab.apply.LabPush;
import org.vxlab.apply.PushEvent;
import org.vxlab.apply.Surveyor;
import org.vxlab.locallab.LocalLab;
import org.vxlab.locallab.LocalLabException;
import org.vxlab.locallab.LocalLabServer;
import org.vxlab.locallab.RunningLab;
import org.vxlab.observe.Backoff;
import org.vxlab.observe.Connections;
import org.vxlab.observe.LabWatch;
import org.vxlab.observe.ObservedEvent;
import org.vxlab.observe.PingMatrix;
import org.vxlab.observe.PingPair;
import org.vxlab.observe.PingPlan;
import org.vxlab.observe.PingResult;
import org.vxlab.observe.PingRound;
import org.vxlab.remote.Questions;
import org.vxlab.remote.RemoteException;
import org.vxlab.remote.RemoteHost;
import org.vxlab.remote.SshConnector;
import org.vxlab.remote.SshRoute;
import org.vxlab.remote.SshRoutes;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedLab.ResolvedHost;

import java.nio.file.Path;
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
    private final SshConnector connector;
    private final SshRoutes sshRoutes;
    private final Questions questions;
    private final boolean acceptNewHostKeys;
    private final Map<String, SshRoute> builtInRoutes;
    private final Optional<LocalLab> momentary;
    private final Map<String, HostAccess> hosts = new LinkedHashMap<>();
    private final Surveyor surveyor;

    /// How hosts are reached.
    ///
    /// @param acceptNewHostKeys whether a host seen for the first time is trusted without asking
    /// @param server how this program is started again to keep a built-in lab; see
    ///   [BuiltIn#STARTED]
    /// @param home the folder with `.ssh/config` and `.ssh/known_hosts`
    /// @param user who logs in where neither the lab file nor the configuration says
    public record Ways(
            BuiltIn builtIn,
            Prompts prompts,
            boolean acceptNewHostKeys,
            List<String> server,
            Path home,
            String user) {
        public Ways {
            server = List.copyOf(server);
        }
    }

    private LabHosts(
            ResolvedLab lab,
            Ways ways,
            InstantSource clock,
            Map<String, SshRoute> builtInRoutes,
            Optional<LocalLab> momentary) {
        this.lab = lab;
        this.clock = clock;
        this.connector = new SshConnector();
        this.sshRoutes = SshRoutes.read(ways.home(), ways.user());
        this.questions = new AskedQuestions(ways.prompts());
        this.acceptNewHostKeys = ways.acceptNewHostKeys();
        this.builtInRoutes = Map.copyOf(builtInRoutes);
        this.momentary = momentary;
        for (ResolvedHost host : lab.hosts()) {
            hosts.put(host.name(), new HostAccess(host.name(), () -> connect(host)));
        }
        this.surveyor = new Surveyor(lab, hosts);
    }

    /// Opens the way to a lab's hosts; a built-in lab is found or started now, SSH hosts are
    /// connected to later.
    ///
    /// @throws LocalLabException when the built-in lab is missing, differs from the drawing, or
    ///   cannot be started here
    public static LabHosts open(ResolvedLab lab, Ways ways, InstantSource clock)
            throws LocalLabException, InterruptedException {
        if (lab.hosts().stream().noneMatch(ResolvedHost::builtIn)) {
            return new LabHosts(lab, ways, clock, Map.of(), Optional.empty());
        }
        Optional<RunningLab> running = RunningLab.find(lab.name());
        if (running.isPresent() && !running.get().isBuiltFrom(lab)) {
            throw new LocalLabException(Message.of("session.builtin.differs", lab.name()));
        }
        if (running.isPresent()) {
            return new LabHosts(lab, ways, clock, running.get().routes(), Optional.empty());
        }
        return switch (ways.builtIn()) {
            case RUNNING ->
                    throw new LocalLabException(Message.of("session.builtin.missing", lab.name()));
            case STARTED ->
                    new LabHosts(
                            lab,
                            ways,
                            clock,
                            new LocalLabServer().spawn(lab.name(), ways.server()).routes(),
                            Optional.empty());
            case MOMENTARY -> {
                LocalLab started = LocalLab.start(lab);
                yield new LabHosts(lab, ways, clock, started.routes(), Optional.of(started));
            }
        };
    }

    private RemoteHost connect(ResolvedHost host) throws RemoteException, InterruptedException {
        SshRoute route =
                host.ssh().isPresent()
                        ? sshRoutes.of(host.name(), host.ssh().get())
                        : builtInRoutes.get(host.name());
        return connector.connect(route, questions, acceptNewHostKeys && !host.builtIn());
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
        return round.run(PingPlan.of(lab), newConnections(), live);
    }

    /// Starts watching all hosts.
    ///
    /// @param steadily whether every pair is pinged all the while
    /// @param listener told from several threads at once; must not block for long
    public LabWatch watch(boolean steadily, Consumer<ObservedEvent> listener) {
        MacOwners owners = MacOwners.of(lab);
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

    /// Watching and pinging close the connections they use, so they get their own.
    private Connections newConnections() {
        return host -> connect(lab.host(host));
    }

    /// Closes all connections, and a built-in lab that was started for the moment.
    @Override
    public void close() {
        hosts.values().forEach(HostAccess::close);
        momentary.ifPresent(LocalLab::close);
    }
}
