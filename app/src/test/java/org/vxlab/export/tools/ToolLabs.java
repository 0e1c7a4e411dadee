package org.vxlab.export.tools;

import org.vxlab.export.Export;
import org.vxlab.export.ExportSource;
import org.vxlab.export.ExportedFile;
import org.vxlab.export.ExportedLabs;
import org.vxlab.session.LabFile;
import org.vxlab.session.LabReading;
import org.vxlab.topology.ResolvedLab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The labs the formats are tried on, and what is done with an export in tests.
final class ToolLabs {
    private static final Path TEMPLATES = Path.of("../lab-templates");
    private static final Path EVERYTHING =
            Path.of("src/test/resources/org/vxlab/export/tools/everything.vxlab.yaml");

    private ToolLabs() {}

    /// A lab that has every setting.
    static ExportSource everything() {
        return source(EVERYTHING);
    }

    static ExportSource template(String name) {
        return source(TEMPLATES.resolve(name).resolve(name + ".vxlab.yaml"));
    }

    /// The templates, and two labs made hard.
    static Stream<ExportSource> all() throws IOException {
        return Stream.concat(ExportedLabs.files(), Stream.of(EVERYTHING)).map(ToolLabs::source);
    }

    static HostDevices host(ExportSource source, String name) {
        return HostDevices.withTunnels(source).stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static ExportSource inChinese(ExportSource source) {
        return ExportedLabs.source(source.lab(), Locale.SIMPLIFIED_CHINESE);
    }

    /// A lab of two hosts that are reached over SSH.
    ///
    /// @param ssh how the first is reached, as in a lab file; the second by the alias `lab-b`
    static ExportSource overSsh(String ssh) {
        return source(
                LabFile.read(
                        """
                        vxlab: 1
                        name: far
                        underlay: { networks: [ { name: lan, subnet: 192.168.56.0/24 } ] }
                        hosts:
                          - name: a
                            ssh: %s
                            underlay: { network: lan, address: 192.168.56.11/24 }
                          - name: b
                            ssh: lab-b
                            underlay: { network: lan, device: ens3, address: 192.168.56.12/24 }
                        segments:
                          - vni: 10
                            members: [ { host: a, address: 10.0.0.1/24 }, { host: b } ]
                        """
                                .formatted(ssh)));
    }

    private static ExportSource source(Path file) {
        try {
            return source(LabFile.read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExportSource source(LabReading reading) {
        return ExportedLabs.source(ResolvedLab.of(reading.lab().orElseThrow()), Locale.ROOT);
    }

    static List<String> paths(Export export) {
        return export.files().stream().map(ExportedFile::path).toList();
    }

    /// Writes the files of an export below a folder.
    static void write(Export export, Path folder) throws IOException {
        for (ExportedFile file : export.files()) {
            Path path = folder.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.text());
            if (file.executable() && !path.toFile().setExecutable(true)) {
                throw new IOException("cannot make executable: " + path);
            }
        }
    }
}
