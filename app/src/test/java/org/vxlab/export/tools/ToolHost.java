package org.vxlab.export.tools;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.vxlab.iproute.Command;
import org.vxlab.iproute.MalformedOutput;
import org.vxlab.iproute.Sandbox;
import org.vxlab.iproute.StateReading.Output;
import org.vxlab.plan.Ownership;
import org.vxlab.plan.Planner;
import org.vxlab.plan.Step;
import org.vxlab.topology.InterfaceAddress;
import org.vxlab.topology.Ip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A blank host in namespaces of its own, with the underlay of one host of the lab, on which
/// another tool may do its work as root.
final class ToolHost implements AutoCloseable {
    private static final int TRIES = 100;
    private static final long PAUSE_MS = 100;

    private final HostDevices host;
    private final Sandbox sandbox;

    private ToolHost(HostDevices host, Sandbox sandbox) {
        this.host = host;
        this.sandbox = sandbox;
    }

    /// Aborts the test where a tool is missing or the system allows no namespaces.
    static ToolHost of(HostDevices host, Path... tools) throws IOException {
        for (Path tool : tools) {
            assumeTrue(Files.isExecutable(tool), tool + " is not installed");
        }
        assumeTrue(
                System.getProperty("user.name").equals("root"),
                "the tool changes to users of its own, which only root can");
        ToolHost made = new ToolHost(host, Sandbox.open());
        made.underlay();
        return made;
    }

    private void underlay() throws IOException {
        String device = host.underlayDevice();
        String mtu = Integer.toString(host.blueprint().host().mtu());
        run("ip", "link", "add", "name", device, "mtu", mtu, "type", "veth", "peer", "name", "far");
        run("ip", "link", "set", "dev", "far", "mtu", mtu, "up");
        run("ip", "link", "set", "dev", device, "up");
        // With the broadcast address, as the tools set it at boot: where the address is there
        // without it, systemd-networkd 252 never comes to an end.
        InterfaceAddress address = host.blueprint().host().address();
        String broadcast = address.ip().family() == Ip.Family.V4 ? " brd +" : " nodad";
        run("sh", "-c", "ip addr add " + address + broadcast + " dev " + device);
    }

    void run(String... argv) throws IOException {
        sandbox.mustRun(argv);
    }

    /// Runs a line of shell text, whatever comes of it.
    Output shell(String line) throws IOException {
        return sandbox.run(Command.of("sh", "-c", line));
    }

    /// Does by hand what the format could not say.
    void runByHand(List<Gap> gaps) throws IOException {
        for (Gap gap : gaps) {
            for (Step step : gap.byHand()) {
                sandbox.mustRun(step.command());
            }
        }
    }

    /// What `apply` would still have to do here.
    List<String> remaining() throws IOException, MalformedOutput {
        Ownership owner = new Ownership(host.lab().name(), host.name());
        return Planner.plan(host.blueprint().wanted(), sandbox.read().state(), owner)
                .steps()
                .stream()
                .map(Step::text)
                .toList();
    }

    /// What `apply` has to do on a blank host.
    List<String> all() {
        return host.blueprint().up().stream().map(Step::text).toList();
    }

    /// The same, once it has come to what is expected, or after a while as it is.
    List<String> remaining(Predicate<List<String>> expected) throws Exception {
        List<String> steps = remaining();
        for (int i = 0; i < TRIES && !expected.test(steps); i++) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            steps = remaining();
        }
        return steps;
    }

    @Override
    public void close() throws IOException {
        sandbox.close();
    }
}
