package org.vxlab.locallab;


import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vxlab.locallab.LocalLab.UserNamespace;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

@Tag("kernel")
class LocalLabTest {
    @Test
    void hostsReachEachOther() throws Exception {
        for (int i = 0; i < 3; i++) {
            long t = System.nanoTime();
            try (LocalLab lab =
                    LocalLab.start(
                            Labs.acrossARouter(),
                            i == 0 ? UserNamespace.WHEN_NEEDED : UserNamespace.ALWAYS)) {
                        ssh(
                                lab,
                                "a",
                                "ping -c1 -W2 192.168.57.13; ip a; ip r; id; hostname; ps ax; exit"
                                    + " 3"));
                t = System.nanoTime();
            }
        }
    }

    static String ssh(LocalLab lab, String host, String command) throws Exception {
        Path config = lab.access().files().resolve("ssh_config");
        Process p =
                new ProcessBuilder("ssh", "-F", config.toString(), host, command)
                        .redirectErrorStream(true)
                        .start();
        p.getOutputStream().close();
        String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return out + "exit " + p.waitFor();
    }
}
