package org.vxlab.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.apply.HostResult.End;
import org.vxlab.iproute.Command;
import org.vxlab.kernel.HostState;
import org.vxlab.plan.HostPlan;
import org.vxlab.plan.Step;
import org.vxlab.topology.Message;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class LabPushTest {
    private static final int HOSTS = LabPush.AT_ONCE + 8;

    private final CountDownLatch begun = new CountDownLatch(LabPush.AT_ONCE);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    @Test
    void leavesTheHostsThatWaitAsTheyAreWhenItIsStopped() throws Exception {
        List<HostPlan> plans =
                IntStream.range(0, HOSTS).mapToObj(number -> plan("h" + number)).toList();
        LabPush push = new LabPush("lab", hosts(plans), InstantSource.system(), _ -> {});
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<HostResult>> results =
                    thread.submit(() -> push.run(plans, LabPush.OnFailure.KEEP));
            begun.await();
            push.stop();
            mayGoOn.countDown();
            Map<End, Long> ends =
                    results.get().stream()
                            .collect(Collectors.groupingBy(HostResult::end, Collectors.counting()));
            assertThat(ends)
                    .containsOnly(
                            Map.entry(End.APPLIED, (long) LabPush.AT_ONCE),
                            Map.entry(End.NOT_STARTED, (long) HOSTS - LabPush.AT_ONCE));
        }
    }

    private Map<String, HostAccess> hosts(List<HostPlan> plans) {
        return plans.stream()
                .map(HostPlan::host)
                .collect(Collectors.toMap(Function.identity(), this::waiting));
    }

    private HostAccess waiting(String name) {
        return new HostAccess(
                name,
                () -> {
                    begun.countDown();
                    mayGoOn.await();
                    return new ScriptedHost(name, () -> "", () -> {});
                });
    }

    private static HostPlan plan(String host) {
        Step step =
                new Step(
                        Command.of("ip", "link", "set", "dev", "lo", "up"),
                        Step.Change.CHANGE,
                        Message.of("session.live.stopped"),
                        "lo",
                        Optional.empty());
        return new HostPlan(host, List.of(step), HostState.EMPTY, HostState.EMPTY);
    }
}
