package org.vxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.cli.TestTerminal.Said;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class CliTest {
    private static final Path RESOURCES = Path.of("src/test/resources/cli");

    @TempDir private Path folder;

    @Test
    void printsItsHelpWithoutWords() {
        Said said = TestTerminal.run();
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("Usage: vxlab", "apply", "observe")
                .doesNotContain(" serve");
        assertThat(said.err()).isEmpty();
    }

    @Test
    void tellsItsVersion() {
        assertThat(TestTerminal.run("--version").out()).startsWith("vxlab ");
    }

    @ParameterizedTest
    @CsvSource({
        "en,'open'",
        "en,'open'",
        "en,'demo'",
        "en,'check'",
        "en,'plan'",
        "en,'apply'",
        "en,'ping'",
        "en,'observe'",
        "en,'down'",
        "en,'clean'",
        "en,'export'",
        "en,'import'",
        "en,'lab'",
        "en,'lab up'",
        "en,'lab down'",
        "en,'lab shell'",
        "en,'lab list'",
        "en,'completion'",
        "en,'help'",
        "zh,'open'",
        "zh,'open'",
        "zh,'demo'",
        "zh,'check'",
        "zh,'plan'",
        "zh,'apply'",
        "zh,'ping'",
        "zh,'observe'",
        "zh,'down'",
        "zh,'clean'",
        "zh,'export'",
        "zh,'import'",
        "zh,'lab'",
        "zh,'lab up'",
        "zh,'lab down'",
        "zh,'lab shell'",
        "zh,'lab list'",
        "zh,'completion'",
        "zh,'help'"
    })
    void explainsEveryCommandWithExamplesAndEveryOptionWithWords(String language, String command) {
        Said said = TestTerminal.run(("--lang " + language + " " + command + " --help").split(" "));
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("  vxlab " + command.split(" ")[0])
                .contains(language.equals("en") ? "Examples:" : "示例：");
        // An option without a description ends its line with its name.
        assertThat(said.out().lines().filter(line -> line.matches(" +(-., )?--[a-z-]+ *")).toList())
                .isEmpty();
        assertThat(said.out().lines().mapToInt(TextWidth::of).max().orElse(0)).isLessThan(81);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "check",
                "check --nonsense x",
                "ping --count x f",
                "ping --count 0 f",
                "observe --for never f",
                "apply --on-failure maybe f",
                "lab",
                "lab nonsense",
                "--lang fr check f",
                "check /nonexistent/lab.vxlab.yaml",
                "check .",
                "clean -x",
                "clean a:b:c:99999:",
                "export --to nonsense --out x f",
                "export f",
                "demo no-such-template",
                "help nonsense",
                "open a.vxlab.yaml b.vxlab.yaml",
                "open",
                "open a.vxlab.yaml b.vxlab.yaml",
                "open"
            })
    void endsWithTwoOnWrongUsage(String words) {
        Said said = TestTerminal.run(words.split(" "));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("error: ").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "apply", "ping", "observe", "down"})
    void endsWithTwoWhereTheSshConfigurationIsWrong(String command) throws IOException {
        Path config = sshConfig("Host bad\n  Port many\n");
        Said said = TestTerminal.runAt(folder, command, labAt("bad"));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .startsWith("error: " + config + ":2: many is no port; write a number");
    }

    @Test
    void saysOnceWhatOfTheSshConfigurationIsPassedOver() throws IOException {
        Path config = sshConfig("Match all\n  User x\nHost away\n  HostName 127.0.0.1\n  Port 1\n");
        String note = config + ":1: this Match block is passed over";
        Said said = TestTerminal.runAt(folder, "plan", labAt("away"));
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).startsWith(note).containsOnlyOnce(note);
        assertThat(TestTerminal.runAt(folder, "plan", "-q", labAt("away")).err())
                .doesNotContain(note);
    }

    private Path sshConfig(String text) throws IOException {
        Files.createDirectories(folder.resolve(".ssh"));
        return Files.writeString(folder.resolve(".ssh/config"), text);
    }

    private String labAt(String alias) throws IOException {
        return Files.writeString(
                        folder.resolve("ssh.vxlab.yaml"),
                        """
                        vxlab: 1
                        name: ssh
                        underlay:
                          networks:
                            - { name: lan, subnet: 192.168.56.0/24 }
                        hosts:
                          - name: h1
                            ssh: %s
                            underlay: { network: lan, address: 192.168.56.11/24 }
                        segments:
                          - { vni: 10, members: [{ host: h1 }] }
                        """
                                .formatted(alias))
                .toString();
    }

    @Test
    void tellsWrongUsageToProgramsAsJson() {
        Said said = TestTerminal.run("check", "--json");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out())
                .isEqualToIgnoringNewLines(
                        "{\"error\":{\"exitCode\":2,\"kind\":\"usage\",\"message\":\"FILE is"
                                + " missing.\"}}");
        assertThat(said.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "good,0,en",
        "good,0,zh",
        "warned,0,en",
        "warned,0,zh",
        "wrong,1,en",
        "wrong,1,zh",
        "unreadable,2,en",
        "unreadable,2,zh"
    })
    void checksFilesAsTheGoldenOnesSay(String name, int code, String language) throws IOException {
        Said said =
                TestTerminal.run(
                        "check", "--lang", language, RESOURCES + "/" + name + ".vxlab.yaml");
        assertThat(said.out()).isEqualTo(golden(name + "." + language + ".txt", said.out()));
        assertThat(said.code()).isEqualTo(code);
        assertThat(said.err()).isEmpty();
    }

    @Test
    void sendsTheResolvedLabAloneToStandardOutput() throws IOException {
        Said said = TestTerminal.run("check", "--resolved", RESOURCES + "/warned.vxlab.yaml");
        assertThat(said.code()).isZero();
        assertThat(said.err()).contains("warning: ");
        Path resolved = Files.writeString(folder.resolve("resolved.vxlab.yaml"), said.out());
        assertThat(TestTerminal.run("check", "--resolved", resolved.toString()).out())
                .isEqualTo(said.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "apply", "ping", "observe", "down", "lab up"})
    void refusesALabWithErrorsBeforeAnyHost(String command) {
        Said said = TestTerminal.run((command + " " + RESOURCES + "/wrong.vxlab.yaml").split(" "));
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("wrong.vxlab.yaml:8:").contains("cannot be used");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "apply", "ping --count 1", "observe --for 300ms", "down"})
    void endsWithThreeWhenAHostCannotBeReached(String command) throws IOException {
        Said said = TestTerminal.run((command + " " + away()).split(" "));
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.out() + said.err()).contains("refuses connections");
    }

    @Test
    void endsWithThreeWhenAHostToCleanCannotBeReached() throws IOException {
        Said said = TestTerminal.run("clean", "nobody@127.0.0.1:" + closedPort());
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("refuses connections");
    }

    @Test
    void saysThatTheBuiltInLabIsNotRunning() {
        Said said = TestTerminal.run("ping", RESOURCES + "/good.vxlab.yaml");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("is not running", "vxlab lab up FILE");
    }

    @Test
    void findsNothingToTakeDownWhereNoBuiltInLabRuns() {
        Said said = TestTerminal.run("down", RESOURCES + "/good.vxlab.yaml");
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("there was nothing to do");
    }

    @Test
    void speaksTheLanguageOfTheEnvironment() {
        assertThat(TestTerminal.runIn(Map.of("LANG", "zh_CN.UTF-8"), "check").err())
                .contains("缺少 FILE");
        assertThat(TestTerminal.runIn(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "C"), "check").err())
                .contains("FILE is missing");
        assertThat(TestTerminal.runIn(Map.of("LANG", "zh_CN.UTF-8"), "check", "--lang=en").err())
                .contains("FILE is missing");
    }

    @Test
    void paintsOnlyOnAScreen() {
        String file = RESOURCES + "/warned.vxlab.yaml";
        assertThat(TestTerminal.runOnScreen("check", file).out()).contains("\u001b[33m");
        assertThat(TestTerminal.runOnScreen("check", "--no-color", file).out())
                .doesNotContain("\u001b");
        assertThat(TestTerminal.run("check", file).out()).doesNotContain("\u001b");
    }

    @Test
    void drawsOverLinesOnlyOnAScreenThatCan() {
        assertThat(TestTerminal.screen("xterm").redraws()).isTrue();
        assertThat(TestTerminal.screen("dumb").redraws()).isFalse();
        assertThat(TestTerminal.quiet().redraws()).isFalse();
    }

    @Test
    void writesTheLogWhereItIsTold() throws IOException {
        Path log = folder.resolve("log");
        TestTerminal.run("plan", "--debug", log.toString(), away().toString());
        assertThat(log).isNotEmptyFile();
    }

    @Test
    void refusesALogThatCannotBeWritten() {
        Path log = folder.resolve("missing").resolve("log");
        TestTerminal.Said said =
                TestTerminal.run("plan", "--debug", log.toString(), "lab.vxlab.yaml");

        assertThat(said.code()).isEqualTo(ExitCode.WRONG_USAGE.number());
        assertThat(said.err())
                .isEqualTo(
                        "error: The log cannot be written to %s: %s does not exist.\n"
                                .formatted(log, log.getParent()));
    }

    @Test
    void printsACompletionThatBashTakes() throws IOException, InterruptedException {
        Path script =
                Files.writeString(
                        folder.resolve("completion"), TestTerminal.run("completion").out());
        Process bash =
                new ProcessBuilder("bash", "-c", ". " + script + " && complete -p vxlab").start();
        assertThat(new String(bash.getInputStream().readAllBytes())).contains("vxlab");
        assertThat(bash.waitFor()).isZero();
    }

    private Path away() throws IOException {
        String lab =
                """
                vxlab: 1
                name: away
                underlay: { networks: [ { name: lan, subnet: 192.168.56.0/24 } ] }
                hosts:
                  - name: a
                    ssh: { address: 127.0.0.1, port: PORT, user: nobody }
                    underlay: { network: lan, address: 192.168.56.11/24 }
                  - name: b
                    ssh: { address: 127.0.0.1, port: PORT, user: nobody }
                    underlay: { network: lan, address: 192.168.56.12/24 }
                segments:
                  - vni: 10
                    members:
                      - { host: a, address: 10.10.0.1/24 }
                      - { host: b, address: 10.10.0.2/24 }
                """;
        return Files.writeString(
                folder.resolve("away.vxlab.yaml"),
                lab.replace("PORT", Integer.toString(closedPort())));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// The golden file; with the property `golden.write` it is written anew, to be looked at.
    static String golden(String name, String actual) throws IOException {
        Path file = RESOURCES.resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, actual);
        }
        return Files.readString(file);
    }
}
