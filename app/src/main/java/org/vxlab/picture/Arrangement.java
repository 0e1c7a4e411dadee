package org.vxlab.picture;

import org.jgrapht.Graph;
import org.jgrapht.alg.drawing.IndexedFRLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.jgrapht.alg.drawing.model.Point2D;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.vxlab.picture.Placement.Size;
import org.vxlab.topology.Host;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Layout.Point;
import org.vxlab.topology.Router;
import org.vxlab.topology.Segment;
import org.vxlab.topology.Thing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// New places for everything on a drawing, for the command that tidies it up.
public final class Arrangement {
    private static final int ROUNDS = 60;

    /// Barnes-Hut: how far away things count as one (JGraphT's default).
    private static final double THETA = 0.5;

    /// How much room a thing has in an organic drawing, in its own sizes.
    private static final double ROOM = 2.4;

    private Arrangement() {}

    /// Segments above, hosts in the middle, the underlay below.
    public static Map<Thing, Point> layered(Lab lab, PictureStyle style) {
        return new Placement(lab, Footprint.sizes(lab, style)).layered();
    }

    /// What belongs together stands together; no two things overlap.
    ///
    /// @param random decides between equally good drawings; the same seed gives the same
    public static Map<Thing, Point> organic(Lab lab, PictureStyle style, Random random) {
        Map<Thing, Size> sizes = Footprint.sizes(lab, style);
        if (sizes.isEmpty()) {
            return Map.of();
        }
        Graph<Thing, DefaultEdge> graph = graph(lab, sizes);
        double area =
                sizes.values().stream()
                        .mapToDouble(size -> size.width() * size.height() * ROOM * ROOM)
                        .sum();
        double side = Math.sqrt(area);
        MapLayoutModel2D<Thing> model = new MapLayoutModel2D<>(new Box2D(side * 1.3, side / 1.3));
        new IndexedFRLayoutAlgorithm2D<Thing, DefaultEdge>(
                        ROUNDS,
                        THETA,
                        IndexedFRLayoutAlgorithm2D.DEFAULT_NORMALIZATION_FACTOR,
                        random)
                .layout(graph, model);
        Separation separation = new Separation(List.of());
        Map<Thing, Point> places = new LinkedHashMap<>();
        sizes.forEach(
                (thing, size) -> {
                    Point2D found = model.get(thing);
                    Box wished =
                            Box.around(
                                    new Point(found.getX(), found.getY()),
                                    size.width(),
                                    size.height());
                    places.put(thing, separation.place(wished).centre());
                });
        return places;
    }

    private static Graph<Thing, DefaultEdge> graph(Lab lab, Map<Thing, Size> sizes) {
        Graph<Thing, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        sizes.keySet().forEach(graph::addVertex);
        for (Host host : lab.hosts()) {
            link(graph, new Thing.Host(host.name()), new Thing.Network(host.underlay().network()));
        }
        for (Router router : lab.routers()) {
            for (String network : router.addresses().keySet()) {
                link(graph, new Thing.Router(router.name()), new Thing.Network(network));
            }
        }
        for (Segment segment : lab.segments()) {
            for (Segment.Member member : segment.members()) {
                link(graph, new Thing.Host(member.host()), new Thing.Segment(segment.shownName()));
            }
        }
        return graph;
    }

    private static void link(Graph<Thing, DefaultEdge> graph, Thing one, Thing other) {
        if (graph.containsVertex(one) && graph.containsVertex(other)) {
            graph.addEdge(one, other);
        }
    }
}
