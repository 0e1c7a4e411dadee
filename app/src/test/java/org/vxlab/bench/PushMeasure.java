package org.vxlab.bench;

import org.vxlab.plan.HostPlan;
import org.vxlab.topology.ResolvedLab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Pushes of one lab by the program and by what people would use instead, in turn.
final class PushMeasure {
    /// Rounds that are not counted, for the program that is said to be running already.
    private static final int WARM_UP = 4;

    /// The kernel frees what was deleted a moment later.
    private static final Duration AFTER_RESET = Duration.ofMillis(200);

    private static final String ANSIBLE = "ansible-playbook";

    private static final String CURVE25519 = "-o KexAlgorithms=curve25519-sha256";

    private final World world;
    private final FullMesh mesh;
    private final int rounds;
    private final Path image;
    private final Report report;

    /// @param image a folder with `bin/vxlab`; where there is none the cold start is left out
    PushMeasure(World world, FullMesh mesh, int rounds, Path image, Report report) {
        this.world = world;
        this.mesh = mesh;
        this.rounds = rounds;
        this.image = image;
        this.report = report;
    }

    void run() throws Exception {
        ResolvedLab lab = mesh.resolved();
        Path labFile = World.write("bench.vxlab.yaml", mesh.text());
        try (Pusher open = new Pusher(world, lab)) {
            List<HostPlan> plans = open.plans();
            plans.forEach(Scripts::oneByOne);
            plans.forEach(Scripts::batches);
            plans.forEach(Scripts::reset);
            int hosts = mesh.hosts();
            Path reset = World.write("reset", World.forAll(hosts, h -> inside(h, "reset")));

            Way floor = sh("floor: batches in the namespaces, no SSH", h -> inside(h, "batches"));
            Way send = new Way("open: commands only", () -> open.send(plans));
            Way push = new Way("open: commands, verified", () -> open.push(plans));
            Way whole = new Way("open: read, plan, commands, verified", open::whole);
            Way connectSend =
                    connecting(lab, "connect, commands only", pusher -> pusher.send(plans));
            Way connectWhole =
                    connecting(lab, "connect, read, plan, commands, verified", Pusher::whole);
            Way script = sh("parallel ssh, a shell script per host", h -> ssh(h, "", "script"));
            Way batch = sh("parallel ssh, batches", h -> ssh(h, "", "batches"));
            Way curve = sh("parallel ssh, batches, curve25519", h -> ssh(h, CURVE25519, "batches"));
            List<Way> ways =
                    new ArrayList<>(
                            List.of(
                                    floor,
                                    send,
                                    push,
                                    whole,
                                    connectSend,
                                    connectWhole,
                                    curve,
                                    batch,
                                    script));
            Optional<Way> ansible = ansible();
            ansible.ifPresent(ways::add);
            Way cold = cold(labFile);
            boolean hasImage = Files.isExecutable(image.resolve("bin/vxlab"));
            if (hasImage) {
                ways.add(cold);
            }
            List<Way> inProgram = List.of(send, whole, connectSend, connectWhole);
            for (int round = -WARM_UP; round < rounds; round++) {
                // Nobody always comes right after the same other.
                List<Way> turns = new ArrayList<>(round < 0 ? inProgram : ways);
                Collections.rotate(turns, round);
                for (Way way : turns) {
                    World.sh(reset);
                    Thread.sleep(AFTER_RESET);
                    if (round < 0) {
                        way.warmUp();
                    } else {
                        way.measure();
                    }
                }
            }
            int commands = plans.stream().mapToInt(plan -> plan.steps().size()).sum();
            report.title(
                    String.format(
                            Locale.ROOT,
                            "push: %d hosts x %d VNIs, %d commands, %d rounds",
                            hosts,
                            mesh.vnis(),
                            commands,
                            rounds));
            report.ways(ways, floor);
            report.ratio("push, connections open: commands / floor", send, floor, 1.1);
            report.ratio(
                    "push with connecting: commands / parallel ssh, batches, curve25519",
                    connectSend,
                    curve,
                    0.8);
            ansible.ifPresent(
                    other ->
                            report.ratio(
                                    "push with connecting: verified / ansible, a script per host",
                                    connectWhole,
                                    other,
                                    0.1));
            if (hasImage) {
                report.ratio("vxlab apply, cold / parallel ssh, batches", cold, batch, 1.2);
                report.ratio("vxlab apply, cold / parallel ssh, scripts", cold, script, 1.0);
            }
            again(open);
            World.sh(reset);
        }
    }

    /// The push that has nothing to do.
    private void again(Pusher open) throws Exception {
        open.push(open.plans());
        Way read = new Way("reading the state, nothing else", open::read);
        Way again =
                new Way(
                        "push with nothing to change",
                        () -> {
                            if (!open.whole().stream().allMatch(HostPlan::isEmpty)) {
                                throw new IllegalStateException("a second push has changes");
                            }
                        });
        for (int round = -2 * WARM_UP; round < 3 * rounds; round++) {
            for (Way way : List.of(read, again)) {
                if (round < 0) {
                    way.warmUp();
                } else {
                    way.measure();
                }
            }
        }
        report.title("second push, connections open");
        report.ways(List.of(read, again), read);
        report.ratio("second push / reading the state", again, read, 1.2);
    }

    private interface WithPusher {
        void run(Pusher pusher) throws Exception;
    }

    private Way connecting(ResolvedLab lab, String name, WithPusher work) {
        List<Pusher> used = new ArrayList<>();
        return new Way(
                name,
                () -> {
                    Pusher fresh = new Pusher(world, lab);
                    used.add(fresh);
                    work.run(fresh);
                },
                () -> used.removeFirst().close());
    }

    /// Ansible tuned as its users do: no facts, a script per host, pipelining, all hosts at once.
    private Optional<Way> ansible() {
        boolean isThere =
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, ANSIBLE)));
        if (!isThere) {
            return Optional.empty();
        }
        StringBuilder inventory = new StringBuilder("[all]\n");
        for (int host = 1; host <= mesh.hosts(); host++) {
            inventory
                    .append(FullMesh.host(host))
                    .append(" ansible_host=")
                    .append(FullMesh.address(host))
                    .append('\n');
        }
        inventory.append(
                "[all:vars]\nansible_user=root\nansible_python_interpreter=/usr/bin/python3\n");
        inventory.append("ansible_ssh_private_key_file=").append(World.KEY).append('\n');
        Path hosts = World.write("inventory", inventory.toString());
        Path play =
                World.write(
                        "play.yml",
                        """
                        - hosts: all
                          gather_facts: false
                          tasks:
                            - ansible.builtin.shell:
                                cmd: sh
                                stdin: "{{ lookup('file', '%s/batches.' + inventory_hostname) }}"
                        """
                                .formatted(World.FOLDER));
        List<String> argv =
                List.of(
                        "env",
                        "ANSIBLE_PIPELINING=True",
                        "ANSIBLE_FORKS=" + mesh.hosts(),
                        ANSIBLE,
                        "-i",
                        hosts.toString(),
                        play.toString());
        return Optional.of(new Way("ansible, a script per host, tuned", () -> World.run(argv)));
    }

    private Way cold(Path labFile) {
        List<String> argv =
                List.of(image.resolve("bin/vxlab").toString(), "apply", labFile.toString());
        return new Way("vxlab apply from a cold start", () -> World.run(argv));
    }

    private Way sh(String name, IntFunction<String> each) {
        Path script =
                World.write("way." + name.replace(' ', '-'), World.forAll(mesh.hosts(), each));
        return new Way(name, () -> World.sh(script));
    }

    private static String inside(int host, String file) {
        return World.inside(host) + " sh " + file(host, file);
    }

    private static String ssh(int host, String options, String file) {
        return World.ssh(host, options) + " sh <" + file(host, file);
    }

    private static Path file(int host, String file) {
        return World.FOLDER.resolve(file + "." + FullMesh.host(host));
    }
}
