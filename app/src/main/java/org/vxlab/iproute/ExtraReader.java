package org.vxlab.iproute;

import org.vxlab.kernel.ExtraSetting;
import org.vxlab.kernel.FdbEntry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads what the devices and forwarding entries of a namespace are set to beyond what [LinkReader]
/// and [TableReader] take, from the same objects of their output.
final class ExtraReader {
    /// Keys of a forwarding entry, and the word of `bridge fdb` for each.
    private static final Map<String, String> ENTRY_WORDS =
            new TreeMap<>(
                    Map.of(
                            "port", "port",
                            "vni", "vni",
                            "src_vni", "src_vni",
                            "viaIf", "via",
                            "viaIfIndex", "via",
                            "nhid", "nhid"));

    private final String namespace;
    private final List<ExtraSetting> extras = new ArrayList<>();

    /// @param namespace empty text for the host's own
    ExtraReader(String namespace) {
        this.namespace = namespace;
    }

    List<ExtraSetting> extras() {
        return extras;
    }

    void device(Fields device) {
        Fields info = device.object("linkinfo");
        String name = device.text("ifname");
        if (info.optionalText("info_kind").equals(Optional.of("vxlan"))) {
            vxlan(name, info.object("info_data"));
        }
        if (info.optionalText("info_kind").equals(Optional.of("bridge"))) {
            bridge(name, info.object("info_data"));
        }
        if (info.optionalText("info_slave_kind").equals(Optional.of("bridge"))) {
            port(name, info.object("info_slave_data"));
        }
    }

    private void port(String name, Fields data) {
        new TreeMap<>(ExtraSetting.PORT_FLAGS)
                .forEach(
                        (flag, usual) -> {
                            if (data.has(flag) && data.isOn(flag) != usual) {
                                add(name, flag, usual ? "off" : "on");
                            }
                        });
        new TreeMap<>(ExtraSetting.PORT_NUMBERS)
                .forEach(
                        (word, usual) -> {
                            if (data.has(word) && !usual.contains(data.shown(word))) {
                                add(name, word, data.shown(word));
                            }
                        });
    }

    private void vxlan(String name, Fields data) {
        Fields ports = data.object("port_range");
        int low = ports.optionalNumber("low").orElse(0);
        int high = ports.optionalNumber("high").orElse(0);
        if (low != 0 || high != 0) {
            add(name, "srcport", low + " " + high);
        }
        if (data.has("limit")) {
            add(name, "maxaddress", data.shown("limit"));
        }
        if (data.has("label")) {
            add(name, "label", data.shown("label"));
        }
        if (data.has("localbypass") && !data.isOn("localbypass")) {
            add(name, "localbypass", "off");
        }
    }

    private void bridge(String name, Fields data) {
        for (String word : ExtraSetting.BRIDGE_SETTINGS) {
            String value = data.shown(word);
            if (data.has(word) && !value.equals("0")) {
                add(name, word, value);
            }
        }
    }

    private void add(String device, String word, String value) {
        extras.add(new ExtraSetting(namespace, device, Optional.empty(), word, value));
    }

    /// @param entry what the fields were read as
    void entry(FdbEntry entry, Fields fields) {
        ENTRY_WORDS.forEach(
                (key, word) -> {
                    if (fields.has(key)) {
                        extras.add(
                                new ExtraSetting(
                                        namespace,
                                        entry.device(),
                                        Optional.of(entry),
                                        word,
                                        fields.shown(key)));
                    }
                });
    }
}
