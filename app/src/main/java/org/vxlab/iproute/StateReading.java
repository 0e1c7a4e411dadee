package org.vxlab.iproute;

import org.vxlab.kernel.FdbEntry;
import org.vxlab.kernel.HostState;
import org.vxlab.kernel.Link;
import org.vxlab.kernel.LinkCounters;
import org.vxlab.kernel.Neighbour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reading a host whole: the commands that do it in the fewest processes, and what their outputs
/// mean.
///
/// The host's own routes are not read, for nothing of a lab is kept there; those of the lab's
/// namespaces are.
public final class StateReading {
    /// Devices with kind, port settings and addresses: `addr show` prints all that `link show` does
    /// and the addresses.
    public static final Command LINKS = Command.of("ip", "-j", "-d", "addr", "show");

    /// Devices with their counters.
    public static final Command COUNTERS = Command.of("ip", "-j", "-s", "link", "show");

    /// Both forwarding tables, all devices.
    public static final Command FDB = Command.of("bridge", "-j", "fdb", "show");

    /// Neighbours of both families.
    public static final Command NEIGHBOURS = Command.of("ip", "-j", "neigh", "show");

    /// What [#LINKS] and then what [#NEIGHBOURS] prints, by one process: to start `ip` takes as
    /// long as the kernel's answer.
    private static final Command LINKS_AND_NEIGHBOURS = linksAndNeighbours("ip", "-j", "-d");

    /// The same with [#COUNTERS]; without them the kernel need not gather them (`ip` says so by
    /// RTEXT_FILTER_SKIP_STATS), and a tenth less is sent.
    private static final Command COUNTERS_TOO = linksAndNeighbours("ip", "-j", "-d", "-s");

    /// Every namespace of a lab: a line `@ NAME`, a line with its devices, a line with its routes
    /// of all tables (the only form that prints both families at once).
    ///
    /// `ip netns add` that was killed half way leaves a plain file, on the same file system as the
    /// directory, that cannot be entered: it is printed without any device. No data goes into the
    /// script, and names with other characters than ours, as `vxlab.*` itself where there is no
    /// such file, are passed over.
    public static final Command NAMESPACES =
            Command.script(
                    """
                    for f in /run/netns/vxlab.*; do
                      n=${f##*/}
                      case $n in *[!A-Za-z0-9._-]*) continue;; esac
                      if l=$(ip -n "$n" -j -d addr show) &&
                         r=$(ip -n "$n" -j route show table all)
                      then printf '@ %s\\n%s\\n%s\\n' "$n" "$l" "$r"
                      elif [ ! -e "$f" ]; then continue
                      elif [ "$(stat -c %d "$f")" = "$(stat -c %d "${f%/*}")" ]
                      then printf '@ %s\\n[]\\n[]\\n' "$n"
                      else exit 1
                      fi
                    done
                    """);

    private static final String NAMESPACE_MARK = "@ ";

    /// How [#NAMESPACES] is called in an error.
    private static final String NAMESPACES_SHORT = "ip -n vxlab.* ... show";

    private StateReading() {}

    /// How a command ended and what it printed.
    public record Output(int exitCode, String stdout, String stderr) {}

    /// A host as it was read.
    ///
    /// @param counters by device name, of the host's own devices; empty where they were not asked
    ///   for
    public record Reading(HostState state, Map<String, LinkCounters> counters) {
        public Reading {
            counters = Collections.unmodifiableMap(new LinkedHashMap<>(counters));
        }
    }

    private static Command linksAndNeighbours(String... tool) {
        return new Command(
                Stream.concat(Arrays.stream(tool), Stream.of("-batch", "-")).toList(),
                "addr show\nneigh show\n");
    }

    /// What to run, in this order, whatever becomes of the command before.
    public static List<Command> commands() {
        return List.of(LINKS_AND_NEIGHBOURS, FDB, NAMESPACES);
    }

    /// The same where the counters are wanted too.
    public static List<Command> commandsWithCounters() {
        return List.of(COUNTERS_TOO, FDB, NAMESPACES);
    }

    /// The host's state from what [#commands] or [#commandsWithCounters] printed, in the same
    /// order.
    public static Reading parse(List<Output> outputs) throws MalformedOutput {
        if (outputs.size() != commands().size()) {
            throw new IllegalArgumentException("one output per command");
        }
        LinkReader links = new LinkReader(LINKS.toString());
        List<Neighbour> neighbours = new ArrayList<>();
        JsonRecords.read(
                text(LINKS_AND_NEIGHBOURS, outputs.get(0)),
                List.of(links.table(), TableReader.neighbours(NEIGHBOURS.toString(), neighbours)));
        return new Reading(
                new HostState(
                        devices(links, outputs.get(0)),
                        fdb(outputs.get(1)),
                        neighbours,
                        List.of(),
                        namespaces(outputs.get(2))),
                links.counters());
    }

    /// The counters of the host's own devices alone, from what [#COUNTERS] printed.
    public static Map<String, LinkCounters> counters(Output output) throws MalformedOutput {
        LinkReader links = new LinkReader(COUNTERS.toString()).read(text(COUNTERS, output));
        devices(links, output);
        return links.counters();
    }

    /// The forwarding tables alone, from what [#FDB] printed.
    public static List<FdbEntry> fdb(Output output) throws MalformedOutput {
        return TableReader.fdb(FDB.toString(), text(FDB, output));
    }

    /// A namespace without a single device, not even `lo`, is a name that cannot be entered: it can
    /// only be deleted.
    private static Map<String, HostState> namespaces(Output output) throws MalformedOutput {
        Map<String, HostState> namespaces = new LinkedHashMap<>();
        Iterator<String> lines = text(NAMESPACES, output).lines().iterator();
        while (lines.hasNext()) {
            String head = lines.next();
            if (!head.startsWith(NAMESPACE_MARK)) {
                throw MalformedOutput.notUnderstood(NAMESPACES_SHORT, head);
            }
            String name = head.substring(NAMESPACE_MARK.length());
            String ip = "ip -n " + name;
            String links = lines.hasNext() ? lines.next() : "";
            String routes = lines.hasNext() ? lines.next() : "";
            namespaces.put(
                    name,
                    new HostState(
                            new LinkReader(ip + " -j -d addr show").read(links).links(),
                            List.of(),
                            List.of(),
                            TableReader.routes(ip + " -j route show table all", routes),
                            Map.of()));
        }
        return namespaces;
    }

    /// Every host has devices, `lo` at least; only of tables there may be nothing to print.
    ///
    /// @throws MalformedOutput where there is none
    private static Map<String, Link> devices(LinkReader reader, Output output)
            throws MalformedOutput {
        if (reader.links().isEmpty()) {
            throw MalformedOutput.notJson(LINKS.toString(), output.stdout());
        }
        return reader.links();
    }

    private static String text(Command command, Output output) throws MalformedOutput {
        if (output.exitCode() != 0) {
            String name = command.equals(NAMESPACES) ? NAMESPACES_SHORT : command.toString();
            throw MalformedOutput.failed(name, output.exitCode(), output.stderr());
        }
        return output.stdout();
    }
}
