package org.vxlab.export;

import org.vxlab.topology.Network;
import org.vxlab.topology.ResolvedLab.ResolvedHost;
import org.vxlab.topology.ResolvedSegment;
import org.vxlab.topology.ResolvedSegment.ResolvedMember;
import org.vxlab.topology.ResolvedSegment.ResolvedWorkload;
import org.vxlab.topology.Router;
import org.vxlab.topology.SshTarget;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes the resolved lab as JSON, and beside it the schema that describes it.
final class JsonDocument {
    /// Grows with every change that a reader of the document could stumble over.
    private static final int VERSION = 1;

    private static final String SCHEMA = "lab.schema.json";
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private final ExportSource source;

    JsonDocument(ExportSource source) {
        this.source = source;
    }

    Export export() {
        String text =
                new JsonMapper()
                        .writer()
                        .with(
                                new DefaultPrettyPrinter()
                                        .withObjectIndenter(INDENT)
                                        .withArrayIndenter(INDENT))
                        .writeValueAsString(lab());
        return new Export(
                List.of(
                        ExportedFile.plain("lab.json", text + "\n"),
                        ExportedFile.plain(SCHEMA, source.texts().apply(SCHEMA))),
                List.of());
    }

    private Map<String, Object> lab() {
        return object(
                "$schema",
                SCHEMA,
                "version",
                VERSION,
                "name",
                source.lab().name(),
                "networks",
                source.lab().networks().stream().map(JsonDocument::network).toList(),
                "routers",
                source.lab().routers().stream().map(JsonDocument::router).toList(),
                "hosts",
                source.lab().hosts().stream().map(JsonDocument::host).toList(),
                "segments",
                source.lab().segments().stream().map(JsonDocument::segment).toList());
    }

    private static Map<String, Object> network(Network network) {
        return object(
                "name",
                network.name(),
                "subnet",
                network.subnet().toString(),
                "mtu",
                network.mtu().orElse(Network.DEFAULT_MTU));
    }

    private static Map<String, Object> router(Router router) {
        Map<String, Object> addresses = new LinkedHashMap<>();
        router.addresses().forEach((network, ip) -> addresses.put(network, ip.toString()));
        return object("name", router.name(), "addresses", addresses);
    }

    private static Map<String, Object> host(ResolvedHost host) {
        return object(
                "name",
                host.name(),
                "ssh",
                host.ssh().map(JsonDocument::ssh),
                "network",
                host.network(),
                "device",
                host.device(),
                "address",
                host.address().toString(),
                "mtu",
                host.mtu());
    }

    private static Object ssh(SshTarget target) {
        return switch (target) {
            case SshTarget.Alias(String name) -> object("alias", name);
            case SshTarget.Address to ->
                    object(
                            "address",
                            to.address(),
                            "port",
                            to.port(),
                            "user",
                            to.user(),
                            "identity",
                            to.identity(),
                            "sudo",
                            to.sudo(),
                            "jump",
                            to.jump());
        };
    }

    private static Map<String, Object> segment(ResolvedSegment segment) {
        return object(
                "vni",
                segment.vni().value(),
                "name",
                segment.name(),
                "port",
                segment.port(),
                "flooding",
                segment.flooding().word(),
                "group",
                segment.group().map(Object::toString),
                "ageing",
                segment.ageing(),
                "mtu",
                segment.mtu(),
                "ttl",
                segment.ttl(),
                "tos",
                segment.tos(),
                "df",
                segment.df(),
                "udpcsum",
                segment.udpcsum(),
                "tunnels",
                segment.tunnels().stream()
                        .map(tunnel -> List.of(tunnel.one(), tunnel.other()))
                        .toList(),
                "members",
                segment.members().stream().map(JsonDocument::member).toList(),
                "fdb",
                segment.fdb().stream()
                        .map(
                                entry ->
                                        object(
                                                "on",
                                                entry.on(),
                                                "mac",
                                                entry.mac().toString(),
                                                "vtep",
                                                entry.vtep().toString()))
                        .toList(),
                "neighbours",
                segment.neighbours().stream()
                        .map(
                                entry ->
                                        object(
                                                "on",
                                                entry.on(),
                                                "address",
                                                entry.address().toString(),
                                                "mac",
                                                entry.mac().toString()))
                        .toList(),
                "workloads",
                segment.workloads().stream().map(JsonDocument::workload).toList());
    }

    private static Map<String, Object> member(ResolvedMember member) {
        return object(
                "host",
                member.host(),
                "vtep",
                member.vtep().toString(),
                "device",
                member.device(),
                "bridge",
                member.bridge(),
                "address",
                member.address().map(Object::toString),
                "learning",
                member.learning(),
                "peers",
                member.peers().stream().map(Object::toString).toList());
    }

    private static Map<String, Object> workload(ResolvedWorkload workload) {
        return object(
                "name",
                workload.name(),
                "host",
                workload.host(),
                "mac",
                workload.mac().toString(),
                "address",
                workload.address().map(Object::toString),
                "gateway",
                workload.gateway().map(Object::toString),
                "namespace",
                workload.namespace(),
                "hostDevice",
                workload.hostDevice());
    }

    /// Name, value, name, value; what is absent is `null`, so that every field is always there.
    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            object.put(
                    (String) namesAndValues[i],
                    value instanceof Optional<?> maybe ? maybe.orElse(null) : value);
        }
        return object;
    }
}
