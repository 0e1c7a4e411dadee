package org.vxlab.plan;

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
import java.util.stream.Stream;

/// A folder with a lab, what its hosts answered, and the plan that must come of it.
///
/// `before.vxlab.yaml` and `by-hand.txt` say how the hosts came to be what they were when
/// [GoldenRecorder] wrote down their answers.
record GoldenCase(Path folder) {
    static final Path ALL = Path.of("src/test/resources/org/vxlab/plan/golden");
    static final String EXPECTED = "plan.txt";
    private static final List<String> ANSWERS =
            List.of("links.json", "fdb.json", "neighbours.json", "namespaces.txt");

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
        List<Output> outputs =
                ANSWERS.stream().map(name -> new Output(0, text(host, name), "")).toList();
        return StateReading.parse(outputs).state();
    }

    private String text(String host, String name) {
        try {
            return Files.readString(folder.resolve(host).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String host, List<String> answers) throws IOException {
        Files.createDirectories(folder.resolve(host));
        for (int i = 0; i < ANSWERS.size(); i++) {
            Files.writeString(folder.resolve(host).resolve(ANSWERS.get(i)), answers.get(i));
        }
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
