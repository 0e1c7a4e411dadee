package org.vxlab.ui.canvas;

import org.vxlab.topology.Host;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Network;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds things by their names, addresses, MACs, VNIs and texts.
final class Finding {
    private Finding() {}

    /// What contains the text, in the order of the lab file; nothing for a blank text.
    static List<Thing> of(Lab lab, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Thing> found = new ArrayList<>();
        for (Thing thing : Thing.all(lab)) {
            if (words(lab, thing).stream()
                    .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(wanted))) {
                found.add(thing);
            }
        }
        return List.copyOf(found);
    }

    private static List<String> words(Lab lab, Thing thing) {
        return switch (thing) {
            case Thing.Network(String name) -> with(name, lab.network(name).map(Network::subnet));
            case Thing.Router(String name) ->
                    with(name, lab.router(name).map(router -> router.addresses().values()));
            case Thing.Host(String name) ->
                    with(name, lab.host(name).map(Host::underlay).map(Host.UnderlayPort::address));
            case Thing.Segment(String name) ->
                    with(name, lab.segment(name).map(segment -> segment.vni().value()));
            case Thing.Member(String segment, String host) ->
                    lab
                            .segment(segment)
                            .flatMap(one -> one.member(host))
                            .flatMap(Segment.Member::address)
                            .stream()
                            .map(Object::toString)
                            .toList();
            case Thing.Workload(String segment, String host, String name) ->
                    lab.segment(segment).stream()
                            .flatMap(one -> one.workloads().stream())
                            .filter(one -> one.host().equals(host) && one.name().equals(name))
                            .flatMap(one -> words(one).stream())
                            .toList();
            case Thing.Fdb(String segment, String on, var mac) -> List.of(mac.toString());
            case Thing.Neighbour(String segment, String on, var address) ->
                    List.of(address.toString());
            case Thing.Note(int index) -> List.of(lab.layout().notes().get(index).text());
            case Thing.Tunnel _ -> List.of();
        };
    }

    private static List<String> words(Segment.Workload workload) {
        List<String> words = new ArrayList<>(List.of(workload.name()));
        workload.address().ifPresent(address -> words.add(address.toString()));
        workload.mac().ifPresent(mac -> words.add(mac.toString()));
        return words;
    }

    private static List<String> with(String name, Optional<?> more) {
        return more.map(one -> List.of(name, one.toString())).orElse(List.of(name));
    }
}
