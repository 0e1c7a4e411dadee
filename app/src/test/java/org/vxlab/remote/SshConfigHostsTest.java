package org.vxlab.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.topology.SshTarget;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SshConfigHostsTest {
    private static final String VAGRANT =
            """
            Host master
              HostName 127.0.0.1
              User vagrant
              Port 2222
              UserKnownHostsFile /dev/null
              StrictHostKeyChecking no
              PasswordAuthentication no
              IdentityFile "/home/me/my boxes/private_key"
              IdentitiesOnly yes

            Host slave1 *.example !bad
              ProxyJump bastion

            Host *
              User everybody
            """;

    @Test
    void writesOutWhatALabNeedsOfEveryNamedHost() {
        SshConfigHosts hosts =
                SshConfigHosts.parse(VAGRANT, Path.of("/tmp/config"), Path.of("/home/me"));
        assertThat(hosts.targets())
                .isEqualTo(
                        Map.of(
                                "master",
                                new SshTarget.Address(
                                        "127.0.0.1",
                                        Optional.of(2222),
                                        Optional.of("vagrant"),
                                        Optional.of("/home/me/my boxes/private_key"),
                                        Optional.empty(),
                                        Optional.empty()),
                                "slave1",
                                new SshTarget.Address(
                                        "slave1",
                                        Optional.empty(),
                                        Optional.of("everybody"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("bastion"))));
        assertThat(List.copyOf(hosts.targets().keySet())).containsExactly("master", "slave1");
        assertThat(hosts.notes()).isEmpty();
    }
}
