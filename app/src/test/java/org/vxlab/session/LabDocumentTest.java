package org.vxlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.topology.Host;
import org.vxlab.topology.Lab;
import org.vxlab.topology.RandomEdit;
import org.vxlab.topology.RandomLab;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Segment.Member;
import org.vxlab.topology.SshTarget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

class LabDocumentTest {
    private static final int LABS = 150;

    @Test
    void printedLabsReadBack() {
        for (long seed = 0; seed < LABS; seed++) {
            Lab lab = RandomLab.of(seed);

            assertThat(LabFile.read(LabFile.print(lab)).lab()).as("seed %d", seed).contains(lab);
        }
    }

    @Test
    void anUnchangedLabLeavesTheTextAsItIs() {
        for (long seed = 0; seed < LABS; seed++) {
            LabDocument document = handWritten(RandomLab.of(seed), seed);

            assertThat(document.withLab(RandomLab.of(seed)).text()).isEqualTo(document.text());
        }
    }

    @Test
    void anEditedTextReadsAsTheEditedLab() {
        for (long seed = 0; seed < LABS; seed++) {
            LabDocument document = handWritten(RandomLab.of(seed), seed);
            for (long step = 0; step < 4; step++) {
                Lab edited = RandomEdit.of(document.lab(), seed * 7 + step);
                document = document.withLab(edited);

                assertThat(LabFile.read(document.text()).lab())
                        .as("seed %d step %d", seed, step)
                        .contains(edited);
            }
        }
    }

    @Test
    void linesThatAnEditDoesNotConcernStay() {
        int kept = 0;
        for (long seed = 0; seed < LABS; seed++) {
            LabDocument document = handWritten(RandomLab.of(seed), seed);
            Lab edited = RandomEdit.of(document.lab(), seed);
            Map<String, String> owners = owners(document);
            String after = document.withLab(edited).text();
            for (Map.Entry<String, String> comment : owners.entrySet()) {
                boolean untouched = names(document.lab(), edited).contains(comment.getValue());
                if (untouched) {
                    assertThat(after)
                            .as("seed %d, comment of %s in%n%s", seed, comment, document.text())
                            .contains(comment.getKey());
                    kept++;
                }
            }
        }
        assertThat(kept).isGreaterThan(LABS);
    }

    @Test
    void anEditChangesTheLinesItMeansAndNoOthers() {
        LabDocument document =
                LabFile.read(
                                """
                                # Lesson 3
                                vxlab: 1
                                name: lesson   # keep it short

                                underlay: { networks: [{ name: lan, subnet: 10.0.0.0/24 }] }
                                hosts:
                                # the left one
                                - name: left
                                  underlay: {network: lan,   address: 10.0.0.1/24}
                                # the right one
                                - name: right   # behind the desk
                                  underlay: {network: lan,   address: 10.0.0.2/24}
                                segments:
                                - vni: 5
                                  # both ends
                                  members: [ {host: left},
                                             {host: right} ]   # no third
                                  fdb: []
                                """)
                        .document()
                        .orElseThrow();
        Lab lab = document.lab();
        Host right = lab.hosts().get(1);
        Host renamed = new Host("east", Optional.of(new SshTarget.Alias("e")), right.underlay());
        Segment segment = lab.segments().getFirst();
        Segment wider =
                new Segment(
                        segment.vni(),
                        Optional.of("red"),
                        segment.options(),
                        segment.tunnels(),
                        List.of(segment.members().getFirst(), member("east"), member("third")),
                        segment.fdb(),
                        segment.neighbours(),
                        segment.workloads());

        LabDocument edited =
                document.withLab(
                        new Lab(
                                lab.name(),
                                lab.networks(),
                                lab.routers(),
                                List.of(lab.hosts().getFirst(), renamed),
                                List.of(wider),
                                lab.layout()));

        assertThat(edited.text())
                .isEqualTo(
                        """
                        # Lesson 3
                        vxlab: 1
                        name: lesson   # keep it short

                        underlay: { networks: [{ name: lan, subnet: 10.0.0.0/24 }] }
                        hosts:
                        # the left one
                        - name: left
                          underlay: {network: lan,   address: 10.0.0.1/24}
                        # the right one
                        - name: east   # behind the desk
                          ssh: e
                          underlay: {network: lan,   address: 10.0.0.2/24}
                        segments:
                        - vni: 5
                          name: red
                          # both ends
                          members: [ {host: left}, { host: east }, { host: third } ]   # no third
                          fdb: []
                        """);
    }

    private static Member member(String host) {
        return new Member(
                host, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Each comment of a host or segment, with the host or segment it stands in.
    private static Map<String, String> owners(LabDocument document) {
        Map<String, String> owners = new LinkedHashMap<>();
        String owner = "";
        List<String> above = new ArrayList<>();
        for (String line : document.text().lines().toList()) {
            String content = line.strip();
            if (line.startsWith("  - ")) {
                owner = content.split(" #")[0];
                for (String comment : above) {
                    owners.put(comment, owner);
                }
                above.clear();
            } else if (!line.startsWith("   ") && !content.startsWith("#")) {
                owner = "";
                above.clear();
            }
            int hash = line.indexOf("# note ");
            if (hash >= 0 && line.startsWith("  #")) {
                above.add(line.substring(hash));
            } else if (hash >= 4 && !owner.isEmpty()) {
                owners.put(line.substring(hash), owner);
            }
        }
        return owners;
    }

    /// The first lines of the hosts and segments that are equal before and after.
    private static List<String> names(Lab before, Lab after) {
        List<String> same = new ArrayList<>();
        before.hosts().stream()
                .filter(after.hosts()::contains)
                .forEach(host -> same.add("- name: " + host.name()));
        before.segments().stream()
                .filter(after.segments()::contains)
                .forEach(segment -> same.add("- vni: " + segment.vni()));
        return same;
    }

    /// A text as people write them: some things on one line, some on many, comments and blank lines
    /// between.
    private static LabDocument handWritten(Lab lab, long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        int note = 0;
        for (String line :
                YamlPrinter.print(restyled(LabFileValue.of(lab), random, 0)).lines().toList()) {
            String margin = line.substring(0, line.length() - line.stripLeading().length());
            if (random.nextInt(5) == 0) {
                lines.add("");
            }
            if (random.nextInt(4) == 0) {
                lines.add(margin + "# note " + note++ + ".");
            }
            lines.add(random.nextInt(3) == 0 ? line + "   # note " + note++ + ".\t" : line);
        }
        String lineBreak = random.nextInt(4) == 0 ? "\r\n" : "\n";
        String text =
                (random.nextInt(6) == 0 ? "\uFEFF" : "")
                        + lines.stream().collect(Collectors.joining(lineBreak))
                        + (random.nextInt(4) == 0 ? "" : lineBreak);
        LabReading reading = LabFile.read(text);
        assertThat(reading.lab()).as(text).contains(lab);
        return new LabDocument(text, lab);
    }

    private static YamlValue restyled(YamlValue value, Random random, int depth) {
        boolean flow = depth > 2 && random.nextInt(3) > 0;
        return switch (value) {
            case YamlValue.Fields fields -> {
                Map<String, YamlValue> inner = new LinkedHashMap<>();
                fields.fields()
                        .forEach(
                                (key, field) -> inner.put(key, restyled(field, random, depth + 1)));
                yield new YamlValue.Fields(inner, flow);
            }
            case YamlValue.Items items ->
                    new YamlValue.Items(
                            items.items().stream()
                                    .map(item -> restyled(item, random, depth + 1))
                                    .toList(),
                            flow);
            case YamlValue.Text text -> text;
            case YamlValue.Word word -> word;
        };
    }
}
