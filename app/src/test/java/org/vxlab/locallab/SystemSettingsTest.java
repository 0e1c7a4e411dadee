package org.vxlab.locallab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vxlab.topology.Message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class SystemSettingsTest {
    private static final String ORDINARY = "0000000000000000";
    private static final String ROOT = "000001ffffffffff";
    private static final String ROOT_OF_A_CONTAINER = "00000000a80425fb";

    @TempDir Path proc;
    private SystemSettings settings;

    @BeforeEach
    void linuxWithTheTools() throws IOException {
        settings = new SystemSettings(proc);
        write("self/ns/user", "");
        write("self/status", "Name:\tjava\nCapEff:\t" + ORDINARY + "\n");
        Assumptions.assumeTrue(
                SystemSettings.here().obstacle(false).isEmpty(), "the tools are not installed");
    }

    @Test
    void nothingStandsInTheWayWithoutSettings() {
        assertThat(settings.obstacle(true)).isEmpty();
        assertThat(settings.obstacle(false)).isEmpty();
    }

    @Test
    void namesTheNumberOfUserNamespaces() throws IOException {
        write("sys/user/max_user_namespaces", "0\n");
        assertThat(settings.obstacle(true))
                .contains(Message.of("locallab.setting", "user.max_user_namespaces", "0", "10000"));
        assertThat(settings.obstacle(false)).isEmpty();
    }

    @Test
    void namesTheSwitchOfDebian() throws IOException {
        write("sys/kernel/unprivileged_userns_clone", "0\n");
        assertThat(settings.obstacle(true))
                .contains(
                        Message.of(
                                "locallab.setting", "kernel.unprivileged_userns_clone", "0", "1"));
        write("sys/kernel/unprivileged_userns_clone", "1\n");
        assertThat(settings.obstacle(true)).isEmpty();
    }

    @Test
    void namesAppArmorOnlyAfterTheRefusal() throws IOException {
        write("sys/kernel/apparmor_restrict_unprivileged_userns", "1\n");
        assertThat(settings.obstacle(true)).isEmpty();
        assertThat(settings.refusal("mount: denied"))
                .isEqualTo(Message.of("locallab.apparmor", "mount: denied"));
    }

    @Test
    void passesOnARefusalItCannotExplain() {
        assertThat(settings.refusal("unshare: denied"))
                .isEqualTo(Message.of("locallab.refused", "unshare: denied"));
    }

    @Test
    void aKernelWithoutUserNamespacesIsSeen() throws IOException {
        Files.delete(proc.resolve("self/ns/user"));
        assertThat(settings.obstacle(true)).contains(Message.of("locallab.no-user-namespaces"));
    }

    @Test
    void rootOfAContainerMayNotDoWithoutAUserNamespace() throws IOException {
        write("self/status", "CapEff:\t" + ROOT + "\n");
        assertThat(settings.hasCapabilities()).isTrue();
        write("self/status", "CapEff:\t" + ROOT_OF_A_CONTAINER + "\n");
        assertThat(settings.hasCapabilities()).isFalse();
    }

    private void write(String file, String text) throws IOException {
        Path path = proc.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
