package org.vxlab.iproute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.iproute.Batch.Ending;
import org.vxlab.iproute.StateReading.Output;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

class BatchTest {
    private static List<Command> commands(String... lines) {
        return Stream.of(lines).map(line -> Command.of(line.split(" "))).toList();
    }

    private static List<Command> runs(List<Batch> batches) {
        return batches.stream().map(Batch::run).toList();
    }

    @Test
    void putsNeighboursOfOneToolAndNamespaceTogether() {
        List<Command> commands =
                commands(
                        "ip link set dev a up",
                        "ip link set dev b up",
                        "bridge fdb append 00:00:00:00:00:00 dev a dst 10.0.0.1",
                        "ip netns add n1",
                        "ip -n n1 link set dev lo up",
                        "ip -n n1 link set dev eth0 up",
                        "ip -n n2 link set dev lo up",
                        "sysctl -w a=1",
                        "ip -6 route show",
                        "ip addr show");

        List<Batch> batches = Batch.group(commands, 64);

        assertThat(runs(batches))
                .containsExactly(
                        new Command(
                                List.of("ip", "-batch", "-"),
                                "link set dev a up\nlink set dev b up\n"),
                        commands.get(2),
                        commands.get(3),
                        new Command(
                                List.of("ip", "-n", "n1", "-batch", "-"),
                                "link set dev lo up\nlink set dev eth0 up\n"),
                        commands.get(6),
                        commands.get(7),
                        commands.get(8),
                        commands.get(9));
        assertThat(batches.stream().flatMap(batch -> batch.commands().stream()))
                .containsExactlyElementsOf(commands);
    }

    @Test
    void startsANewBatchWhenOneIsFull() {
        List<Command> commands =
                Collections.nCopies(10, Command.of("ip", "link", "set", "dev", "a", "up"));

        assertThat(Batch.group(commands, 4).stream().map(batch -> batch.commands().size()))
                .containsExactly(4, 4, 2);
    }

    @Test
    void keepsACommandWithInputAlone() {
        Command own = new Command(List.of("ip", "link", "show"), "text");

        assertThat(runs(Batch.group(List.of(own, own), 64))).containsExactly(own, own);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a\tb",
                "a\nb",
                "\"a",
                "it's",
                "#1",
                "a\\",
                "a\u0000",
                "\u00a0\u2028"
            })
    void leavesACommandAloneThatABatchWouldReadDifferently(String word) {
        Command plain = Command.of("ip", "link", "set", "dev", "a", "up");
        Command odd = Command.of("ip", "link", "set", "dev", "a", "alias", word);

        assertThat(runs(Batch.group(List.of(plain, odd, odd, plain), 64)))
                .containsExactly(plain, odd, odd, plain);
    }

    @Test
    void namesTheFailedCommandByItsLine() {
        Batch batch = Batch.group(commands("ip link a", "ip link b", "ip link c"), 64).getFirst();

        assertThat(
                        batch.ending(
                                1,
                                "Warning: w\nRTNETLINK answers: File exists\nCommand failed -:2\n"))
                .isEqualTo(
                        new Ending(
                                false,
                                OptionalInt.of(1),
                                "Warning: w\nRTNETLINK answers: File exists\n"));
        assertThat(batch.ending(0, "")).isEqualTo(new Ending(true, OptionalInt.empty(), ""));
        assertThat(batch.ending(1, "Command failed -:9\n").failed()).isEmpty();
        assertThat(batch.ending(137, "Killed\n"))
                .isEqualTo(new Ending(false, OptionalInt.empty(), "Killed\n"));
    }

    @Tag("kernel")
    @ParameterizedTest
    @CsvSource({
        "'link set dev lo up|link add name br1 type bridge|link add name br1 type bridge|link set"
                + " dev lo up', 2, File exists",
        "'link set dev lo up|link add name v type vxlan id 1 dev eth9 dstport 4789|link set dev lo"
                + " up', 1, Cannot find device",
        "'link set dev lo up|link add name v type vxlan id 1 local 1.2.3.999 dev lo dstport 4789',"
                + " 1, any valid address",
        "'link set dev lo up|link set dev lo up|link set dev lo master nope', 2, Device does not"
                + " exist",
        "'link set dev lo up|link set dev nope up|link set dev nope down', 1, Cannot find device",
        "'link set dev lo up|addr replace 10.0.0.1/99 dev lo', 1, valid",
        "'link set dev lo up|flub', 1, unknown"
    })
    void namesTheCommandThatTheRealToolRefused(String lines, int failed, String words)
            throws Exception {
        List<Command> commands =
                commands(Stream.of(lines.split("\\|")).map("ip "::concat).toArray(String[]::new));
        Batch batch = Batch.group(commands, 64).getFirst();

        try (Sandbox host = Sandbox.open()) {
            Output output = host.run(batch.run());
            Ending ending = batch.ending(output.exitCode(), output.stderr());

            assertThat(ending.succeeded()).isFalse();
            assertThat(ending.failed()).hasValue(failed);
            assertThat(ending.stderr()).contains(words).doesNotContain("Command failed");
        }
    }

    @Tag("kernel")
    @Test
    void namesTheForwardingEntryThatTheRealToolRefused() throws Exception {
        Batch batch =
                Batch.group(
                                commands(
                                        "bridge fdb append 00:00:00:00:00:00 dev v dst 10.0.0.2",
                                        "bridge fdb append 00:00:00:00:00:00 dev v dst 10.0.0.3",
                                        "bridge fdb add 00:00:00:00:00:00 dev v dst 10.0.0.3",
                                        "bridge fdb append 00:00:00:00:00:00 dev v dst 10.0.0.4"),
                                64)
                        .getFirst();
        try (Sandbox host = Sandbox.open()) {
            host.mustRun(
                    "ip", "link", "add", "name", "v", "type", "vxlan", "id", "1", "dstport",
                    "4789");

            Output output = host.run(batch.run());

            assertThat(batch.ending(output.exitCode(), output.stderr()).failed()).hasValue(2);
            assertThat(host.run(StateReading.FDB).stdout())
                    .contains("10.0.0.3")
                    .doesNotContain("10.0.0.4");
        }
    }

    @Tag("kernel")
    @Test
    void blamesTheFirstCommandWhenTheNamespaceIsMissing() throws Exception {
        Batch batch =
                Batch.group(commands("ip -n nope link set dev lo up", "ip -n nope addr show"), 64)
                        .getFirst();
        try (Sandbox host = Sandbox.open()) {
            Output output = host.run(batch.run());

            assertThat(batch.ending(output.exitCode(), output.stderr()).failed()).hasValue(0);
        }
    }
}
