package org.vxlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vxlab.session.LabFile;
import org.vxlab.topology.ResolvedLab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

class ShellScriptsTest {
    @TempDir private Path folder;

    @Test
    void shellcheckFindsNothing() throws Exception {
        for (Locale language : List.of(Locale.ROOT, Locale.SIMPLIFIED_CHINESE)) {
            Export export = ExportFormat.SH.of(ExportedLabs.source(ExportedLabs.hard(), language));
            assertThat(shellcheck(export)).isEmpty();
        }
    }

    @Test
    void explainsEveryCommandInTheLanguageChosen() throws IOException {
        ResolvedLab lab = ExportedLabs.hard();
        String chinese =
                ExportedLabs.file(
                        ExportFormat.SH.of(ExportedLabs.source(lab, Locale.SIMPLIFIED_CHINESE)),
                        "hosts/h-2.sh");
        List<String> lines = chinese.lines().toList();
        List<String> unexplained = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            boolean command = lines.get(i).matches(" {4}(run|make|if_ours|if_ipv6|unless_.*) .*");
            if (command && !lines.get(i - 1).matches(" +# .*\\p{IsHan}.*")) {
                unexplained.add(lines.get(i));
            }
        }
        assertThat(unexplained).isEmpty();
    }

    @Test
    void findsAnUnderlayDeviceThatIsNotDrawnWhenItRuns() {
        Export export = ExportedLabs.export(ExportFormat.SH, overSsh("{ address: 10.0.0.1 }"));
        assertThat(ExportedLabs.file(export, "hosts/a.sh"))
                .contains(
                        "type vxlan id 10 local 192.168.56.1 ${bound:+dev \"$bound\"} dstport 4789")
                .contains("device=''");
    }

    @Test
    void reachesAHostAsTheLabFileSays() {
        String ssh =
                "{ address: 10.0.0.1, port: 2222, user: \"a b\", identity: \"~/my keys/x$(y)\","
                        + " sudo: true, jump: me@gate:22 }";
        assertThat(ExportedLabs.file(ExportedLabs.export(ExportFormat.SH, overSsh(ssh)), "lab.sh"))
                .contains(
                        "a) over_ssh -p 2222 -l 'a b' -i \"$HOME\"/'my keys/x$(y)' -J me@gate:22"
                                + " -- 10.0.0.1 \"$@\" ;;")
                .contains("a) echo always ;;")
                .contains("b) over_ssh -- 'alias' \"$@\" ;;".replace("'", ""));
    }

    @Test
    void quotesWhateverTheLabFileGives() {
        String evil = "x'; touch $(id) `id` \\\\ \\\"";
        String ssh = "{ address: 10.0.0.1, user: \"%s\", identity: \"%s\" }".formatted(evil, evil);
        String script =
                ExportedLabs.file(ExportedLabs.export(ExportFormat.SH, overSsh(ssh)), "lab.sh");
        assertThat(script)
                .contains(
                        "-l 'x'\\''; touch $(id) `id` \\ \"' -i 'x'\\''; touch $(id) `id` \\ \"'");
    }

    /// The sentences become formats of `printf`, which fills its places in their order.
    @Test
    void everySentenceOfAScriptFillsItsPlacesInOrderAndOnce() {
        Pattern place = Pattern.compile("\\{(\\d)");
        for (Locale language : List.of(Locale.ROOT, Locale.SIMPLIFIED_CHINESE)) {
            ResourceBundle bundle = ResourceBundle.getBundle("org.vxlab.messages", language);
            for (String key : bundle.keySet()) {
                if (key.startsWith("export.sh.") && !key.endsWith(".title")) {
                    String pattern = bundle.getString(key);
                    List<String> places =
                            place.matcher(pattern)
                                    .results()
                                    .map((MatchResult m) -> m.group(1))
                                    .toList();
                    assertThat(String.join("", places)).as(key).isIn("", "0", "01", "012");
                    assertThat(pattern).as(key).doesNotContain("%").doesNotContain("\\");
                }
            }
        }
    }

    private static ResolvedLab overSsh(String ssh) {
        return ResolvedLab.of(
                LabFile.read(
                                """
                                vxlab: 1
                                name: x
                                underlay: { networks: [ { name: lan, subnet: 192.168.56.0/24 } ] }
                                hosts:
                                  - name: a
                                    ssh: %s
                                    underlay: { network: lan, address: 192.168.56.1/24 }
                                  - name: b
                                    ssh: alias
                                    underlay: { network: lan, address: 192.168.56.2/24 }
                                segments:
                                  - { vni: 10, members: [ { host: a }, { host: b } ] }
                                """
                                        .formatted(ssh))
                        .lab()
                        .orElseThrow());
    }

    private String shellcheck(Export export) throws Exception {
        List<String> argv = new ArrayList<>(List.of("shellcheck", "--shell=sh"));
        for (ExportedFile file : export.files()) {
            if (file.path().endsWith(".sh")) {
                Path script = folder.resolve(file.path());
                Files.createDirectories(script.getParent());
                Files.writeString(script, file.text());
                argv.add(script.toString());
            }
        }
        ProcessBuilder builder = new ProcessBuilder(argv).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process;
        try {
            process = builder.start();
        } catch (IOException missing) {
            Assumptions.abort("shellcheck is not installed: " + missing.getMessage());
            return "";
        }
        String said = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return said;
    }
}
