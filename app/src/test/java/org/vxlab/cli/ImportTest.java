package org.vxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vxlab.cli.TestTerminal.Said;
import org.vxlab.session.LabFile;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Texts and configurations on the command line.
class ImportTest {
    private static final String LEFT =
            """
            ip link add vx type vxlan id 3 dstport 4789 remote 10.0.0.2 local 10.0.0.1 dev eth0
            ip addr add 10.3.0.1/24 dev vx
            ip link set vx up
            """;
    private static final String DEAD = "ip link add vx type vxlan id 3 dstport 4789 dev eth0";

    @TempDir private Path folder;

    @Test
    void writesTheLabOfAScriptAndWillNotWriteItTwice() throws IOException {
        Path script = Files.writeString(folder.resolve("left.sh"), LEFT);
        String out = folder.resolve("it.vxlab.yaml").toString();
        Said said = TestTerminal.run("import", "--script", script.toString(), "-o", out);
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("2 hosts and 1 segment").contains("host2 was added");
        assertThat(LabFile.read(Path.of(out)).problems()).isEmpty();
        Said again = TestTerminal.run("import", "--script", script.toString(), "-o", out);
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("--force");
        Said forced =
                TestTerminal.run("import", "--script", script.toString(), "-o", out, "--force");
        assertThat(forced.code()).isZero();
    }

    @Test
    void printsTheLabAloneAndEndsWithOneWhereSomethingDoesNotWork() {
        Said said = TestTerminal.runWith(DEAD, "import", "--script", "-", "-o", "-");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("wrong: line 1, host1: vx is told of nobody");
        assertThat(LabFile.read(said.out()).lab()).isPresent();
        Said chinese =
                TestTerminal.runWith(DEAD, "import", "--lang", "zh", "--script", "-", "-o", "-");
        assertThat(chinese.err()).contains("错误： 第 1 行, host1");
    }

    @Test
    void writesNothingOutOfAText() {
        Said said = TestTerminal.runWith("Nothing here.", "import", "--script", "-", "-o", "-");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("error: Nothing was written");
    }

    @Test
    void printsJsonWhoseEveryFieldIsDescribed() throws IOException {
        Said said = TestTerminal.runWith(DEAD, "import", "--json", "--script", "-", "-o", "-");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).isEmpty();
        Set<String> fields = new TreeSet<>();
        collect(new JsonMapper().readTree(said.out()), fields);
        String page = Files.readString(Path.of("docs/json.md"));
        Set<String> described =
                Pattern.compile("`(?:error\\.)?([A-Za-z]+)`")
                        .matcher(page)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet());
        assertThat(described).containsAll(fields);
    }

    private static void collect(JsonNode node, Set<String> fields) {
        if (node.isObject()) {
            fields.addAll(node.propertyNames());
        }
        node.forEach(child -> collect(child, fields));
    }

    @Test
    void endsWithThreeWhereAHostOfAConfigurationIsAway() {
        String config =
                """
                Host vm1
                  HostName 127.0.0.1
                  User vagrant
                  Port 1
                  IdentityFile /nonexistent
                """;
        Said said = TestTerminal.runWith(config, "import", "--ssh-config", "-", "-o", "-");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("vm1", "Nothing was written");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import",
                "import --host a=x --script y",
                "import --host a=x --host a=y",
                "import --host -x",
                "import --script /nonexistent/script",
                "import --ssh-config /nonexistent/config"
            })
    void endsWithTwoOnWrongUsage(String words) {
        Said said = TestTerminal.run(words.split(" "));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).startsWith("error: ");
    }
}
