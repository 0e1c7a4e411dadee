package org.vxlab.ui.inspector;

import org.vxlab.topology.Host;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.LabProperty;
import org.vxlab.topology.Message;
import org.vxlab.topology.SshTarget;
import org.vxlab.topology.SshTarget.Address;
import org.vxlab.topology.SshTarget.Alias;
import org.vxlab.ui.inspector.Property.Choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// How a host is reached, as rows: not at all, by an alias, or with everything written.
final class SshRows {
    private static final int MAX_PORT = 65_535;
    private static final String ALIAS = "alias";
    private static final String ADDRESS = "address";

    private final Host host;
    private final String path;

    SshRows(Host host, String path) {
        this.host = host;
        this.path = path;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(way());
        host.ssh()
                .ifPresent(
                        target -> {
                            switch (target) {
                                case Alias(String name) -> rows.add(alias(name));
                                case Address address -> addAddress(rows, address);
                            }
                        });
        return rows;
    }

    private Property way() {
        String written =
                host.ssh()
                        .map(
                                target ->
                                        switch (target) {
                                            case Alias _ -> ALIAS;
                                            case Address _ -> ADDRESS;
                                        })
                        .orElse("");
        return Property.line("ui.inspector.ssh.way", "ssh", path, written, this::reach)
                .choosing(
                        List.of(
                                way(
                                        "",
                                        "ui.inspector.ssh.built-in",
                                        "ui.inspector.ssh.built-in.means"),
                                way(
                                        ALIAS,
                                        "ui.inspector.ssh.by-alias",
                                        "ui.inspector.ssh.by-alias.means"),
                                way(
                                        ADDRESS,
                                        "ui.inspector.ssh.by-address",
                                        "ui.inspector.ssh.by-address.means")))
                .fallback(Message.of("ui.inspector.ssh.built-in"))
                .together();
    }

    private static Choice way(String value, String key, String means) {
        return new Choice(value, Message.of(key), Optional.of(Message.of(means)));
    }

    private Change reach(Lab lab, String way) {
        Optional<SshTarget> target =
                switch (way) {
                    case ALIAS -> Optional.of(new Alias(host.name()));
                    case ADDRESS ->
                            Optional.of(
                                    new Address(
                                            lab.host(host.name())
                                                    .orElse(host)
                                                    .underlay()
                                                    .address()
                                                    .ip()
                                                    .toString()));
                    default -> Optional.empty();
                };
        return set(target);
    }

    private Property alias(String name) {
        return Property.line(
                "ui.inspector.ssh.alias",
                "Host",
                path,
                name,
                (_, text) -> set(Optional.of(new Alias(Reading.needed(text)))));
    }

    private void addAddress(List<Row> rows, Address now) {
        rows.add(
                part(
                        "ui.inspector.ssh.address",
                        "address",
                        Optional.of(now.address()),
                        (old, text) -> old.withAddress(Reading.needed(text))));
        rows.add(
                usual(
                        "port",
                        now.port(),
                        (old, text) -> old.withPort(Reading.optional(text, SshRows::port))));
        rows.add(usual("user", now.user(), (old, text) -> old.withUser(word(text))));
        rows.add(usual("identity", now.identity(), (old, text) -> old.withIdentity(word(text))));
        rows.add(
                usual("sudo", now.sudo(), (old, text) -> old.withSudo(Reading.toggle(text)))
                        .choosing(Choices.toggle(Message.of("ui.inspector.ssh.sudo.usual"))));
        rows.add(usual("jump", now.jump(), (old, text) -> old.withJump(word(text))));
    }

    private static int port(String text) {
        return Reading.whole(text, 1, MAX_PORT);
    }

    private static Optional<String> word(String text) {
        return Reading.optional(text, one -> one);
    }

    /// Makes an address with one part changed.
    private interface Part {
        Address with(Address old, String text);
    }

    /// A part that may be left to what is usual.
    private Property usual(String word, Optional<?> written, Part part) {
        String label = "ui.inspector.ssh." + word;
        return part(label, word, written, part).fallback(Message.of(label + ".usual")).together();
    }

    private Property part(String label, String word, Optional<?> written, Part part) {
        return Property.line(
                label,
                word,
                path + "." + word,
                written,
                (lab, text) -> change(lab, old -> part.with(old, text)));
    }

    private Change change(Lab lab, UnaryOperator<Address> changed) {
        Address old =
                switch (lab.host(host.name()).flatMap(Host::ssh).or(host::ssh).orElseThrow()) {
                    case Address address -> address;
                    case Alias(String name) -> new Address(name);
                };
        return set(Optional.of(changed.apply(old)));
    }

    private Change set(Optional<SshTarget> target) {
        return Change.of(new LabEdit.SetHost(host.name(), new LabProperty.Ssh(target)));
    }
}
