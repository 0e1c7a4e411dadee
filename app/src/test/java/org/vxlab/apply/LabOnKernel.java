package org.vxlab.apply;

import org.junit.jupiter.api.Assumptions;
import org.vxlab.iproute.Command;
import org.vxlab.kernel.HostState;
import org.vxlab.locallab.LocalLab;
import org.vxlab.locallab.LocalLabException;
import org.vxlab.plan.HostPlan;
import org.vxlab.plan.Owned;
import org.vxlab.plan.Ownership;
import org.vxlab.remote.Outcome;
import org.vxlab.remote.Questions;
import org.vxlab.remote.RemoteHost;
import org.vxlab.remote.SshConnector;
import org.vxlab.session.LabFile;
import org.vxlab.topology.ResolvedLab;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/// Namespaces of this machine as the hosts of a lab, reached over SSH, for tests that let the
/// kernel judge.
final class LabOnKernel implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    final Map<String, HostAccess> hosts = new LinkedHashMap<>();
    final ConcurrentLinkedQueue<PushEvent> events = new ConcurrentLinkedQueue<>();
    private final LocalLab namespaces;
    private final SshConnector connector = new SshConnector();

    private LabOnKernel(LocalLab namespaces) {
        this.namespaces = namespaces;
        namespaces.routes().keySet().forEach(host -> hosts.put(host, another(host)));
    }

    /// A way to a host as another program has it.
    HostAccess another(String host) {
        return new HostAccess(
                host,
                () -> connector.connect(namespaces.routes().get(host), Questions.NONE, false));
    }

    /// Starts the hosts and the underlay of a lab, or skips the test where the system forbids it.
    static LabOnKernel start(ResolvedLab lab) throws InterruptedException {
        try {
            return new LabOnKernel(LocalLab.start(lab));
        } catch (LocalLabException forbidden) {
            Assumptions.abort("no namespaces here: " + forbidden.getMessage());
            throw new IllegalStateException(forbidden);
        }
    }

    static ResolvedLab lab(String text) {
        return ResolvedLab.of(LabFile.read(text).lab().orElseThrow());
    }

    /// Surveys all hosts; every one must be ready.
    List<HostSurvey.Read> survey(ResolvedLab lab, Surveyor.Goal goal) throws InterruptedException {
        return new Surveyor(lab, hosts)
                .survey(goal).stream()
                        .map(
                                survey ->
                                        switch (survey) {
                                            case HostSurvey.Read read -> read;
                                            case HostSurvey.Away away ->
                                                    throw new AssertionError(away.toString());
                                        })
                        .toList();
    }

    List<HostPlan> plans(ResolvedLab lab, Surveyor.Goal goal) throws InterruptedException {
        return survey(lab, goal).stream().map(HostSurvey.Read::plan).toList();
    }

    List<HostResult> push(ResolvedLab lab, List<HostPlan> plans, LabPush.OnFailure onFailure)
            throws InterruptedException {
        return new LabPush(lab.name(), hosts, InstantSource.system(), events::add)
                .run(plans, onFailure);
    }

    /// What the lab owns on a host, as the kernel has it now.
    HostState owned(ResolvedLab lab, String host) throws Exception {
        return Owned.of(HostReader.state(hosts.get(host).open()), new Ownership(lab.name(), host));
    }

    /// Runs something on a host.
    List<Outcome> run(String host, List<Command> commands) throws Exception {
        return hosts.get(host).open().run(commands, RemoteHost.OnFailure.STOP, _ -> {}, LIMIT);
    }

    /// Whether one of a few pings gets through; the first may be lost to ARP.
    boolean pings(String host, String... pingArguments) throws Exception {
        Command ping =
                Command.of(
                        Stream.concat(
                                        Stream.of("ping", "-c", "1", "-W", "1"),
                                        Stream.of(pingArguments))
                                .toArray(String[]::new));
        for (int attempt = 0; attempt < 5; attempt++) {
            if (run(host, List.of(ping)).getLast().succeeded()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        hosts.values().forEach(HostAccess::close);
        namespaces.close();
    }
}
