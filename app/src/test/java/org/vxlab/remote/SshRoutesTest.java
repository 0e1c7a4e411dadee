package org.vxlab.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vxlab.topology.Message;
import org.vxlab.topology.SshTarget;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

class SshRoutesTest {
    @TempDir Path home;

    @Test
    void fillsInTheDefaultsOfOpenSsh() throws Exception {
        assertThat(route("", alias("10.0.0.1")))
                .isEqualTo(
                        new SshRoute(
                                "h1",
                                "10.0.0.1",
                                22,
                                "me",
                                List.of(ssh("id_ed25519"), ssh("id_ecdsa"), ssh("id_rsa")),
                                true,
                                List.of(
                                        ssh("known_hosts"),
                                        ssh("known_hosts2"),
                                        Path.of("/etc/ssh/ssh_known_hosts")),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void takesTheFirstValueOfTheConfiguration() throws Exception {
        SshRoute route =
                route(
                        """
                        # a comment
                        Host web-? !web-9
                            HostName %h.example.org
                            user = "lab user"
                          PORT=2222
                            IdentityFile ~/keys/%r@%h
                            IdentityFile %d/%u
                            UserKnownHostsFile "~/known here" /other
                            ConnectTimeout 3
                            IdentitiesOnly yes
                            StrictHostKeyChecking yes
                        Host *
                            Port 99
                            User other
                            IdentityFile /last
                            StrictHostKeyChecking no
                        """,
                        alias("web-1"));
        assertThat(route)
                .isEqualTo(
                        new SshRoute(
                                "h1",
                                "web-1.example.org",
                                2222,
                                "lab user",
                                List.of(
                                        home.resolve("keys/lab user@web-1.example.org"),
                                        home.resolve("me"),
                                        Path.of("/last")),
                                false,
                                List.of(
                                        home.resolve("known here"),
                                        Path.of("/other"),
                                        Path.of("/etc/ssh/ssh_known_hosts")),
                                Optional.empty(),
                                Optional.empty(),
                                true,
                                Duration.ofSeconds(3)));
        assertThat(route("Host web-? !web-9\nPort 1\n", alias("web-9")).port()).isEqualTo(22);
        assertThat(route("Host *\nStrictHostKeyChecking no\n", alias("x")).strict()).isFalse();
    }

    @Test
    void takesADestinationAsSshDoes() throws Exception {
        SshRoute route =
                route(
                        "Host vm\nHostName 10.0.0.1\nUser x\nPort 2200\n",
                        new SshTarget.Alias("root@vm"));
        assertThat(route.user()).isEqualTo("root");
        assertThat(route.address()).isEqualTo("10.0.0.1");
        assertThat(route.port()).isEqualTo(2200);
        assertThat(route("", new SshTarget.Alias("me@10.0.0.7")).address()).isEqualTo("10.0.0.7");
    }

    @Test
    void putsTheLabFileFirst() throws Exception {
        SshTarget target =
                new SshTarget.Address(
                        "10.0.0.1",
                        Optional.of(2200),
                        Optional.of("root"),
                        Optional.of("~/lab-key"),
                        Optional.of(false),
                        Optional.of("none"));
        SshRoute route = route("Host *\nPort 1\nUser x\nIdentityFile /a\nProxyJump b\n", target);
        assertThat(route.port()).isEqualTo(2200);
        assertThat(route.user()).isEqualTo("root");
        assertThat(route.identities()).containsExactly(home.resolve("lab-key"), Path.of("/a"));
        assertThat(route.sudo()).contains(false);
        assertThat(route.jump()).isEmpty();
    }

    @Test
    void resolvesChainsOfJumpHosts() throws Exception {
        SshRoute route =
                route(
                        """
                        Host inner
                            ProxyJump middle,me2@[fd00::1]:2201
                        Host middle
                            HostName 10.9.9.9
                            ProxyJump outer
                        """,
                        alias("inner"));
        SshRoute last = route.jump().orElseThrow();
        assertThat(last.address() + " " + last.port() + " " + last.user())
                .isEqualTo("fd00::1 2201 me2");
        SshRoute middle = last.jump().orElseThrow();
        assertThat(middle.address()).isEqualTo("10.9.9.9");
        assertThat(middle.jump().orElseThrow().address()).isEqualTo("outer");
        assertThat(middle.jump().orElseThrow().jump()).isEmpty();
    }

    @Test
    void refusesJumpHostsInACircle() {
        RemoteException refused = refused("Host a\nProxyJump b\nHost b\nProxyJump a\n", alias("a"));
        assertThat(refused.text().key()).isEqualTo("remote.config.jumpCycle");
        assertThat(refused.kind()).isEqualTo(RemoteException.Kind.CONFIGURATION);
    }

    @Test
    void includesFilesInTheirPlace() throws Exception {
        Files.createDirectories(home.resolve(".ssh/conf.d"));
        Files.writeString(home.resolve(".ssh/conf.d/b.conf"), "Host h\nPort 2\nUser from-b\n");
        Files.writeString(home.resolve(".ssh/conf.d/a.conf"), "Host h\nPort 1\n");
        Files.writeString(home.resolve("only-x"), "User x-only\n");
        String config = "Include conf.d/*.conf\nHost x\nInclude ~/only-x\nHost *\nPort 3\n";
        assertThat(route(config, alias("h")).port()).isEqualTo(1);
        assertThat(route(config, alias("h")).user()).isEqualTo("from-b");
        assertThat(route(config, alias("x")).user()).isEqualTo("x-only");
        assertThat(route(config, alias("x")).port()).isEqualTo(3);
        assertThat(route(config, alias("y")).user()).isEqualTo("me");
    }

    @Test
    void includesNoHiddenFilesAndTakesBracesAsLetters() throws Exception {
        Files.createDirectories(home.resolve(".ssh/conf.d"));
        Files.writeString(home.resolve(".ssh/conf.d/.a.swp"), "Host h\nPort 1\n");
        Files.writeString(home.resolve(".ssh/conf.d/a{b}"), "Host h\nPort 2\n");
        assertThat(route("Include conf.d/*\n", alias("h")).port()).isEqualTo(2);
        assertThat(route("Include conf.d/?{b}\n", alias("h")).port()).isEqualTo(2);
        assertThat(route("Include conf.d/.*\n", alias("h")).port()).isEqualTo(1);
    }

    @Test
    void goesOnWhereAnIncludeCannotBeAPattern() throws Exception {
        Path config = write("Include conf[.d/*\nHost *\nPort 5\n");
        SshRoutes routes = SshRoutes.read(home, "me");
        assertThat(routes.of("h1", alias("h")).port()).isEqualTo(5);
        assertThat(routes.notes())
                .containsExactly(Message.of("remote.config.malformed", config + ":1"));
    }

    @Test
    void notesWhatItPassesOver() throws Exception {
        Path config =
                write(
                        "Port\n"
                                + "Match all\n"
                                + "Port 1\n"
                                + "Host \"open\n"
                                + "Include config none\n"
                                + "Host *\n"
                                + "Port 5\n");
        SshRoutes routes = SshRoutes.read(home, "me");
        assertThat(routes.of("h1", alias("h")).port()).isEqualTo(5);
        assertThat(routes.notes())
                .contains(
                        Message.of("remote.config.malformed", config + ":1"),
                        Message.of("remote.config.match", config + ":2"),
                        Message.of("remote.config.malformed", config + ":4"),
                        Message.of("remote.config.includeMissing", config + ":5", ssh("none")),
                        Message.of("remote.config.includeDepth", config + ":5"));
    }

    @Test
    void namesThePlaceOfAWrongValue() {
        RemoteException refused = refused("Host *\n\nPort 70000\n", alias("h"));
        assertThat(refused.text())
                .isEqualTo(Message.of("remote.config.port", ssh("config") + ":3", "70000"));
        assertThat(refused("Host *\nConnectTimeout soon\n", alias("h")).text())
                .isEqualTo(Message.of("remote.config.timeout", ssh("config") + ":2", "soon"));
        assertThat(refused("Host *\nProxyJump a:b\n", alias("h")).text())
                .isEqualTo(Message.of("remote.config.jump", "h1", "a:b"));
    }

    private SshRoute route(String config, SshTarget target) throws Exception {
        write(config);
        return SshRoutes.read(home, "me").of("h1", target);
    }

    private RemoteException refused(String config, SshTarget target) {
        return catchThrowableOfType(RemoteException.class, () -> route(config, target));
    }

    private Path write(String config) throws Exception {
        Files.createDirectories(home.resolve(".ssh"));
        return Files.writeString(ssh("config"), config);
    }

    private Path ssh(String name) {
        return home.resolve(".ssh").resolve(name);
    }

    private static SshTarget alias(String name) {
        return new SshTarget.Alias(name);
    }
}
