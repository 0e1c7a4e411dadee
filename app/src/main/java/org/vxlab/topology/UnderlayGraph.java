package org.vxlab.topology;

import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.interfaces.ShortestPathAlgorithm.SingleSourcePaths;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The underlay as a graph of networks and routers: who reaches whom, by which next hops, and with
/// which MTU.
///
/// A packet takes the way with the fewest networks; of equal ways, the one through the router
/// written first. What a lab names but does not have (an unknown network) is left out. For one
/// thread at a time: ways already searched are remembered.
public final class UnderlayGraph {
    private final Map<String, Network> networks = new HashMap<>();
    private final Map<String, Router> routers = new HashMap<>();
    private final List<Network> inOrder;
    private final Graph<Node, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
    private final Map<String, SingleSourcePaths<Node, DefaultEdge>> pathsFrom = new HashMap<>();

    /// A network or a router; the two may have the same name.
    private sealed interface Node {
        record Net(String name) implements Node {}

        record Hop(String name) implements Node {}
    }

    /// A route of a host or router: packets for `destination` go to `via`, a router's address in
    /// the attached network `network`.
    public record Route(Prefix destination, Ip via, String network) {}

    private UnderlayGraph(List<Network> networks, List<Router> routers) {
        inOrder = List.copyOf(networks);
        for (Network network : networks) {
            this.networks.putIfAbsent(network.name(), network);
            graph.addVertex(new Node.Net(network.name()));
        }
        for (Router router : routers) {
            if (this.routers.putIfAbsent(router.name(), router) != null) {
                continue;
            }
            Node hop = new Node.Hop(router.name());
            graph.addVertex(hop);
            for (String name : router.addresses().keySet()) {
                if (this.networks.containsKey(name)) {
                    graph.addEdge(new Node.Net(name), hop);
                }
            }
        }
    }

    public static UnderlayGraph of(Lab lab) {
        return new UnderlayGraph(lab.networks(), lab.routers());
    }

    public static UnderlayGraph of(ResolvedLab lab) {
        return new UnderlayGraph(lab.networks(), lab.routers());
    }

    /// Whether packets get from one network to the other.
    public boolean connects(String network, String other) {
        return networks.containsKey(network)
                && networks.containsKey(other)
                && Double.isFinite(paths(other).getWeight(new Node.Net(network)));
    }

    /// How many routers a packet passes from one network to the other.
    ///
    /// @throws IllegalArgumentException where there is no way
    public int routersBetween(String network, String other) {
        if (!connects(network, other)) {
            throw new IllegalArgumentException("no way from " + network + " to " + other);
        }
        // A way is networks and routers by turns.
        return (int) paths(other).getWeight(new Node.Net(network)) / 2;
    }

    /// The smallest MTU on the way between two networks and back, both included; empty where there
    /// is no way.
    public OptionalInt pathMtu(String network, String other) {
        if (!connects(network, other)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Math.min(oneWayMtu(network, other), oneWayMtu(other, network)));
    }

    private int oneWayMtu(String from, String to) {
        int mtu = mtu(from);
        Node at = new Node.Net(from);
        while (!at.equals(new Node.Net(to))) {
            at = towards(at, to).orElseThrow();
            if (at instanceof Node.Net(String name)) {
                mtu = Math.min(mtu, mtu(name));
            }
        }
        return mtu;
    }

    /// IP MTU of a network in bytes.
    ///
    /// @throws IllegalArgumentException where there is no such network
    public int mtu(String network) {
        Network found = networks.get(network);
        if (found == null) {
            throw new IllegalArgumentException("no network " + network);
        }
        return found.mtu().orElse(Network.DEFAULT_MTU);
    }

    /// The routes of a host in `network`, one per other network it can reach, in their order.
    public List<Route> routesOfHost(String network) {
        List<Route> routes = new ArrayList<>();
        for (Network target : inOrder) {
            if (!target.name().equals(network) && connects(network, target.name())) {
                Node first = towards(new Node.Net(network), target.name()).orElseThrow();
                routes.add(route(target, first, network));
            }
        }
        return List.copyOf(routes);
    }

    /// The routes of a router, one per network it can reach and is not in itself, in their order.
    ///
    /// @throws IllegalArgumentException where there is no such router
    public List<Route> routesOfRouter(String name) {
        Router router = routers.get(name);
        if (router == null) {
            throw new IllegalArgumentException("no router " + name);
        }
        List<Route> routes = new ArrayList<>();
        for (Network target : inOrder) {
            Node.Hop self = new Node.Hop(name);
            if (router.addresses().containsKey(target.name())) {
                continue;
            }
            Optional<Node> shared = towards(self, target.name());
            if (shared.isPresent() && shared.get() instanceof Node.Net(String network)) {
                Node next = towards(shared.get(), target.name()).orElseThrow();
                routes.add(route(target, next, network));
            }
        }
        return List.copyOf(routes);
    }

    private Route route(Network target, Node next, String network) {
        return switch (next) {
            case Node.Hop(String router) ->
                    new Route(
                            target.subnet(), routers.get(router).addresses().get(network), network);
            case Node.Net(String name) ->
                    throw new IllegalStateException("a network cannot forward: " + name);
        };
    }

    /// The neighbour of `node` nearest to the network `to`; each step comes nearer, so following it
    /// never runs in a circle.
    private Optional<Node> towards(Node node, String to) {
        SingleSourcePaths<Node, DefaultEdge> paths = paths(to);
        Optional<Node> nearest = Optional.empty();
        double distance = paths.getWeight(node);
        for (Node neighbour : Graphs.neighborListOf(graph, node)) {
            if (paths.getWeight(neighbour) < distance) {
                distance = paths.getWeight(neighbour);
                nearest = Optional.of(neighbour);
            }
        }
        return nearest;
    }

    private SingleSourcePaths<Node, DefaultEdge> paths(String network) {
        return pathsFrom.computeIfAbsent(
                network, name -> new BFSShortestPath<>(graph).getPaths(new Node.Net(name)));
    }
}
