package org.vxlab.locallab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vxlab.locallab.LocalLab.UserNamespace;
import org.vxlab.topology.Message;
import org.vxlab.topology.ResolvedLab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

@Tag("kernel")
class RunningLabTest {
    @TempDir Path temporary;
    private Path runtime;

    /// What `vxlab lab serve` does.
    static final class Serve {
        private Serve() {}

        public static void main(String[] args) throws Exception {
            try {
                new LocalLabServer(Path.of(args[0])).serve(Labs.acrossARouter(args[1]), false);
            } catch (LocalLabException e) {
                System.err.println(e.text().key());
                System.exit(3);
            }
        }
    }

    @BeforeEach
    void systemAllowsLabs() throws Exception {
        Labs.start(Labs.flat(1), UserNamespace.WHEN_NEEDED).close();
        runtime = temporary.resolve("vxlab");
    }

    @Test
    void aSpawnedLabIsFoundAndUsedAndStopped() throws Exception {
        RunningLab spawned = spawn("kept");
        RunningLab found = RunningLab.find(runtime, "kept").orElseThrow();
        try {
            assertThat(found.routes()).isEqualTo(spawned.routes()).containsOnlyKeys("a", "b", "c");
            assertThat(RunningLab.all(runtime))
                    .extracting(RunningLab::name)
                    .containsExactly("kept");
            List<String> ping =
                    List.of("ssh", "-F", "" + found.sshConfig(), "a", "ping -c1 192.168.57.13");
            assertThat(Labs.run("", ping).exitCode()).isZero();
            assertThat(Labs.run("hostname; id -u; exit 7\n", found.shellCommand("c")))
                    .isEqualTo(new Labs.Said(7, "c\n0\n", ""));
            assertThatThrownBy(() -> found.shellCommand("z"))
                    .isInstanceOfSatisfying(
                            LocalLabException.class,
                            e ->
                                    assertThat(e.text())
                                            .isEqualTo(
                                                    Message.of(
                                                            "locallab.no-host", "z", "a, b, c")));
            assertThat(found.isBuiltFrom(Labs.acrossARouter("kept"))).isTrue();
            ResolvedLab other = new ResolvedLab("kept", List.of(), List.of(), List.of(), List.of());
            assertThat(found.isBuiltFrom(other)).isFalse();
            new Leftovers(Instant.now().plus(Duration.ofHours(1))).sweep(runtime);
            assertThat(RunningLab.find(runtime, "kept")).isPresent();
        } finally {
            found.stop();
        }
        assertThat(RunningLab.find(runtime, "kept")).isEmpty();
        assertThatThrownBy(() -> found.shellCommand("a")).isInstanceOf(LocalLabException.class);
        assertThat(runtime.resolve("kept")).doesNotExist();
        found.stop();
    }

    @Test
    void aSecondStartIsRefused() throws Exception {
        RunningLab first = spawn("once");
        try {
            assertThatThrownBy(() -> spawn("once")).isInstanceOf(LocalLabException.class);
            Labs.Said said = Labs.run("", program("once"));
            assertThat(said).isEqualTo(new Labs.Said(3, "", "locallab.already-running\n"));
            assertThat(RunningLab.find(runtime, "once")).isPresent();
        } finally {
            first.stop();
        }
    }

    @Test
    void whatTheProgramSaidIsPassedOnWhenItFailsAndNothingStays() {
        List<String> broken = List.of("sh", "-c", "echo no such luck >&2; exit 2");
        assertThatThrownBy(() -> new LocalLabServer(runtime).spawn("x", broken))
                .isInstanceOfSatisfying(
                        LocalLabException.class,
                        e ->
                                assertThat(e.text().arguments())
                                        .isEqualTo(List.of("x", "no such luck")));
        assertThat(runtime.resolve("x")).doesNotExist();
    }

    @Test
    void aStartThatIsCalledOffEndsTheProgram() throws Exception {
        Path pid = runtime.resolveSibling("pid-of-abandoned");
        List<String> program = List.of("sh", "-c", "echo $$ > \"$0\"; exec sleep 60", "" + pid);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller =
                Thread.ofPlatform()
                        .start(
                                () ->
                                        thrown.set(
                                                catchThrowable(
                                                        () ->
                                                                new LocalLabServer(runtime)
                                                                        .spawn(
                                                                                "abandoned",
                                                                                program))));
        while (!Files.exists(pid) || Files.readString(pid).isBlank()) {
            assertThat(caller.isAlive()).isTrue();
            Thread.sleep(20);
        }
        ProcessHandle sleeping =
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
        caller.interrupt();
        caller.join();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        sleeping.onExit().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aKilledProgramLeavesNoProcessNoNamespaceAndNoState() throws Exception {
        List<String> before = namedNamespaces();
        Process program = new ProcessBuilder(program("killed")).start();
        while (RunningLab.find(runtime, "killed").isEmpty()) {
            assertThat(program.isAlive()).isTrue();
            Thread.sleep(20);
        }
        List<ProcessHandle> all = program.descendants().toList();
        // A lab, and for each of three hosts and a router its starter, its pid 1 and a sleep.
        assertThat(all).hasSizeGreaterThanOrEqualTo(2 + 4 * 3);
        program.destroyForcibly().waitFor();
        for (ProcessHandle each : all) {
            each.onExit().get(10, TimeUnit.SECONDS);
        }
        assertThat(before).containsAll(namedNamespaces());
        assertThat(RunningLab.find(runtime, "killed")).isEmpty();
        assertThat(filesOf("killed")).containsExactly("lock");
        new Leftovers(Instant.now().plus(Duration.ofHours(1))).sweep(runtime);
        assertThat(runtime).isEmptyDirectory();
    }

    /// setfcap is what the kernel wants from uid 0, and only from it, to map itself
    /// (user_namespaces(7)).
    @Test
    void aProgramWithoutAnyCapabilityRunsLabsToo() throws Exception {
        List<String> argv =
                new ArrayList<>(
                        List.of("setpriv", "--bounding-set=-all,+setfcap", "--inh-caps=-all"));
        argv.addAll(program("powerless"));
        RunningLab lab = new LocalLabServer(runtime).spawn("powerless", argv);
        try {
            List<String> ping =
                    List.of("ssh", "-F", "" + lab.sshConfig(), "a", "ping -c1 192.168.57.13");
            assertThat(Labs.run("", ping).exitCode()).isZero();
        } finally {
            lab.stop();
        }
    }

    /// The number of user namespaces is a setting of each user namespace, so it can be tried.
    @Test
    void aSystemThatForbidsUserNamespacesIsNamed() throws Exception {
        List<String> argv =
                new ArrayList<>(List.of("unshare", "--user", "--map-root-user", "sh", "-c"));
        argv.add(
                "echo 0 > /proc/sys/user/max_user_namespaces && exec setpriv"
                        + " --bounding-set=-all,+setfcap --inh-caps=-all \"$@\"");
        argv.add("sh");
        argv.addAll(program("forbidden"));
        assertThat(Labs.run("", argv)).isEqualTo(new Labs.Said(3, "", "locallab.setting\n"));
    }

    @Test
    void aFolderOthersCanLookIntoIsRefused() throws Exception {
        Files.createDirectory(runtime);
        Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatThrownBy(() -> spawn("open"))
                .isInstanceOfSatisfying(
                        LocalLabException.class,
                        e -> assertThat(e.text().key()).isEqualTo("locallab.folder-not-private"));
    }

    private RunningLab spawn(String name) throws Exception {
        return new LocalLabServer(runtime).spawn(name, program(name));
    }

    private List<String> program(String name) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=none",
                "-cp",
                System.getProperty("java.class.path"),
                Serve.class.getName(),
                runtime.toString(),
                name);
    }

    private List<String> filesOf(String name) throws Exception {
        try (Stream<Path> files = Files.list(runtime.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /// Namespaces that are held by a name, not by a process.
    private static List<String> namedNamespaces() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/mountinfo")).stream()
                .filter(line -> line.contains(" - nsfs "))
                .toList();
    }
}
