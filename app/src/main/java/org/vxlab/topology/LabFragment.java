package org.vxlab.topology;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// What was cut out of a lab to be put in elsewhere.
///
/// @param part the things taken; a segment of which only members were taken holds just those
/// @param segments names of the segments that were taken themselves; of the others, copies of their
///   members join the original
public record LabFragment(Lab part, Set<String> segments) {
    public LabFragment {
        segments = Set.copyOf(segments);
    }

    /// Takes things and what hangs on them. A segment brings its members on the hosts taken, or
    /// where no host is taken, all of them.
    public static LabFragment of(Lab lab, Set<Thing> things) {
        Set<String> hosts = new HashSet<>();
        Set<String> segments = new HashSet<>();
        for (Thing thing : things) {
            if (thing instanceof Thing.Host(String name)) {
                hosts.add(name);
            }
            if (thing instanceof Thing.Segment(String name)) {
                segments.add(name);
            }
        }
        Map<String, Layout.Point> places = new LinkedHashMap<>(lab.layout().positions());
        Set<String> named = new HashSet<>();
        things.forEach(thing -> LabMove.key(thing).ifPresent(named::add));
        places.keySet().retainAll(named);
        Lab part =
                new Lab(
                        lab.name(),
                        taken(
                                lab.networks(),
                                one -> things.contains(new Thing.Network(one.name()))),
                        taken(lab.routers(), one -> things.contains(new Thing.Router(one.name()))),
                        taken(lab.hosts(), one -> hosts.contains(one.name())),
                        lab.segments().stream()
                                .map(one -> part(one, hosts, segments, things))
                                .filter(one -> kept(one, segments))
                                .toList(),
                        new Layout(
                                places,
                                IntStream.range(0, lab.layout().notes().size())
                                        .filter(i -> things.contains(new Thing.Note(i)))
                                        .mapToObj(lab.layout().notes()::get)
                                        .toList()));
        return new LabFragment(part, segments);
    }

    private static Segment part(
            Segment segment, Set<String> hosts, Set<String> segments, Set<Thing> things) {
        String name = segment.shownName();
        boolean everyHost = segments.contains(name) && hosts.isEmpty();
        Predicate<String> on = host -> everyHost || hosts.contains(host);
        return segment.withMembers(taken(segment.members(), one -> on.test(one.host())))
                .withFdb(taken(segment.fdb(), one -> on.test(one.on())))
                .withNeighbours(taken(segment.neighbours(), one -> on.test(one.on())))
                .withWorkloads(
                        taken(
                                segment.workloads(),
                                one ->
                                        on.test(one.host())
                                                || things.contains(
                                                        new Thing.Workload(
                                                                name, one.host(), one.name()))));
    }

    private static boolean kept(Segment part, Set<String> segments) {
        return segments.contains(part.shownName())
                || !part.members().isEmpty()
                || !part.workloads().isEmpty();
    }

    private static <T> List<T> taken(List<T> list, Predicate<T> which) {
        return list.stream().filter(which).toList();
    }

    public boolean isEmpty() {
        return Thing.all(part).isEmpty();
    }
}
