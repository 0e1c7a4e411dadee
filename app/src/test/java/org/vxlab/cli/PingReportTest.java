package org.vxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.observe.PingMatrix;
import org.vxlab.observe.PingPair;
import org.vxlab.observe.PingResult;
import org.vxlab.topology.Ip;
import org.vxlab.topology.OverlayEnd;
import org.vxlab.topology.Vni;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The matrix a person reads.
class PingReportTest {
    private static final PingResult ANSWERED =
            new PingResult(1, 1, 0, Optional.empty(), Optional.empty());

    @Test
    void tellsSegmentsOfOneVniApart() {
        assertThat(
                        lines(
                                pair(
                                        "on-4789",
                                        end("x", "x", "10.7.0.1"),
                                        end("y", "y", "10.7.0.2")),
                                pair(
                                        "on-8472",
                                        end("x", "x", "10.8.0.1"),
                                        end("y", "y", "10.8.0.2"))))
                .containsExactly(
                        "Segment on-4789 (VNI 7)",
                        "  from \\ to  x   y",
                        "  x          -   ok",
                        "Segment on-8472 (VNI 7)",
                        "  from \\ to  x   y",
                        "  x          -   ok");
    }

    @Test
    void tellsWorkloadsOfOneNameApart() {
        OverlayEnd here = end("web", "x", "10.7.0.1");
        OverlayEnd there = end("web", "y", "10.7.0.2");

        assertThat(lines(pair("red", here, there), pair("red", there, here)))
                .containsExactly(
                        "Segment red (VNI 7)",
                        "  from \\ to  web@x  web@y",
                        "  web@x      -      ok",
                        "  web@y      ok     -");
    }

    @Test
    void tellsProgramsThatAHostItselfIsInNoNamespace() {
        OverlayEnd host = end("x", "x", "10.7.0.1");
        OverlayEnd workload = new OverlayEnd("w", "x", "vxlab.l.w", "eth0", Ip.parse("10.7.0.2"));

        assertThat(Json.line(PingReport.json(host))).contains("\"namespace\":null");
        assertThat(Json.line(PingReport.json(workload))).contains("\"namespace\":\"vxlab.l.w\"");
    }

    private static List<String> lines(PingPair... pairs) {
        Map<PingPair, PingResult> results = new LinkedHashMap<>();
        for (PingPair pair : pairs) {
            results.put(pair, ANSWERED);
        }
        return new PingReport(Texts.in(Locale.ENGLISH), new Paint(false), 80)
                .lines(new PingMatrix(results));
    }

    private static PingPair pair(String segment, OverlayEnd from, OverlayEnd to) {
        return new PingPair(new Vni(7), segment, from, to);
    }

    private static OverlayEnd end(String name, String host, String address) {
        return new OverlayEnd(name, host, "", "br7", Ip.parse(address));
    }
}
