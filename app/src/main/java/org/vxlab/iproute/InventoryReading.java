package org.vxlab.iproute;

import org.vxlab.iproute.StateReading.Output;
import org.vxlab.kernel.ExtraSetting;
import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.HostState;
import org.vxlab.topology.Ip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reading everything on a host, whoever made it: its own routes and all named namespaces with
/// their tables, which [StateReading] leaves alone.
public final class InventoryReading {
    private static final Command ROUTES = Command.of("ip", "-j", "route", "show", "table", "all");

    /// Every namespace: a line `@ NAME`, then its devices, forwarding table, neighbours and routes,
    /// a line each. One that cannot be entered is printed without devices; names that no tool of
    /// ours makes are passed over, since they cannot be printed in one word.
    private static final Command NAMESPACES =
            Command.of(
                    "sh",
                    "-c",
                    """
                    for f in /run/netns/*; do
                      n=${f##*/}
                      case $n in *[!A-Za-z0-9._-]*) continue;; esac
                      printf '@ %s\\n' "$n"
                      if l=$(ip -n "$n" -j -d addr show 2>/dev/null)
                      then
                        printf '%s\\n%s\\n%s\\n%s\\n' "$l" "$(bridge -n "$n" -j fdb show)" \\
                          "$(ip -n "$n" -j neigh show)" "$(ip -n "$n" -j route show table all)"
                      else printf '\\n\\n\\n\\n'
                      fi
                    done
                    """);

    private static final String NAMESPACE_MARK = "@ ";

    /// Place of the routes among the tables of a namespace, which they end.
    private static final int ROUTES_AT = 3;

    private InventoryReading() {}

    /// One end of a veth pair.
    ///
    /// @param namespace the one it is in; empty text for the host's own
    /// @param index number of the device in its namespace
    /// @param peerIndex number of the other end in the other end's namespace
    public record VethEnd(String namespace, String device, int index, int peerIndex) {}

    /// @param veths those whose other end is in another namespace
    /// @param extras what the state has no fields for
    public record Inventory(HostState state, List<VethEnd> veths, List<ExtraSetting> extras) {
        public Inventory {
            veths = List.copyOf(veths);
            extras = List.copyOf(extras);
        }
    }

    /// What to run, in this order, whatever becomes of the command before.
    public static List<Command> commands() {
        return List.of(
                StateReading.LINKS, StateReading.FDB, StateReading.NEIGHBOURS, ROUTES, NAMESPACES);
    }

    /// The host from what [#commands] printed, in the same order.
    public static Inventory parse(List<Output> outputs) throws MalformedOutput {
        if (outputs.size() != commands().size()) {
            throw new IllegalArgumentException("one output per command");
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            Output output = outputs.get(i);
            if (output.exitCode() != 0) {
                throw MalformedOutput.failed(
                        commands().get(i).argv().getFirst(), output.exitCode(), output.stderr());
            }
            texts.add(output.stdout());
        }
        List<VethEnd> veths = new ArrayList<>();
        List<ExtraSetting> extras = new ArrayList<>();
        HostState own = namespace("", texts.subList(0, ROUTES_AT + 1), veths, extras);
        if (own.links().isEmpty()) {
            throw MalformedOutput.notJson(StateReading.LINKS.toString(), texts.getFirst());
        }
        Map<String, HostState> namespaces = new LinkedHashMap<>();
        Iterator<String> lines = texts.getLast().lines().iterator();
        while (lines.hasNext()) {
            String head = lines.next();
            if (!head.startsWith(NAMESPACE_MARK)) {
                throw MalformedOutput.notUnderstood("ip -n NAMESPACE ... show", head);
            }
            String name = head.substring(NAMESPACE_MARK.length());
            List<String> tables = new ArrayList<>();
            for (int i = 0; i <= ROUTES_AT; i++) {
                tables.add(lines.hasNext() ? lines.next() : "");
            }
            namespaces.put(name, namespace(name, tables, veths, extras));
        }
        return new Inventory(
                new HostState(own.links(), own.fdb(), own.neighbours(), own.routes(), namespaces),
                veths,
                extras);
    }

    /// @param tables devices, forwarding table, neighbours, routes
    /// @param veths the ends found are added here
    /// @param extras what is found beyond the state is added here
    private static HostState namespace(
            String name, List<String> tables, List<VethEnd> veths, List<ExtraSetting> extras)
            throws MalformedOutput {
        String in = name.isEmpty() ? "" : " -n " + name;
        LinkReader links = new LinkReader("ip" + in + " -j -d addr show");
        ExtraReader extra = new ExtraReader(name);
        JsonRecords.Table addresses = links.table();
        JsonRecords.read(
                addresses.command(),
                tables.getFirst(),
                addresses
                        .each()
                        .andThen(device -> veth(name, device, veths))
                        .andThen(extra::device));
        List<FdbEntry> fdb = new ArrayList<>();
        Map<String, Ip> vteps = new HashMap<>();
        JsonRecords.read(
                "bridge" + in + " -j fdb show",
                tables.get(1),
                fields -> {
                    FdbEntry entry = TableReader.fdbEntry(fields, vteps);
                    fdb.add(entry);
                    extra.entry(entry, fields);
                });
        extras.addAll(extra.extras());
        return new HostState(
                links.links(),
                fdb,
                TableReader.neighbours("ip" + in + " -j neigh show", tables.get(2)),
                TableReader.routes("ip" + in + " -j route show table all", tables.get(ROUTES_AT)),
                Map.of());
    }

    private static void veth(String namespace, Fields device, List<VethEnd> veths) {
        boolean veth =
                device.object("linkinfo").optionalText("info_kind").equals(Optional.of("veth"));
        if (veth && device.has("link_index")) {
            veths.add(
                    new VethEnd(
                            namespace,
                            device.text("ifname"),
                            device.number("ifindex"),
                            device.number("link_index")));
        }
    }
}
