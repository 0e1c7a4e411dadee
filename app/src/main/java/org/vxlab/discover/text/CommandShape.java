package org.vxlab.discover.text;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells commands from prose and from what commands print.
final class CommandShape {
    /// The objects of `ip` in the order in which it tries them.
    static final List<String> IP_OBJECTS =
            List.of(
                    ("address addrlabel maddress route rule neighbor neighbour ntable ntbl link"
                                    + " l2tp fou ila macsec tunnel tunl tuntap tap token"
                                    + " tcpmetrics monitor xfrm mroute mrule netns netconf vrf sr"
                                    + " nexthop mptcp ioam help stats")
                            .split(" "));

    private static final List<String> BRIDGE_OBJECTS =
            List.of("link", "fdb", "mdb", "vlan", "vni", "monitor");

    private static final List<String> BRCTL =
            List.of(
                    "addbr",
                    "delbr",
                    "addif",
                    "delif",
                    "show",
                    "showmacs",
                    "setageing",
                    "stp",
                    "setfd",
                    "showstp",
                    "sethello");

    /// Commands that configure networks in ways no lab has.
    static final Set<String> OTHER_TOOLS =
            Set.of(
                    "iptables",
                    "ip6tables",
                    "nft",
                    "sysctl",
                    "ovs-vsctl",
                    "ovs-ofctl",
                    "nmcli",
                    "netplan",
                    "vconfig",
                    "tc",
                    "ethtool",
                    "dhclient",
                    "firewall-cmd",
                    "ufw",
                    "virsh",
                    "tunctl",
                    "vtysh",
                    "ebtables");

    /// Commands whose words are, or lead to, commands.
    private static final Set<String> AROUND =
            Set.of(
                    "ssh",
                    "docker",
                    "podman",
                    "vagrant",
                    "nsenter",
                    "sh",
                    "bash",
                    "exit",
                    "lxc",
                    "kubectl",
                    "logout",
                    "mininet>");

    /// Commands that change no network, but stand before those that do on one line.
    private static final Pattern PRELUDE =
            Pattern.compile(
                    "(?:modprobe|insmod|systemctl|service|apt|apt-get|yum|dnf|cd|mkdir|echo|set"
                            + "|sleep|true|lsmod|which|clear|ping)\\s[^;&|]*(?:;|&&|\\|\\|)(.*)");

    private static final Pattern SUDO =
            Pattern.compile(
                    "(?:sudo\\s+(?:-[A-Za-z]+\\s+)*|time\\s+|env\\s+|exec\\s+|command\\s+)+");
    private static final Pattern SHELL =
            Pattern.compile(
                    "(?:for\\s+\\w+\\s+in\\s.*|done\\b.*|do\\b.*|fi|else|then\\b.*|continue"
                            + "|(?:if\\s+|elif\\s+)?\\[\\[?\\s.*"
                            + "|(?:(?:export|local|readonly|declare)\\s+)?[A-Za-z_]\\w*=\\S.*)");
    private static final Pattern FOREIGN_SCRIPT =
            Pattern.compile("[\\u3000-\\u9fff\\uff00-\\uffef]");

    private CommandShape() {}

    /// Whether a line, without its prompt, is something to carry out or at least to tell of.
    static boolean isCommand(String line) {
        String text = line.strip();
        String code = text.replaceFirst("\\s#.*", "");
        if (FOREIGN_SCRIPT.matcher(code).find()) {
            return false;
        }
        if (SHELL.matcher(code).matches()) {
            return true;
        }
        Matcher sudo = SUDO.matcher(code);
        boolean asRoot = sudo.lookingAt();
        String bare = asRoot ? code.substring(sudo.end()) : code;
        Matcher prelude = PRELUDE.matcher(bare);
        if (prelude.matches()) {
            return isCommand(prelude.group(1));
        }
        String[] words = bare.split("[\\s;]+");
        String tool = tool(words[0]);
        return isTool(tool, words) || asRoot && OTHER_TOOLS.contains(tool);
    }

    private static boolean isTool(String tool, String[] words) {
        return switch (tool) {
            case "ip" -> matches(words, IP_OBJECTS);
            case "bridge" -> matches(words, BRIDGE_OBJECTS);
            case "brctl" -> words.length > 1 && BRCTL.contains(words[1]);
            case "ifconfig" -> words.length > 1 && words[1].matches("[\\w$\\{}.:-]+");
            case "route" -> words.length > 1 && words[1].matches("add|del");
            default ->
                    AROUND.contains(tool) && (words.length > 1 || tool.matches("exit|logout"))
                            || OTHER_TOOLS.contains(tool) && words.length > 1;
        };
    }

    /// Whether an object follows, after options; prose that begins with the tool's name has none.
    private static boolean matches(String[] words, List<String> objects) {
        for (int i = 1; i < words.length; i++) {
            if (words[i].startsWith("-")) {
                // These two take a word of their own.
                i += words[i].matches("-n|-ne.*|-b.*|-f|-family|-rc.*") ? 1 : 0;
            } else {
                String object = Words.matched(words[i], objects);
                boolean alone = i + 1 == words.length;
                return !object.isEmpty() && (alone || words[i + 1].matches("[\\w$<\"'{\\[.:/-].*"));
            }
        }
        return false;
    }

    /// The tool's name without a folder.
    static String tool(String word) {
        return word.replaceFirst("^(?:/[\\w.-]+)*/", "");
    }
}
