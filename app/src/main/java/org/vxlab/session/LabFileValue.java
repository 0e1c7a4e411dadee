package org.vxlab.session;

import org.vxlab.session.YamlValue.Fields;
import org.vxlab.session.YamlValue.Items;
import org.vxlab.session.YamlValue.Text;
import org.vxlab.session.YamlValue.Word;
import org.vxlab.topology.Host;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Layout;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Network;
import org.vxlab.topology.Router;
import org.vxlab.topology.SshTarget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A lab as the YAML it is written as: what is absent is not written.
final class LabFileValue {
    private LabFileValue() {}

    static Fields of(Lab lab) {
        Builder underlay = new Builder();
        underlay.list("networks", lab.networks(), LabFileValue::network);
        underlay.list("routers", lab.routers(), LabFileValue::router);
        Builder top = new Builder();
        top.word("vxlab", Optional.of(LabFile.FORMAT));
        top.text("name", Optional.of(lab.name()));
        top.unlessEmpty("underlay", underlay.block());
        top.list("hosts", lab.hosts(), LabFileValue::host);
        top.list("segments", lab.segments(), LabFileSegmentValue::of);
        top.unlessEmpty("layout", layout(lab.layout()));
        return top.block();
    }

    private static YamlValue network(Network network) {
        Builder fields = new Builder();
        fields.text("name", Optional.of(network.name()));
        fields.text("subnet", Optional.of(network.subnet()));
        fields.word("mtu", network.mtu());
        return fields.flow();
    }

    private static YamlValue router(Router router) {
        Builder addresses = new Builder();
        router.addresses()
                .forEach((network, address) -> addresses.text(network, Optional.of(address)));
        Builder fields = new Builder();
        fields.text("name", Optional.of(router.name()));
        fields.put("addresses", addresses.flow());
        return fields.flow();
    }

    private static YamlValue host(Host host) {
        Builder port = new Builder();
        port.text("network", Optional.of(host.underlay().network()));
        port.text("device", host.underlay().device());
        port.text("address", Optional.of(host.underlay().address()));
        Builder fields = new Builder();
        fields.text("name", Optional.of(host.name()));
        host.ssh().ifPresent(target -> fields.put("ssh", ssh(target)));
        fields.put("underlay", port.flow());
        return host.ssh().isPresent() ? fields.block() : fields.flow();
    }

    private static YamlValue ssh(SshTarget target) {
        return switch (target) {
            case SshTarget.Alias(String name) -> new Text(name);
            case SshTarget.Address address -> {
                Builder fields = new Builder();
                fields.text("address", Optional.of(address.address()));
                fields.word("port", address.port());
                fields.text("user", address.user());
                fields.text("identity", address.identity());
                fields.word("sudo", address.sudo());
                fields.text("jump", address.jump());
                yield fields.flow();
            }
        };
    }

    private static Fields layout(Layout layout) {
        Builder fields = new Builder();
        layout.positions().forEach((name, point) -> fields.put(name, point(point)));
        fields.list(
                LabFileLayout.NOTES,
                layout.notes(),
                note -> {
                    Builder inner = new Builder();
                    inner.put("at", point(note.at()));
                    inner.put("text", new Text(note.text()));
                    return inner.flow();
                });
        return fields.block();
    }

    private static YamlValue point(Point point) {
        return new Items(List.of(coordinate(point.x()), coordinate(point.y())), true);
    }

    private static YamlValue coordinate(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        String text = Double.toString(value);
        return new Word(whole ? text.substring(0, text.length() - 2) : text);
    }

    /// Collects the fields of a mapping in their order, leaving out what is absent.
    static final class Builder {
        private final Map<String, YamlValue> fields = new LinkedHashMap<>();

        void put(String key, YamlValue value) {
            fields.put(key, value);
        }

        void text(String key, Optional<?> value) {
            value.ifPresent(found -> fields.put(key, new Text(found.toString())));
        }

        void word(String key, Optional<?> value) {
            value.ifPresent(found -> fields.put(key, new Word(found.toString())));
        }

        <T> void list(String key, List<T> values, Function<T, YamlValue> item) {
            if (!values.isEmpty()) {
                fields.put(key, new Items(values.stream().map(item).toList(), false));
            }
        }

        void unlessEmpty(String key, Fields value) {
            if (!value.fields().isEmpty()) {
                fields.put(key, value);
            }
        }

        Fields block() {
            return new Fields(fields, false);
        }

        Fields flow() {
            return new Fields(fields, true);
        }
    }
}
