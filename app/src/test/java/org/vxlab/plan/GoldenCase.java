package org.vxlab.plan;

import org.vxlab.iproute.Command;
import org.vxlab.iproute.StateReading;
import org.vxlab.iproute.StateReading.Output;
import org.vxlab.kernel.HostState;
import org.vxlab.session.LabFile;
import org.vxlab.topology.ResolvedLab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A folder with a lab, what its hosts answered, and the plan that must come of it.
///
/// `before.vxlab.yaml` and `by-hand.txt` say how the hosts came to be what they were when
/// [GoldenRecorder] wrote down their answers.
record GoldenCase(Path folder) {
    static final Path ALL = Path.of("src/test/resources/org/vxlab/plan/golden");
    static final String EXPECTED = "plan.txt";
    private static final String LINKS = "links.json";
    private static final String FDB = "fdb.json";
    private static final String NEIGHBOURS = "neighbours.json";
    private static final String NAMESPACES = "namespaces.txt";

    static List<GoldenCase> all() throws IOException {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.sorted().map(GoldenCase::new).toList();
        }
    }

    ResolvedLab lab() throws IOException {
        return read("lab.vxlab.yaml");
    }

    ResolvedLab read(String file) throws IOException {
        return ResolvedLab.of(LabFile.read(folder.resolve(file)).lab().orElseThrow());
    }

    HostState actual(String host) throws Exception {
        return StateReading.parse(
                        List.of(
                                printed(text(host, LINKS) + text(host, NEIGHBOURS)),
                                printed(text(host, FDB)),
                                printed(text(host, NAMESPACES))))
                .state();
    }

    private static Output printed(String text) {
        return new Output(0, text, "");
    }

    private String text(String host, String name) {
        try {
            return Files.readString(folder.resolve(host).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What these commands printed is written down for a host, each in its file.
    static Map<String, Command> questions() {
        return Map.of(
                LINKS, StateReading.LINKS,
                FDB, StateReading.FDB,
                NEIGHBOURS, StateReading.NEIGHBOURS,
                NAMESPACES, StateReading.NAMESPACES);
    }

    void write(String host, String file, String answer) throws IOException {
        Files.createDirectories(folder.resolve(host));
        Files.writeString(folder.resolve(host).resolve(file), answer);
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
