package org.vxlab.export.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vxlab.export.Export;
import org.vxlab.export.ExportFormat;
import org.vxlab.export.ExportSource;
import org.vxlab.iproute.StateReading.Output;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What ifupdown2 makes of exported files is what `apply` makes.
///
/// It would take over the machine's own network if it were installed, so it is run from a package
/// that was only unpacked (`dpkg-deb -x`).
@Tag("kernel")
class Ifupdown2KernelTest {
    private static final String UNPACKED = "VXLAB_IFUPDOWN2";

    /// It writes below /etc and /var/lib, and has to be called `ifup`.
    private static final String PREPARE =
            """
            set -e
            mkdir -p /run/network /run/over
            mount -t tmpfs tmpfs /run/over
            mkdir /run/over/up /run/over/work
            mount -t overlay overlay -o lowerdir=/etc,upperdir=/run/over/up,workdir=/run/over/work /etc
            mount -t tmpfs tmpfs /var/lib
            mount -t sysfs sysfs /sys
            mkdir -p /etc/network /var/lib/ifupdown2
            cp -r "$1"/etc/network/. /etc/network/
            touch /etc/network/interfaces
            for n in ifup ifdown; do ln -s "$1"/usr/share/ifupdown2/__main__.py /run/network/$n; done
            """;

    @TempDir private Path folder;

    static Stream<ExportSource> labs() throws Exception {
        return ToolLabs.all();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void ifupMakesWhatApplyMakes(ExportSource source) throws Exception {
        String tree = System.getenv(UNPACKED);
        assumeTrue(
                tree != null,
                UNPACKED + " names no folder in which ifupdown2's package is unpacked");
        Export export = ExportFormat.IFUPDOWN2.of(source);
        ToolLabs.write(export, folder);
        for (HostDevices host : HostDevices.withTunnels(source)) {
            Path file = folder.resolve(host.name()).resolve("vxlab-" + source.lab().name());
            if (!Files.exists(file)) {
                assertThat(export.leftOut().toString())
                        .contains(host.name() + ", " + host.deviceWithBrackets().orElseThrow());
                continue;
            }
            try (ToolHost there = ToolHost.of(host, Path.of("/usr/bin/python3"))) {
                there.run("sh", "-c", PREPARE, "prepare", tree);
                Output output = run(there, tree, "ifup", file);
                there.runByHand(host.workloadGaps());
                assertThat(there.remaining())
                        .as(output.stdout() + output.stderr() + Files.readString(file))
                        .isEmpty();
            }
        }
    }

    private static Output run(ToolHost there, String tree, String tool, Path file)
            throws Exception {
        return there.shell(
                "PYTHONPATH='%s/usr/share' python3 /run/network/%s -a -i '%s'"
                        .formatted(tree, tool, file));
    }
}
