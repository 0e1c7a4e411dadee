package org.vxlab.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Runs the measurements that `bench/side-by-side` was asked for, and prints them.
public final class SideBySide {
    private SideBySide() {}

    /// @param words number of hosts, of VNIs, of rounds, the image's folder, then the parts
    public static void main(String[] words) throws Exception {
        int hosts = Integer.parseInt(words[0]);
        int vnis = Integer.parseInt(words[1]);
        int rounds = Integer.parseInt(words[2]);
        Path image = Path.of(words[3]);
        List<String> parts = Arrays.asList(words).subList(4, words.length);
        World world = new World(hosts);
        FullMesh mesh = new FullMesh(hosts, vnis, Optional.of(World.KEY.toString()));
        Report report = new Report(System.out);
        for (String part : parts) {
            switch (part) {
                case "push" -> new PushMeasure(world, mesh, rounds, image, report).run();
                case "watch" -> new WatchMeasure(world, mesh, rounds, report).run();
                case "growth" -> new GrowthMeasure(world, mesh, rounds, report).run();
                case "memory" -> new MemoryMeasure(world, mesh, image, report).run();
                default -> throw new IllegalArgumentException("no part " + part);
            }
        }
        report.printGoals();
    }
}
