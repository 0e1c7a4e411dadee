package org.vxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.topology.Ip;
import org.vxlab.topology.OverlayEnd;

class PingJsonTest {
    @Test
    void aHostItselfIsInNoNamespace() {
        OverlayEnd host = new OverlayEnd("x", "x", "", "br7", Ip.parse("10.7.0.1"));
        OverlayEnd workload = new OverlayEnd("w", "x", "vxlab.l.w", "eth0", Ip.parse("10.7.0.2"));

        assertThat(Json.line(PingJson.end(host))).contains("\"namespace\":null");
        assertThat(Json.line(PingJson.end(workload))).contains("\"namespace\":\"vxlab.l.w\"");
    }
}
