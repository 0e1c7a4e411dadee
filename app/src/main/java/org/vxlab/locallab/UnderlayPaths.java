package org.vxlab.locallab;

import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.vxlab.locallab.Underlay.Route;
import org.vxlab.topology.Ip;
import org.vxlab.topology.Network;
import org.vxlab.topology.Router;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The shortest ways through an underlay, as the static routes of its machines.
///
/// Networks and routers are the vertices of one graph; a router is joined to every network it has
/// an address in. IPv4 and IPv6 networks are graphs of their own, since no router translates.
final class UnderlayPaths {
    /// A vertex; routers and networks may have the same name.
    private sealed interface Vertex {
        record InNetwork(String name) implements Vertex {}

        record AtRouter(String name) implements Vertex {}
    }

    private final Map<Ip.Family, Graph<Vertex, DefaultEdge>> graphs = new LinkedHashMap<>();
    private final Map<String, Network> networks = new LinkedHashMap<>();
    private final Map<String, Router> routers = new LinkedHashMap<>();

    UnderlayPaths(List<Network> networks, List<Router> routers) {
        for (Ip.Family family : Ip.Family.values()) {
            graphs.put(family, new SimpleGraph<>(DefaultEdge.class));
        }
        for (Network network : networks) {
            this.networks.put(network.name(), network);
            graph(network).addVertex(new Vertex.InNetwork(network.name()));
        }
        for (Router router : routers) {
            this.routers.put(router.name(), router);
            for (String name : router.addresses().keySet()) {
                Graph<Vertex, DefaultEdge> graph = graph(this.networks.get(name));
                Vertex vertex = new Vertex.AtRouter(router.name());
                graph.addVertex(vertex);
                graph.addEdge(vertex, new Vertex.InNetwork(name));
            }
        }
    }

    /// Routes of a machine with one port, to every network that can be reached.
    List<Route> fromHostIn(String network) {
        return routes(graph(networks.get(network)), new Vertex.InNetwork(network));
    }

    /// Routes of a router to the networks it has no address in.
    List<Route> fromRouter(Router router) {
        List<Route> routes = new ArrayList<>();
        Vertex vertex = new Vertex.AtRouter(router.name());
        for (Graph<Vertex, DefaultEdge> graph : graphs.values()) {
            if (graph.containsVertex(vertex)) {
                routes.addAll(routes(graph, vertex));
            }
        }
        return routes;
    }

    private Graph<Vertex, DefaultEdge> graph(Network network) {
        return graphs.get(network.subnet().network().family());
    }

    private List<Route> routes(Graph<Vertex, DefaultEdge> graph, Vertex from) {
        var paths = new BFSShortestPath<>(graph).getPaths(from);
        List<Route> routes = new ArrayList<>();
        for (Network network : networks.values()) {
            Vertex to = new Vertex.InNetwork(network.name());
            GraphPath<Vertex, DefaultEdge> path =
                    graph.containsVertex(to) ? paths.getPath(to) : null;
            if (path != null) {
                Ip via = firstGateway(path.getVertexList());
                if (via != null) {
                    routes.add(new Route(network.subnet(), via));
                }
            }
        }
        return routes;
    }

    /// The address of the first router after the start, in the network that leads to it; null when
    /// the way needs none.
    private Ip firstGateway(List<Vertex> way) {
        String network = "";
        for (int i = 0; i < way.size(); i++) {
            switch (way.get(i)) {
                case Vertex.InNetwork(String name) -> network = name;
                case Vertex.AtRouter(String name) -> {
                    if (i > 0) {
                        return routers.get(name).addresses().get(network);
                    }
                }
            }
        }
        return null;
    }
}
