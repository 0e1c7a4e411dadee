package org.vxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.cli.TestTerminal.Said;
import org.vxlab.locallab.LocalLabException;
import org.vxlab.session.Templates;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Commands against real namespaces, over SSH.
@Tag("kernel")
class CliKernelTest {
    private static final List<String> TEMPLATES = Templates.NAMES;
    private static final String BROKEN = "bridge-and-vxlan-broken";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir private Path folder;
    @RegisterExtension final OwnLab lab = new OwnLab();

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void plansAsTheGoldenFileSays(String language) throws IOException {
        Said said =
                TestTerminal.run(
                        "plan", "--lang", language, "src/test/resources/cli/good.vxlab.yaml");
        assertThat(said.out())
                .isEqualTo(CliTest.golden("good.plan." + language + ".txt", said.out()));
        assertThat(said.code()).isZero();
    }

    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void takesATemplateAllTheWay(String template) throws IOException {
        String file = lab.template(template, folder);
        Said applied = TestTerminal.run("apply", file);
        assertThat(applied.code()).as(applied.err()).isZero();
        assertThat(applied.err()).contains("has been started for this push");
        assertThat(TestTerminal.run("plan", "--expect-empty", file).code()).isZero();
        Said again = TestTerminal.run("apply", file);
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("Nothing to do");
        Said pinged = TestTerminal.run("ping", "--count", "1", file);
        assertThat(pinged.code()).as(pinged.out()).isEqualTo(template.equals(BROKEN) ? 1 : 0);
        Said watched = TestTerminal.run("observe", "--for", "2s", file);
        assertThat(watched.code()).isZero();
        assertThat(watched.out()).contains("h1 is being watched", "VNI 10");
        Said down = TestTerminal.run("down", file);
        assertThat(down.code()).as(down.err()).isZero();
        assertThat(down.out()).contains("has been ended too");
        assertThat(TestTerminal.run("lab", "list").out()).doesNotContain(lab.name());
    }

    @Test
    void keepsALabThatWasNotStartedByApply() throws IOException {
        String file = lab.template("two-hosts-point-to-point", folder);
        assertThat(TestTerminal.run("lab", "up", file).out()).contains("runs: h1, h2");
        assertThat(TestTerminal.run("lab", "up", file).out()).contains("running already");
        assertThat(TestTerminal.run("apply", file).code()).isZero();
        assertThat(TestTerminal.run("down", file).code()).isZero();
        assertThat(TestTerminal.run("lab", "list").out()).contains(lab.name());
        assertThat(TestTerminal.run("plan", "--expect-empty", file).code()).isEqualTo(1);
    }

    @Test
    void startsNoHostOnceItWasInterrupted() throws IOException {
        String file = lab.template("two-hosts-point-to-point", folder);
        TestTerminal.run("lab", "up", file);
        Said said = TestTerminal.runInterrupted(new AtOnce(), "apply", file);
        assertThat(said.code()).isEqualTo(130);
        assertThat(said.out()).contains("not started").doesNotContain("applied");
        assertThat(TestTerminal.run("plan", file).out()).contains("10 commands");
    }

    @Test
    void endsWithFourWhereACommandFailsAndNamesIt()
            throws IOException, InterruptedException, LocalLabException {
        String file = lab.template("two-hosts-point-to-point", folder);
        Path path = Path.of(file);
        Files.writeString(
                path, Files.readString(path).replaceAll("10\\.10\\.0\\.([12])/24", "fd10::$1/64"));
        TestTerminal.run("lab", "up", file);
        succeedsOn("h2", "sysctl -w net.ipv6.conf.default.disable_ipv6=1");
        Said kept = TestTerminal.run("apply", file);
        assertThat(kept.code()).isEqualTo(4);
        assertThat(kept.out())
                .contains(
                        "h1  applied", "h2  rolled back", "ip addr replace fd10::2/64 dev vxlan10");
        Said back = TestTerminal.run("apply", "--on-failure", "rollback-all", "--json", file);
        assertThat(back.code()).isEqualTo(4);
        assertThat(back.out()).contains("\"kind\":\"pushFailed\"", "\"end\":\"rolledBack\"");
        succeedsOn("h2", "sysctl -w net.ipv6.conf.default.disable_ipv6=0");
        assertThat(TestTerminal.run("apply", file).code()).isZero();
    }

    private void succeedsOn(String host, String command)
            throws IOException, InterruptedException, LocalLabException {
        OwnLab.Answer answer = lab.onHost(host, command);
        assertThat(answer.code()).as(answer.text()).isZero();
    }

    @Test
    void printsJsonWhoseEveryFieldIsDescribed() throws IOException {
        String file = lab.template("bridge-and-vxlan", folder);
        StringBuilder all = new StringBuilder();
        for (String words :
                List.of(
                        "check --resolved",
                        "plan",
                        "lab up",
                        "apply",
                        "ping --count 1",
                        "lab list",
                        "observe --for 2s",
                        "down",
                        "lab down")) {
            String[] command = words.split(" ");
            String[] called =
                    words.equals("lab down")
                            ? new String[] {"lab", "down", lab.name(), "--json"}
                            : words.equals("lab list")
                                    ? new String[] {"lab", "list", "--json"}
                                    : with(command, file, "--json");
            Said said = TestTerminal.run(called);
            assertThat(said.code()).as(words + said.out()).isZero();
            assertThat(said.err()).isEmpty();
            all.append(said.out());
        }
        all.append(TestTerminal.run("demo", "--json").out());
        Set<String> fields = new TreeSet<>();
        all.toString().lines().forEach(line -> collect(JSON.readTree(line), fields));
        Set<String> described =
                Pattern.compile("`(?:error\\.)?([A-Za-z]+)`")
                        .matcher(Files.readString(Path.of("docs/json.md")))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet());
        assertThat(described).containsAll(fields);
    }

    @Test
    void demonstratesTheWholeWayInBothLanguages() {
        Said english = TestTerminal.run("demo");
        assertThat(english.code()).as(english.out()).isZero();
        assertThat(english.out())
                .contains("All 12 pairs answer", "behind VTEP", "a second plan is empty")
                .contains("nothing with this lab's mark is left");
        Said chinese = TestTerminal.run("demo", "--lang", "zh");
        assertThat(chinese.code()).isZero();
        assertThat(chinese.out()).contains("全部 12 对都有应答");
    }

    @Test
    void drawsWhatTheRunningHostsSay() throws IOException {
        String file = lab.template("bridge-and-vxlan", folder);
        Path out = folder.resolve("pictures");
        assertThat(TestTerminal.run("apply", file).code()).isZero();
        Said said = TestTerminal.run("export", file, "--to", "svg", "--live", "--out", out + "");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(Files.readString(out.resolve(lab.name() + ".svg")))
                .as("who is behind which VTEP, that it answers, and when that was read")
                .contains(
                        "vm2 02…", "→ h2", " ms</text>", lab.name() + ": what its hosts said on ");
    }

    @Test
    void saysThatTheBrokenTemplateIsBroken() {
        Said said = TestTerminal.run("demo", BROKEN);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("LOST", "nothing with this lab's mark is left");
    }

    private static String[] with(String[] words, String... more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static void collect(JsonNode node, Set<String> fields) {
        if (node.isObject()) {
            fields.addAll(node.propertyNames());
        }
        node.forEach(child -> collect(child, fields));
    }

    /// Somebody who presses Ctrl-C as soon as the push listens for it.
    private static final class AtOnce implements Interrupts {
        private int registered;

        @Override
        public Registration on(Runnable action) {
            registered++;
            if (registered == 2) {
                action.run();
            }
            return () -> {};
        }

        @Override
        public boolean happened() {
            return registered >= 2;
        }
    }
}
