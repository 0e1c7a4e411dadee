package org.vxlab.bench;

import org.vxlab.apply.HostAccess;
import org.vxlab.apply.HostResult;
import org.vxlab.apply.HostSurvey;
import org.vxlab.apply.LabPush;
import org.vxlab.apply.Surveyor;
import org.vxlab.iproute.Batch;
import org.vxlab.iproute.Command;
import org.vxlab.iproute.StateReading;
import org.vxlab.plan.HostPlan;
import org.vxlab.remote.Outcome;
import org.vxlab.remote.RemoteException;
import org.vxlab.remote.RemoteHost.OnFailure;
import org.vxlab.remote.SshConnector;
import org.vxlab.topology.ResolvedLab;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// The program at work on the hosts of a lab, from the whole push down to the bare commands.
final class Pusher implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /// As many commands in a batch as a push of the program sends.
    private static final int BATCH_STEPS = 256;

    private final ResolvedLab lab;
    private final Map<String, HostAccess> hosts;
    private final Surveyor surveyor;

    Pusher(World world, ResolvedLab lab) {
        this.lab = lab;
        this.hosts = world.accesses(new SshConnector(), lab.hosts().size());
        this.surveyor = new Surveyor(lab, hosts);
    }

    /// Reads all hosts and plans.
    List<HostPlan> plans() throws InterruptedException {
        return surveyor.survey(Surveyor.Goal.LAB).stream()
                .map(
                        survey ->
                                switch (survey) {
                                    case HostSurvey.Read read when read.isReady() -> read.plan();
                                    case HostSurvey.Read read ->
                                            throw new IllegalStateException(read.problems() + "");
                                    case HostSurvey.Away away ->
                                            throw new IllegalStateException(away.toString());
                                })
                .toList();
    }

    /// Carries plans out and verifies them.
    void push(List<HostPlan> plans) throws InterruptedException {
        for (HostResult result :
                new LabPush(lab.name(), hosts, InstantSource.system(), _ -> {})
                        .run(plans, LabPush.OnFailure.KEEP)) {
            if (!result.succeeded()) {
                throw new IllegalStateException(result.toString());
            }
        }
    }

    /// A push as a person asks for it: holds the hosts, reads, plans, carries out, verifies, and
    /// gives the hosts back.
    ///
    /// @return what was carried out
    List<HostPlan> whole() throws InterruptedException {
        hosts.values().forEach(host -> host.hold(lab.name(), Instant.now()));
        try {
            List<HostPlan> plans = plans();
            push(plans);
            return plans;
        } finally {
            hosts.values().forEach(HostAccess::release);
        }
    }

    /// Only has the commands of the plans carried out.
    void send(List<HostPlan> plans) throws Exception {
        onAll(
                plans.stream()
                        .map(
                                plan ->
                                        new Run(
                                                plan.host(),
                                                () ->
                                                        Scripts.batchesOf(plan, BATCH_STEPS)
                                                                .stream()
                                                                .map(Batch::run)
                                                                .toList()))
                        .toList());
    }

    /// Only has the hosts' state printed and sent here.
    void read() throws Exception {
        onAll(hosts.keySet().stream().map(host -> new Run(host, StateReading::commands)).toList());
    }

    /// @param commands made on the thread of the host, as in a push
    private record Run(String host, Supplier<List<Command>> commands) {}

    private void onAll(List<Run> runs) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Outcome>>> running = new ArrayList<>();
            for (Run run : runs) {
                running.add(threads.submit(() -> outcomes(run)));
            }
            for (Future<List<Outcome>> one : running) {
                for (Outcome outcome : one.get()) {
                    if (!outcome.succeeded()) {
                        throw new IllegalStateException(outcome.toString());
                    }
                }
            }
        }
    }

    private List<Outcome> outcomes(Run run) throws RemoteException, InterruptedException {
        return hosts.get(run.host())
                .open()
                .run(run.commands().get(), OnFailure.STOP, _ -> {}, LIMIT);
    }

    @Override
    public void close() {
        hosts.values().forEach(HostAccess::close);
    }
}
