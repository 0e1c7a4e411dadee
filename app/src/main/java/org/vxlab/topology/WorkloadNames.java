package org.vxlab.topology;

/// Names what a workload becomes on its host. Each name follows from the workload's alone, so that
/// what is found on a host can be paired again without the drawing.
public final class WorkloadNames {
    /// The device of a workload inside its namespace.
    public static final String DEVICE = "eth0";

    private static final String PREFIX = "veth-";
    private static final int HASH_DIGITS = 4;

    private WorkloadNames() {}

    /// The namespace under `/run/netns`. Names of labs and workloads have no dots.
    public static String namespace(String lab, String workload) {
        return "vxlab." + lab + "." + workload;
    }

    /// The host's end of the veth pair: `veth-NAME`, or a short form with a hash where that is
    /// longer than a device name may be.
    public static String hostDevice(String workload) {
        String whole = PREFIX + workload;
        if (whole.length() <= DeviceName.MAX_LENGTH) {
            return whole;
        }
        int room = DeviceName.MAX_LENGTH - PREFIX.length() - HASH_DIGITS;
        long hash = DerivedMac.of("", "", workload).bits() & 0xffff;
        return PREFIX + workload.substring(0, room) + String.format("%04x", hash);
    }
}
