package org.vxlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.PasswordField;

import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// What a person is asked on the way to a machine over SSH, by a server that really asks.
class SshDialogsTest extends WindowOnStage {
    private AskingServer server;

    @BeforeEach
    void startServer() throws Exception {
        server = AskingServer.start();
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    private void goLive(Locale language) throws IOException {
        window.speak(language);
        Path file = server.lab(home);
        window.openFile(file);
        window.later(LabActions::live);
    }

    private String text(String key, Object... arguments) {
        return window.text(key, arguments);
    }

    private void awaitDialog(FxRobot robot, String text) {
        window.await(() -> !robot.lookup(text).queryAll().isEmpty());
    }

    @InBothLanguages
    void anUnknownHostIsShownWithItsFingerprintAndThePasswordIsAskedForUnseen(
            Locale language, FxRobot robot) throws Exception {
        goLive(language);

        awaitDialog(robot, text("ui.ask.trust"));
        assertThat(robot.lookup("#question").queryLabeled().getText())
                .contains("127.0.0.1")
                .contains(KeyUtils.getFingerPrint(server.hostKey().getPublic()));
        robot.clickOn(text("ui.ask.trust"));

        awaitDialog(robot, text("ui.ask.connect"));
        PasswordField field = robot.lookup(".password-field").queryAs(PasswordField.class);
        robot.clickOn(field).write("right");
        robot.clickOn(text("ui.ask.connect"));
        window.await(() -> !server.passwords().isEmpty());
        assertThat(server.passwords()).containsOnly("right");
        assertThat(Files.readString(home.resolve(".ssh/known_hosts")))
                .startsWith("[127.0.0.1]:" + server.port());
        try (var files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("right\n"));
        }
    }

    @InBothLanguages
    void aHostThatIsNotTrustedIsNotLoggedInTo(Locale language, FxRobot robot) throws Exception {
        goLive(language);

        awaitDialog(robot, text("ui.ask.refuse"));
        robot.clickOn(text("ui.ask.refuse"));

        window.await(() -> !window.live().surveysProperty().get().isEmpty());
        assertThat(server.passwords()).isEmpty();
        assertThat(home.resolve(".ssh/known_hosts")).doesNotExist();
    }

    @InBothLanguages
    void aChangedHostKeyIsAnAlarmAndNothingIsSentThere(Locale language, FxRobot robot)
            throws Exception {
        KeyPair before = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        Files.createDirectories(home.resolve(".ssh"));
        Files.writeString(
                home.resolve(".ssh/known_hosts"),
                "[127.0.0.1]:%d %s%n"
                        .formatted(server.port(), PublicKeyEntry.toString(before.getPublic())));
        goLive(language);

        awaitDialog(robot, text("ui.ask.key"));
        assertThat(robot.lookup("#question").queryLabeled().getText())
                .contains(KeyUtils.getFingerPrint(server.hostKey().getPublic()))
                .contains("ssh-keygen -R");
        robot.clickOn(text("ui.ask.close"));
        assertThat(server.passwords()).isEmpty();
    }

    @InBothLanguages
    void thePassphraseOfAKeyIsAskedFor(Locale language, FxRobot robot) throws Exception {
        Path key = goLiveWithLockedKey(language);
        String passphrase = text("session.ask.passphrase", "a", key).strip();
        String password = text("session.ask.password", "a", "tester", "127.0.0.1").strip();
        awaitDialog(robot, text("ui.ask.trust"));
        robot.clickOn(text("ui.ask.trust"));

        awaitDialog(robot, text("ui.ask.connect"));
        assertThat(labels(robot)).anyMatch(label -> label.equals(passphrase));
        robot.clickOn(text("ui.ask.cancel"));
        awaitDialog(robot, text("ui.ask.connect"));
        assertThat(labels(robot)).anyMatch(label -> label.equals(password));
        robot.clickOn(text("ui.ask.cancel"));
        window.await(() -> !window.live().surveysProperty().get().isEmpty());
        assertThat(server.passwords()).isEmpty();
    }

    private Path goLiveWithLockedKey(Locale language) throws Exception {
        Path ssh = Files.createDirectories(home.resolve(".ssh"));
        Path key = ssh.resolve("id_ed25519");
        Process keygen =
                new ProcessBuilder(
                                "ssh-keygen",
                                "-q",
                                "-t",
                                "ed25519",
                                "-N",
                                "secret",
                                "-f",
                                key.toString())
                        .start();
        assertThat(keygen.waitFor()).isZero();
        server.acceptKeys();
        goLive(language);
        return key;
    }

    private static List<String> labels(FxRobot robot) {
        return robot.lookup(".label").queryAllAs(javafx.scene.control.Label.class).stream()
                .map(javafx.scene.control.Label::getText)
                .filter(Objects::nonNull)
                .toList();
    }
}
