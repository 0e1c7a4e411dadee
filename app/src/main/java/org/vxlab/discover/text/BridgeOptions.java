package org.vxlab.discover.text;

import org.vxlab.kernel.ExtraSetting;
import org.vxlab.kernel.Link;

/// What bridges and their ports are told to be, by whichever tool.
final class BridgeOptions {
    /// The kernel's own ageing of a bridge, in seconds (IEEE 802.1D).
    private static final int AGEING = 300;

    /// A bridge of which nothing is said.
    static final Link.Bridge NEW = new Link.Bridge(AGEING, true);

    private static final int TICKS_PER_SECOND = 100;

    private static final long MAX_TICKS = 0xffff_ffffL;

    private BridgeOptions() {}

    /// The words after `type bridge`.
    static void set(Device bridge, Words words) throws Misread {
        Link.Bridge before = bridge.kind instanceof Link.Bridge settings ? settings : NEW;
        int ageing = before.ageing();
        boolean snooping = before.multicastSnooping();
        while (!words.isEmpty()) {
            String word = words.next();
            switch (word) {
                case "ageing_time" -> ageing = (int) (words.count(MAX_TICKS) / TICKS_PER_SECOND);
                case "mcast_snooping" -> snooping = words.number(1) == 1;
                default -> set(bridge, word, words.next());
            }
        }
        bridge.kind = new Link.Bridge(ageing, snooping);
    }

    static void set(Device bridge, String word, String value) {
        if (value.matches("0|0x0|off")) {
            bridge.extras.remove(word);
        } else if (ExtraSetting.BRIDGE_SETTINGS.contains(word)) {
            bridge.extras.put(word, value);
        }
    }

    /// What a device is as a bridge port, as `bridge link set` and `ip link set type bridge_slave`
    /// say it.
    static void setPort(Device device, Words words) throws Misread {
        while (!words.isEmpty()) {
            String word = words.next();
            switch (word) {
                case "learning" -> device.learning = isOn(words);
                case "neigh_suppress" -> device.neighSuppress = isOn(words);
                case "isolated" -> device.isolated = isOn(words);
                case "self", "master" -> {}
                default -> set(device, word, words);
            }
        }
    }

    private static void set(Device port, String word, Words words) throws Misread {
        Boolean usual = ExtraSetting.PORT_FLAGS.get(word);
        String value = words.next();
        if (usual != null) {
            put(port, word, usual ? "off" : "on", isOn(value) == usual);
        } else if (ExtraSetting.PORT_NUMBERS.containsKey(word)) {
            put(port, word, value, ExtraSetting.PORT_NUMBERS.get(word).contains(value));
        }
    }

    private static void put(Device port, String word, String value, boolean usual) {
        if (usual) {
            port.extras.remove(word);
        } else {
            port.extras.put(word, value);
        }
    }

    private static boolean isOn(Words words) throws Misread {
        return isOn(words.next());
    }

    private static boolean isOn(String value) {
        return value.matches("on|1");
    }
}
