package org.vxlab.topology;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The MAC of a device the program makes: the same on every push, different on every host.
///
/// Left to udev, same-named devices on machines cloned with one `/etc/machine-id` get the same MAC,
/// and nothing arrives any more (systemd.link(5), `MACAddressPolicy=persistent`).
public final class DerivedMac {
    private static final long LOCALLY_ADMINISTERED = 0x0200_0000_0000L;
    private static final long GROUP = 0x0100_0000_0000L;

    private DerivedMac() {}

    /// The first 48 bits of SHA-256 over the names, as a locally administered unicast address (IEEE
    /// 802-2014 section 8.4).
    public static MacAddress of(String lab, String host, String device) {
        byte[] digest =
                sha256().digest(
                                String.join("\0", "vxlab", lab, host, device)
                                        .getBytes(StandardCharsets.UTF_8));
        long bits = 0;
        for (int i = 0; i < 6; i++) {
            bits = bits << 8 | (digest[i] & 0xff);
        }
        return new MacAddress(bits & ~GROUP | LOCALLY_ADMINISTERED);
    }

    /// The MAC of a workload's `eth0`.
    public static MacAddress ofWorkload(String lab, String host, String workload) {
        return of(lab, host, "workload:" + workload);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
