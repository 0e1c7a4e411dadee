package org.vxlab.bench;

import org.vxlab.plan.HostPlan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// How the time of a push grows with the hosts and with the VNIs.
final class GrowthMeasure {
    private final World world;
    private final FullMesh mesh;
    private final int rounds;
    private final Report report;

    GrowthMeasure(World world, FullMesh mesh, int rounds, Report report) {
        this.world = world;
        this.mesh = mesh;
        this.rounds = rounds;
        this.report = report;
    }

    /// Half, a quarter and so on of the hosts, then of the VNIs.
    void run() throws Exception {
        report.title("growth, connections open (medians of " + rounds + ")");
        List<FullMesh> sizes = new ArrayList<>();
        for (int hosts : halves(mesh.hosts(), 2)) {
            sizes.add(new FullMesh(hosts, mesh.vnis(), mesh.identity()));
        }
        for (int vnis : halves(mesh.vnis() / 2, 1)) {
            sizes.add(new FullMesh(mesh.hosts(), vnis, mesh.identity()));
        }
        for (FullMesh size : sizes) {
            measure(size);
        }
    }

    private static List<Integer> halves(int most, int least) {
        return IntStream.iterate(most, n -> n >= least, n -> n / 2).boxed().toList().reversed();
    }

    private void measure(FullMesh size) throws Exception {
        try (Pusher pusher = new Pusher(world, size.resolved())) {
            List<HostPlan> plans = pusher.plans();
            plans.forEach(Scripts::batches);
            plans.forEach(Scripts::reset);
            Path reset = script(size, "reset");
            Path batches = script(size, "batches");
            Way floor = new Way("floor", () -> World.sh(batches));
            Way whole = new Way("push", () -> pusher.push(pusher.plans()));
            for (int round = -1; round < rounds; round++) {
                for (Way way : List.of(floor, whole)) {
                    World.sh(reset);
                    if (round < 0) {
                        way.warmUp();
                    } else {
                        way.measure();
                    }
                }
            }
            World.sh(reset);
            int commands = plans.stream().mapToInt(plan -> plan.steps().size()).sum();
            double median = whole.samples().median();
            report.line(
                    String.format(
                            Locale.ROOT,
                            "%3d hosts x %3d VNIs: %6d commands, read to verified %7.1f ms,"
                                    + " %6.1f us a command, %5.2f x floor",
                            size.hosts(),
                            size.vnis(),
                            commands,
                            median,
                            1000 * median / commands,
                            median / floor.samples().median()));
        }
    }

    private static Path script(FullMesh size, String file) {
        return World.write(
                "growth." + file,
                World.forAll(
                        size.hosts(),
                        host ->
                                World.inside(host)
                                        + " sh "
                                        + World.FOLDER.resolve(file + "." + FullMesh.host(host))));
    }
}
