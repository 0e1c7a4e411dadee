package org.vxlab.export.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.vxlab.export.Export;
import org.vxlab.export.ExportFormat;
import org.vxlab.export.ExportSource;
import org.vxlab.export.ExportedFile;
import org.vxlab.export.ExportedLabs;
import org.vxlab.topology.Message;

import java.util.List;
import java.util.Map;

/// What all formats of other tools have in common, and what is special about each.
class FormatsTest {

    @ParameterizedTest
    @EnumSource(
            names = {
                "NETWORKD",
                "NETPLAN",
                "IFUPDOWN2",
                "NMSTATE",
                "ANSIBLE",
                "CONTAINERLAB",
                "VAGRANT"
            })
    void everythingLeftOutStandsOnThePageInTheChosenLanguage(ExportFormat format) throws Exception {
        for (ExportSource english : ToolLabs.all().toList()) {
            for (ExportSource source : List.of(english, ToolLabs.inChinese(english))) {
                Export export = format.of(source);
                String page = ExportedLabs.file(export, "README.md");
                assertThat(export.leftOut())
                        .allSatisfy(gap -> assertThat(page).contains(source.words().apply(gap)));
                assertThat(page).contains(source.lab().name());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NETPLAN", "NMSTATE", "ANSIBLE", "CONTAINERLAB"})
    void allYamlCanBeRead(ExportFormat format) throws Exception {
        for (ExportSource source : ToolLabs.all().toList()) {
            for (ExportedFile file : format.of(source).files()) {
                if (file.path().matches(".*\\.ya?ml")) {
                    assertThat(yaml(file.text())).as(file.path()).isNotNull();
                }
            }
        }
    }

    /// Only Ansible knows its own tag.
    private static Object yaml(String text) {
        return new Load(LoadSettings.builder().build())
                .loadFromString(text.replace("!unsafe ", ""));
    }

    @Test
    void writesAFloodListAsOneSectionForEachVtep() {
        Export export = ExportFormat.NETWORKD.of(ToolLabs.template("head-end-across-a-router"));

        assertThat(
                        ExportedLabs.file(
                                export, "h1/60-vxlab-head-end-across-a-router-vxlan10.network"))
                .endsWith(
                        """

                        [Match]
                        Name=vxlan10

                        [Link]
                        MTUBytes=1450
                        RequiredForOnline=no

                        [Network]
                        LinkLocalAddressing=no
                        IPv6AcceptRA=no
                        ConfigureWithoutCarrier=yes
                        Bridge=br10

                        [Bridge]
                        Learning=yes
                        NeighborSuppression=no

                        [BridgeFDB]
                        MACAddress=00:00:00:00:00:00
                        Destination=192.168.56.12

                        [BridgeFDB]
                        MACAddress=00:00:00:00:00:00
                        Destination=192.168.57.13
                        """);
    }

    @Test
    void saysWhereADeviceHasToBeWrittenIn() {
        ExportSource source = ToolLabs.overSsh("{ address: 10.0.0.1 }");

        for (ExportFormat format :
                List.of(
                        ExportFormat.NETWORKD,
                        ExportFormat.NETPLAN,
                        ExportFormat.IFUPDOWN2,
                        ExportFormat.NMSTATE)) {
            assertThat(format.of(source).leftOut())
                    .as(format.word())
                    .extracting(Message::key, gap -> gap.arguments().getFirst())
                    .contains(tuple("export.gap.device", "a"))
                    .doesNotContain(tuple("export.gap.device", "b"));
        }
    }

    @Test
    void tellsAnsibleHowAHostIsReached() {
        String ssh =
                "{ address: 10.0.0.1, port: 2222, user: \"{{ x }}\", identity: \"~/my key\","
                        + " sudo: true, jump: \"me@gate o'x:22\" }";

        assertThat(
                        ExportedLabs.file(
                                ExportFormat.ANSIBLE.of(ToolLabs.overSsh(ssh)), "inventory.yml"))
                .endsWith(
                        """
                        all:
                          children:
                            vxlab_hosts:
                              hosts:
                                a:
                                  ansible_host: "10.0.0.1"
                                  ansible_port: 2222
                                  ansible_user: !unsafe "{{ x }}"
                                  ansible_ssh_private_key_file: "~/my key"
                                  vxlab_sudo: true
                                  ansible_ssh_common_args: "-J 'me@gate o'\\\\''x:22'"
                                b:
                                  ansible_host: lab-b
                        """);
    }

    @Test
    void describesABridgeAndItsPortForNmstate() {
        Export export = ExportFormat.NMSTATE.of(ToolLabs.template("two-tenants-same-addresses"));

        Map<?, ?> state = (Map<?, ?>) yaml(ExportedLabs.file(export, "h1.yml"));

        assertThat((List<?>) state.get("interfaces"))
                .extracting(each -> (Object) ((Map<?, ?>) each).get("name"))
                .containsExactly("vxlan10", "vxlan20", "br10", "br20");
        assertThat(
                        (Object)
                                ((Map<?, ?>) ((List<?>) state.get("interfaces")).getFirst())
                                        .get("vxlan"))
                .isEqualTo(
                        Map.of(
                                "base-iface",
                                "eth0",
                                "id",
                                10,
                                "local",
                                "192.168.56.11",
                                "destination-port",
                                4789,
                                "learning",
                                true));
    }

    @Test
    void quotesWhatYamlWouldTakeForSomethingElse() {
        assertThat(
                        List.of("br10", "on", "No", "16:20", "1e3", "0x1", "a: b", "#x", "", "\"\\")
                                .stream()
                                .map(YamlBlock::text))
                .containsExactly(
                        "br10",
                        "\"on\"",
                        "\"No\"",
                        "\"16:20\"",
                        "\"1e3\"",
                        "\"0x1\"",
                        "\"a: b\"",
                        "\"#x\"",
                        "\"\"",
                        "\"\\\"\\\\\"");
        for (String text : List.of("a\nb", "\u0085\u2028", "网桥", "- x", "~", "{{ x }}", "null")) {
            assertThat(yaml(YamlBlock.text(text))).isEqualTo(text);
        }
    }
}
