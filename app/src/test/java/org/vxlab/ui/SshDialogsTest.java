package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.PasswordField;
import javafx.stage.Stage;

import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/// What a person is asked on the way to a machine over SSH, by a server that really asks.
@ExtendWith(ApplicationExtension.class)
class SshDialogsTest {
    @TempDir Path home;
    private final List<String> passwords = new CopyOnWriteArrayList<>();
    private TestWindow window;
    private SshServer server;
    private KeyPair hostKey;

    @Start
    void open(Stage stage) throws Exception {
        hostKey = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator(
                (_, password, _) -> {
                    passwords.add(password);
                    return password.equals("right");
                });
        server.setCommandFactory(
                (channel, command) ->
                        new ProcessShellFactory(command, "/bin/sh", "-c", command)
                                .createShell(channel));
        server.start();
        window = TestWindow.open(stage, home);
    }

    @AfterEach
    void close() throws IOException {
        window.close();
        server.stop(true);
    }

    private void goLive(FxRobot robot) throws IOException {
        robot.clickOn("#english");
        Path file = home.resolve("ssh.vxlab.yaml");
        Files.writeString(
                file,
                """
                vxlab: 1
                name: by-ssh
                underlay:
                  networks:
                    - { name: lan, subnet: 192.168.56.0/24 }
                hosts:
                  - name: a
                    ssh: { address: 127.0.0.1, port: %d, user: tester }
                    underlay: { network: lan, device: eth9, address: 192.168.56.11/24 }
                """
                        .formatted(server.getPort()));
        window.run(actions -> actions.open(file));
        window.later(LabActions::live);
    }

    private void awaitDialog(FxRobot robot, String text) {
        window.await(() -> !robot.lookup(text).queryAll().isEmpty());
    }

    @Test
    void anUnknownHostIsShownWithItsFingerprintAndThePasswordIsAskedForUnseen(FxRobot robot)
            throws Exception {
        goLive(robot);

        awaitDialog(robot, "Trust and remember it");
        assertThat(robot.lookup("#question").queryLabeled().getText())
                .contains("127.0.0.1")
                .contains(KeyUtils.getFingerPrint(hostKey.getPublic()));
        robot.clickOn("Trust and remember it");

        awaitDialog(robot, "Connect");
        PasswordField field = robot.lookup(".password-field").queryAs(PasswordField.class);
        robot.clickOn(field).write("right");
        robot.clickOn("Connect");
        window.await(() -> !passwords.isEmpty());
        assertThat(passwords).containsOnly("right");
        assertThat(Files.readString(home.resolve(".ssh/known_hosts")))
                .startsWith("[127.0.0.1]:" + server.getPort());
        try (var files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("right\n"));
        }
    }

    @Test
    void aHostThatIsNotTrustedIsNotLoggedInTo(FxRobot robot) throws Exception {
        goLive(robot);

        awaitDialog(robot, "Do not connect");
        robot.clickOn("Do not connect");

        window.await(() -> !window.live().surveysProperty().get().isEmpty());
        assertThat(passwords).isEmpty();
        assertThat(home.resolve(".ssh/known_hosts")).doesNotExist();
    }

    @Test
    void aChangedHostKeyIsAnAlarmAndNothingIsSentThere(FxRobot robot) throws Exception {
        KeyPair before = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        Files.createDirectories(home.resolve(".ssh"));
        Files.writeString(
                home.resolve(".ssh/known_hosts"),
                "[127.0.0.1]:%d %s%n"
                        .formatted(server.getPort(), PublicKeyEntry.toString(before.getPublic())));
        goLive(robot);

        awaitDialog(robot, "The key of a host is not the one it had");
        assertThat(robot.lookup("#question").queryLabeled().getText())
                .contains(KeyUtils.getFingerPrint(hostKey.getPublic()))
                .contains("ssh-keygen -R");
        robot.clickOn("Close");
        assertThat(passwords).isEmpty();
    }

    @Test
    void thePassphraseOfAKeyIsAskedFor(FxRobot robot) throws Exception {
        goLiveWithLockedKey(robot);
        awaitDialog(robot, "Trust and remember it");
        robot.clickOn("Trust and remember it");

        awaitDialog(robot, "Connect");
        assertThat(labels(robot)).anyMatch(text -> text.contains("Passphrase of the key"));
        robot.clickOn("Cancel");
        awaitDialog(robot, "Connect");
        assertThat(labels(robot)).anyMatch(text -> text.contains("Password of tester"));
        robot.clickOn("Cancel");
        window.await(() -> !window.live().surveysProperty().get().isEmpty());
        assertThat(passwords).isEmpty();
    }

    private void goLiveWithLockedKey(FxRobot robot) throws Exception {
        Path ssh = Files.createDirectories(home.resolve(".ssh"));
        Process keygen =
                new ProcessBuilder(
                                "ssh-keygen",
                                "-q",
                                "-t",
                                "ed25519",
                                "-N",
                                "secret",
                                "-f",
                                ssh.resolve("id_ed25519").toString())
                        .start();
        assertThat(keygen.waitFor()).isZero();
        server.setPublickeyAuthenticator((_, _, _) -> true);
        goLive(robot);
    }

    private static List<String> labels(FxRobot robot) {
        return robot.lookup(".label").queryAllAs(javafx.scene.control.Label.class).stream()
                .map(javafx.scene.control.Label::getText)
                .filter(Objects::nonNull)
                .toList();
    }
}
