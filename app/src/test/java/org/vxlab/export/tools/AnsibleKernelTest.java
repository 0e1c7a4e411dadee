package org.vxlab.export.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vxlab.export.ExportFormat;
import org.vxlab.export.ExportSource;
import org.vxlab.iproute.StateReading.Output;

import java.nio.file.Path;

/// What Ansible makes of exported playbooks is what `apply` makes, once and for all.
@Tag("kernel")
class AnsibleKernelTest {
    private static final Path ANSIBLE = Path.of("/usr/bin/ansible-playbook");

    @TempDir private Path folder;

    @Test
    void makesTheLabOnceAndRemovesIt() throws Exception {
        try (ToolHost there = start("h1")) {
            assertThat(play(there, "h1", "up.yml"))
                    .contains("failed=0")
                    .doesNotContain("changed=0");
            assertThat(there.remaining()).isEmpty();
            assertThat(play(there, "h1", "up.yml")).contains("changed=0").contains("failed=0");

            assertThat(play(there, "h1", "down.yml")).contains("failed=0");
            assertThat(there.remaining()).isEqualTo(there.all());
        }
    }

    /// Ansible takes two braces for a template, and a device may have them in its name.
    @Test
    void takesNoDeviceNameForATemplate() throws Exception {
        try (ToolHost there = start("h3")) {
            assertThat(play(there, "h3", "up.yml")).contains("failed=0");
            assertThat(there.remaining()).isEmpty();
        }
    }

    private ToolHost start(String name) throws Exception {
        ExportSource source = ToolLabs.everything();
        ToolLabs.write(ExportFormat.ANSIBLE.of(source), folder);
        return ToolHost.of(ToolLabs.host(source, name), ANSIBLE);
    }

    /// The last words of a run: how many tasks did what.
    private String play(ToolHost there, String host, String book) throws Exception {
        Output output =
                there.shell(
                        "cd '%s' && HOME=/run ansible-playbook -i inventory.yml -e ansible_connection=local --limit %s %s"
                                .formatted(folder, host, book));
        String text = output.stdout() + output.stderr();
        return text.substring(Math.max(0, text.length() - 3000));
    }
}
