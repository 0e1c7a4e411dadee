package org.vxlab.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;

class AddressTextTest {
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "fd00:0:0:0:0:0:0:1, fd00::1",
        "FD00::ABCD, fd00::abcd",
        "2001:db8:0:1:0:0:0:1, 2001:db8:0:1::1",
        "2001:0:0:1:0:0:1:1, 2001::1:0:0:1:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::ffff:10.0.0.1, ::ffff:a00:1",
        "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304"
    })
    void readsAddresses(String text, String canonical) {
        assertThat(Ip.parse(text).toString()).isEqualTo(canonical);
        assertThat(Ip.parse(canonical)).isEqualTo(Ip.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.04",
                "1.2.3.-4",
                "1.2.3.+4",
                "1.2..4",
                "1.2.3.4 ",
                "0x1.2.3.4",
                "1.2.3.1000",
                "١.2.3.4",
                ":",
                ":::",
                "1::2::3",
                ":1",
                "1:",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "12345::",
                "g::",
                "1.2.3.4::",
                "::1.2.3.4:1",
                "::1.2.3",
                "1:2:3:4:5:6:7:1.2.3.4",
                "fe80::1%eth0",
                "::1/64",
                "٠::",
                "1:2:3:4:5:6:7:8:"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> Ip.parse(text)).isInstanceOf(WrongText.class);
    }

    @Test
    void formatsAndReadsEveryKindOfAddress() throws UnknownHostException {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            for (int group = 0; group < 8; group++) {
                if (random.nextBoolean()) {
                    bytes[2 * group] = 0;
                    bytes[2 * group + 1] = (byte) random.nextInt(2);
                }
            }
            long high = 0;
            long low = 0;
            for (int b = 0; b < 8; b++) {
                high = high << 8 | bytes[b] & 0xff;
                low = low << 8 | bytes[b + 8] & 0xff;
            }
            Ip ip = new Ip(Ip.Family.V6, high, low);

            assertThat(Ip.parse(ip.toString())).isEqualTo(ip);
            // An address in figures is never looked up.
            assertThat(InetAddress.getByName(ip.toString()))
                    .isEqualTo(InetAddress.getByAddress(bytes));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/08", "10.0.0.0/-1", "::/129",
                "10.0.0.1/24", "fd00::1/64", "/24", "10.0.0.0/24/24", "10.0.0.0/24 ", "10.0.0.0/999"
            })
    void refusesWhatIsNoSubnet(String text) {
        assertThatThrownBy(() -> Prefix.parse(text)).isInstanceOf(WrongText.class);
    }

    @Test
    void tellsWhatASubnetContains() {
        Prefix v4 = Prefix.parse("192.168.56.0/22");
        assertThat(v4.contains(Ip.parse("192.168.59.255"))).isTrue();
        assertThat(v4.contains(Ip.parse("192.168.60.0"))).isFalse();
        assertThat(v4.contains(Ip.parse("::c0a8:3801"))).isFalse();
        assertThat(Prefix.parse("0.0.0.0/0").contains(Ip.parse("255.255.255.255"))).isTrue();
        assertThat(Prefix.parse("::/0").overlaps(Prefix.parse("fd00::/65"))).isTrue();
        assertThat(Prefix.parse("fd00::/65").contains(Ip.parse("fd00::8000:0:0:0"))).isFalse();
        assertThat(Prefix.parse("10.0.0.1/32").contains(Ip.parse("10.0.0.1"))).isTrue();
    }

    @Test
    void tellsWhichAddressesASubnetReserves() {
        Prefix subnet = Prefix.parse("10.0.0.0/24");
        assertThat(subnet.reserves(Ip.parse("10.0.0.0"))).isTrue();
        assertThat(subnet.reserves(Ip.parse("10.0.0.255"))).isTrue();
        assertThat(subnet.reserves(Ip.parse("10.0.0.254"))).isFalse();
        assertThat(Prefix.parse("255.255.255.0/24").reserves(Ip.parse("255.255.255.255"))).isTrue();
        assertThat(Prefix.parse("10.0.0.0/31").reserves(Ip.parse("10.0.0.0"))).isFalse();
        assertThat(Prefix.parse("fd00::/64").reserves(Ip.parse("fd00::"))).isTrue();
        assertThat(Prefix.parse("fd00::/64").reserves(Ip.parse("fd00::ffff:ffff:ffff:ffff")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "02:00:00:00:00:0g",
                "02:00:00:00:00",
                "2:0:0:0:0:1",
                "02-00-00-00-00-01",
                "020000000001",
                "02:00:00:00:00:01 ",
                "02:00:00:00:00:001",
                "٠2:00:00:00:00:01"
            })
    void refusesWhatIsNoMac(String text) {
        assertThatThrownBy(() -> MacAddress.parse(text)).isInstanceOf(WrongText.class);
    }

    @Test
    void readsMacs() {
        assertThat(MacAddress.parse("02:AB:00:00:00:fF").toString()).isEqualTo("02:ab:00:00:00:ff");
        assertThat(MacAddress.parse("01:00:5e:00:00:01").isGroup()).isTrue();
        assertThat(MacAddress.parse("00:00:00:00:00:00").isZero()).isTrue();
    }

    @Test
    void derivesMacsThatAreLocalUnicastAndStay() {
        assertThat(DerivedMac.of("lab", "a", "br10").toString()).isEqualTo("a2:4e:29:ce:50:f7");
        assertThat(DerivedMac.of("lab", "b", "br10"))
                .isNotEqualTo(DerivedMac.of("lab", "a", "br10"));
        // The parts do not run into each other.
        assertThat(DerivedMac.of("lab", "ab", "c")).isNotEqualTo(DerivedMac.of("lab", "a", "bc"));
        for (int i = 0; i < 1000; i++) {
            MacAddress mac = DerivedMac.of("lab", "a", "vxlan" + i);
            assertThat(mac.isGroup()).isFalse();
            assertThat(mac.bits() >>> 41 & 1).isEqualTo(1);
        }
    }
}
