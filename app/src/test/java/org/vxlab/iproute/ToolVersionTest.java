package org.vxlab.iproute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vxlab.iproute.ToolVersion.Kind;
import org.vxlab.topology.Message;

class ToolVersionTest {
    @ParameterizedTest
    @CsvSource({
        "v4.15.0, OLD_IPROUTE2, ss180129",
        "v5.4.0, IPROUTE2, ss191125",
        "v5.15.0, IPROUTE2, 5.15.0",
        "system, IPROUTE2, 6.1.0",
        "v6.8.0, IPROUTE2, 6.8.0",
        "v6.14.0, IPROUTE2, 6.14.0",
        "v7.1.0, IPROUTE2, 7.1.0"
    })
    void readsTheVersionOfIproute2(String version, Kind kind, String text) {
        assertThat(ToolVersion.parse(Fixture.text("versions/" + version + "/ip-V.txt"), ""))
                .isEqualTo(new ToolVersion(kind, text));
    }

    @ParameterizedTest
    @CsvSource({
        "'ip utility, iproute2-ss190107', OLD_IPROUTE2",
        "'ip utility, iproute2-ss190319', IPROUTE2",
        "'ip utility, iproute2-4.20.0', OLD_IPROUTE2",
        "'ip utility, iproute2-v5.0.0-rc1', IPROUTE2",
        "'ip utility, iproute2-10.2.0, libbpf 2.0', IPROUTE2",
        "'sh: 1: ip: not found', UNKNOWN",
        "'', UNKNOWN"
    })
    void judgesWhatItReads(String answer, Kind kind) {
        assertThat(ToolVersion.parse("", answer).kind()).isEqualTo(kind);
    }

    @Test
    void saysWhatToInstallInPlaceOfBusyBox() {
        ToolVersion busybox =
                ToolVersion.parse("", Fixture.text("versions/busybox-1.35/ip-j-link.txt"));

        assertThat(busybox.objection())
                .contains(
                        Message.of(
                                "iproute.busybox",
                                "BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.",
                                "5.0"));
    }

    @Test
    void hasNothingAgainstANewEnoughVersion() {
        assertThat(ToolVersion.parse("ip utility, iproute2-6.1.0", "").objection()).isEmpty();
        assertThat(ToolVersion.parse("ip utility, iproute2-ss180129", "").objection())
                .contains(Message.of("iproute.too-old", "ss180129", "5.0"));
    }
}
