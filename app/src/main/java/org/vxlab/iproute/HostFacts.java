package org.vxlab.iproute;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What has to be known of a host before anything is changed on it: its tools and its kernel.
///
/// @param ipVersion what `ip -V` printed, empty where there is no `ip`
/// @param bridge whether there is a `bridge`
/// @param root whether commands run with user id 0
/// @param missingKinds device types (`vxlan`, `bridge`, `veth`) the kernel has not
/// @param udpPorts UDP ports something listens on, the kernel's own VXLAN sockets among them
public record HostFacts(
        String ipVersion,
        boolean bridge,
        boolean root,
        Set<String> missingKinds,
        Set<Integer> udpPorts) {
    public HostFacts {
        missingKinds = Set.copyOf(missingKinds);
        udpPorts = Set.copyOf(udpPorts);
    }

    private static final String TOOLS_SCRIPT =
            """
            echo '@ ip'; ip -V 2>&1
            echo '@ bridge'; command -v bridge
            """;

    /// The user is the shell's own, by `/proc`, because to start `id` takes as long as all the
    /// rest.
    private static final String USER_SCRIPT =
            """
            echo '@ uid'
            u=
            { while read -r key real u rest && [ "$key" != Uid: ]; do u=; done
            } </proc/self/status
            echo "${u:-$(id -u)}"
            """;

    /// Prints the versions of the tools alone, which is all that reading a host depends on.
    public static final Command TOOLS = Command.script(TOOLS_SCRIPT);

    /// The same with the user, for reading everything: it changes nothing at all.
    public static final Command TOOLS_AND_USER = Command.script(TOOLS_SCRIPT + USER_SCRIPT);

    /// Prints the facts, each under a line `@ NAME`. A kind of device whose module is not seen is
    /// tried out: with a multicast address no device is made, but the kernel looks for the kind
    /// first (net/core/rtnetlink.c, `rtnl_newlink` before `validate`) and says where it has none.
    public static final Command COMMAND =
            Command.script(
                    TOOLS_SCRIPT
                            + USER_SCRIPT
                            + """
                            echo '@ missing'
                            k=
                            for kind in vxlan bridge veth; do
                              [ -d /sys/module/$kind ] || k="$k $kind"
                            done
                            [ -z "$k" ] || for kind in $k; do
                              o=; [ $kind != vxlan ] || o='id 1 dstport 4789'
                              echo "link add name vxlab-try address 01:00:00:00:00:00 type $kind $o"
                            done | LC_ALL=C ip -force -batch - 2>&1 | {
                              e=
                              while read -r line; do
                                case $line in
                                  *'Unknown device type'*|*'not supported'*) e=1;;
                                  'Command failed'*)
                                    [ -z "$e" ] || { set -- $k; shift $((${line##*:}-1)); echo $1; }
                                    e=;;
                                esac
                              done
                            }
                            """);

    /// Prints the UDP sockets; cheap enough to be asked whenever the state is.
    public static final Command UDP_SOCKETS = Command.of("cat", "/proc/net/udp", "/proc/net/udp6");

    private static final int NOT_FOUND_WORDS = 3;

    /// The facts from what [#COMMAND], [#TOOLS_AND_USER] or [#TOOLS] printed. What it did not print
    /// is taken as absent.
    public static HostFacts parse(String printed) {
        Map<String, StringBuilder> parts = new LinkedHashMap<>();
        StringBuilder part = new StringBuilder();
        for (String line : printed.lines().toList()) {
            if (line.startsWith("@ ")) {
                part = parts.computeIfAbsent(line.substring(2), _ -> new StringBuilder());
            } else {
                part.append(line).append('\n');
            }
        }
        return new HostFacts(
                version(text(parts, "ip")),
                !text(parts, "bridge").isEmpty(),
                text(parts, "uid").equals("0"),
                Set.copyOf(text(parts, "missing").lines().toList()),
                Set.of());
    }

    /// The same with the ports in what [#UDP_SOCKETS] printed.
    public HostFacts withUdpSockets(String printed) {
        return new HostFacts(ipVersion, bridge, root, missingKinds, udpPorts(printed));
    }

    private static String text(Map<String, StringBuilder> parts, String name) {
        return parts.getOrDefault(name, new StringBuilder()).toString().strip();
    }

    /// The shell's "not found" is no version.
    private static String version(String text) {
        return text.endsWith("not found") && text.split(" ").length >= NOT_FOUND_WORDS ? "" : text;
    }

    /// The local ports in the second column (`local_address`, hexadecimal) of `/proc/net/udp`.
    private static Set<Integer> udpPorts(String table) {
        Set<Integer> ports = new TreeSet<>();
        for (String line : table.lines().toList()) {
            String[] words = line.strip().split("\\s+");
            int colon = words.length > 1 ? words[1].lastIndexOf(':') : -1;
            if (colon >= 0 && words[1].substring(colon + 1).matches("[0-9A-Fa-f]{4}")) {
                ports.add(Integer.parseInt(words[1].substring(colon + 1), 16));
            }
        }
        return ports;
    }
}
