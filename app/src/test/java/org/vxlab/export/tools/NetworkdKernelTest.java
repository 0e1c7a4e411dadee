package org.vxlab.export.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vxlab.export.Export;
import org.vxlab.export.ExportFormat;
import org.vxlab.export.ExportSource;
import org.vxlab.iproute.StateReading.Output;
import org.vxlab.kernel.Link;
import org.vxlab.plan.Step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What systemd-networkd makes of exported files is what `apply` makes, by the kernel's account.
@Tag("kernel")
class NetworkdKernelTest {
    private static final Path NETWORKD = Path.of("/lib/systemd/systemd-networkd");
    private static final Path GENERATE = Path.of("/usr/libexec/netplan/generate");

    /// With less a device has no IPv6 (RFC 8200 section 5).
    private static final int IPV6_MTU = 1280;

    /// networkd waits for udev wherever it can write to /sys.
    private static final String PREPARE =
            """
            set -e
            mount -t sysfs sysfs /sys && mount -o remount,ro,bind /sys
            mount -t tmpfs tmpfs /etc/systemd/network
            mkdir -p /run/systemd/network /run/systemd/netif/links /run/systemd/netif/leases
            chown -R systemd-network: /run/systemd/netif
            """;

    @TempDir private Path folder;

    static Stream<ExportSource> labs() throws Exception {
        return ToolLabs.all();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void networkdMakesWhatApplyMakes(ExportSource source) throws Exception {
        Export export = ExportFormat.NETWORKD.of(source);
        ToolLabs.write(export, folder);
        for (HostDevices host : HostDevices.withTunnels(source)) {
            try (ToolHost there = ToolHost.of(host, NETWORKD)) {
                start(there, "cp '" + folder.resolve(host.name()) + "'/* /etc/systemd/network/");
                compare(there, host);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("labs")
    void netplanAndItsDropInsMakeWhatApplyMakes(ExportSource source) throws Exception {
        Export export = ExportFormat.NETPLAN.of(source);
        ToolLabs.write(export, folder);
        for (HostDevices host : HostDevices.withTunnels(source)) {
            if (!Files.isDirectory(folder.resolve(host.name()))) {
                assertThat(export.leftOut().toString())
                        .contains(host.name() + ", " + host.deviceWithBrackets().orElseThrow());
                continue;
            }
            try (ToolHost there = ToolHost.of(host, NETWORKD, GENERATE)) {
                Path root = folder.resolve("root-" + host.name());
                Files.createDirectories(root.resolve("etc/netplan"));
                String name = "60-vxlab-" + source.lab().name() + ".yaml";
                Files.copy(
                        folder.resolve(host.name()).resolve(name),
                        root.resolve("etc/netplan").resolve(name));
                Output generated = there.shell(GENERATE + " --root-dir '" + root + "'");
                assertThat(generated.exitCode()).as(generated.stderr()).isZero();
                start(
                        there,
                        "cp '%s'/run/systemd/network/* /run/systemd/network/".formatted(root)
                                + " && cp -r '%s'/networkd/. /etc/systemd/network/"
                                        .formatted(folder.resolve(host.name())));
                compare(there, host);
            }
        }
    }

    private static void start(ToolHost there, String copy) throws Exception {
        there.run("sh", "-c", PREPARE + copy);
        there.run("sh", "-c", NETWORKD + " >/run/networkd.log 2>&1 &");
    }

    private static void compare(ToolHost there, HostDevices host) throws Exception {
        List<Gap> gaps = new ArrayList<>(Networkd.bridgeEntryGaps(host));
        gaps.addAll(host.workloadGaps());
        List<String> byHand =
                wantedOf(
                        gaps.stream()
                                .flatMap(gap -> gap.byHand().stream())
                                .map(Step::text)
                                .toList());

        assertThat(there.remaining(steps -> byHand.containsAll(wantedOf(steps))))
                .as(host.name() + "\n" + there.shell("tail -20 /run/networkd.log").stdout())
                .filteredOn(step -> !isUnsaid(step))
                .containsExactlyInAnyOrderElementsOf(byHand);
        there.runByHand(gaps);
        assertThat(wantedOf(there.remaining())).isEmpty();
        for (Link link : host.links()) {
            if (link.mtu() >= IPV6_MTU) {
                assertThat(there.shell("ip -d link show dev '" + link.name() + "'").stdout())
                        .contains("addrgenmode none");
            }
        }
    }

    private static List<String> wantedOf(List<String> steps) {
        return steps.stream().filter(step -> !isUnsaid(step)).toList();
    }

    /// Without udev there is no alias, with which `addrgenmode` goes; static entries are permanent.
    private static boolean isUnsaid(String step) {
        return step.matches("ip link set dev \\S+ (alias|addrgenmode) .*")
                || step.matches("ip link set dev '[^']+' (alias|addrgenmode) .*")
                || step.matches("bridge fdb replace .* self static");
    }
}
