package org.vxlab.publish;

import org.vxlab.plan.Blueprint;
import org.vxlab.publish.Block.Commands;
import org.vxlab.publish.Block.Drawing;
import org.vxlab.publish.Block.Explained;
import org.vxlab.publish.Block.Heading;
import org.vxlab.publish.Block.Paragraph;
import org.vxlab.publish.Block.Table;
import org.vxlab.topology.DerivedMac;
import org.vxlab.topology.ResolvedLab;
import org.vxlab.topology.ResolvedSegment;
import org.vxlab.topology.ResolvedSegment.ResolvedMember;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a teacher gives out with a lab: its picture, its addresses, the commands that make it, and
/// what to look at.
record Handout(String title, List<Block> blocks) {
    Handout {
        blocks = List.copyOf(blocks);
    }

    /// The handout of a lab without errors.
    static Handout of(Subject subject) {
        return new Writing(subject, ResolvedLab.of(subject.lab())).handout();
    }

    /// A handout that is being written.
    private static final class Writing {
        private final Subject subject;
        private final ResolvedLab lab;
        private final List<Block> blocks = new ArrayList<>();

        Writing(Subject subject, ResolvedLab lab) {
            this.subject = subject;
            this.lab = lab;
        }

        Handout handout() {
            paragraph("publish.handout.intro", lab.hosts().size(), lab.segments().size());
            blocks.add(new Drawing());
            heading(1, "publish.handout.underlay");
            paragraph("publish.handout.underlay.what");
            underlay();
            heading(1, "publish.handout.overlay");
            lab.segments().forEach(this::segment);
            heading(1, "publish.handout.commands");
            List<Blueprint> hosts = Blueprint.of(lab);
            commands(hosts);
            heading(1, "publish.handout.look");
            paragraph(
                    lab.hosts().stream().allMatch(ResolvedLab.ResolvedHost::builtIn)
                            ? "publish.handout.look.builtin"
                            : "publish.handout.look.ssh");
            blocks.addAll(new Trials(lab, subject).all());
            return new Handout(lab.name(), blocks);
        }

        private void underlay() {
            table(
                    List.of("host", "network", "device", "vtep", "mtu"),
                    lab.hosts().stream()
                            .map(
                                    host ->
                                            List.of(
                                                    host.name(),
                                                    host.network(),
                                                    host.device().orElse(Blueprint.UNKNOWN_DEVICE),
                                                    host.address().toString(),
                                                    Integer.toString(host.mtu())))
                            .toList());
            table(
                    List.of("router", "network", "port"),
                    lab.routers().stream()
                            .flatMap(
                                    router ->
                                            router.addresses().entrySet().stream()
                                                    .map(
                                                            port ->
                                                                    List.of(
                                                                            router.name(),
                                                                            port.getKey(),
                                                                            port.getValue()
                                                                                    .toString())))
                            .toList());
        }

        private void segment(ResolvedSegment segment) {
            heading(2, "publish.handout.segment", segment.name(), segment.vni());
            paragraph(
                    "publish.handout.segment.what",
                    segment.port(),
                    segment.flooding(),
                    segment.mtu(),
                    segment.ageing());
            table(
                    List.of("host", "vxlan", "mac", "bridge", "bridge.mac", "address"),
                    segment.members().stream().map(this::member).toList());
            table(
                    List.of("workload", "host", "mac", "address", "gateway", "namespace"),
                    segment.workloads().stream()
                            .map(
                                    one ->
                                            List.of(
                                                    one.name(),
                                                    one.host(),
                                                    one.mac().toString(),
                                                    text(one.address()),
                                                    text(one.gateway()),
                                                    one.namespace()))
                            .toList());
            table(
                    List.of("on", "static.mac", "behind"),
                    segment.fdb().stream()
                            .map(
                                    entry ->
                                            List.of(
                                                    entry.on(),
                                                    entry.mac().toString(),
                                                    entry.vtep().toString()))
                            .toList());
            table(
                    List.of("on", "neighbour", "mac"),
                    segment.neighbours().stream()
                            .map(
                                    entry ->
                                            List.of(
                                                    entry.on(),
                                                    entry.address().toString(),
                                                    entry.mac().toString()))
                            .toList());
        }

        private List<String> member(ResolvedMember member) {
            return List.of(
                    member.host(),
                    member.device(),
                    mac(member.host(), member.device()),
                    text(member.bridge()),
                    member.bridge().map(bridge -> mac(member.host(), bridge)).orElse(""),
                    text(member.address()));
        }

        private String mac(String host, String device) {
            return DerivedMac.of(lab.name(), host, device).toString();
        }

        private void commands(List<Blueprint> hosts) {
            paragraph("publish.handout.commands.what");
            if (hosts.stream().anyMatch(Writing::hasUnknownDevice)) {
                paragraph("publish.handout.commands.device", Blueprint.UNKNOWN_DEVICE);
            }
            for (Blueprint host : hosts) {
                heading(2, "publish.handout.commands.on", host.host().name());
                blocks.add(
                        new Commands(
                                host.up().stream()
                                        .map(
                                                step ->
                                                        new Explained(
                                                                subject.words().apply(step.why()),
                                                                step.text()))
                                        .toList()));
            }
        }

        private static boolean hasUnknownDevice(Blueprint host) {
            return host.device().equals(Blueprint.UNKNOWN_DEVICE);
        }

        private void heading(int level, String key, Object... arguments) {
            blocks.add(new Heading(level, subject.text(key, arguments)));
        }

        private void paragraph(String key, Object... arguments) {
            blocks.add(new Paragraph(subject.text(key, arguments)));
        }

        /// Columns without any content are left out, and so is a table without rows.
        private void table(List<String> columns, List<List<String>> rows) {
            if (rows.isEmpty()) {
                return;
            }
            List<Integer> used =
                    Stream.iterate(0, i -> i < columns.size(), i -> i + 1)
                            .filter(i -> rows.stream().anyMatch(row -> !row.get(i).isEmpty()))
                            .toList();
            blocks.add(
                    new Table(
                            used.stream()
                                    .map(i -> subject.text("publish.column." + columns.get(i)))
                                    .toList(),
                            rows.stream()
                                    .map(row -> used.stream().map(row::get).toList())
                                    .toList()));
        }

        private static String text(Optional<?> value) {
            return value.map(Object::toString).orElse("");
        }
    }
}
