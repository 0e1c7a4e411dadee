package org.vxlab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// How much memory the command line takes while it watches all hosts.
final class MemoryMeasure {
    private static final Duration WATCHED_FOR = Duration.ofSeconds(40);

    /// The event that tells that a host's tables were read; see docs/json.md.
    private static final String LIVE = "hostLive";

    private static final double MEGABYTE_IN_KB = 1024;

    private final World world;
    private final FullMesh mesh;
    private final Path image;
    private final Report report;

    MemoryMeasure(World world, FullMesh mesh, Path image, Report report) {
        this.world = world;
        this.mesh = mesh;
        this.image = image;
        this.report = report;
    }

    void run() throws Exception {
        try (Pusher pusher = new Pusher(world, mesh.resolved())) {
            pusher.push(pusher.plans());
        }
        Path labFile = World.write("memory.vxlab.yaml", mesh.text());
        Path said = World.FOLDER.resolve("observed");
        // The launcher becomes the program, so this is the program's own process.
        Process program =
                new ProcessBuilder(
                                image.resolve("bin/vxlab").toString(),
                                "observe",
                                "--json",
                                "--for",
                                WATCHED_FOR.toSeconds() + "s",
                                labFile.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        long most = 0;
        while (!program.waitFor(500, TimeUnit.MILLISECONDS)) {
            most = Math.max(most, residentKilobytes(program.pid()));
        }
        if (program.exitValue() != 0) {
            throw new IllegalStateException("vxlab observe: " + Files.readString(said));
        }
        List<String> lines = Files.readAllLines(said);
        long live = lines.stream().filter(line -> line.contains("\"" + LIVE + "\"")).count();
        if (live != mesh.hosts()) {
            throw new IllegalStateException("only " + live + " hosts were watched");
        }
        report.title(
                String.format(
                        Locale.ROOT,
                        "memory: vxlab observe, %d hosts x %d VNIs, %d lines printed",
                        mesh.hosts(),
                        mesh.vnis(),
                        lines.size()));
        report.goal("resident memory, most", most / MEGABYTE_IN_KB, 400, "MB");
    }

    /// VmHWM, the most it ever was (proc(5)); 0 once the process is gone.
    private static long residentKilobytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}
